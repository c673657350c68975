import * as z from 'zod'
import { facilityCodeSchema } from '../facility/facility.js'
import { civilDateSchema, instantSchema } from '../text/primitive.js'
import { jwsSchema } from './jws.js'

const count = z.int().min(0)

/** Counts by stable reason. */
const reasonsSchema = z.record(z.string().max(120), count)

const stages = {
  given: count,
  entered: count,
  complete: count,
  settled: count,
  signed: count,
}

/**
 * How far doses have come. `byMinutes`: minutes stand in for the signature, and the platform has them. Given =
 * acknowledged + by minutes + all that is open.
 */
const tallySchema = z.strictObject({
  ...stages,
  byMinutes: count,
  /** Signed, and a request with it has left. */
  sent: count,
  acknowledged: count,
  open: reasonsSchema,
})

const stepSchema = z.enum([
  'entered',
  'complete',
  'settled',
  'signed',
  'sent',
  'acknowledged',
  'reported',
])
const moments = ['given', 'entered', 'complete', 'settled', 'signed', 'acknowledged'] as const
const wordSchema = z.string().regex(/^[a-z][a-z0-9.-]{0,119}$/, { error: 'schema.choice' })

/** What a report may say beside its numbers; numbers and codes too, and never a person. */
const details = {
  /** Counts the reports of a facility's day; of two, the higher one counts. */
  sequence: z.int().min(1),
  byMinutes: count,
  sent: count,
  /**
   * Documents of the facility's store that could not be read. What they held is in none of these numbers, and may be
   * neither complete nor sent: with any the day is not finished.
   */
  unreadable: count,
  policy: z.strictObject({
    id: z.string().max(200),
    version: z.string().max(100),
    regime: wordSchema,
    /** Deadlines of the policy that were not judged, because their step is not known. */
    unknownSteps: count,
  }),
  /** Entered after the day or its closing; of this day, and on this day of earlier ones. Not among the numbers above. */
  late: z.strictObject({ ofDay: tallySchema, ofEarlierDays: tallySchema }),
  amendments: z.strictObject({ made: count, signed: count, acknowledged: count }),
  /** The numbers above by part of the day. */
  sessions: z.array(tallySchema.extend({ id: wordSchema })).max(50),
  /** The same by staff account. It is for the facility, and not sent upwards. */
  vaccinators: z.array(tallySchema.extend({ code: z.string().max(60) })).max(1000),
  /** Median minutes between two stages, over the records that have come through both. */
  minutes: z
    .array(
      z.strictObject({
        from: z.enum(moments),
        to: z.enum(moments),
        count,
        median: z.number().min(0).optional(),
      }),
    )
    .max(20),
  deadlines: z
    .array(
      z.strictObject({
        step: stepSchema,
        /** Of a deadline that runs from each dose: the earliest among the open ones. */
        dueAt: instantSchema.optional(),
        minutesLeft: z.int().optional(),
        open: count,
        overdue: count,
      }),
    )
    .max(10),
  /** Identities by when they were settled: before the first dose of the day (8938/BYT-DP), after it, or not yet. */
  identity: z.strictObject({
    beforeFirstDose: count,
    afterFirstDose: count,
    open: count,
    /** Whether all were before the first dose, where the policy asks for it and a dose was given. */
    inTime: z.boolean().optional(),
  }),
  /** What is to be done next and by whom. */
  next: z
    .array(
      z.strictObject({
        who: wordSchema,
        step: stepSchema,
        code: wordSchema,
        count,
        overdue: count,
        dueAt: instantSchema.optional(),
      }),
    )
    .max(200),
  feedbackOpen: count,
  /** The last closing or reopening. The reason itself stays with the facility. */
  closing: z.strictObject({
    state: z.enum(['closed', 'reopened']),
    at: instantSchema,
    open: count,
    withReason: z.boolean(),
  }),
}

/**
 * The numbers of one facility's day, as it reports them: `PUT /v1/day-reports/{facility}/{date}`. The first numbers are
 * of the doses that were entered in time; everything behind `finished` may be left out.
 */
export const dayReportSchema = z.strictObject({
  format: z.literal('day-report/1'),
  facility: facilityCodeSchema,
  date: civilDateSchema,
  madeAt: instantSchema,
  ...stages,
  acknowledged: count,
  /** Why records are open, by stable reason. */
  open: reasonsSchema,
  finished: z.boolean(),
  ...z.strictObject(details).partial().shape,
})

/** A day report under its facility's signature: a JWS over its canonical JSON (RFC 8785). */
export const signedDayReportSchema = z.strictObject({
  format: z.literal('signed-day-report/1'),
  facility: facilityCodeSchema,
  date: civilDateSchema,
  jws: jwsSchema(),
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
/** How far doses have come. */
export type DayTally = z.infer<typeof tallySchema>
/** A value that {@link signedDayReportSchema} has read. */
export type SignedDayReport = z.infer<typeof signedDayReportSchema>
/** A value that {@link rollUpSchema} has read. */
export type RollUp = z.infer<typeof rollUpSchema>
/** A value that {@link rollUpRowSchema} has read. */
export type RollUpRow = z.infer<typeof rollUpRowSchema>
