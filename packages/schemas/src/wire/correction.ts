import * as z from 'zod'
import { instantSchema, lineSchema, sha256Schema, uuidSchema } from '../text/primitive.js'
import { decisionReasonSchema, openCaseClassSchema, unitSchema } from './hand-over.js'
import { matchFieldSchema } from './identity.js'

const fieldsSchema = z.array(matchFieldSchema)

/** Who did something: an office of a place, and the account of the person. */
const actorSchema = z.strictObject({
  office: z.enum(['health', 'residents-group', 'police']),
  unit: unitSchema,
  officer: lineSchema(60),
})

const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('opened'),
    class: openCaseClassSchema,
    mismatched: fieldsSchema,
    commune: z.string().regex(/^\d{5}$/),
  }),
  z.strictObject({ kind: z.literal('handed-over'), listId: uuidSchema }),
  z.strictObject({
    kind: z.literal('decided'),
    outcome: z.enum(['claim-wrong', 'register-wrong']),
    fields: fieldsSchema.min(1),
    because: decisionReasonSchema,
    listId: uuidSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('corrected'), fields: fieldsSchema.min(1) }),
  z.strictObject({
    kind: z.literal('answered'),
    status: z.enum([
      'matched',
      'not-required',
      'mismatched',
      'not-found',
      'no-number',
      'malformed-number',
      'unverifiable',
    ]),
    class: z.enum([...openCaseClassSchema.options, 'correct', 'not-required']),
    mismatched: fieldsSchema,
  }),
])

/**
 * One event of a journal of corrections (2262/BYT-CNTT). That it may follow the one before, and that a class is that
 * of its fields, is judged where journals are read.
 */
export const correctionEventSchema = z.strictObject({
  id: uuidSchema,
  recordId: uuidSchema,
  at: instantSchema,
  by: actorSchema,
  step: stepSchema,
})

/** What is kept on file of a list that came back (2262/BYT-CNTT, step 3), beside the file itself. */
export const archivedListSchema = z.strictObject({
  format: z.literal('archived-list/1'),
  listId: uuidSchema,
  /** SHA-256 of the list as it was handed over, and of the file that came back. */
  sentHash: sha256Schema,
  hash: sha256Schema,
  signature: z.strictObject({
    form: z.enum(['cms', 'jws']),
    value: z.string().regex(/^[A-Za-z0-9+/=._-]+$/),
  }),
  signer: actorSchema,
  receivedAt: instantSchema,
  receivedBy: lineSchema(60),
})

/** A value that {@link correctionEventSchema} has read. */
export type CorrectionEventDocument = z.infer<typeof correctionEventSchema>
/** A value that {@link archivedListSchema} has read. */
export type ArchivedListDocument = z.infer<typeof archivedListSchema>
