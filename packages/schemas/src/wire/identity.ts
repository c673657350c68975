import * as z from 'zod'
import { relationshipSchema } from '../person/guardian.js'
import { personalNumberSchema } from '../person/personal-number.js'
import { sexSchema } from '../person/person.js'
import { instantSchema, lineSchema, partialDateSchema, uuidSchema } from '../text/primitive.js'
import { nameSchema } from '../text/name.js'
import { personal } from '../text/sensitive.js'

/** The four mandatory fields of 9438/BYT-CNTT that are matched. */
export const matchFieldSchema = z.enum(['number', 'name', 'birth-date', 'sex'])

/**
 * Evidence that the family agreed to the check, without which nothing is asked (Decree 69/2024/NĐ-CP): in
 * what form, where it is kept, when, and by whom; a representative acts for a child.
 */
export const consentEvidenceSchema = z.strictObject({
  form: z.enum(['paper', 'vneid', 'sms']),
  reference: lineSchema(60),
  at: instantSchema,
  by: z.enum(['self', ...relationshipSchema.options]),
})

/**
 * Asks the authority whether a claimed identity is in its register. Consent evidence and the officer
 * travel with every request (Decree 69/2024/NĐ-CP).
 */
export const verificationRequestSchema = z.strictObject({
  /** Chosen by the sender before the first attempt. */
  id: uuidSchema,
  number: personalNumberSchema,
  /** The 9-digit number of an old card, when that is all there is. */
  oldNumber: personal(z.string().regex(/^\d{9}$/)).optional(),
  /** As it stands on record: what is wrong with it is for the comparison to say. */
  fullName: personal(lineSchema(100)),
  birthDate: personal(partialDateSchema),
  sex: sexSchema,
  purpose: z.literal('vaccination-record'),
  /** Staff account on whose behalf the question is asked. */
  officer: lineSchema(60),
  consent: consentEvidenceSchema,
})

/**
 * The authority's answer by its own comparison. `mismatch` names the fields and never the register's
 * values; `unverifiable` means that the register could not decide.
 */
export const verificationResultSchema = z.strictObject({
  id: uuidSchema,
  outcome: z.enum(['match', 'mismatch', 'not-found', 'unverifiable']),
  mismatched: z.array(matchFieldSchema),
  at: instantSchema,
  source: lineSchema(60),
})

/** Up to a thousand questions to the authority under one id. */
export const verificationBatchRequestSchema = z.strictObject({
  id: uuidSchema,
  requests: z.array(verificationRequestSchema).min(1).max(1000),
})

/** A batch is answered later: poll until `done`. */
export const verificationBatchSchema = z.strictObject({
  id: uuidSchema,
  state: z.enum(['pending', 'done']),
  results: z.array(verificationResultSchema),
})

/** What commune police change in the register, after their own check of papers. */
export const registerCorrectionSchema = z.strictObject({
  id: uuidSchema,
  number: personalNumberSchema,
  fullName: nameSchema.optional(),
  birthDate: personal(partialDateSchema).optional(),
  sex: sexSchema.optional(),
  officer: lineSchema(60),
})

/** A value that {@link matchFieldSchema} has read. */
export type MatchField = z.infer<typeof matchFieldSchema>
/** A value that {@link consentEvidenceSchema} has read. */
export type ConsentEvidence = z.infer<typeof consentEvidenceSchema>
/** A value that {@link verificationRequestSchema} has read. */
export type VerificationRequest = z.infer<typeof verificationRequestSchema>
/** A value that {@link verificationResultSchema} has read. */
export type VerificationResult = z.infer<typeof verificationResultSchema>
/** A value that {@link verificationBatchRequestSchema} has read. */
export type VerificationBatchRequest = z.infer<typeof verificationBatchRequestSchema>
/** A value that {@link verificationBatchSchema} has read. */
export type VerificationBatch = z.infer<typeof verificationBatchSchema>
/** A value that {@link registerCorrectionSchema} has read. */
export type RegisterCorrection = z.infer<typeof registerCorrectionSchema>
