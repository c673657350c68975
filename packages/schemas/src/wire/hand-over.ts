import * as z from 'zod'
import { sexSchema } from '../person/person.js'
import {
  civilDateSchema,
  instantSchema,
  lineSchema,
  partialDateSchema,
  uuidSchema,
} from '../text/primitive.js'
import { personal } from '../text/sensitive.js'
import { matchFieldSchema } from './identity.js'

/** Classes of identity that somebody has to put right (2262/BYT-CNTT). */
export const openCaseClassSchema = z.enum([
  'no-number',
  'malformed-number',
  'wrong-number',
  'wrong-name',
  'wrong-birth-date',
  'wrong-sex',
  'wrong-several',
  'wrong-unnamed',
  'unverified',
])

/** Commune code; facility code for what is a facility's. */
export const unitSchema = z.string().regex(/^(\d{5}|\d{13})$/, { error: 'schema.facility-code' })

/** What a decision rests on. */
export const decisionReasonSchema = z.enum([
  'birth-certificate',
  'citizen-card',
  'residence-file',
  'civil-register',
  'person-heard',
])

/** The four compared fields as somebody claims them; a number may be missing or malformed. */
const claimSchema = z.strictObject({
  number: personal(lineSchema(30)).optional(),
  fullName: personal(lineSchema(100)),
  birthDate: personal(partialDateSchema),
  sex: sexSchema,
})

/** A list of cases that one office is to put right: of a commune, or of a hamlet in it. */
export const handOverListSchema = z.strictObject({
  format: z.literal('hand-over-list/1'),
  id: uuidSchema,
  to: z.enum(['residents-group', 'police', 'health']),
  unit: unitSchema,
  hamlet: lineSchema(100).optional(),
  madeAt: instantSchema,
  madeBy: lineSchema(60),
  rows: z
    .array(
      z.strictObject({
        recordId: uuidSchema,
        class: openCaseClassSchema,
        mismatched: z.array(matchFieldSchema),
        /** The permanent residence is unknown and the current one stands in for it. */
        byCurrentResidence: z.boolean(),
        claimed: claimSchema,
      }),
    )
    .min(1),
})

/** The same list as an office hands it back, with what it found of each case. */
export const returnedListSchema = z.strictObject({
  format: z.literal('returned-list/1'),
  list: handOverListSchema,
  findings: z.array(
    z.strictObject({
      recordId: uuidSchema,
      outcome: z.enum(['claim-wrong', 'register-wrong', 'left-open']),
      /** What it rests on; only a case that was left open has none. */
      because: decisionReasonSchema.optional(),
      /** What is right in place of what is claimed, for a claim that is wrong. */
      corrected: claimSchema.partial().optional(),
    }),
  ),
})

const countSchema = z.int().min(0)

/** Movements of a day; *open before + opened = settled + open after*. */
const movementsSchema = z.strictObject({
  openBefore: countSchema,
  opened: countSchema,
  settled: countSchema,
  openAfter: countSchema,
  /** Decisions of the day. */
  claimWrong: countSchema,
  registerWrong: countSchema,
  /** Cases open at the end of the day, by class. */
  classes: z.partialRecord(openCaseClassSchema, countSchema),
})

/** The police's daily aggregated report (8938/BYT-DP): numbers only, no person. */
export const identityDayReportSchema = z.strictObject({
  format: z.literal('identity-day-report/1'),
  date: civilDateSchema,
  madeAt: instantSchema,
  communes: z.array(movementsSchema.extend({ commune: z.string().regex(/^\d{5}$/) })),
  total: movementsSchema,
})

/** A value that {@link openCaseClassSchema} has read. */
export type OpenCaseClass = z.infer<typeof openCaseClassSchema>
/** A value that {@link handOverListSchema} has read. */
export type HandOverDocument = z.infer<typeof handOverListSchema>
/** A value that {@link returnedListSchema} has read. */
export type ReturnedDocument = z.infer<typeof returnedListSchema>
/** A value that {@link identityDayReportSchema} has read. */
export type IdentityDayReport = z.infer<typeof identityDayReportSchema>
