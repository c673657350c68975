import type { AbortSignalLike } from '@tiemchung/core'
import type { IdentityVerifier } from '@tiemchung/identity'
import type { Person, RecordChanges } from '@tiemchung/schemas'
import type { DayReport, Minutes } from '@tiemchung/schemas/wire'
import type { Signer } from '@tiemchung/signing'
import type { DuplicateFinding } from '../duplicate/finding.js'
import type { DrainOptions } from '../outbox/drain.js'
import type { DrainResult, Outbox } from '../outbox/outbox.js'
import type { OpenRecord } from '../report/open-records.js'
import type { Amending } from './amend.js'
import type { Attendance, ChildCase, ListedChild } from './child.js'
import type { CloseHow, CloseOutcome } from './close.js'
import type { Closing } from './closing.js'
import type { EnteredDose, EnteredRecord } from './enter-dose.js'
import type { Ledger } from './ledger.js'
import type { ProceedHow, Proceeded } from './proceeding.js'
import type { RecordCase } from './record-case.js'
import type {
  DayMinutes,
  DaySigning,
  Enterer,
  ReportHow,
  SigningHow,
  VerificationContext,
} from './terms.js'

/**
 * One facility's vaccination day. Every call leaves the store in a whole state; a program that was
 * killed opens the store again and goes on.
 */
export interface Day {
  readonly outbox: Outbox
  /** Puts children on the list. Those that are on it already stay as they are. @throws InputError `clinic.other-day` */
  list(children: readonly ListedChild[]): Promise<number>
  /** Judges everybody on the list by the policies, for this day. */
  assess(): Promise<readonly ChildCase[]>
  /**
   * Asks the authority about everybody whose identity is open. An answer about a person corrected in the
   * meantime is dropped: that identity stays open. One round at a time is asked.
   *
   * @throws InputError `clinic.verification.in-progress`
   */
  verifyIdentities(verifier: IdentityVerifier, context: VerificationContext): Promise<number>
  /**
   * Corrects what the list says of a person; the identity is open again.
   *
   * @throws InputError `clinic.not-listed`; `clinic.signed` when its record is sealed
   */
  correct(key: string, person: Partial<Person>): Promise<ChildCase>
  /**
   * Says what became of a child that was not vaccinated.
   *
   * @throws InputError `clinic.not-listed`; `clinic.duplicate` when a dose was entered
   */
  attend(key: string, attendance: Exclude<Attendance, 'given'>): Promise<void>
  /**
   * Enters a dose that was given. The same dose entered twice is the same record, whoever enters it and under whichever
   * row; what it may be a double of comes with it, and is not dropped.
   *
   * @throws InputError `clinic.not-listed`; `clinic.dose-number` when neither the entry nor the
   *   assessment says which dose it is; `clinic.duplicate` when the child has another dose this day;
   *   `clinic.closed` when the day is closed and the entry is not said to be late
   */
  enter(key: string, dose: EnteredDose, by: Enterer): Promise<EnteredRecord>
  /** Rows and records of this day that may be one dose, the most likely first. */
  duplicates(): Promise<readonly DuplicateFinding[]>
  /**
   * Corrects what was entered of a dose and judges its record again.
   *
   * @throws InputError `clinic.not-listed`; `clinic.not-entered` when no dose was entered;
   *   `clinic.signed` when its record is sealed: amend it
   */
  correctDose(key: string, dose: Partial<EnteredDose>, by: Enterer): Promise<RecordCase>
  /**
   * Amends a sealed record; the amendment is unmatched and unsigned.
   *
   * @throws InputError `clinic.not-signed` when there is no sealed record; `clinic.signed` when it was
   *   amended before: amend the amendment; `clinic.not-adopted` when the platform has another's in its place
   */
  amend(recordId: string, changes: RecordChanges, why: Amending): Promise<RecordCase>
  /**
   * Puts the record that the platform has under this id in the place of ours, after another machine's came first: in a
   * conflict, which is settled by it, or with the same content. From then on it can be amended. `by` says who decided.
   * It does not establish that the signature of theirs holds. Adopted again, it stays as it is.
   *
   * @throws InputError `clinic.adopt.nothing` when the platform has not said that it has one, or ours was amended;
   *   `clinic.adopt.unreadable`; `clinic.send` without a platform
   * @throws HttpError when it cannot be had
   */
  adopt(recordId: string, by?: string): Promise<RecordCase>
  /**
   * Signs everything that is complete, matched and unsigned, and queues it for the platform: each record (`records`, the
   * default), or all with one use of the key (`seal`). A day that was killed meanwhile, or whose signer refused or was not
   * confirmed in time, goes on where it was when it is called again.
   *
   * @throws InputError `clinic.signing.in-progress`
   */
  sign(signer: Signer, how?: SigningHow): Promise<DaySigning>
  /** Draws up minutes over the same, for a facility that cannot sign, and queues them. */
  minute(minutes: DayMinutes): Promise<Minutes | undefined>
  /**
   * Runs whatever is due: assessing, matching, signing or minutes, and sending. A person or record that was corrected or
   * amended goes through all of it again by itself. A stage that fails is named and the others go on; run again, it goes on
   * where it was. A stopped signal rejects with its reason.
   */
  proceed(how: ProceedHow, signal?: AbortSignalLike): Promise<Proceeded>
  /**
   * Queues the report of the day for the platform, signed where a signer is given; `send` sends it. Each gets the next
   * number of its day.
   */
  queueReport(signer?: Signer): Promise<DayReport>
  /** Sends what is queued. */
  send(options?: DrainOptions): Promise<DrainResult>
  ledger(): Promise<Ledger>
  /** What the day has come to, by the policy of the day, with what is open, why, and who does what next. */
  report(how?: ReportHow): Promise<DayReport>
  /** The next step of everything that is open, one by one, the most urgent first. */
  next(): Promise<readonly OpenRecord[]>
  /**
   * Closes the day. With anything open it says what, and closes only with a reason, which is kept with who and when.
   *
   * @throws InputError `clinic.close.already`, `clinic.close.reason`
   */
  close(how: CloseHow): Promise<CloseOutcome>
  /**
   * Reopens a closed day, with a reason.
   *
   * @throws InputError `clinic.reopen.not-closed`, `clinic.close.reason`
   */
  reopen(how: Required<CloseHow>): Promise<Closing>
  /** Every closing and reopening, in order. */
  closings(): Promise<readonly Closing[]>
  children(): Promise<readonly ChildCase[]>
  records(): Promise<readonly RecordCase[]>
}
