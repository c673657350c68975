/** TEST keys, made once and kept, because a case must come again byte for byte. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A key of the pool: `P-256/0`, `RSA-2048/3`. */
export type KeyName = string

/** A key with both halves. */
export interface PoolKey {
  readonly privateKey: KeyObject
  readonly spki: Uint8Array
  /** SHA-1 of the public key, as RFC 5280 section 4.2.1.2 proposes. */
  readonly keyId: Uint8Array
}

interface File {
  readonly keys: Readonly<Record<KeyName, string>>
}

const file = JSON.parse(readFileSync(join(import.meta.dirname, 'keys.json'), 'utf8')) as File
const opened = new Map<KeyName, PoolKey>()

/** Kinds that our allow-list takes; the others are there to be refused. */
const believed = /^(?:P-\d+|RSA-2048|Ed25519)\//

/** The names of the keys that sound chains are made of. */
export const soundKeys: readonly KeyName[] = Object.keys(file.keys).filter((name) =>
  believed.test(name),
)

/** Opens a key, once for a process. */
export function keyOf(name: KeyName): PoolKey {
  const known = opened.get(name)
  if (known !== undefined) return known
  const pkcs8 = file.keys[name]
  if (pkcs8 === undefined) throw new Error(`no key called ${name}`)
  const key = Buffer.from(pkcs8, 'base64')
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  const keyId = new Uint8Array(createHash('sha1').update(spki).digest())
  const made: PoolKey = { privateKey, spki: new Uint8Array(spki), keyId }
  opened.set(name, made)
  return made
}
