import { fromBase64, isInstant, parseInstant, toBase64, toBase64Url } from '@tiemchung/core'
import type { CryptoProvider, SignatureAlgorithm, Signer } from '@tiemchung/core/crypto'

/** The media type of a signed dose record. */
export const recordType = 'dose-record+jws'

/** Algorithms that a facility may sign with. */
export const recordAlgorithms: readonly SignatureAlgorithm[] = [
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'EdDSA',
]

/** The header that a record signature protects: JAdES baseline B (ETSI TS 119 182-1, clauses 5.1 and 6). */
export interface ProtectedHeader {
  readonly alg: SignatureAlgorithm
  readonly typ: string
  /** The chain, the signer's own first (RFC 7515 section 4.1.6). */
  readonly x5c: readonly string[]
  /** SHA-256 of the signer's certificate. */
  readonly 'x5t#S256': string
  /** The instant that the signer claims (clause 5.2.1); proven by nothing but a timestamp. */
  readonly sigT: string
  readonly crit: readonly ['sigT']
}

/** RFC 3339 in UTC to the second, as JAdES writes `sigT`. */
export const signingTime = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

/** The header for one signer at one instant. */
export async function protectedHeader(
  signer: Signer,
  at: Date,
  crypto: CryptoProvider,
): Promise<ProtectedHeader> {
  const own = signer.chain[0] ?? new Uint8Array()
  return {
    alg: signer.algorithm,
    typ: recordType,
    x5c: signer.chain.map(toBase64),
    'x5t#S256': toBase64Url(await crypto.digest('SHA-256', own)),
    sigT: signingTime(at),
    crit: ['sigT'],
  }
}

const members = new Set(['alg', 'typ', 'x5c', 'x5t#S256', 'sigT', 'crit'])

/** A header as it was read, or why it is refused. */
export type HeaderReading =
  | {
      readonly alg: SignatureAlgorithm
      readonly chain: readonly Uint8Array[]
      readonly thumbprint: string
      readonly signedAt: Date
    }
  | { readonly refused: string }

function chainOf(value: unknown): readonly Uint8Array[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > 8) return undefined
  try {
    return value.map((one) => fromBase64(String(one)))
  } catch {
    return undefined
  }
}

/** Reads a protected header and refuses everything that a record signature does not have. */
export function readHeader(header: unknown): HeaderReading {
  if (typeof header !== 'object' || header === null) return { refused: 'not-an-object' }
  const given = header as Readonly<Record<string, unknown>>
  if (!Object.keys(given).every((name) => members.has(name))) return { refused: 'unknown-member' }
  const alg = recordAlgorithms.find((name) => name === given['alg'])
  if (alg === undefined) return { refused: 'algorithm-not-allowed' }
  if (given['typ'] !== recordType) return { refused: 'type' }
  if (JSON.stringify(given['crit']) !== '["sigT"]') return { refused: 'critical-members' }
  const sigT = String(given['sigT'])
  if (!/^[\d-]+T[\d:]+Z$/.test(sigT) || !isInstant(sigT)) return { refused: 'signing-time' }
  const chain = chainOf(given['x5c'])
  const thumbprint = given['x5t#S256']
  if (chain === undefined) return { refused: 'chain' }
  if (typeof thumbprint !== 'string') return { refused: 'thumbprint' }
  return { alg, chain, thumbprint, signedAt: parseInstant(sigT) }
}
