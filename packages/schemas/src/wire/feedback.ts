import * as z from 'zod'
import {
  claimedDataSchema,
  feedbackActionSchema,
  feedbackDecisionSchema,
  feedbackStateSchema,
  handlerSchema,
} from '../feedback/feedback.js'
import { instantSchema, lineSchema, uuidSchema } from '../text/primitive.js'
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
