/** Encrypted PKCS#8 (RFC 5958): PBES2 with PBKDF2 and AES-CBC (RFC 8018), by the host's WebCrypto. */
import { SigningError, toHex, utf8 } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { DecryptingSubtle } from '../world.js'

const pbes2 = '2a864886f70d01050d'
const pbkdf2 = '2a864886f70d01050c'
const hashes: Readonly<Record<string, string>> = {
  '2a864886f70d0207': 'SHA-1',
  '2a864886f70d0209': 'SHA-256',
  '2a864886f70d020a': 'SHA-384',
  '2a864886f70d020b': 'SHA-512',
}
const keyBits: Readonly<Record<string, number>> = {
  '60864801650304012a': 256,
  '608648016503040116': 192,
  '608648016503040102': 128,
}

/** What a stranger's file may cost: a few seconds. */
const mostRounds = 10_000_000

const tags = { integer: 0x02, octets: 0x04, oid: 0x06, sequence: 0x30 } as const

function refuse(): never {
  throw new SigningError(errorCatalogue, 'signing.key-file')
}

/** The contents of the elements that stand in `bytes` one behind the other, by tag. */
function elements(bytes: Uint8Array): { readonly tag: number; readonly body: Uint8Array }[] {
  const found = []
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] ?? refuse()
    const first = bytes[at + 1] ?? refuse()
    const extra = first < 0x80 ? 0 : first - 0x80
    if (first === 0x80 || extra > 3) refuse()
    let length = extra === 0 ? first : 0
    for (let index = 0; index < extra; index += 1)
      length = length * 256 + (bytes[at + 2 + index] ?? 0)
    const start = at + 2 + extra
    if (start + length > bytes.length) refuse()
    found.push({ tag, body: bytes.subarray(start, start + length) })
    at = start + length
  }
  return found
}

/** The contents of the elements inside `bytes`, which must begin with these tags. */
function inside(bytes: Uint8Array | undefined, ...wanted: readonly number[]): Uint8Array[] {
  const found = elements(bytes ?? refuse())
  if (wanted.some((tag, index) => found[index]?.tag !== tag)) refuse()
  return found.map(({ body }) => body)
}

interface Locked {
  readonly salt: Uint8Array
  readonly rounds: number
  readonly hash: string
  readonly bits: number
  readonly iv: Uint8Array
  readonly data: Uint8Array
}

function namedBy<Value>(
  table: Readonly<Record<string, Value>>,
  oid: Uint8Array | undefined,
): Value {
  return table[toHex(oid ?? refuse())] ?? refuse()
}

/** Reads the lock of EncryptedPrivateKeyInfo. */
function readLock(der: Uint8Array): Locked {
  const [whole] = inside(der, tags.sequence)
  const [algorithm, data = refuse()] = inside(whole, tags.sequence, tags.octets)
  const [scheme, parameters] = inside(algorithm, tags.oid, tags.sequence)
  namedBy({ [pbes2]: true }, scheme)
  const [derivation, encryption] = inside(parameters, tags.sequence, tags.sequence)
  const [kdf, settings] = inside(derivation, tags.oid, tags.sequence)
  namedBy({ [pbkdf2]: true }, kdf)
  const [salt = refuse(), count = refuse(), ...more] = inside(settings, tags.octets, tags.integer)
  const prf = elements(settings ?? refuse()).find(({ tag }) => tag === tags.sequence)?.body
  const rounds = Number(`0x${toHex(count)}`)
  if (!(rounds >= 1 && rounds <= mostRounds) || more.length > 2) refuse()
  const [cipher, iv = refuse()] = inside(encryption, tags.oid, tags.octets)
  // RFC 8018 appendix A.2: without a name the function is HMAC with SHA-1.
  const hash = prf === undefined ? 'SHA-1' : namedBy(hashes, inside(prf, tags.oid)[0])
  return { salt, rounds, hash, bits: namedBy(keyBits, cipher), iv, data }
}

async function unlock(
  lock: Locked,
  password: string,
  subtle: DecryptingSubtle,
): Promise<Uint8Array> {
  const secret = utf8(password)
  try {
    const base = await subtle.importKey('raw', secret, { name: 'PBKDF2' }, false, ['deriveKey'])
    const { salt, rounds: iterations, hash, bits: length, iv, data } = lock
    const how = { name: 'PBKDF2', salt, iterations, hash }
    const aes = { name: 'AES-CBC', length }
    const key = await subtle.deriveKey(how, base, aes, false, ['decrypt'])
    return new Uint8Array(await subtle.decrypt({ name: 'AES-CBC', iv }, key, data))
  } finally {
    secret.fill(0)
  }
}

/** Whether this looks like PrivateKeyInfo: padding alone lets one wrong password of 256 pass. */
function isKey(der: Uint8Array): boolean {
  try {
    const [whole] = inside(der, tags.sequence)
    return inside(whole, tags.integer, tags.sequence, tags.octets).length > 0
  } catch {
    return false
  }
}

/**
 * The PKCS#8 inside an encrypted one, in DER. Each form of the password is tried once.
 *
 * @throws SigningError `signing.key-file` for another lock than PBES2 with PBKDF2 and AES-CBC,
 *   `signing.password` when no form opens it
 */
export async function decryptPkcs8(
  der: Uint8Array,
  forms: (() => Promise<readonly string[]>) | undefined,
  subtle: DecryptingSubtle,
): Promise<Uint8Array> {
  const lock = readLock(der)
  for (const form of (await forms?.()) ?? []) {
    const opened = await unlock(lock, form, subtle).catch(() => undefined)
    if (opened !== undefined && isKey(opened)) return opened
    opened?.fill(0)
  }
  throw new SigningError(errorCatalogue, 'signing.password')
}
