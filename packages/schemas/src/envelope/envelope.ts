import * as z from 'zod'
import { certificateRequestSchema } from '../certificate/certificate-request.js'
import { facilityCodeSchema } from '../facility/facility.js'
import { feedbackRequestSchema } from '../feedback/feedback.js'
import { doseRecordSchema } from '../record/dose-record.js'
import { reactionReportSchema } from '../record/reaction.js'
import { instantSchema, uuidSchema } from '../text/primitive.js'
import { signedRecordSchema } from '../wire/submission.js'

const head = {
  format: z.literal('envelope/1'),
  /** Chosen by the sender before the first attempt, and kept for every further one. */
  id: uuidSchema,
  /** Code of the facility that sends. */
  sender: facilityCodeSchema,
  sentAt: instantSchema,
}

/** The documents of one kind, none of them twice. */
function documentsOf<Id extends string, Schema extends z.ZodType<Readonly<Record<Id, string>>>>(
  schema: Schema,
  id: Id,
) {
  return z
    .array(schema)
    .min(1)
    .max(1000)
    .refine((all) => new Set(all.map((one) => one[id])).size === all.length, {
      error: 'schema.envelope.twice',
    })
}

/**
 * Documents on their way from one system to another, all of one kind.
 *
 * Whoever receives an envelope keeps its id: the same id again gets the same answer and changes nothing,
 * whatever `sentAt` says by then. The same id with other documents is a conflict, not a correction.
 */
export const envelopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...head,
    kind: z.literal('dose-records'),
    documents: documentsOf(doseRecordSchema, 'id'),
  }),
  z.strictObject({
    ...head,
    kind: z.literal('signed-records'),
    documents: documentsOf(signedRecordSchema, 'recordId'),
  }),
  z.strictObject({
    ...head,
    kind: z.literal('reactions'),
    documents: documentsOf(reactionReportSchema, 'id'),
  }),
  z.strictObject({
    ...head,
    kind: z.literal('certificate-requests'),
    documents: documentsOf(certificateRequestSchema, 'id'),
  }),
  z.strictObject({
    ...head,
    kind: z.literal('feedback'),
    documents: documentsOf(feedbackRequestSchema, 'id'),
  }),
])

/** A value that {@link envelopeSchema} has read. */
export type Envelope = z.infer<typeof envelopeSchema>
