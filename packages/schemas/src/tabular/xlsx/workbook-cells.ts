/** The cells of a workbook's first visible sheet. */
import { zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import type { CellValue } from '../cells.js'
import type { SheetFacts } from './scan-sheet.js'
import { noTime, openWorkbook, type WorkbookLimits } from './workbook.js'
import { refuseFile } from './zip-directory.js'

/** Rows of cells from row 1 on, and what the cells themselves do not tell. */
export interface WorkbookCells extends SheetFacts {
  readonly rows: readonly (readonly CellValue[])[]
}

/**
 * Reads the cells. The reader sees only the parts that were unpacked and checked, stored in a zip file
 * anew, so that nothing is unpacked without limits.
 *
 * @throws ParseError as `openWorkbook` does
 */
export async function workbookCells(
  bytes: Uint8Array,
  limits?: WorkbookLimits,
): Promise<WorkbookCells> {
  const { parts, sheetNumber, facts } = openWorkbook(bytes, limits)
  const stored = zipSync({ ...parts }, { level: 0, mtime: noTime })
  try {
    const rows = await readSheet(stored.slice().buffer, sheetNumber, { trim: false })
    return { ...facts, rows: rows as unknown as CellValue[][] }
  } catch {
    return refuseFile('tabular.unreadable')
  }
}
