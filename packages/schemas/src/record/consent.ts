import * as z from 'zod'
import { relationshipSchema } from '../person/guardian.js'
import { civilDateSchema } from '../text/primitive.js'

/** The annex of 1535/BYT-DP: agree or not, by whom, when; `none` while no form has come back. */
export const consentSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('agreed'),
    by: relationshipSchema,
    date: civilDateSchema,
  }),
  z.strictObject({
    state: z.literal('refused'),
    by: relationshipSchema,
    date: civilDateSchema,
  }),
  z.strictObject({ state: z.literal('none') }),
])

/** A value that {@link consentSchema} has read. */
export type Consent = z.infer<typeof consentSchema>
