/** The signature of a JWS under a key that the caller names: no chain, no register, no record. */
import {
  type Check,
  failed,
  fromUtf8,
  passed,
  type Report,
  toBase64Url,
  unknown,
  verdictOf,
} from '@tiemchung/core'
import {
  type CryptoProvider,
  jwkMisuse,
  readJwk,
  type SignatureAlgorithm,
  schemeOf,
} from '@tiemchung/core/crypto'
import { readCertificate } from '@tiemchung/x509'
import { hostCrypto } from '../world.js'
import { algorithmOf, fitsKey } from '../signature/algorithm.js'
import { inOrder } from '../signature/in-order.js'
import { readHeader } from './protected-header.js'
import { type FlattenedJws, type JwsParts, takeApart } from './serialization.js'
import { uniqueObject } from './unique-members.js'

/** The checks of a JWS, in the order of the report. */
export const jwsCheckIds = ['jws.form', 'jws.header', 'jws.key', 'jws.signature'] as const

/** One of the checks of a JWS. */
export type JwsCheckId = (typeof jwsCheckIds)[number]
type JwsCheck = Check<JwsCheckId>
type Header = Readonly<Record<string, unknown>>

/** Under which key a JWS is verified, and what was sent beside it. */
export interface JwsQuery {
  /**
   * SubjectPublicKeyInfo in DER; a public JSON Web Key, whose `alg`, `use` and `key_ops` then bind; or
   * `x5c`: the key of the certificate in the header, which must be a JAdES baseline header. Nobody has
   * judged that certificate: ask `verifyPath` of `@tiemchung/x509`.
   */
  readonly key: { readonly spki: Uint8Array } | { readonly jwk: unknown } | 'x5c'
  /** The payload of a detached JWS (RFC 7515 appendix F). */
  readonly payload?: Uint8Array
  readonly crypto?: CryptoProvider
}

/** The report on a JWS. Header and payload are there only when the verdict is `valid`. */
export type JwsReport = Report<JwsCheckId> &
  (
    | { readonly verdict: 'valid'; readonly header: Header; readonly payload: Uint8Array }
    | { readonly verdict: 'invalid' | 'indeterminate'; readonly payload?: never }
  )

interface Opened {
  readonly parts: JwsParts
  readonly header: Header
  readonly alg: SignatureAlgorithm
}

/**
 * Why a header is refused. No extension is understood, so nothing may be critical (RFC 7515 section 4.1.11),
 * and `b64` (RFC 7797), which would change what is signed, must not be there at all.
 */
function headerRefusal(protectedHeader: Header, header: Header | undefined): string | undefined {
  if ('crit' in protectedHeader) return 'critical-member'
  if ('b64' in protectedHeader) return 'b64'
  const beside = Object.keys(header ?? {})
  if (beside.some((name) => Object.hasOwn(protectedHeader, name))) return 'member-in-both'
  return beside.includes('crit') || beside.includes('alg') ? 'not-protected' : undefined
}

function open(jws: unknown, { key, payload }: JwsQuery): Opened | JwsCheck {
  const parts = takeApart(jws, payload)
  if ('refused' in parts) {
    const { refused } = parts
    return refused === 'no-payload' ? unknown('jws.form', refused) : failed('jws.form', refused)
  }
  let header: Header | undefined
  try {
    header = uniqueObject(fromUtf8(parts.protectedBytes))
  } catch {
    header = undefined
  }
  if (header === undefined) return failed('jws.header', 'not-an-object')
  const alg = algorithmOf(header['alg'])
  if (alg === undefined) return failed('jws.header', 'algorithm-not-allowed')
  const baseline = key === 'x5c' ? readHeader(header) : undefined
  const refused =
    baseline === undefined
      ? headerRefusal(header, parts.header)
      : 'refused' in baseline
        ? baseline.refused
        : undefined
  return refused === undefined ? { parts, header, alg } : failed('jws.header', refused)
}

type Key = { readonly spki: Uint8Array } | { readonly refused: string }

async function keyInHeader(header: Header, crypto: CryptoProvider): Promise<Key> {
  const baseline = readHeader(header)
  if ('refused' in baseline) return baseline
  const [own] = baseline.chain
  const digest = await crypto.digest('SHA-256', own)
  if (toBase64Url(digest) !== baseline.thumbprint) return { refused: 'thumbprint' }
  try {
    return { spki: readCertificate(own).spki }
  } catch {
    return { refused: 'certificate' }
  }
}

function keyOfJwk(jwk: unknown, alg: SignatureAlgorithm): Key {
  const read = readJwk(jwk)
  if ('refused' in read) return read
  const refused = jwkMisuse(jwk as Header, [alg])
  return refused === undefined ? read : { refused }
}

function keyOf({ key }: JwsQuery, { header, alg }: Opened, crypto: CryptoProvider) {
  if (key === 'x5c') return keyInHeader(header, crypto)
  return 'jwk' in key ? keyOfJwk(key.jwk, alg) : key
}

async function judge(
  { parts, alg }: Opened,
  key: Key,
  crypto: CryptoProvider,
): Promise<readonly JwsCheck[]> {
  if ('refused' in key) return [failed('jws.key', key.refused)]
  try {
    const imported = await crypto.importPublicKey(key.spki)
    if (!fitsKey(alg, imported.kind)) return [failed('jws.key', 'key-algorithm')]
    const holds = await crypto.verify(schemeOf[alg], imported, parts.signature, parts.input)
    const signature = holds ? passed('jws.signature') : failed('jws.signature', 'does-not-hold')
    return [passed('jws.key'), signature]
  } catch {
    return [failed('jws.key', 'key')]
  }
}

/**
 * Whether a JWS, compact or flattened, holds under a key: form, header, key and signature.
 *
 * It is the layer below `verifyRecord`, for those who have keys of their own; it says nothing of who
 * signed. One algorithm fits one kind of key, by the list of those that records are signed with: no MAC, no
 * `none`. Critical members, `b64` and the general form are refused.
 *
 * @example
 * ```ts
 * import { verifyJws } from '@tiemchung/signing'
 * const payloadOf = async (jws: string, jwk: unknown) => {
 *   const report = await verifyJws(jws, { key: { jwk } })
 *   return report.verdict === 'valid' ? report.payload : undefined
 * }
 * ```
 */
export async function verifyJws(jws: string | FlattenedJws, query: JwsQuery): Promise<JwsReport> {
  const crypto = query.crypto ?? hostCrypto
  const opened = open(jws, query)
  if ('status' in opened) {
    const before = opened.id === 'jws.form' ? [] : [passed('jws.form') as JwsCheck]
    const checks = inOrder(jwsCheckIds, [...before, opened])
    return { verdict: verdictOf(checks) as 'invalid' | 'indeterminate', checks }
  }
  const judged = await judge(opened, await keyOf(query, opened, crypto), crypto)
  const checks = inOrder<JwsCheckId>(jwsCheckIds, [
    passed('jws.form'),
    passed('jws.header'),
    ...judged,
  ])
  const verdict = verdictOf(checks, jwsCheckIds)
  return verdict === 'valid'
    ? { verdict, checks, header: opened.header, payload: opened.parts.payload }
    : { verdict, checks }
}
