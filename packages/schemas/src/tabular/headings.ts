/** Finds the heading row of a list and which sheet column holds which column of the layout. */
import { issue, ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { CellValue } from './cells.js'
import { type Column, foldHeading, type Layout } from './layout.js'
import { cellIssue, type RowIssue } from './row-issue.js'

/** Which sheet column holds which column of the layout, by key. */
export type ColumnPlaces = ReadonlyMap<string, number>

const names = ({ heading, synonyms = [] }: Column): readonly string[] => [
  foldHeading(heading),
  ...synonyms,
]

const folded = (cells: readonly CellValue[]): readonly string[] =>
  cells.map((cell) => foldHeading(typeof cell === 'string' ? cell.slice(0, 200) : ''))

/** How many mandatory columns a row must name to be taken for the heading. */
const telling = 3

/** Whether a row is the heading: titles and signatures above a list name no columns. */
export function isHeading(layout: Layout, cells: readonly CellValue[]): boolean {
  const texts = new Set(folded(cells))
  const named = layout.columns.filter(
    (column) => column.mandatory === true && names(column).some((name) => texts.has(name)),
  )
  return named.length >= telling
}

function refuse(code: 'tabular.column-missing' | 'tabular.column-twice', columns: Column[]): never {
  const issues = columns.map(({ heading }) => issue(errorCatalogue, code, { params: { heading } }))
  throw new ParseError(errorCatalogue, code, {
    params: { heading: columns[0]?.heading ?? '' },
    issues,
  })
}

/**
 * Finds the layout's columns in a heading row, by heading or synonym, in any order.
 *
 * @throws ParseError `tabular.column-missing` or `tabular.column-twice`, with an issue for each column
 */
export function placeColumns(layout: Layout, heading: readonly CellValue[]): ColumnPlaces {
  const texts = folded(heading)
  const found = layout.columns.map((column) => {
    const wanted = names(column)
    return { column, at: texts.flatMap((text, index) => (wanted.includes(text) ? [index] : [])) }
  })
  const twice = found.filter(({ at }) => at.length > 1)
  if (twice.length > 0)
    refuse(
      'tabular.column-twice',
      twice.map(({ column }) => column),
    )
  const missing = found.filter(({ column, at }) => column.mandatory === true && at.length === 0)
  if (missing.length > 0)
    refuse(
      'tabular.column-missing',
      missing.map(({ column }) => column),
    )
  return new Map(
    found.flatMap(({ column, at: [first] }) => (first === undefined ? [] : [[column.key, first]])),
  )
}

/** Columns that were not understood, and those of the layout that are not there: both to be looked at. */
export function headingNotices(
  layout: Layout,
  places: ColumnPlaces,
  row: number,
  heading: readonly CellValue[],
): readonly RowIssue[] {
  const taken = new Set(places.values())
  const unknown = folded(heading).flatMap((text, index) =>
    text === '' || taken.has(index)
      ? []
      : [
          cellIssue({ row, index, heading: '' }, 'tabular.column-unknown', {
            severity: 'warning',
          }),
        ],
  )
  const absent = layout.columns
    .filter(({ key, kind }) => kind !== 'ignored' && !places.has(key))
    .map(({ heading: name }, index) =>
      cellIssue({ row, index: heading.length + index, heading: name }, 'tabular.column-absent', {
        severity: 'warning',
        params: { heading: name },
      }),
    )
  return [...unknown, ...absent]
}
