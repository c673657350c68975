/** Verifies one certificate with a library of others: `peer.cjs CASE NAME FILE`. */
const { createPublicKey } = require('node:crypto')
const { readFileSync } = require('node:fs')

const [, , given, name, file] = process.argv
const { text, cose, keyId, spki } = JSON.parse(readFileSync(given, 'utf8'))
const base64 = (hex) => Buffer.from(hex, 'hex').toString('base64')
const bytes = () => new Uint8Array(Buffer.from(cose, 'hex'))
const key = () => createPublicKey({ key: Buffer.from(spki, 'hex'), format: 'der', type: 'spki' })

const ways = {
  'cose-kit': async ({ coseVerify }) => (await coseVerify(bytes(), key())).isValid,
  '@auth0/cose': async ({ Sign1 }) => {
    await Sign1.decode(bytes()).verify(key())
    return true
  },
  '@pathcheck/dcc-sdk': async ({ addCachedKeys, unpack, verify }) => {
    addCachedKeys({ [base64(keyId)]: base64(spki) })
    return (await verify(await unpack(text))).status === 'verified'
  },
  'dcc-utils': async ({ DCC }) => {
    const publicKeyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' }
    const keys = { [base64(keyId)]: { publicKeyPem: base64(spki), publicKeyAlgorithm } }
    return (await (await DCC.fromRaw(text)).checkSignatureWithKeysList(keys)) !== false
  },
}

ways[name](require(file)).then((holds) => {
  if (!holds) process.exitCode = 1
})
