/** The claims of a health certificate: a CWT (RFC 8392) with the EU DCC in claim -260. */
import { CborFloat, type CborMap, type CborValue, isCborMap } from '@tiemchung/core/cbor'
import { refuse } from './fault.js'

const issuerClaim = 1
const expiryClaim = 4
const notBeforeClaim = 5
const issuedAtClaim = 6
const hcertClaim = -260
const dccKey = 1

/** A time as it was written: seconds since 1970, perhaps with a fraction, perhaps not a time at all. */
export interface WrittenTime {
  readonly seconds: number
  readonly float: boolean
}

/** The claims, unjudged. */
export interface CwtClaims {
  readonly issuer: string | undefined
  readonly issuedAt: WrittenTime | undefined
  readonly notBefore: WrittenTime | undefined
  readonly expiresAt: WrittenTime | undefined
  /** The DCC as CBOR. */
  readonly payload: CborMap
}

function timeOf(value: CborValue): WrittenTime | undefined {
  if (value === undefined || value === null) return undefined
  if (value instanceof CborFloat) return { seconds: value.value, float: true }
  if (typeof value === 'number') return { seconds: value, float: false }
  return typeof value === 'bigint'
    ? { seconds: Number(value), float: false }
    : refuse('envelope.cwt.malformed')
}

function issuerOf(value: CborValue): string | undefined {
  if (value === undefined || value === null) return undefined
  return typeof value === 'string' ? value : refuse('envelope.cwt.malformed')
}

/**
 * Reads the claims of a decoded payload. Times are kept as written: whether they are times, and
 * whether now lies between them, is a verifier's question.
 *
 * @throws EnvelopeFault `envelope.cwt.malformed`, `envelope.cwt.hcert`
 */
export function readClaims(claims: CborValue): CwtClaims {
  if (!isCborMap(claims)) return refuse('envelope.cwt.malformed')
  const hcert = claims.get(hcertClaim)
  const payload = isCborMap(hcert) ? hcert.get(dccKey) : undefined
  if (!isCborMap(payload)) return refuse('envelope.cwt.hcert')
  return {
    issuer: issuerOf(claims.get(issuerClaim)),
    issuedAt: timeOf(claims.get(issuedAtClaim)),
    notBefore: timeOf(claims.get(notBeforeClaim)),
    expiresAt: timeOf(claims.get(expiryClaim)),
    payload,
  }
}

/** The claims of a certificate that we make. Times in whole seconds since 1970. */
export function writeClaims(claims: {
  readonly issuer: string
  readonly issuedAt: number
  readonly expiresAt: number
  readonly payload: CborValue
}): CborMap {
  return new Map<number, CborValue>([
    [issuerClaim, claims.issuer],
    [expiryClaim, claims.expiresAt],
    [issuedAtClaim, claims.issuedAt],
    [hcertClaim, new Map([[dccKey, claims.payload]])],
  ])
}
