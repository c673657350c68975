import * as z from 'zod'
import { facilityCodeSchema } from '../facility/facility.js'
import { civilDateSchema, instantSchema } from '../text/primitive.js'

const count = z.int().min(0)

/** The numbers of one facility's day, as it reports them: `PUT /v1/day-reports/{facility}/{date}`. */
export const dayReportSchema = z.strictObject({
  format: z.literal('day-report/1'),
  facility: facilityCodeSchema,
  date: civilDateSchema,
  madeAt: instantSchema,
  given: count,
  entered: count,
  complete: count,
  settled: count,
  signed: count,
  acknowledged: count,
  /** Why records are open, by stable reason. */
  open: z.record(z.string(), count),
  finished: z.boolean(),
})

/** One row of the roll-up. `silent`: vaccinating that day by the plan, and nothing was heard. */
export const rollUpRowSchema = z.strictObject({
  facility: facilityCodeSchema,
  state: z.enum(['finished', 'open', 'silent', 'not-vaccinating']),
  report: dayReportSchema.optional(),
})

/** All facilities of a district on one day. */
export const rollUpSchema = z.strictObject({
  district: z.string(),
  date: civilDateSchema,
  madeAt: instantSchema,
  rows: z.array(rollUpRowSchema),
})

/** A value that {@link dayReportSchema} has read. */
export type DayReport = z.infer<typeof dayReportSchema>
/** A value that {@link rollUpSchema} has read. */
export type RollUp = z.infer<typeof rollUpSchema>
/** A value that {@link rollUpRowSchema} has read. */
export type RollUpRow = z.infer<typeof rollUpRowSchema>
