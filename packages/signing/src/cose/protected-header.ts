/**
 * The header that a facility's COSE signature protects. Everything is in it; the unprotected one is empty.
 * Why it has these parameters: docs/decisions/0034-records-in-cose.md.
 */
import { type CborMap, type CborValue, isCborMap } from '@tiemchung/core/cbor'
import type { Signer } from '@tiemchung/core/crypto'
import type { SignerClaims } from '../signature/judge-signer.js'
import { isSeconds, longestChain, signingTerms } from '../signature/signing-terms.js'
import { algorithmOfNumber, coseNumberOf } from './algorithm.js'

/** RFC 9052 section 3.1. */
const algorithm = 1
const critical = 2
const contentType = 3
/** Claims about the signature in its header (RFC 9597), and the one that is made here: `iat` (RFC 8392). */
const cwtClaims = 15
const issuedAt = 6
/** RFC 9596: keeps the signature of a record from passing for one of another thing. */
const type = 16
/** RFC 9360: one certificate, or a list of more. */
const x5chain = 33

const parameters: ReadonlySet<unknown> = new Set([algorithm, contentType, cwtClaims, type, x5chain])

const recordType = 'application/dose-record+cose'
const json = 'application/json'

/**
 * The header for one signer at one instant.
 *
 * @throws SigningError `signing.no-certificate`
 * @throws InputError `signing.algorithm`, `signing.instant`
 */
export function writeHeader(signer: Signer, at: Date): CborMap {
  const { alg, own, iat } = signingTerms(signer, at)
  return new Map<number, CborValue>([
    [algorithm, coseNumberOf(alg)],
    [contentType, json],
    [cwtClaims, new Map([[issuedAt, iat]])],
    [type, recordType],
    [x5chain, signer.chain.length === 1 ? own : signer.chain],
  ])
}

/** A header as it was read, or why it is refused. */
export type HeaderReading = SignerClaims | { readonly refused: string }

/** RFC 9360 section 2: a chain of one is its certificate, and only one of more is a list. */
function chainOf(value: CborValue): readonly [Uint8Array, ...Uint8Array[]] | undefined {
  if (value instanceof Uint8Array) return [value]
  if (!Array.isArray(value) || value.length < 2 || value.length > longestChain) return undefined
  const chain = (value as readonly CborValue[]).filter((one) => one instanceof Uint8Array)
  const [own, ...others] = chain
  return own === undefined || chain.length < value.length ? undefined : [own, ...others]
}

function signingTime(claims: CborValue): Date | undefined {
  if (!isCborMap(claims) || claims.size !== 1) return undefined
  const seconds = claims.get(issuedAt)
  return isSeconds(seconds) ? new Date(seconds * 1000) : undefined
}

/**
 * Reads a protected header and refuses everything that a facility's signature does not have. What is not
 * protected is not looked at: a chain or an algorithm there would be anybody's.
 */
export function readHeader(header: CborMap): HeaderReading {
  if (header.has(critical)) return { refused: 'critical-parameter' }
  if (![...header.keys()].every((label) => parameters.has(label))) {
    return { refused: 'unknown-parameter' }
  }
  const alg = algorithmOfNumber(header.get(algorithm))
  if (alg === undefined) return { refused: 'algorithm-not-allowed' }
  if (header.get(type) !== recordType) return { refused: 'type' }
  if (header.get(contentType) !== json) return { refused: 'content-type' }
  const signedAt = signingTime(header.get(cwtClaims))
  if (signedAt === undefined) return { refused: 'signing-time' }
  const chain = chainOf(header.get(x5chain))
  return chain === undefined ? { refused: 'chain' } : { alg, chain, signedAt }
}
