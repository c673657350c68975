import { facilityCodeSchema, instantSchema, uuidSchema } from '@tiemchung/schemas'
import * as z from 'zod'

const base64 = z.base64().min(1).max(100_000)

/** Reasons that the holder of a certificate or the ministry may give (RFC 5280 section 5.3.1). */
const revocationReasonSchema = z.enum([
  'unspecified',
  'keyCompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'privilegeWithdrawn',
])

/** Asks for a certificate: `PUT /v1/facility-certificates/{id}`. */
export const requestSchema = z.strictObject({
  /** PKCS #10 in DER, in Base64. */
  request: base64,
  /** The certificate that is to be renewed. */
  replaces: uuidSchema.optional(),
})

/** Revokes a certificate, from now on. */
export const revocationSchema = z.strictObject({ reason: revocationReasonSchema })

/** What was done with a certificate, and by which account. */
const eventSchema = z.strictObject({
  at: instantSchema,
  what: z.enum(['issued', 'revoked']),
  by: z.string(),
  reason: revocationReasonSchema.optional(),
})

/** A facility's certificate, and everything that was done with it. */
export const facilityCertificateSchema = z.strictObject({
  id: uuidSchema,
  facility: facilityCodeSchema,
  /** In DER, in Base64: its own first, then that of the issuing authority. */
  chain: z.array(base64),
  /** Lower-case hex. */
  serial: z.string(),
  /** SHA-256 of the certificate, lower-case hex, as the signer register names it. */
  fingerprint: z.string(),
  notBefore: instantSchema,
  notAfter: instantSchema,
  /** From when it may be renewed. */
  dueFrom: instantSchema,
  replaces: uuidSchema.optional(),
  revoked: z.boolean(),
  events: z.array(eventSchema),
})

/** What the request of a facility must say of its subject, and nothing else. */
export const facilitySubjectSchema = z.strictObject({
  commonName: z.string(),
  organization: z.string(),
  country: z.string(),
  userId: z.string(),
})

/** The revocation lists of the authorities that facility certificates come from. */
export const facilityCrlsSchema = z.strictObject({
  /** In DER, in Base64. */
  items: z.array(base64),
})

export type RequestBody = z.infer<typeof requestSchema>
export type RevocationBody = z.infer<typeof revocationSchema>
export type CertificateEvent = z.infer<typeof eventSchema>
export type GivenReason = z.infer<typeof revocationReasonSchema>
