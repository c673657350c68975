import { type Issue, issue, type Path } from '@tiemchung/core'
import { errorCatalogue } from '../../errors.js'
import { type CellValue, dateKinds, readCell } from '../cells.js'
import { fromOldLetters } from '../encoding/letters.js'
import { type Column, foldHeading } from '../layout.js'
import { layouts } from '../write-list.js'
import { columnIndex } from '../xlsx/scan-sheet.js'
import type { ColumnMap, MappedColumn } from './column-map.js'

type Rows = readonly (readonly CellValue[])[]
type Code = Extract<keyof typeof errorCatalogue, `tabular.map-${string}`>

const found = (code: Code, path: Path, params = {}): Issue =>
  issue(errorCatalogue, code, { path, params })

const warned = (code: Code, path: Path, params = {}): Issue =>
  issue(errorCatalogue, code, { path, params, severity: 'warning' })

const reads = (text: string, { kind }: Column): boolean => 'value' in readCell(text, kind)

/** What is wrong with one mapped column: conversions that do not fit what they are for. */
function lintColumn(one: MappedColumn, index: number, column: Column | undefined): Issue[] {
  const path = ['columns', index]
  if (column === undefined) return [found('tabular.map-key', [...path, 'to'])]
  const { heading } = column
  const faults: Issue[] = []
  if (one.dateOrder !== undefined && !dateKinds.has(column.kind)) {
    faults.push(found('tabular.map-conversion', [...path, 'dateOrder'], { heading }))
  }
  const wrong = Object.values(one.codes ?? {}).some((text) => !reads(text, column))
  if (wrong) faults.push(found('tabular.map-conversion', [...path, 'codes'], { heading }))
  if (one.split?.part === 0) {
    faults.push(found('tabular.map-conversion', [...path, 'split'], { heading }))
  }
  return faults
}

/** Keys that two columns give a value, unless each of them only knows some words: `Nam` | `Nữ` with crosses. */
function lintTwice({ columns }: ColumnMap): Issue[] {
  return columns.flatMap(({ to, codes }, index) => {
    const others = columns.filter((other, at) => at < index && other.to === to)
    const clash = others.some((other) => other.codes === undefined || codes === undefined)
    return clash ? [found('tabular.map-twice', ['columns', index, 'to'])] : []
  })
}

function lintConstants({ constants }: ColumnMap, columns: ReadonlyMap<string, Column>): Issue[] {
  return Object.entries(constants).flatMap(([key, text], index) => {
    const column = columns.get(key)
    // A key that the layout does not have may be anything, a person's name too: its place is named.
    if (column === undefined) return [found('tabular.map-key', ['constants', index])]
    if (reads(text, column)) return []
    return [found('tabular.map-conversion', ['constants', key], { heading: column.heading })]
  })
}

/** Columns without which every row is refused. Numbers of rows are counted where the sheet has none. */
function lintNeeded({ columns, constants }: ColumnMap, all: Iterable<Column>): Issue[] {
  const given = new Set([...columns.map(({ to }) => to), ...Object.keys(constants), 'listNumber'])
  return [...all]
    .filter(({ key, needed }) => needed === true && !given.has(key))
    .map(({ heading }) => found('tabular.map-needed', ['columns'], { heading }))
}

/** Columns of the sheet that are used twice: an oversight, or a cell that holds two things. */
function lintSources({ columns }: ColumnMap): Issue[] {
  const used = new Set<string>()
  return columns.flatMap(({ from, split }, index) => {
    const again = split === undefined && from.some((letters) => used.has(letters))
    for (const letters of from) used.add(letters)
    return again ? [warned('tabular.map-source-twice', ['columns', index, 'from'])] : []
  })
}

/** What a heading is compared by: whole, without case, marks and signs, in the letters that the map says. */
function shown(cell: CellValue | undefined, { letters }: MappedColumn): string {
  const text = String(cell ?? '').slice(0, 200)
  return foldHeading(letters === undefined ? text : fromOldLetters(letters, text))
}

/** Columns above which another heading stands than when the map was made: another sheet, or a changed one. */
function lintHeadings({ columns, headingRow }: ColumnMap, rows: Rows): Issue[] {
  const row = rows[headingRow - 1] ?? []
  return columns.flatMap((one, index) =>
    one.from.flatMap((letters, at) => {
      const before = one.headings?.[at]
      const stands = shown(row[columnIndex(letters)], one)
      if (before === undefined || stands === foldHeading(before)) return []
      return [found('tabular.map-heading', ['columns', index, 'from'], { column: letters })]
    }),
  )
}

/**
 * What is wrong with a column map: keys that the layout does not have, a key given twice, conversions that
 * do not fit, constants that would be refused, columns that every row needs and nothing gives. Empty when
 * nothing is. With the rows of the sheet also headings that are not those of the map, so that the map of
 * another sheet is not used by oversight. It does not establish that the columns hold what the map says.
 */
export function lintColumnMap(map: ColumnMap, rows?: Rows): readonly Issue[] {
  const columns = new Map<string, Column>(layouts[map.layout].columns.map((one) => [one.key, one]))
  return [
    ...map.columns.flatMap((one, index) => lintColumn(one, index, columns.get(one.to))),
    ...lintTwice(map),
    ...lintConstants(map, columns),
    ...lintNeeded(map, columns.values()),
    ...lintSources(map),
    ...(rows === undefined ? [] : lintHeadings(map, rows)),
  ]
}
