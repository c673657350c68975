export { type JoinedRow, joinRows } from './join-rows.js'
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
  type ListReading,
  type Pl1Row,
  type ReadListOptions,
  readPl1,
  readSupplement,
  type SupplementRow,
} from './read-list.js'
export type { RowIssue } from './row-issue.js'
export type { WorkbookLimits } from './workbook.js'
export { writeBack } from './write-back.js'
export { type WrittenRow, writeCsv, writeWorkbook } from './write-list.js'
