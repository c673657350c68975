import * as z from 'zod'
import { civilDateSchema, lineSchema } from '../text/primitive.js'
import { personal } from '../text/sensitive.js'

/**
 * An address by administrative codes as they were on `asOf`: province 2 digits, district 3 (none since
 * 01/07/2025), commune 5 (Decision 124/2004/QĐ-TTg as amended).
 */
export const addressSchema = z.strictObject({
  province: z.string().regex(/^\d{2}$/, { error: 'schema.address.province' }),
  district: z
    .string()
    .regex(/^\d{3}$/, { error: 'schema.address.district' })
    .optional(),
  commune: z.string().regex(/^\d{5}$/, { error: 'schema.address.commune' }),
  detail: personal(lineSchema(200)).optional(),
  asOf: civilDateSchema,
})

/** A value that {@link addressSchema} has read. */
export type Address = z.infer<typeof addressSchema>
