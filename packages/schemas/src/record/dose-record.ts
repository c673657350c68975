import * as z from 'zod'
import { personSchema } from '../person/person.js'
import { instantSchema, lineSchema, sha256Schema, uuidSchema } from '../text/primitive.js'
import { consentSchema } from './consent.js'
import { doseSchema, priorDoseSchema } from './dose.js'
import { examinationSchema } from './examination.js'
import { identityEvidenceSchema } from './identity-evidence.js'
import { reactionSchema } from './reaction.js'
import { screeningSchema } from './screening.js'

/** Why a record replaces another. */
export const amendmentReasonSchema = z.enum([
  'feedback',
  'identity-correction',
  'entry-error',
  'register-correction',
])

/** Points at the record that this one replaces. */
export const amendsSchema = z.strictObject({
  recordId: uuidSchema,
  /** SHA-256 of the replaced record's canonical JSON. */
  hash: sha256Schema,
  /** The first record of the chain. */
  firstRecordId: uuidSchema,
  reason: amendmentReasonSchema,
  feedbackId: uuidSchema.optional(),
})

/**
 * One dose given to one person: what a facility enters, completes, has matched and signs.
 *
 * A signed record never changes. A correction is another record with `amends`.
 */
export const doseRecordSchema = z.strictObject({
  format: z.literal('dose-record/1'),
  /** UUIDv5 over facility, person, product, dose number and day, so that double entry collides. */
  id: uuidSchema,
  person: personSchema,
  dose: doseSchema,
  priorDoses: z.array(priorDoseSchema).max(9),
  screening: screeningSchema,
  /** Vital signs and the written conclusion of the screening form. */
  examination: examinationSchema.optional(),
  consent: consentSchema,
  identity: identityEvidenceSchema,
  /** Reactions seen before the record was entered; later ones are a `reaction/1` of their own. */
  reactions: z.array(reactionSchema).max(20).optional(),
  enteredAt: instantSchema,
  /** Staff account of the person who entered it. */
  enteredBy: lineSchema(60),
  amends: amendsSchema.optional(),
})

/** A value that {@link doseRecordSchema} has read. */
export type DoseRecord = z.infer<typeof doseRecordSchema>
/** A value that {@link amendsSchema} has read. */
export type Amends = z.infer<typeof amendsSchema>
/** A value that {@link amendmentReasonSchema} has read. */
export type AmendmentReason = z.infer<typeof amendmentReasonSchema>
