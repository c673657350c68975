import * as z from 'zod'
import { civilDateSchema, lineSchema } from '../text/primitive.js'
import { unitPeriodSchema } from './unit-period.js'

/** Code of a health facility: 5 digits (mã cơ sở KCB, 384/QĐ-BYT 2019) or the 13 digits of later rules. */
export const facilityCodeSchema = z
  .string()
  .regex(/^(\d{5}|\d{13})$/, { error: 'schema.facility-code' })

/**
 * A place that vaccinates. Whether its codes fit together, and its periods too, is for `facilityIssues` of
 * `@tiemchung/schemas/units`.
 */
export const facilitySchema = z.strictObject({
  code: facilityCodeSchema,
  name: lineSchema(200),
  province: z.string().regex(/^\d{2}$/, { error: 'schema.address.province' }),
  /** None since 01/07/2025. */
  district: z
    .string()
    .regex(/^\d{3}$/, { error: 'schema.address.district' })
    .optional(),
  commune: z.string().regex(/^\d{5}$/, { error: 'schema.address.commune' }),
  /** The day whose codes the address is written in; without it, the day on which it is read. */
  asOf: civilDateSchema.optional(),
  /** Owner and reporting line, by days. */
  periods: z.array(unitPeriodSchema).min(1).max(100).optional(),
  /** Whether it has a signing certificate; without one, minutes are drawn up (9438/BYT-CNTT). */
  canSign: z.boolean(),
})

/** A value that {@link facilitySchema} has read. */
export type Facility = z.infer<typeof facilitySchema>
