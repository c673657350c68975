/** The cells of a workbook's first visible sheet. */
import { zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import type { CellValue } from '../cells.js'
import { readReference, type SheetFacts } from './scan-sheet.js'
import { noTime, openWorkbook, type WorkbookLimits } from './workbook.js'
import { refuseFile } from './zip-directory.js'

/** Rows of cells from row 1 on, and what the cells themselves do not tell. */
export interface WorkbookCells extends SheetFacts {
  readonly rows: readonly (readonly CellValue[])[]
}

/** Rows behind the last value that hold nothing but errors of Excel: the reader of the file cuts them off. */
function withFaulty(
  rows: readonly (readonly CellValue[])[],
  { faulty }: SheetFacts,
): WorkbookCells['rows'] {
  let last = rows.length
  for (const reference of faulty) last = Math.max(last, readReference(reference)?.row ?? 0)
  return [...rows, ...Array.from({ length: last - rows.length }, () => [])]
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
    return { ...facts, rows: withFaulty(rows as unknown as CellValue[][], facts) }
  } catch {
    return refuseFile('tabular.unreadable')
  }
}
