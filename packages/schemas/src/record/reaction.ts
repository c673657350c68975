import * as z from 'zod'
import { facilityCodeSchema } from '../facility/facility.js'
import { instantSchema, lineSchema, uuidSchema } from '../text/primitive.js'
import { personal } from '../text/sensitive.js'

/** What was seen after a dose. No text lists these for the campaign; they are ours, as data. */
export const reactionKindSchema = z.enum([
  'pain-at-site',
  'swelling-at-site',
  'fever',
  'headache',
  'fatigue',
  'muscle-pain',
  'nausea',
  'rash',
  'fainting',
  'breathlessness',
  'chest-pain',
  'seizure',
  'anaphylaxis',
  'other',
])

/** One reaction after a dose: what, since when, how grave, what became of it. */
export const reactionSchema = personal(
  z.strictObject({
    what: reactionKindSchema,
    onset: instantSchema,
    /** For anaphylaxis, grades I to IV of Circular 51/2017/TT-BYT; else 1 mild to 4 threatening life. */
    grade: z.int().min(1).max(4),
    outcome: z.enum(['resolved', 'recovering', 'ongoing', 'sequelae', 'fatal', 'unknown']),
    note: lineSchema(500).optional(),
  }),
)

/**
 * Reactions that became known after the record was entered. A signed record never changes, and what a
 * parent reports in the evening changes nothing that was signed: so this is a document of its own, which
 * points at the record. Reactions seen on site stand in the record itself.
 */
export const reactionReportSchema = z.strictObject({
  format: z.literal('reaction/1'),
  /** Chosen by the sender before the first attempt. */
  id: uuidSchema,
  /** The record of the dose; its amendments are found through it. */
  recordId: uuidSchema,
  facility: facilityCodeSchema,
  reportedAt: instantSchema,
  /** Who told of it. */
  source: z.enum(['guardian', 'person', 'facility', 'hospital']),
  /** Staff account of the person who entered it. */
  enteredBy: lineSchema(60),
  reactions: z.array(reactionSchema).min(1).max(20),
  /** The report that this one replaces. */
  replaces: uuidSchema.optional(),
})

/** A value that {@link reactionKindSchema} has read. */
export type ReactionKind = z.infer<typeof reactionKindSchema>
/** A value that {@link reactionSchema} has read. */
export type Reaction = z.infer<typeof reactionSchema>
/** A value that {@link reactionReportSchema} has read. */
export type ReactionReport = z.infer<typeof reactionReportSchema>
