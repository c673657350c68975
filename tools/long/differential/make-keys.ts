/**
 * Makes `keys.json` anew. Not a part of any run: new keys make every chain another one.
 * `node --conditions=@tiemchung/source --import tsx tools/long/differential/make-keys.ts`
 */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const curve = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey
const rsa = (modulusLength: number, publicExponent = 65_537) =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent }).privateKey
const edwards = () => generateKeyPairSync('ed25519').privateKey

/** Name to maker, and how many of them. */
const wanted: readonly (readonly [name: string, count: number, make: () => KeyObject])[] = [
  ['P-256', 6, () => curve('P-256')],
  ['P-384', 3, () => curve('P-384')],
  ['P-521', 2, () => curve('P-521')],
  ['RSA-2048', 4, () => rsa(2048)],
  ['Ed25519', 3, edwards],
  ['RSA-1024', 1, () => rsa(1024)],
  ['RSA-2048-exponent-3', 1, () => rsa(2048, 3)],
  ['secp256k1', 1, () => curve('secp256k1')],
  ['secp224r1', 1, () => curve('secp224r1')],
  ['brainpoolP256r1', 1, () => curve('brainpoolP256r1')],
  ['RSA-PSS-2048', 1, () => generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey],
  ['Ed448', 1, () => generateKeyPairSync('ed448').privateKey],
]

const keys = wanted.flatMap(([name, count, make]) =>
  Array.from({ length: count }, (_, index): [string, string] => [
    `${name}/${index}`,
    make().export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  ]),
)
const note = 'TEST keys, for chains that nobody may believe. Made by make-keys.ts.'
const file = join(import.meta.dirname, 'keys.json')
writeFileSync(file, `${JSON.stringify({ note, keys: Object.fromEntries(keys) }, undefined, 2)}\n`)
