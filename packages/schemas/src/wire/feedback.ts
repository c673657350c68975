import * as z from 'zod'
import {
  claimedDataSchema,
  evidenceSchema,
  feedbackActionSchema,
  feedbackDecisionSchema,
  feedbackStateSchema,
  handlerSchema,
} from '../feedback/feedback.js'
import { facilityCodeSchema } from '../facility/facility.js'
import { productIdSchema } from '../record/dose.js'
import { civilDateSchema, instantSchema, lineSchema, uuidSchema } from '../text/primitive.js'
import { personal } from '../text/sensitive.js'

/** The server's first answer to feedback: how to follow it. A one-time code is on its way. */
export const submittedSchema = z.strictObject({
  id: uuidSchema,
  reference: z.string().regex(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/),
})

const revision = z.int().min(0)

/** Bodies of what staff do to an item; `revision` is the one that they looked at. */
export const takeFeedbackSchema = z.strictObject({ revision })
/** What the item is answered with. */
export const decideFeedbackSchema = z.strictObject({ revision, decision: feedbackDecisionSchema })
/** The amendment that set the record right. */
export const resolveFeedbackSchema = z.strictObject({ revision, amendmentId: uuidSchema })
/** Who is to handle the item from now on. */
export const passOnFeedbackSchema = z.strictObject({ revision, to: handlerSchema })
/** What the reporter is asked for, in words for them. */
export const askFeedbackSchema = z.strictObject({ revision, asks: personal(lineSchema(500)) })
/** What the reporter adds; at least one of the two. */
export const supplementFeedbackSchema = z
  .strictObject({
    note: personal(z.string().min(1).max(2000)).optional(),
    claimed: claimedDataSchema.optional(),
  })
  .refine((given) => given.note !== undefined || given.claimed !== undefined, {
    error: 'schema.missing',
  })

/** What is going to be uploaded piece by piece: announced before the first byte. */
export const startUploadSchema = z.strictObject({
  bytes: evidenceSchema.shape.bytes,
  mediaType: evidenceSchema.shape.mediaType,
  sha256: evidenceSchema.shape.sha256,
})

/** How far an upload has come; the evidence once it is whole. */
export const uploadSchema = z.strictObject({
  /** How many bytes the server has: where the next piece begins. */
  offset: z.int().min(0),
  bytes: z.int().min(1),
  evidence: evidenceSchema.optional(),
})

/** The random reference that a notice carries: nothing can be read from it. */
export const noticeSchema = z.strictObject({
  reference: z.string().regex(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/),
})

/** What a notice opens the form with: the dose, and nobody's name. */
export const noticedDoseSchema = z.strictObject({
  recordId: uuidSchema,
  facility: facilityCodeSchema,
  facilityName: z.string(),
  doseNumber: z.int().min(1).max(9),
  date: civilDateSchema,
  product: productIdSchema,
})

/** Where a unit has what happens to its items sent. */
export const openWebhookEndpointSchema = z.strictObject({
  /** https; or http on the machine of the platform itself, to develop against. */
  url: z.string().max(500),
  unit: z.string(),
})

/** An endpoint, and how its messages get on. */
export const webhookEndpointSchema = z.strictObject({
  id: uuidSchema,
  url: z.string(),
  unit: z.string(),
  /** Shown once, when the endpoint is opened. */
  secret: z.string().optional(),
  delivered: z.int().min(0),
  waiting: z.int().min(0),
  /** Messages that are not sent any more, after too many tries. */
  givenUp: z.int().min(0),
})

/** What is told when an item changes, to watchers and to webhooks. No person is in it: load the item. */
export const feedbackNotificationSchema = z.strictObject({
  type: z.literal('feedback.changed'),
  timestamp: instantSchema,
  data: z.strictObject({
    id: uuidSchema,
    action: feedbackActionSchema,
    state: feedbackStateSchema,
    revision,
    handler: handlerSchema,
  }),
})

/** A value that {@link feedbackNotificationSchema} has read. */
export type FeedbackNotification = z.infer<typeof feedbackNotificationSchema>
/** A value that {@link startUploadSchema} has read. */
export type StartUpload = z.infer<typeof startUploadSchema>
/** A value that {@link uploadSchema} has read. */
export type Upload = z.infer<typeof uploadSchema>
/** A value that {@link noticedDoseSchema} has read. */
export type NoticedDose = z.infer<typeof noticedDoseSchema>
/** A value that {@link webhookEndpointSchema} has read. */
export type WebhookEndpoint = z.infer<typeof webhookEndpointSchema>
