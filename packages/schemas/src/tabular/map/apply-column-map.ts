/** Rows of a clinic's own sheet as rows of a layout. */
import { fromDateCell } from '../cell/date.js'
import type { CellValue } from '../cells.js'
import { fromOldLetters } from '../encoding/letters.js'
import type { WrittenRow } from '../write-list.js'
import { columnIndex } from '../xlsx/scan-sheet.js'
import type { ColumnMap, DateOrder, MappedColumn } from './column-map.js'

/** A row of the layout and the row of the sheet that it comes from. */
export interface MappedRow {
  /** Number of the row in the clinic's sheet. */
  readonly row: number
  readonly cells: WrittenRow
}

/** What a cell shows: days as they are typed. */
function textOf(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return String(cell)
  const reading = fromDateCell(cell)
  return 'value' in reading ? (reading.value ?? '').split('-').reverse().join('/') : ''
}

/** Day, month and year in the order of the layout; a text that has not three numbers stays as it is. */
function inOrder(text: string, order: DateOrder): string {
  const parts = /^\s*(\d{1,4})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{1,4})\s*$/.exec(text)
  if (parts === null) return text
  const [, first = '', second = '', third = ''] = parts
  if (order === 'ymd') return `${third}/${second}/${first}`
  return order === 'mdy' ? `${second}/${first}/${third}` : `${first}/${second}/${third}`
}

function partOf(text: string, { by, part }: NonNullable<MappedColumn['split']>): string {
  const parts = text.split(by)
  return (part < 0 ? parts.at(part) : parts[part - 1])?.trim() ?? ''
}

/** The word of the layout for one of the sheet; a word that the map does not know stays, to be refused. */
function wordFor(text: string, codes: Readonly<Record<string, string>>): string {
  const wanted = text.trim().toLowerCase()
  return Object.entries(codes).find(([word]) => word.toLowerCase() === wanted)?.[1] ?? text
}

function convert(column: MappedColumn, row: readonly CellValue[]): string | number | undefined {
  const cells = column.from.map((letters) => row[columnIndex(letters)] ?? null)
  const [only] = cells
  const { join = ' ', split, codes, dateOrder, letters } = column
  // A number stays one: what the reader offers depends on it.
  const isPlain = cells.length === 1 && codes === undefined && split === undefined
  if (isPlain && typeof only === 'number') return only
  const texts = cells.map((cell) => {
    const text = textOf(cell)
    const ordered =
      dateOrder === undefined || cell instanceof Date ? text : inOrder(text, dateOrder)
    return letters === undefined ? ordered : fromOldLetters(letters, ordered)
  })
  const whole = texts.filter((text) => text.trim() !== '').join(join)
  const part = split === undefined ? whole : partOf(whole, split)
  const word = codes === undefined ? part : wordFor(part, codes)
  return word.trim() === '' ? undefined : word
}

/**
 * The rows below the heading in the columns of the map's layout. Nothing is checked: read what comes out,
 * with `readPl1` or `readFull`, or by `importRows`. Rows are numbered where the sheet has no numbers.
 */
export function applyColumnMap(
  map: ColumnMap,
  rows: readonly (readonly CellValue[])[],
): readonly MappedRow[] {
  const isNumbered = map.columns.some(({ to }) => to === 'listNumber')
  const mapped: MappedRow[] = []
  for (const [index, row] of rows.entries()) {
    if (index < map.headingRow) continue
    const cells: Record<string, string | number> = {}
    for (const column of map.columns) {
      const value = cells[column.to] === undefined ? convert(column, row) : undefined
      if (value !== undefined) cells[column.to] = value
    }
    // A line with nothing in it but its number is a line of the form that nobody filled in.
    if (Object.keys(cells).every((key) => key === 'listNumber')) continue
    const counted = isNumbered ? {} : { listNumber: mapped.length + 1 }
    mapped.push({ row: index + 1, cells: { ...map.constants, ...counted, ...cells } })
  }
  return mapped
}
