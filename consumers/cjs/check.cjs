/** Requires every entry of every installed package, then does one thing that crosses packages. */
const assert = require('node:assert/strict')
const { join } = require('node:path')
const installed = require('../package.json')

async function main() {
  let entries = 0
  for (const [name, range] of Object.entries(installed.dependencies)) {
    if (!range.startsWith('file:')) continue
    const manifest = require(join(__dirname, '..', 'node_modules', name, 'package.json'))
    for (const subpath of Object.keys(manifest.exports)) {
      // A pattern stands for files of data, of which one is read below.
      if (subpath === './package.json' || subpath.includes('*')) continue
      const entry = require(`${name}${subpath.slice(1)}`)
      assert.ok(Object.keys(entry).length > 0, `${name} ${subpath} exports nothing`)
      entries += 1
    }
  }

  const { ParseError, isSdkError, toHex, utf8 } = require('@tiemchung/core')
  const { systemCrypto } = require('@tiemchung/core/crypto')
  const { decodeCertificate } = require('@tiemchung/certificates/envelope')
  const { createHttp } = require('@tiemchung/http')

  assert.throws(
    () => decodeCertificate('not a certificate'),
    (error) => error instanceof ParseError && isSdkError(error),
    'an error of one package is the class of another',
  )
  assert.equal(
    toHex(await systemCrypto.digest('SHA-256', utf8('abc'))),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
  const person = require('@tiemchung/schemas/schema/person.json')
  assert.equal(person.$id, 'https://tiemchung.dev/schema/person/1')
  // Behind it is ky, an ES module without a CommonJS build.
  const http = createHttp({
    baseUrl: 'https://platform.example',
    fetch: async () => Response.json({ answer: 42 }),
  })
  assert.deepEqual(await http.get('/answer'), { answer: 42 })
  const { qrPng } = require('@tiemchung/certificates/qr')
  const { readQrCodes } = require('@tiemchung/certificates/qr/read')
  const [code] = await readQrCodes(qrPng('HC1:ABC'))
  assert.equal(code?.text, 'HC1:ABC', 'the decoder is found beside the package')
  console.log(`${entries} entries required on Node ${process.versions.node}`)
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
