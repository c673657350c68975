/** The report on feedback as it goes over the wire, member by member. */
import { handlerSchema, instantSchema } from '@tiemchung/schemas'
import * as z from 'zod'

const count = z.int().min(0)
const hours = z.number().min(0)

/** Every item recorded by the instant of the report is open, withdrawn, met or missed. */
const tallySchema = z.strictObject({
  recorded: count,
  open: count,
  untouched: count,
  unassigned: count,
  dueToday: count,
  overdue: count,
  escalated: count,
  withdrawn: count,
  met: count,
  missed: count,
  /** Absent where nothing was answered. */
  medianHours: hours.optional(),
  p90Hours: hours.optional(),
  /** Absent where nothing is open. */
  oldestOpen: instantSchema.optional(),
})

const unitSchema = z.strictObject({
  ...handlerSchema.shape,
  name: z.string(),
  parent: handlerSchema.optional(),
})

const rowSchema = z.strictObject({
  unit: handlerSchema,
  /** Empty where the list of units does not know it. */
  name: z.string(),
  parent: handlerSchema.optional(),
  known: z.boolean(),
  loggedIn: z.boolean(),
  lastLogIn: instantSchema.optional(),
  /** What is with the unit, and what is with it and all below it. */
  own: tallySchema,
  all: tallySchema,
})

const readingSchema = tallySchema.pick({ overdue: true, met: true, missed: true })

/** How units stand with their feedback at an instant. No person is in it. */
export const feedbackReportSchema = z.strictObject({
  format: z.literal('feedback-report/1'),
  at: instantSchema,
  policy: z.strictObject({ id: z.string(), version: z.string() }),
  rows: z.array(rowSchema),
  total: tallySchema,
  /** The limit read in two ways, whatever the policy says. */
  readings: z.strictObject({ strict: readingSchema, lenient: readingSchema }),
  /** Units in which nobody ever logged in. */
  neverLoggedIn: z.array(unitSchema),
})
