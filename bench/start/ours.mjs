/** Verifies one certificate with the built package: `ours.mjs CASE`. */
import { readFileSync } from 'node:fs'
import { trustedKeys, verifyCertificate } from '@tiemchung/certificates'

const { text, keyId, spki, at } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const bytes = (hex) => new Uint8Array(Buffer.from(hex, 'hex'))
const trust = trustedKeys([{ keyId: bytes(keyId), key: bytes(spki), country: 'VN' }])
verifyCertificate(text, { trust, at: new Date(at) }).then(({ verdict }) => {
  if (verdict !== 'valid') process.exitCode = 1
})
