/** Rows of cells into rows of values, one by one, for lists read whole and lists read as a stream. */
import { ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { CellCode } from './cell/reading.js'
import type { CellValue } from './cells.js'
import { type CellOptions, columnReader, type ReadCell } from './column-reader.js'
import { type ColumnTable, columnTable } from './column-table.js'
import {
  allLetters,
  fromOldLetters,
  type LettersOption,
  type OldLetters,
} from './encoding/letters.js'
import { type ColumnPlaces, headingNotices, isHeading, placeColumns } from './headings.js'
import { type Column, columnLetters, type Layout } from './layout.js'
import { type CellPlace, cellIssue, type RowIssue } from './row-issue.js'
import { type CellRange, readReference, type SheetFacts } from './xlsx/scan-sheet.js'
import { refuseFile } from './xlsx/zip-directory.js'

/** The values of one row, and what is wrong with them. */
export interface RawRow {
  readonly row: number
  /** By the position of their column in the layout. */
  readonly values: readonly (string | undefined)[]
  readonly issues: RowIssue[]
  readonly columns: ColumnTable
}

/** The value in a column of a row. */
export function valueOf({ values, columns }: RawRow, key: string): string | undefined {
  return values[columns.positions.get(key) ?? -1]
}

/** The values of a row that are there, by key. */
export function valuesByKey({ values, columns }: RawRow): Readonly<Record<string, string>> {
  const found: [string, string][] = []
  for (const [key, position] of columns.positions) {
    const value = values[position]
    if (value !== undefined) found.push([key, value])
  }
  return Object.fromEntries(found)
}

/** Where a column's cell is, for issues found later. */
export function placeOf({ row, columns }: RawRow, key: string): CellPlace {
  const position = columns.positions.get(key) ?? -1
  const heading = columns.layout.columns[position]?.heading ?? ''
  return { row, index: columns.places.get(key) ?? position, heading }
}

interface ReadColumn {
  readonly column: Column
  /** In the sheet. */
  readonly index: number
  /** In the layout. */
  readonly position: number
  readonly read: (cell: NonNullable<CellValue>) => ReadCell
}

interface Context {
  readonly columns: ColumnTable
  readonly facts: SheetFacts
  readonly read: readonly ReadColumn[]
  /** Columns that need a value, with their position in the layout. */
  readonly needed: readonly { readonly key: string; readonly position: number }[]
}

function contextOf(
  layout: Layout,
  places: ColumnPlaces,
  facts: SheetFacts,
  options: CellOptions,
): Context {
  const read = layout.columns.flatMap((column: Column, position): ReadColumn[] => {
    const index = places.get(column.key)
    if (index === undefined || column.kind === 'ignored') return []
    return [{ column, index, position, read: columnReader(column, options) }]
  })
  const needed = layout.columns.flatMap(({ key, needed: isNeeded }: Column, position) =>
    isNeeded === true ? [{ key, position }] : [],
  )
  return { columns: columnTable(layout, places), facts, read, needed }
}

/** A name that is computed, or a cell that shows an error of Excel. */
function unusableCell(
  { formulas, faulty }: SheetFacts,
  column: Column,
  at: CellPlace,
): CellCode | undefined {
  const reference = `${columnLetters(at.index)}${at.row}`
  if (column.kind === 'name' && formulas.has(reference)) return 'tabular.formula'
  return faulty.has(reference) ? 'tabular.cell-error' : undefined
}

function mergedOver(context: Context, row: number): CellRange | undefined {
  const columns = [...context.columns.places.values()]
  return context.facts.merged.find(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      firstRow <= row &&
      row <= lastRow &&
      columns.some((column) => firstColumn <= column && column <= lastColumn),
  )
}

/** The issues of cells that no value can be taken from, and their columns. */
function unusableCells(context: Context, row: number, issues: RowIssue[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { column, index } of context.read) {
    const at = { row, index, heading: column.heading }
    const code = unusableCell(context.facts, column, at)
    if (code === undefined) continue
    issues.push(cellIssue(at, code))
    found.add(column.key)
  }
  return found
}

const usable: ReadonlySet<string> = new Set()

/** Needed columns without a value, unless an error has said why. */
function missing({ needed }: Context, raw: RawRow): void {
  for (const { key, position } of needed) {
    if (raw.values[position] !== undefined) continue
    const at = placeOf(raw, key)
    const told = raw.issues.some((one) => one.heading === at.heading && one.severity === 'error')
    if (!told) raw.issues.push(cellIssue(at, 'tabular.missing'))
  }
}

function readCells(context: Context, row: number, cells: readonly CellValue[]): RawRow {
  const { columns, facts, read } = context
  const values = new Array<string | undefined>(columns.layout.columns.length).fill(undefined)
  const issues: RowIssue[] = []
  const raw = { row, values, issues, columns }
  const merged = facts.merged.length === 0 ? undefined : mergedOver(context, row)
  if (merged !== undefined) {
    const at = { row, index: merged.firstColumn, heading: '' }
    issues.push(cellIssue(at, 'tabular.merged', { params: { cells: merged.text } }))
  }
  const plain = facts.formulas.size === 0 && facts.faulty.size === 0
  const unusable = plain ? usable : unusableCells(context, row, issues)
  for (const { column, index, position, read: readOne } of read) {
    const cell = cells[index]
    if (cell === undefined || cell === null || cell === '' || unusable.has(column.key)) continue
    const { value, notices } = readOne(cell)
    values[position] = value
    for (const { code, details } of notices) {
      issues.push(cellIssue({ row, index, heading: column.heading }, code, details))
    }
  }
  missing(context, raw)
  return raw
}

/** A row as text in an old encoding, for its heading. */
const inLetters = (cells: readonly CellValue[], letters: OldLetters): readonly CellValue[] =>
  cells.map((cell) => (typeof cell === 'string' ? fromOldLetters(letters, cell) : cell))

/** The cells as a heading, as they stand or in one of the old letters; undefined when they are none. */
function headingIn(
  layout: Layout,
  cells: readonly CellValue[],
  option: LettersOption | undefined,
): readonly CellValue[] | undefined {
  const readings = [cells, ...allLetters(option).map((letters) => inLetters(cells, letters))]
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

  const faultyRows = new Set([...facts.faulty].map((one) => readReference(one)?.row))
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
    notices.push(...headingNotices(layout, context.columns.places, row, cells))
  }
  return {
    notices,
    take: (row, cells) => {
      if (isEmpty(cells) && !faultyRows.has(row)) return undefined
      if (context !== undefined) return readCells(context, row, cells)
      start(row, cells)
      return undefined
    },
    end: () => {
      if (context === undefined) throw new ParseError(errorCatalogue, 'tabular.no-heading')
    },
  }
}
