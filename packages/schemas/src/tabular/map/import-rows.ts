import type { CivilDate } from '@tiemchung/core'
import type { CellOptions } from '../column-reader.js'
import type { DoseVolumes } from '../doses-of-row.js'
import { type FullRow, fullRow } from '../full-row.js'
import type { Column } from '../layout.js'
import { type Pl1Row, pl1Row } from '../pl1-row.js'
import { cellIssue, type RowIssue } from '../row-issue.js'
import { noFacts, type RawRow, rowReader } from '../row-reader.js'
import { layouts, type WrittenRow } from '../write-list.js'
import { columnIndex } from '../xlsx/scan-sheet.js'
import { applyColumnMap } from './apply-column-map.js'
import type { ColumnMap } from './column-map.js'
import type { SheetCells } from './read-sheet.js'

/** How rows are imported. Letters of old fonts are said in the map. */
export interface ImportOptions extends Omit<CellOptions, 'letters'> {
  /** The day as of which the address codes are valid. */
  readonly asOf: CivilDate
  /** Volumes as the eligibility policy sets them. */
  readonly volumes?: DoseVolumes
}

/** What a sheet comes to through a map. */
export interface ImportReading {
  /** Sound rows; none when a row is refused. */
  readonly rows: readonly (FullRow | Pl1Row)[]
  /** By the rows and columns of the clinic's own sheet. */
  readonly issues: readonly RowIssue[]
  readonly refused: number
  readonly listed: number
  /** All rows in the columns of the layout, suggestions that were taken among them, for `writeWorkbook` or `writeCsv`. */
  readonly written: readonly WrittenRow[]
}

/** The same issue at the column of the sheet that the value came from; nowhere when it came from none. */
function atSource(found: RowIssue, columns: ReadonlyMap<string, string>): RowIssue {
  const column = columns.get(found.heading) ?? ''
  const moved = { ...found, column, path: [found.row, column] }
  const { suggestion } = found
  if (suggestion === undefined) return moved
  return Object.defineProperty(moved, 'suggestion', { value: suggestion, enumerable: false })
}

/** The cells of a row with what was taken of that which was offered, so that the list says what was read. */
function withTaken(cells: WrittenRow, { columns, values, issues }: RawRow): WrittenRow {
  const taken = issues.flatMap(({ heading, severity, suggestion }) => {
    const position = columns.layout.columns.findIndex((one) => one.heading === heading)
    const key = columns.layout.columns[position]?.key
    const isTaken = severity === 'warning' && values[position] !== undefined
    if (key === undefined || suggestion === undefined || !isTaken) return []
    return [[key, suggestion] as const]
  })
  return taken.length === 0 ? cells : { ...cells, ...Object.fromEntries(taken) }
}

/** What the cells of a row do not tell: names that are computed, errors of Excel, merged cells. */
function factsOf(map: ColumnMap, sheet: SheetCells, { row, columns, issues }: RawRow): void {
  for (const { from, to } of map.columns) {
    const column: Column | undefined = columns.layout.columns.find(({ key }) => key === to)
    if (column === undefined) continue
    for (const letters of from) {
      const at = { row, index: columnIndex(letters), heading: column.heading }
      const reference = `${letters}${row}`
      if (sheet.faulty.has(reference)) issues.push(cellIssue(at, 'tabular.cell-error'))
      else if (column.kind === 'name' && sheet.formulas.has(reference)) {
        issues.push(cellIssue(at, 'tabular.formula'))
      }
      const merged = sheet.merged.find(
        ({ firstRow, lastRow, firstColumn, lastColumn }) =>
          firstRow <= row && row <= lastRow && firstColumn <= at.index && at.index <= lastColumn,
      )
      if (merged !== undefined) {
        issues.push(cellIssue(at, 'tabular.merged', { params: { cells: merged.text } }))
      }
    }
  }
}

/**
 * Reads the rows of a clinic's own sheet through a column map, with every check of the layout. Issues name
 * the rows and columns of that sheet.
 *
 * It does not establish that the map is right: a column of phone numbers mapped to numbers of health
 * insurance is refused row by row, one of fathers' names mapped to children's is not.
 */
export function importRows(
  map: ColumnMap,
  sheet: SheetCells,
  options: ImportOptions,
): ImportReading {
  const layout = layouts[map.layout]
  const reader = rowReader(layout, options, noFacts)
  reader.take(
    0,
    layout.columns.map(({ heading }) => heading),
  )
  const headings = new Map<string, string>(layout.columns.map(({ key, heading }) => [key, heading]))
  const sources = new Map(
    map.columns.toReversed().map(({ to, from }) => [headings.get(to) ?? '', from[0] ?? '']),
  )
  const mapped = applyColumnMap(map, sheet.rows)
  const rows: (FullRow | Pl1Row)[] = []
  const issues: RowIssue[] = []
  const written: WrittenRow[] = []
  for (const { row, cells } of mapped) {
    const raw = reader.take(
      row,
      layout.columns.map(({ key }) => cells[key] ?? null),
    )
    written.push(raw === undefined ? cells : withTaken(cells, raw))
    if (raw === undefined) continue
    factsOf(map, sheet, raw)
    const made = map.layout === 'full' ? fullRow(raw, options) : pl1Row(raw)
    if (made !== undefined) rows.push(made)
    issues.push(...raw.issues.map((one) => atSource(one, sources)))
  }
  const refused = mapped.length - rows.length
  return { rows: refused === 0 ? rows : [], issues, refused, listed: mapped.length, written }
}
