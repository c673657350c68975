/** Imports every entry of every installed package, then does one thing that crosses packages. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

let entries = 0
for (const [name, range] of Object.entries(read('../package.json').dependencies)) {
  if (!range.startsWith('file:')) continue
  const manifest = read(`../node_modules/${name}/package.json`)
  for (const subpath of Object.keys(manifest.exports)) {
    // A pattern stands for files of data, of which one is read below.
    if (subpath === './package.json' || subpath.includes('*')) continue
    const entry = await import(`${name}${subpath.slice(1)}`)
    assert.ok(Object.keys(entry).length > 0, `${name} ${subpath} exports nothing`)
    entries += 1
  }
}

const { ParseError, isSdkError, toHex, utf8 } = await import('@tiemchung/core')
const { systemCrypto } = await import('@tiemchung/core/crypto')
const { decodeCertificate } = await import('@tiemchung/certificates/envelope')

assert.throws(
  () => decodeCertificate('not a certificate'),
  (error) => error instanceof ParseError && isSdkError(error),
  'an error of one package is the class of another',
)
assert.equal(
  toHex(await systemCrypto.digest('SHA-256', utf8('abc'))),
  'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
)
const person = await import('@tiemchung/schemas/schema/person.json', { with: { type: 'json' } })
assert.equal(person.default.$id, 'https://tiemchung.dev/schema/person/1')
const { qrPng } = await import('@tiemchung/certificates/qr')
const { readQrCodes } = await import('@tiemchung/certificates/qr/read')
const [code] = await readQrCodes(qrPng('HC1:ABC'))
assert.equal(code?.text, 'HC1:ABC', 'the decoder is found beside the package')
const { Worker } = await import('node:worker_threads')
const { verifyInWorkers } = await import('@tiemchung/certificates/workers')
const workers = [0, 1].map(() => new Worker(new URL('verify-worker.mjs', import.meta.url)))
const verdicts = []
for await (const { verdict, checks } of verifyInWorkers(['HC1:', 'HC2:'], workers)) {
  verdicts.push(`${verdict} ${checks.find(({ status }) => status === 'failed')?.id}`)
}
assert.deepEqual(verdicts, ['invalid envelope.inflate', 'invalid envelope.prefix'])
await Promise.all(workers.map((worker) => worker.terminate()))
console.log(`${entries} entries imported on Node ${process.versions.node}`)
