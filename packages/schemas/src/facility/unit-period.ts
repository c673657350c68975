import * as z from 'zod'
import { civilDateSchema } from '../text/primitive.js'

/** Who a health facility belongs to. */
export const unitOwnerSchema = z.enum([
  'province',
  'ministry-of-health',
  'ministry-or-branch',
  'private',
])

/** A value that {@link unitOwnerSchema} has read. */
export type UnitOwner = z.infer<typeof unitOwnerSchema>

/**
 * Whom a facility reports to: the province it lies in, the Ministry of Health for those right under it, or its own
 * ministry or branch.
 */
export const reportingLineSchema = z.discriminatedUnion('line', [
  z.strictObject({
    line: z.literal('province'),
    province: z.string().regex(/^\d{2}$/, { error: 'schema.address.province' }),
  }),
  z.strictObject({ line: z.literal('ministry-of-health') }),
  z.strictObject({
    line: z.literal('ministry-or-branch'),
    branch: z.enum(['defence', 'public-security', 'other']),
  }),
])

/** A value that {@link reportingLineSchema} has read. */
export type ReportingLine = z.infer<typeof reportingLineSchema>

/** Owner and reporting line of a facility from one day to another, both counted; `to` is null while it lasts. */
export const unitPeriodSchema = z.strictObject({
  from: civilDateSchema,
  to: civilDateSchema.nullable(),
  owner: unitOwnerSchema,
  reportsTo: reportingLineSchema,
})

/** A value that {@link unitPeriodSchema} has read. */
export type UnitPeriod = z.infer<typeof unitPeriodSchema>
