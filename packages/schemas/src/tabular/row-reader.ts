/** Rows of cells into rows of values, one by one, for lists read whole and lists read as a stream. */
import { type CivilDate, earliestDay, ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { CellCode } from './cell/reading.js'
import { type CellValue, partialDay, readCell } from './cells.js'
import { type ColumnPlaces, headingNotices, isHeading, placeColumns } from './headings.js'
import {
  allLetters,
  fromOldLetters,
  type LettersOption,
  lettersOf,
  type OldLetters,
} from './encoding/letters.js'
import { type Column, columnLetters, type Layout } from './layout.js'
import { type CellPlace, cellIssue, type RowIssue } from './row-issue.js'
import type { CellRange, SheetFacts } from './xlsx/scan-sheet.js'
import { refuseFile } from './xlsx/zip-directory.js'

/** How cells are read. */
export interface CellOptions {
  /** Takes what is offered, such as a lost leading zero. Default false: the row is an error. */
  readonly acceptSuggestions?: boolean
  /** The day of reading: later dates are refused. Default: no date is too late. */
  readonly on?: CivilDate
  /**
   * What the letters of the texts are, when they are those of old fonts: `tcvn3` (.VnTime), `vni`
   * (VNI-Times), `utf-8-twice`; for the list or by column key. Default: Unicode, and nothing is
   * converted. `detectEncoding` tells what they seem to be.
   */
  readonly letters?: LettersOption
}

/** The cells of one row by column key, and what is wrong with them. */
export interface RawRow {
  readonly row: number
  readonly values: Readonly<Record<string, string>>
  readonly issues: RowIssue[]
  /** Where a column's cell is, for issues found later. */
  readonly place: (key: string) => CellPlace
}

interface ReadColumn {
  readonly column: Column
  readonly index: number
  readonly letters: OldLetters | undefined
}

interface Context extends CellOptions {
  readonly layout: Layout
  readonly places: ColumnPlaces
  readonly facts: SheetFacts
  /** The columns that are read, with their place in the sheet. */
  readonly read: readonly ReadColumn[]
  readonly needed: readonly string[]
}

function contextOf(
  layout: Layout,
  places: ColumnPlaces,
  facts: SheetFacts,
  options: CellOptions,
): Context {
  const read = layout.columns.flatMap((column: Column): ReadColumn[] => {
    const index = places.get(column.key)
    if (index === undefined || column.kind === 'ignored') return []
    return [{ column, index, letters: lettersOf(options.letters, column.key) }]
  })
  const needed = layout.columns.filter((column) => column.needed === true).map(({ key }) => key)
  return { ...options, layout, places, facts, read, needed }
}

/** What a routed column lets pass: a wrong number; one that lost its zero is refused all the same. */
const malformed: CellCode = 'tabular.identity-number'

type Cell = { readonly value?: string; readonly issue?: RowIssue }

/** Reads a cell; a suggestion is read as if it had been typed. */
function readOne(
  cell: CellValue,
  { kind, routed = false }: Column,
  place: CellPlace,
  options: CellOptions,
): Cell {
  const reading = readCell(cell, kind)
  if ('value' in reading) {
    const { value, notice, params } = reading
    const severity = 'warning' as const
    const more = params === undefined ? { severity } : ({ severity, params } as const)
    return {
      ...(value === undefined ? {} : { value }),
      ...(notice === undefined ? {} : { issue: cellIssue(place, notice, more) }),
    }
  }
  const { refused, params, suggestion } = reading
  const more = {
    ...(Object.keys(params).length === 0 ? {} : { params }),
    ...(suggestion === undefined ? {} : { suggestion }),
  }
  const accept = options.acceptSuggestions === true && suggestion !== undefined
  const second = accept ? readCell(suggestion, kind) : reading
  if ('value' in second && second.value !== undefined) {
    const issue = cellIssue(place, refused, { severity: 'warning', ...more })
    return { value: second.value, issue }
  }
  if (!(routed && refused === malformed)) return { issue: cellIssue(place, refused, more) }
  return { value: '', issue: cellIssue(place, refused, { severity: 'warning', ...more }) }
}

function isLate({ kind }: Column, value: string | undefined, on: CivilDate | undefined): boolean {
  const date = kind === 'date' || kind === 'day' ? partialDay(value) : undefined
  return date !== undefined && on !== undefined && earliestDay(date) > on
}

/** A name that is computed, or a cell that shows an error of Excel. */
function unusableCell(facts: SheetFacts, column: Column, at: CellPlace): CellCode | undefined {
  const { formulas, faulty } = facts
  if (formulas.size === 0 && faulty.size === 0) return undefined
  const reference = `${columnLetters(at.index)}${at.row}`
  if (column.kind === 'name' && formulas.has(reference)) return 'tabular.formula'
  return faulty.has(reference) ? 'tabular.cell-error' : undefined
}

function mergedOver(context: Context, row: number): CellRange | undefined {
  const columns = [...context.places.values()]
  return context.facts.merged.find(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      firstRow <= row &&
      row <= lastRow &&
      columns.some((column) => firstColumn <= column && column <= lastColumn),
  )
}

const inUnicode = (cell: CellValue, letters: OldLetters | undefined): CellValue =>
  letters === undefined || typeof cell !== 'string' ? cell : fromOldLetters(letters, cell)

function readCells(context: Context, row: number, cells: readonly CellValue[]): RawRow {
  const { layout, places, facts, read, needed } = context
  const values: Record<string, string> = {}
  const issues: RowIssue[] = []
  const place = (key: string): CellPlace => {
    const index = layout.columns.findIndex((column) => column.key === key)
    return { row, index: places.get(key) ?? index, heading: layout.columns[index]?.heading ?? '' }
  }
  const merged = facts.merged.length === 0 ? undefined : mergedOver(context, row)
  if (merged !== undefined) {
    const at = { row, index: merged.firstColumn, heading: '' }
    issues.push(cellIssue(at, 'tabular.merged', { params: { cells: merged.text } }))
  }
  for (const { column, index, letters } of read) {
    const cell = inUnicode(cells[index] ?? null, letters)
    const at = { row, index, heading: column.heading }
    const unusable = unusableCell(facts, column, at)
    if (unusable !== undefined) issues.push(cellIssue(at, unusable))
    if (cell === null || cell === '' || unusable !== undefined) continue
    const { value, issue } = readOne(cell, column, at, context)
    if (issue !== undefined) issues.push(issue)
    if (isLate(column, value, context.on)) issues.push(cellIssue(at, 'tabular.date-future'))
    else if (value !== undefined) values[column.key] = value
  }
  for (const key of needed) {
    if (values[key] !== undefined) continue
    const at = place(key)
    const told = issues.some((one) => one.heading === at.heading && one.severity === 'error')
    if (!told) issues.push(cellIssue(at, 'tabular.missing'))
  }
  return { row, values, issues, place }
}

/** The cells as a heading, as they stand or in one of the old letters; undefined when they are none. */
function headingIn(
  layout: Layout,
  cells: readonly CellValue[],
  option: LettersOption | undefined,
): readonly CellValue[] | undefined {
  const readings = [undefined, ...allLetters(option)].map((letters) =>
    cells.map((cell) => inUnicode(cell, letters)),
  )
  return readings.find((reading) => isHeading(layout, reading))
}

const isEmpty = (cells: readonly CellValue[]): boolean =>
  cells.every((cell) => cell === null || cell === '')

/** Rows that may stand above the heading: the title, the unit, the date. */
const above = 20

/** More merged ranges than this are no list. */
const mostMerged = 1000

/** What is known of a file that is no workbook. */
export const noFacts: SheetFacts = { formulas: new Set(), faulty: new Set(), merged: [] }

/** Takes the rows of a sheet in order. */
export interface RowReader {
  /** What is to be said about the columns, once the heading was found. */
  readonly notices: readonly RowIssue[]
  /** The row's values; undefined for empty rows, the heading and what stands above it. */
  take(row: number, cells: readonly CellValue[]): RawRow | undefined
  /** Says that there are no more rows. */
  end(): void
}

/**
 * Starts to read rows. Those above the heading are passed over.
 *
 * @throws ParseError `tabular.no-heading`, `tabular.column-missing`, `tabular.column-twice`,
 *   `tabular.merged` when cells of the heading are merged
 */
export function rowReader(layout: Layout, options: CellOptions, facts: SheetFacts): RowReader {
  const notices: RowIssue[] = []
  let context: Context | undefined
  let passed = 0
  const first = facts.merged[0]?.text ?? ''
  if (facts.merged.length > mostMerged) refuseFile('tabular.merged', { cells: first })

  const start = (row: number, found: readonly CellValue[]) => {
    const cells = headingIn(layout, found, options.letters)
    if (cells === undefined) {
      passed += 1
      if (passed > above) throw new ParseError(errorCatalogue, 'tabular.no-heading')
      return
    }
    context = contextOf(layout, placeColumns(layout, cells), facts, options)
    const merged = mergedOver(context, row)
    if (merged !== undefined) refuseFile('tabular.merged', { cells: merged.text })
    notices.push(...headingNotices(layout, context.places, row, cells))
  }
  return {
    notices,
    take: (row, cells) => {
      if (isEmpty(cells)) return undefined
      if (context !== undefined) return readCells(context, row, cells)
      start(row, cells)
      return undefined
    },
    end: () => {
      if (context === undefined) throw new ParseError(errorCatalogue, 'tabular.no-heading')
    },
  }
}
