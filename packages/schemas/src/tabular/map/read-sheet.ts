import type { CellValue } from '../cells.js'
import { csvRows } from '../csv/csv-rows.js'
import type { CsvEncoding } from '../encoding/bytes.js'
import { noFacts } from '../row-reader.js'
import type { CellRange } from '../xlsx/scan-sheet.js'
import type { WorkbookLimits } from '../xlsx/workbook.js'
import { workbookCells } from '../xlsx/workbook-cells.js'

/** The cells of a sheet in whatever columns it has, and what the cells themselves do not tell. */
export interface SheetCells {
  readonly rows: readonly (readonly CellValue[])[]
  /** References of cells that hold a formula: `B7`. */
  readonly formulas: ReadonlySet<string>
  /** References of cells that show an error of Excel. */
  readonly faulty: ReadonlySet<string>
  readonly merged: readonly CellRange[]
}

/** How a sheet is read. */
export interface ReadSheetOptions {
  readonly format: 'xlsx' | 'csv'
  /** How the bytes of CSV become characters. A byte-order mark is believed first. Default UTF-8. */
  readonly encoding?: CsvEncoding
  readonly limits?: WorkbookLimits
}

/**
 * Reads the cells of a clinic's own sheet, as they are: the first visible one of a workbook, or CSV.
 *
 * @throws ParseError for files that cannot be read at all, as `readPl1` does
 */
export async function readSheet(
  bytes: Uint8Array,
  { format, encoding, limits }: ReadSheetOptions,
): Promise<SheetCells> {
  if (format === 'xlsx') return workbookCells(bytes, limits)
  const rows: (readonly string[])[] = []
  for await (const batch of csvRows([bytes], encoding)) rows.push(...batch)
  return { ...noFacts, rows }
}
