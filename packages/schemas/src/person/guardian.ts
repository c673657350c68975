import * as z from 'zod'
import { nameSchema } from '../text/name.js'
import { phoneSchema } from './phone.js'

/** Who answers for a child: the relationships of the consent form annexed to 1535/BYT-DP. */
export const relationshipSchema = z.enum(['father', 'mother', 'guardian'])

/** A child's parent or guardian. */
export const guardianSchema = z.strictObject({
  relationship: relationshipSchema,
  fullName: nameSchema,
  phone: phoneSchema.optional(),
})

/** A value that {@link relationshipSchema} has read. */
export type Relationship = z.infer<typeof relationshipSchema>
/** A value that {@link guardianSchema} has read. */
export type Guardian = z.infer<typeof guardianSchema>
