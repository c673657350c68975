import * as z from 'zod'
import { feedbackDecisionSchema } from '../feedback/feedback.js'
import { uuidSchema } from '../text/primitive.js'

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
