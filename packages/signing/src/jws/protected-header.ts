/**
 * The header that a facility's signature protects: JAdES baseline B (ETSI TS 119 182-1 V1.2.1, clauses
 * 5.1 and 6) in the compact form. Why `iat` is written: docs/decisions/0003-record-signatures.md.
 */
import { fromBase64, isInstant, parseInstant, toBase64, toBase64Url } from '@tiemchung/core'
import type { CryptoProvider, SignatureAlgorithm, Signer } from '@tiemchung/core/crypto'
import { algorithmOf } from '../signature/algorithm.js'
import type { SignerClaims } from '../signature/judge-signer.js'
import { isSeconds, longestChain, signingTerms } from '../signature/signing-terms.js'

/** What is signed: the `typ` keeps a record's signature from passing for a seal's. */
export type SignedType = 'dose-record+jws' | 'day-seal+jws' | 'day-report+jws'

/** A header as it is written. */
export interface ProtectedHeader {
  readonly alg: SignatureAlgorithm
  readonly typ: SignedType
  /** The chain, the signer's own certificate first (RFC 7515 section 4.1.6). */
  readonly x5c: readonly string[]
  /** SHA-256 of the signer's certificate. */
  readonly 'x5t#S256': string
  /** The instant that the signer claims, in seconds (clause 5.1.11). */
  readonly iat: number
}

/**
 * The header for one signer at one instant.
 *
 * @throws SigningError `signing.no-certificate`
 * @throws InputError `signing.algorithm`, `signing.instant`
 */
export async function writeHeader(
  signer: Signer,
  typ: SignedType,
  at: Date,
  crypto: CryptoProvider,
): Promise<ProtectedHeader> {
  const { alg, own, iat } = signingTerms(signer, at)
  const thumbprint = await crypto.digest('SHA-256', own)
  return {
    alg,
    typ,
    x5c: signer.chain.map(toBase64),
    'x5t#S256': toBase64Url(thumbprint),
    iat,
  }
}

/** What a header says, once its form is right. Nothing of it is believed yet. */
export interface HeaderClaims extends SignerClaims {
  readonly thumbprint: string
}

/** A header as it was read, or why it is refused. */
export type HeaderReading = HeaderClaims | { readonly refused: string }

/**
 * Members that a header may have. `kid` and `cty`, which other JAdES signers write, are passed over;
 * `b64`, keys, addresses and everything else would change what the signature means, or could.
 */
const members = new Set(['alg', 'typ', 'x5c', 'x5t#S256', 'iat', 'sigT', 'crit', 'kid', 'cty'])

function chainOf(value: unknown): readonly [Uint8Array, ...Uint8Array[]] | undefined {
  if (!Array.isArray(value) || value.length > longestChain) return undefined
  try {
    const [own, ...others] = value.map((one) => fromBase64(typeof one === 'string' ? one : '='))
    return own === undefined ? undefined : [own, ...others]
  } catch {
    return undefined
  }
}

/** The claimed signing time: `iat`, or the older `sigT`, which must then be critical; never both. */
function signingTime(given: Readonly<Record<string, unknown>>): Date | string {
  const { iat, sigT, crit } = given
  if (sigT === undefined) {
    if (crit !== undefined) return 'critical-member'
    return isSeconds(iat) ? new Date(iat * 1000) : 'signing-time'
  }
  if (JSON.stringify(crit) !== '["sigT"]') return 'critical-member'
  const written = typeof sigT === 'string' && /^[\d-]{10}T[\d:]{8}Z$/.test(sigT) && isInstant(sigT)
  return written && iat === undefined ? parseInstant(sigT) : 'signing-time'
}

/**
 * Reads a protected header and refuses everything that a facility's signature does not have. Without `typ`
 * it may be the header of any JAdES baseline signature in this profile.
 */
export function readHeader(header: unknown, typ?: SignedType): HeaderReading {
  if (typeof header !== 'object' || header === null || Array.isArray(header)) {
    return { refused: 'not-an-object' }
  }
  const given = header as Readonly<Record<string, unknown>>
  if (!Object.keys(given).every((name) => members.has(name))) return { refused: 'unknown-member' }
  const alg = algorithmOf(given['alg'])
  if (alg === undefined) return { refused: 'algorithm-not-allowed' }
  if (typ !== undefined && given['typ'] !== typ) return { refused: 'type' }
  const signedAt = signingTime(given)
  if (typeof signedAt === 'string') return { refused: signedAt }
  const chain = chainOf(given['x5c'])
  if (chain === undefined) return { refused: 'chain' }
  const thumbprint = given['x5t#S256']
  if (typeof thumbprint !== 'string') return { refused: 'thumbprint' }
  return { alg, chain, thumbprint, signedAt }
}
