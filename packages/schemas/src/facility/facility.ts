import * as z from 'zod'
import { lineSchema } from '../text/primitive.js'

/** Code of a health facility: 5 digits (mã cơ sở KCB, 384/QĐ-BYT 2019) or the 13 digits of later rules. */
export const facilityCodeSchema = z
  .string()
  .regex(/^(\d{5}|\d{13})$/, { error: 'schema.facility-code' })

/** A place that vaccinates. */
export const facilitySchema = z.strictObject({
  code: facilityCodeSchema,
  name: lineSchema(200),
  province: z.string().regex(/^\d{2}$/, { error: 'schema.address.province' }),
  district: z.string().regex(/^\d{3}$/, { error: 'schema.address.district' }),
  commune: z.string().regex(/^\d{5}$/, { error: 'schema.address.commune' }),
  /** Whether it has a signing certificate; without one, minutes are drawn up (9438/BYT-CNTT). */
  canSign: z.boolean(),
})

/** A value that {@link facilitySchema} has read. */
export type Facility = z.infer<typeof facilitySchema>
