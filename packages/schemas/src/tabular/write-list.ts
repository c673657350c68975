import type { Language } from '@tiemchung/core'
import writeXlsxFile, { type Row } from 'write-excel-file/universal'
import { columnNotes } from './column-notes.js'
import { fullLayout } from './full-layout.js'
import { type CellKind, type Column, type Layout, pl1Layout, supplementLayout } from './layout.js'

/** Cells by column key. Text is written as text, numbers as numbers, so that both can be tried. */
export type WrittenRow = Readonly<Record<string, string | number | undefined>>

/** What a workbook holds beside its rows. */
export interface WriteOptions {
  /** A second sheet that says of each column how it is written. Default: none. */
  readonly notes?: Language
  /** Empty rows behind the others, whose cells are text: Excel then keeps leading zeros. Default 0. */
  readonly blank?: number
}

/** The layouts by their ids. */
export const layouts: Readonly<Record<Layout['id'], Layout>> = {
  pl1: pl1Layout,
  supplement: supplementLayout,
  full: fullLayout,
}

const noteNames: Readonly<Record<Language, string>> = { vi: 'Cách ghi', en: 'Notes' }

/** Widths that a column's heading does not tell, in characters. */
const kindWidths: Partial<Readonly<Record<CellKind, number>>> = {
  name: 26,
  text: 22,
  note: 22,
  date: 12,
  day: 12,
  phone: 13,
  'identity-number': 16,
  'health-insurance': 17,
  product: 20,
}

/** A column that shows its heading and what is usual in it. */
const widthOf = ({ heading, kind }: Column) => ({
  width: Math.max(heading.length + 3, kindWidths[kind] ?? 8),
})

const bold = (value: string) => ({ value, fontWeight: 'bold' }) as const

/** The sheet of notes, behind the list: a reader takes the first sheet. */
function notesSheet(layout: Layout, language: Language) {
  const [heads = [], ...rows] = columnNotes(layout, language)
  const data: Row[] = [heads.map(bold), ...rows.map((row) => [...row])]
  return {
    data,
    sheet: noteNames[language],
    columns: [{ width: 34 }, { width: 14 }, { width: 80 }],
  }
}

/**
 * Makes a workbook in one of the layouts. The empty template is one without rows:
 * `writeWorkbook('full', [], { notes: 'vi', blank: 500 })`.
 *
 * Codes and numbers that begin with zero must be given as text, or Excel loses the zero.
 */
export async function writeWorkbook(
  id: Layout['id'],
  rows: readonly WrittenRow[],
  { notes, blank = 0 }: WriteOptions = {},
): Promise<Uint8Array> {
  const layout = layouts[id]
  const { columns } = layout
  const body: Row[] = rows.map((row) =>
    columns.map(({ key }) => {
      const value = row[key]
      return value === undefined ? null : { value }
    }),
  )
  const empty: Row = columns.map(() => ({ type: String, format: '@' }))
  const data: Row[] = [
    columns.map(({ heading }) => bold(heading)),
    ...body,
    ...Array.from({ length: blank }, () => empty),
  ]
  // The heading stays in sight, and a print of it is no narrower than it must be.
  const shown = { stickyRowsCount: 1, orientation: 'landscape' } as const
  const list = { data, sheet: 'Sheet1', columns: columns.map(widthOf), ...shown }
  const file = await writeXlsxFile(
    notes === undefined ? [list] : [list, notesSheet(layout, notes)],
  ).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

/** How a sheet with cells of one's own looks. */
export interface SheetLook {
  /** Widths of the columns, in characters. */
  readonly widths?: readonly number[]
  /** The row with the headings, from 1: bold, and it stays in sight. */
  readonly heading?: number
  readonly orientation?: 'landscape'
  /**
   * Every cell below the heading is one of text, empty ones too: what somebody types stays as it was typed. Elsewhere
   * Excel drops zeros in front, and makes of `2/5/2016` whichever day its settings say.
   */
  readonly text?: boolean
}

const asText = (cell: string | number | null) =>
  ({
    ...(cell === null || cell === '' ? {} : { value: String(cell) }),
    type: String,
    format: '@',
  }) as const

/** Makes a workbook of one sheet with cells of one's own, such as an example of a clinic's own list. */
export async function writeSheet(
  rows: readonly (readonly (string | number | null)[])[],
  { widths, heading, orientation, text = false }: SheetLook = {},
): Promise<Uint8Array> {
  const data = rows.map((row, index): Row => {
    if (index + 1 !== heading) return text ? row.map(asText) : [...row]
    return row.map((cell) =>
      typeof cell === 'string' ? { ...bold(cell), wrap: true, height: 30 } : cell,
    )
  })
  const file = await writeXlsxFile(data, {
    ...(widths === undefined ? {} : { columns: widths.map((width) => ({ width })) }),
    ...(heading === undefined ? {} : { stickyRowsCount: heading }),
    ...(orientation === undefined ? {} : { orientation }),
  }).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

const quote = (cell: string): string =>
  /[",;\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** The same as CSV, UTF-8 with a byte-order mark, as Excel wants it. */
export function writeCsv(id: Layout['id'], rows: readonly WrittenRow[]): string {
  const { columns } = layouts[id]
  const lines = [
    columns.map(({ heading }) => quote(heading)),
    ...rows.map((row) => columns.map(({ key }) => quote(String(row[key] ?? '')))),
  ]
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}
