import { type Clock, formatInstant, InputError, type Issue, issue } from '@tiemchung/core'
import type { DayReport } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import { openOf } from '../report/tally.js'
import { type Closing, isClosed } from './closing.js'
import type { Desk } from './desk.js'
import type { Store } from '../store/store.js'
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

/** Everything that is open, late entries and amendments too, by reason. */
export function allOpen({ open, late }: DayReport): Readonly<Record<string, number>> {
  const all: Record<string, number> = { ...open }
  for (const [when, tally] of Object.entries(late ?? {})) {
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

async function closingsIn(transaction: Transaction): Promise<readonly Closing[]> {
  return (await transaction.find('closing', 'day'))?.all ?? []
}

function add(transaction: Transaction, before: readonly Closing[], one: Closing): void {
  transaction.keep('closing', 'day', { all: [...before, one] })
}

/** Closes the day; with anything open only with a reason, which is kept. */
export function close(
  { store, clock }: ClosingDesk,
  reportNow: () => Promise<DayReport>,
  { by, reason }: CloseHow,
): Promise<CloseOutcome> {
  const said = checkedReason(reason)
  return transact<CloseOutcome>(store, async (transaction) => {
    const before = await closingsIn(transaction)
    if (isClosed(before)) throw new InputError(errorCatalogue, 'clinic.close.already')
    const report = await reportNow()
    const open = allOpen(report)
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
    if (!isClosed(before)) throw new InputError(errorCatalogue, 'clinic.reopen.not-closed')
    const at = formatInstant(clock.now())
    const closing: Closing = { state: 'reopened', at, by, open: {}, reason: said }
    add(transaction, before, closing)
    return closing
  })
}

/** @throws InputError `clinic.closed` when the day is closed and this is not said to be late */
export async function checkOpen({ options: { store } }: Desk, late = false): Promise<void> {
  const kept = (await store.get('closing', 'day')) as
    | { readonly all?: readonly Closing[] }
    | undefined
  if (!late && isClosed(kept?.all ?? [])) throw new InputError(errorCatalogue, 'clinic.closed')
}
