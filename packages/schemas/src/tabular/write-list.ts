import writeXlsxFile, { type Row } from 'write-excel-file/universal'
import { type Layout, pl1Layout, supplementLayout } from './layout.js'

/** Cells by column key. Text is written as text, numbers as numbers, so that both can be tried. */
export type WrittenRow = Readonly<Record<string, string | number | undefined>>

const layouts: Readonly<Record<Layout['id'], Layout>> = {
  pl1: pl1Layout,
  supplement: supplementLayout,
}

/**
 * Makes a workbook in one of the two layouts: the empty template when there are no rows.
 *
 * Codes and numbers that begin with zero must be given as text, or Excel loses the zero.
 */
export async function writeWorkbook(
  id: Layout['id'],
  rows: readonly WrittenRow[],
): Promise<Uint8Array> {
  const { columns } = layouts[id]
  const heading: Row = columns.map(({ heading: value }) => ({ value, fontWeight: 'bold' }))
  const body: Row[] = rows.map((row) =>
    columns.map(({ key }) => {
      const value = row[key]
      return value === undefined ? null : { value }
    }),
  )
  const file = await writeXlsxFile([heading, ...body]).toBlob()
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
