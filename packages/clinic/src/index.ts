export type { Amending } from './day/amend.js'
export { assess, subjectOf } from './day/assess.js'
export type { Assessment, Attendance, ChildCase, ListedChild } from './day/child.js'
export type { Day } from './day/day.js'
export type {
  DayMinutes,
  DaySigning,
  Enterer,
  ReportHow,
  SigningHow,
  VerificationContext,
} from './day/terms.js'
export type { DayOptions } from './day/day-options.js'
export type { CloseHow, CloseOutcome } from './day/close.js'
export type { Closing } from './day/closing.js'
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
export { type KeptDay, openKeptDay } from './day/open-kept-day.js'
export type { DayOverview } from './day/reporting.js'
export type { Proceeded, ProceedHow, ProceedProgress, ProceedStage } from './day/proceeding.js'
export { type DayFacility, type DayHead, isSealed, type RecordCase } from './day/record-case.js'
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
  OperationState,
  SendOperation,
  Settlement,
} from './outbox/operation.js'
export type { OperationFailure } from './outbox/operation-failure.js'
export {
  createOutbox,
  type DrainResult,
  type Outbox,
  type OutboxOptions,
} from './outbox/outbox.js'
export type { Prepared } from './outbox/prepare.js'
export type { Settling } from './outbox/settle.js'
export type { Standing } from './outbox/standing.js'
export { type NextStep, type NextStepFacts, nextStep } from './next-step/next-step.js'
export { type NextStepCode, nextSteps, type StepTaker } from './next-step/words.js'
export {
  type DayDeadline,
  type DayPolicy,
  type DaySession,
  type DayStep,
  daySteps,
  type StepDue,
} from './regime/day-policy.js'
export {
  type DayPolicyReading,
  lintDayPolicy,
  parseDayPolicy,
  readDayPolicy,
} from './regime/read-day-policy.js'
export {
  assumedTargetMinutes,
  campaign17h,
  niis2026RealTime,
  type TargetMinutes,
} from './regime/real-time.js'
export { dayRegime, dayRegimes } from './regime/regime-by-name.js'
export { covid2022SameDayPolicy } from './regime/same-day.js'
export {
  type DayDocumentsInput,
  type DayReportFacts,
  dayReport,
  reportUpwards,
} from './report/day-report.js'
export { dayReportFaults } from './report/faults.js'
export { type OpenRecord, openRecords } from './report/open-records.js'
export type { Change, Expected, Store, StoredDocument } from './store/store.js'
export type { ClinicWorld } from './world.js'
