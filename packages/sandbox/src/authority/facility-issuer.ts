import { readCertificate } from '@tiemchung/x509'
import { authorityOf, type IssuedCertificate, type KeyPair } from '@tiemchung/x509/ca'
import type { FacilitySubject } from '../facility-certificate/subject.js'

/** Extended key usage of signers of documents (RFC 9336). */
const documentSigning = '1.3.6.1.5.5.7.3.36'

/** Milliseconds of a day. */
export const day = 86_400_000

/** The authority that facility certificates come from. Its key is a TEST KEY. */
export interface FacilityIssuer {
  readonly certificate: Uint8Array
  readonly keys: KeyPair
  /** What the root has revoked, made once and good as long as the root: its key is kept nowhere. */
  readonly rootCrl: Uint8Array | undefined
}

/** What a facility's certificate is for. */
export const facilityUsages = {
  keyUsage: ['digitalSignature', 'nonRepudiation'],
  extendedKeyUsage: [documentSigning],
} as const

/** A certificate for the key of a request. */
export function issueTo(
  { certificate, keys }: FacilityIssuer,
  subject: FacilitySubject,
  spki: Uint8Array,
  from: Date,
  lifetimeDays: number,
): Promise<IssuedCertificate> {
  const end = readCertificate(certificate).notAfter.getTime()
  const notAfter = new Date(Math.min(from.getTime() + lifetimeDays * day, end))
  const validity = { notBefore: from, notAfter }
  const wish = { subject, publicKey: spki, validity, ...facilityUsages }
  return authorityOf(certificate, keys).issue(wish)
}
