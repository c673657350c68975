export type { Chunks } from './csv/csv-rows.js'
export { type JoinedList, type JoinedRow, joinRows } from './join-rows.js'
export {
  type CellKind,
  type Column,
  type Layout,
  type Pl1Key,
  pl1Layout,
  type SupplementKey,
  supplementLayout,
} from './layout.js'
export type { Pl1Row } from './pl1-row.js'
export { type ListReading, type ReadListOptions, readPl1, readSupplement } from './read-list.js'
export type { RowIssue } from './row-issue.js'
export type { CellOptions } from './row-reader.js'
export { type StreamedRow, streamPl1, streamSupplement } from './stream-list.js'
export type { SupplementRow } from './supplement-row.js'
export { writeBack } from './write-back.js'
export { type WrittenRow, writeCsv, writeWorkbook } from './write-list.js'
export type { WorkbookLimits } from './xlsx/workbook.js'
