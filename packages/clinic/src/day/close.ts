import { type Clock, formatInstant, InputError, type Issue, issue } from '@tiemchung/core'
import type { DayReport } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import { openOf, openOfDay } from '../report/tally.js'
import { expectedOf, type Operation } from '../outbox/operation.js'
import type { Store } from '../store/store.js'
import { type Closing, type Closings, isClosed, uncounted } from './closing.js'
import { closingsIn, count, restOnCount } from './counting.js'
import { type Transaction, transact } from './transact.js'

/** Who closes or reopens a day, and why. */
export interface CloseHow {
  /** Staff account. */
  readonly by: string
  /** Needed when anything is open. It stays with the facility: a report says only that there is one. */
  readonly reason?: string
}

/**
 * What closing came to. Not closed: `issue` is `clinic.close.open`, and the report says by reason what is open, and by
 * whom and when it is to be done.
 */
export type CloseOutcome =
  | { readonly closed: true; readonly closing: Closing; readonly report: DayReport }
  | { readonly closed: false; readonly issue: Issue; readonly report: DayReport }

/** What closing works with. */
export interface ClosingDesk {
  readonly store: Store
  readonly clock: Clock
}

/** Everything that is open, late entries, amendments and what cannot be read too, by reason. */
export function allOpen(report: DayReport): Readonly<Record<string, number>> {
  const all: Record<string, number> = { ...openOfDay(report) }
  for (const [when, tally] of Object.entries(report.late ?? {})) {
    for (const [reason, count] of Object.entries(tally.open)) all[`late.${when}.${reason}`] = count
  }
  return all
}

/** @throws InputError `clinic.close.reason` */
function checkedReason(reason: string | undefined): string | undefined {
  const text = reason?.trim()
  if (text === undefined || text === '') return undefined
  if (text.length <= 500 && !/\p{Cc}/u.test(text)) return text
  throw new InputError(errorCatalogue, 'clinic.close.reason', { path: ['reason'] })
}

function add(transaction: Transaction, before: Closings, one: Closing): void {
  transaction.keep('closing', 'day', uncounted({ ...before, all: [...before.all, one] }))
}

/** What a day came to, and the operations that were counted. */
export interface DayCount {
  readonly report: DayReport
  readonly operations: readonly Operation[]
}

/** Lets a count stand for a closing. @throws InputError `clinic.close.already` */
async function begin(store: Store): Promise<Closings> {
  const now = await count(store)
  if (isClosed(now.all)) throw new InputError(errorCatalogue, 'clinic.close.already')
  return now
}

/** So often a count may be overtaken by what is being sent: then what was sent during it may still be counted as open. */
const sendingMayOvertake = 20

/** What a closing rests on: that its count stands, and that no operation has got further. */
function rest(transaction: Transaction, before: Closings, operations: readonly Operation[]): void {
  restOnCount(transaction, before)
  transaction.add(
    [],
    operations.map((one) => expectedOf(one.id, one)),
  )
}

/**
 * Closes the day; with anything open only with a reason, which is kept. What is kept as open is what was when the closing
 * was written: when somebody enters or changes something meanwhile, it is counted again.
 */
export function close(
  { store, clock }: ClosingDesk,
  countNow: () => Promise<DayCount>,
  { by, reason }: CloseHow,
): Promise<CloseOutcome> {
  const said = checkedReason(reason)
  let tries = 0
  return transact<CloseOutcome>(store, async (transaction) => {
    const before = await begin(store)
    const { report, operations } = await countNow()
    const open = allOpen(report)
    tries += 1
    rest(transaction, before, tries > sendingMayOvertake ? [] : operations)
    if (openOf(open) > 0 && said === undefined) {
      const params = { open: openOf(open) }
      return {
        closed: false,
        issue: issue(errorCatalogue, 'clinic.close.open', { params }),
        report,
      }
    }
    const at = formatInstant(clock.now())
    const closing: Closing = { state: 'closed', at, by, open, ...(said && { reason: said }) }
    add(transaction, before, closing)
    return { closed: true, closing, report }
  })
}

/**
 * Reopens a closed day; why is kept too.
 *
 * @throws InputError `clinic.reopen.not-closed`, `clinic.close.reason`
 */
export function reopen(
  { store, clock }: ClosingDesk,
  { by, reason }: Required<CloseHow>,
): Promise<Closing> {
  const said = checkedReason(reason)
  if (said === undefined) {
    throw new InputError(errorCatalogue, 'clinic.close.reason', { path: ['reason'] })
  }
  return transact(store, async (transaction) => {
    const before = await closingsIn(transaction)
    if (!isClosed(before.all)) throw new InputError(errorCatalogue, 'clinic.reopen.not-closed')
    const at = formatInstant(clock.now())
    const closing: Closing = { state: 'reopened', at, by, open: {}, reason: said }
    add(transaction, before, closing)
    return closing
  })
}

/** @throws InputError `clinic.closed` when the day is closed and this is not said to be late */
export async function checkOpen(transaction: Transaction, late = false): Promise<void> {
  const { all } = await closingsIn(transaction)
  if (!late && isClosed(all)) throw new InputError(errorCatalogue, 'clinic.closed')
}
