export type { Chunks } from './csv/csv-rows.js'
export type { DoseVolumes, ListedDose } from './doses-of-row.js'
export type { CellValue } from './cells.js'
export type { CsvEncoding } from './encoding/bytes.js'
export { detectEncoding, type EncodingReport } from './encoding/detect-encoding.js'
export type { ColumnLetters, SyllableCounts } from './encoding/detect-letters.js'
export { fromOldLetters, type LettersOption, type OldLetters } from './encoding/letters.js'
export { type FullKey, fullLayout } from './full-layout.js'
export type { FullOptions, FullRow } from './full-row.js'
export { type JoinedList, joinRows } from './join-rows.js'
export type { JoinedRow } from './joined-row.js'
export {
  type CellKind,
  type Column,
  type Layout,
  type Pl1Key,
  pl1Layout,
  type SupplementKey,
  supplementLayout,
} from './layout.js'
export {
  type ColumnMap,
  columnMapSchema,
  type DateOrder,
  type MappedColumn,
  parseColumnMap,
} from './map/column-map.js'
export { applyColumnMap, type MappedRow } from './map/apply-column-map.js'
export { findHeading, type FoundHeading } from './map/find-heading.js'
export { importRows, type ImportOptions, type ImportReading } from './map/import-rows.js'
export { lintColumnMap } from './map/lint-column-map.js'
export {
  type ColumnProposal,
  proposeColumnMap,
  type UnmappedColumn,
} from './map/propose-column-map.js'
export { readSheet, type ReadSheetOptions, type SheetCells } from './map/read-sheet.js'
export type { Pl1Row } from './pl1-row.js'
export {
  type ListReading,
  type ReadListOptions,
  readFull,
  readPl1,
  readSupplement,
} from './read-list.js'
export type { RowIssue } from './row-issue.js'
export type { CellOptions } from './column-reader.js'
export {
  type StreamedRow,
  type StreamOptions,
  streamFull,
  streamPl1,
  streamSupplement,
} from './stream-list.js'
export type { SupplementRow } from './supplement-row.js'
export { writeBack } from './write-back.js'
export {
  type SheetLook,
  type WriteOptions,
  type WrittenRow,
  writeCsv,
  writeSheet,
  writeWorkbook,
} from './write-list.js'
export type { CellRange } from './xlsx/scan-sheet.js'
export type { WorkbookLimits } from './xlsx/workbook.js'
