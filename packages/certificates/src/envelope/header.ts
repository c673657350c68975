/** The header parameters that a health certificate uses (RFC 9052 section 3.1). */
import type { CborMap, CborValue } from '@tiemchung/core/cbor'
import type { CoseSign1 } from './cose.js'

const algorithmLabel = 1
const criticalLabel = 2
const keyIdLabel = 4

/** Where a parameter stood. `protected`: the signature covers it. */
export type HeaderPlace = 'protected' | 'unprotected'

/** A parameter and where it stood. */
export interface Placed<Value> {
  readonly value: Value
  readonly place: HeaderPlace
}

/** The parameters of one certificate; the protected one wins where both headers have it. */
export interface CertificateHeader {
  /** COSE number of the signature algorithm: -7 ES256, -37 PS256. */
  readonly algorithm: Placed<number> | undefined
  /** Key id: the first 8 bytes of SHA-256 of the signing certificate. */
  readonly keyId: Placed<Uint8Array> | undefined
  /** Whether it names parameters that must be understood. We understand none beyond these two. */
  readonly critical: boolean
}

function placed<Value extends CborValue>(
  { protectedHeader, unprotectedHeader }: CoseSign1,
  label: number,
  fits: (value: CborValue) => value is Value,
): Placed<Value> | undefined {
  const place = protectedHeader.has(label) ? 'protected' : 'unprotected'
  const value = (place === 'protected' ? protectedHeader : unprotectedHeader).get(label)
  return fits(value) ? { value, place } : undefined
}

const isNumber = (value: CborValue): value is number => typeof value === 'number'
const isBytes = (value: CborValue): value is Uint8Array => value instanceof Uint8Array
const has = (header: CborMap) => header.has(criticalLabel)

/** Reads algorithm and key id; a parameter of the wrong type counts as absent. */
export function headerOf(parts: CoseSign1): CertificateHeader {
  return {
    algorithm: placed(parts, algorithmLabel, isNumber),
    keyId: placed(parts, keyIdLabel, isBytes),
    critical: has(parts.protectedHeader) || has(parts.unprotectedHeader),
  }
}

/** The protected header of a certificate that we make. */
export function writeHeader(algorithm: number, keyId: Uint8Array): CborMap {
  return new Map<number, CborValue>([
    [algorithmLabel, algorithm],
    [keyIdLabel, keyId],
  ])
}
