/** How the columns of a clinic's own sheet become those of a layout: a document that people review and keep. */
import * as z from 'zod'
import { parseWith } from '../../issues-from-zod.js'

/** The letters of a sheet's column: `A` to `ZZ`. */
const lettersSchema = z.string().regex(/^[A-Z]{1,2}$/, { error: 'schema.field' })

/** Where the day, the month and the year stand in dates that are text. Cells that Excel keeps as dates need none. */
export const dateOrderSchema = z.enum(['dmy', 'mdy', 'ymd'])

/** One column of the layout from one or more columns of the sheet. */
export const mappedColumnSchema = z.strictObject({
  /** Columns of the sheet; the texts of several are joined. */
  from: z.array(lettersSchema).min(1).max(5),
  /** The headings that stood there when the map was made, so that a changed sheet is noticed. */
  headings: z.array(z.string().max(200)).max(5).optional(),
  /** The key of a column of the layout. */
  to: z.string().min(1).max(60),
  /** What stands between joined texts. Default a blank. */
  join: z.string().max(3).optional(),
  /** Takes one part of the text: `by` parts it, `part` counts from 1, or from the end with -1. */
  split: z
    .strictObject({ by: z.string().min(1).max(3), part: z.int().min(-20).max(20) })
    .optional(),
  dateOrder: dateOrderSchema.optional(),
  /** Words of the sheet and what the layout writes for them, without regard to case: `{ "1": "Nam" }`. */
  codes: z.record(z.string().max(60), z.string().max(60)).optional(),
  /** Letters of an old font in this column. */
  letters: z.enum(['tcvn3', 'vni', 'utf-8-twice']).optional(),
  /** How sure the proposal was, from 0 to 1. Whoever reviews the map may leave it out. */
  confidence: z.number().min(0).max(1).optional(),
  /** What spoke for the proposal. */
  evidence: z.array(z.string().max(60)).max(10).optional(),
})

/** A map, version 1. */
export const columnMapSchema = z.strictObject({
  format: z.literal('column-map/1'),
  layout: z.enum(['pl1', 'full']),
  /** How the bytes of CSV become characters. Default UTF-8. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1258']).optional(),
  /** The row of the headings, counted from 1. Rows above it are passed over. */
  headingRow: z.int().min(1).max(100),
  columns: z.array(mappedColumnSchema).max(200),
  /** Values that are the same in every row, by key of the layout: `{ "nationality": "VN" }`. */
  constants: z.record(z.string(), z.string().max(200)),
})

/** Where day, month and year stand. */
export type DateOrder = z.infer<typeof dateOrderSchema>
/** One mapped column. */
export type MappedColumn = z.infer<typeof mappedColumnSchema>
/** A map that {@link parseColumnMap} has read. */
export type ColumnMap = z.infer<typeof columnMapSchema>

/**
 * Reads a column map.
 *
 * @throws ParseError `schema.invalid`, with an issue for each fault
 */
export function parseColumnMap(value: unknown): ColumnMap {
  return parseWith(columnMapSchema, value)
}
