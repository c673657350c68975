export type { Amending } from './day/amend.js'
export { assess, subjectOf } from './day/assess.js'
export type { Assessment, Attendance, ChildCase, ListedChild } from './day/child.js'
export type {
  Day,
  DayMinutes,
  DaySigning,
  Enterer,
  SigningHow,
  VerificationContext,
} from './day/day.js'
export type { DayOptions } from './day/day-options.js'
export { dayReportOf } from './day/day-report.js'
export type { EnteredDose, EnteredRecord } from './day/enter-dose.js'
export {
  type Ledger,
  type LedgerInput,
  type LedgerPart,
  type LedgerStage,
  ledgerFaults,
  makeLedger,
  type StageId,
  stageIds,
} from './day/ledger.js'
export { openDay } from './day/open-day.js'
export { type DayFacility, isSealed, type RecordCase } from './day/record-case.js'
export {
  assumedDuplicateScores,
  type DoseDuplicateReason,
  type DuplicateFinding,
  type DuplicateScores,
} from './duplicate/finding.js'
export { errorCatalogue } from './errors.js'
export { type Backoff, defaultBackoff } from './outbox/backoff.js'
export { type Conflict, type ConflictFacts, conflictWith } from './outbox/conflict.js'
export type { DrainOptions, DrainProgress } from './outbox/drain.js'
export { type OpenOperation, type OpenReason, openReason } from './outbox/open-reason.js'
export type {
  NewOperation,
  Operation,
  OperationFailure,
  OperationState,
  SendOperation,
  Settlement,
} from './outbox/operation.js'
export {
  createOutbox,
  type DrainResult,
  type Outbox,
  type OutboxOptions,
} from './outbox/outbox.js'
export type { Prepared } from './outbox/prepare.js'
export type { Settling } from './outbox/settle.js'
export type { Standing } from './outbox/standing.js'
export type { Change, Expected, Store, StoredDocument } from './store/store.js'
export type { ClinicWorld } from './world.js'
