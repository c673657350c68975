/** A public key in JSON (RFC 7517, 7518, 8037) as SubjectPublicKeyInfo, in its one spelling. */
import { concatBytes, fromBase64Url, fromHex } from '../bytes.js'

type Loose = Readonly<Record<string, unknown>>

/** Everything before the coordinates in SubjectPublicKeyInfo, and the size of one (RFC 5480). */
const curves: Readonly<Record<string, readonly [string, number]>> = {
  'P-256': ['3059301306072a8648ce3d020106082a8648ce3d03010703420004', 32],
  'P-384': ['3076301006072a8648ce3d020106052b8104002203620004', 48],
  'P-521': ['30819b301006072a8648ce3d020106052b810400230381860004', 66],
}
const ed25519 = '302a300506032b6570032100'
const rsaAlgorithm = '300d06092a864886f70d0101010500'
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']
/** 16,384 bits: what is not believed need not be read. */
const longestNumber = 2048

/** The octets of a member in canonical Base64url; none when it has another form. */
function octetsOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  try {
    return fromBase64Url(value)
  } catch {
    return undefined
  }
}

function fixed(head: string, size: number, values: readonly unknown[]): Uint8Array | undefined {
  const octets = values.map(octetsOf)
  const known = octets.filter((one) => one?.length === size) as Uint8Array[]
  return known.length === values.length ? concatBytes(fromHex(head), ...known) : undefined
}

function ecKey({ crv, x, y }: Loose): Uint8Array | undefined {
  if (typeof crv !== 'string' || !Object.hasOwn(curves, crv)) return undefined
  const [head, size] = curves[crv] ?? ['', 0]
  return fixed(head, size, [x, y])
}

/** One element in DER; no content here needs three octets of length. */
function element(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...parts)
  const { length } = content
  const long = length < 0x80 ? [] : length < 0x100 ? [0x81] : [0x82, length >> 8]
  return concatBytes(new Uint8Array([tag, ...long, length & 0xff]), content)
}

/** RFC 7518 section 6.3.1.1: the least number of octets, so none is zero in front. */
function integer(value: unknown): Uint8Array | undefined {
  const octets = octetsOf(value)
  const [first] = octets ?? []
  if (octets === undefined || first === undefined || first === 0) return undefined
  if (octets.length > longestNumber) return undefined
  return element(0x02, ...(first >= 0x80 ? [new Uint8Array(1)] : []), octets)
}

function rsaKey({ n, e }: Loose): Uint8Array | undefined {
  const [modulus, exponent] = [integer(n), integer(e)]
  if (modulus === undefined || exponent === undefined) return undefined
  const key = element(0x30, modulus, exponent)
  return element(0x30, fromHex(rsaAlgorithm), element(0x03, new Uint8Array(1), key))
}

function spkiOf(jwk: Loose): Uint8Array | undefined {
  if (jwk['kty'] === 'EC') return ecKey(jwk)
  if (jwk['kty'] === 'RSA') return rsaKey(jwk)
  const isEd25519 = jwk['kty'] === 'OKP' && jwk['crv'] === 'Ed25519'
  return isEd25519 ? fixed(ed25519, 32, [jwk['x']]) : undefined
}

/** A key that was read, or why it is refused: `key` is malformed or of no kind known here. */
export type JwkReading =
  | { readonly spki: Uint8Array }
  | { readonly refused: 'key' | 'key-not-public' }

/**
 * The SubjectPublicKeyInfo of a public key in JSON: EC on P-256, P-384 or P-521, RSA of up to 16,384 bits, Ed25519.
 *
 * One key has one text: canonical Base64url, coordinates in exactly their size (RFC 7518 section 6.2.1.2), RSA numbers
 * without zeros in front (section 6.3.1.1). A key with any private member is refused. Whether a point lies on
 * its curve is found when the key is imported; what the key is for, `jwkMisuse` says.
 *
 * @example
 * ```ts
 * import { readJwk } from '@tiemchung/core/crypto'
 * readJwk({ kty: 'oct', k: 'AA' }) // => { refused: 'key-not-public' }
 * ```
 */
export function readJwk(jwk: unknown): JwkReading {
  if (typeof jwk !== 'object' || jwk === null) return { refused: 'key' }
  if (privateMembers.some((name) => name in jwk)) return { refused: 'key-not-public' }
  const spki = spkiOf(jwk as Loose)
  return spki === undefined ? { refused: 'key' } : { spki }
}
