/** The cells of a list, from a workbook or from CSV. */
import { fromUtf8, ParseError } from '@tiemchung/core'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/universal'
import { errorCatalogue } from '../errors.js'
import type { CellValue } from './cells.js'
import { openWorkbook, type WorkbookLimits } from './workbook.js'

/** Rows of cells, the heading first, and what the cells themselves do not tell. */
export interface SheetRows {
  readonly rows: readonly (readonly CellValue[])[]
  readonly formulas: ReadonlySet<string>
  readonly merged: readonly string[]
}

async function fromWorkbook(bytes: Uint8Array, limits?: WorkbookLimits): Promise<SheetRows> {
  const { formulas, merged } = openWorkbook(bytes, limits)
  try {
    const copy = bytes.slice().buffer
    const rows = (await readSheet(copy, 1, { trim: false })) as unknown as CellValue[][]
    return { rows, formulas, merged }
  } catch {
    throw new ParseError(errorCatalogue, 'tabular.unreadable')
  }
}

function fromCsv(bytes: Uint8Array): SheetRows {
  let text: string
  try {
    text = fromUtf8(bytes)
  } catch {
    throw new ParseError(errorCatalogue, 'tabular.not-utf8')
  }
  try {
    const rows = parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: false })
    return { rows, formulas: new Set(), merged: [] }
  } catch {
    throw new ParseError(errorCatalogue, 'tabular.unreadable')
  }
}

/** Reads the cells of a file. */
export function sheetRows(
  bytes: Uint8Array,
  format: 'xlsx' | 'csv',
  limits?: WorkbookLimits,
): Promise<SheetRows> {
  return format === 'xlsx' ? fromWorkbook(bytes, limits) : Promise.resolve(fromCsv(bytes))
}
