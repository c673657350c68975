import * as z from 'zod'
import { relationshipSchema } from '../person/guardian.js'
import { phoneSchema } from '../person/phone.js'
import { nameSchema } from '../text/name.js'
import { civilDateSchema } from '../text/primitive.js'

const answered = {
  by: relationshipSchema,
  /** Name of whoever signed, when it is not the guardian of the record. */
  name: nameSchema.optional(),
  phone: phoneSchema.optional(),
  /** The day on which the form was signed. */
  date: civilDateSchema,
}

/**
 * The annex of 1535/BYT-DP: agree or not, by whom (who to the child, name, telephone), when; `none` while
 * no form has come back.
 */
export const consentSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('agreed'), ...answered }),
  z.strictObject({ state: z.literal('refused'), ...answered }),
  z.strictObject({ state: z.literal('none') }),
])

/** A value that {@link consentSchema} has read. */
export type Consent = z.infer<typeof consentSchema>
