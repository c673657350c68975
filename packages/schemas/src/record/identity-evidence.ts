import * as z from 'zod'
import { instantSchema, uuidSchema } from '../text/primitive.js'

/**
 * What is known of the person's identity, and by whose word. `not-required` is for people who are not
 * citizens (8938/BYT-DP): they are identified by passport and the facility answers for it.
 */
export const identityEvidenceSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('matched'),
    verificationId: uuidSchema,
    at: instantSchema,
  }),
  z.strictObject({ status: z.literal('not-required'), because: z.literal('foreign-passport') }),
  z.strictObject({
    status: z.enum(['mismatched', 'not-found', 'no-number', 'malformed-number', 'unverifiable']),
    verificationId: uuidSchema.optional(),
    at: instantSchema,
  }),
  z.strictObject({ status: z.literal('pending') }),
])

/** A value that {@link identityEvidenceSchema} has read. */
export type IdentityEvidence = z.infer<typeof identityEvidenceSchema>
/** How far the identity of a record's person is settled. */
export type IdentityStatus = IdentityEvidence['status']

/** Whether a record with this evidence may be signed (9438/BYT-CNTT: only what matched, or need not). */
export function identitySettled(evidence: IdentityEvidence): boolean {
  return evidence.status === 'matched' || evidence.status === 'not-required'
}
