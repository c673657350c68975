import { outboxCollection } from '../outbox/operation.js'
import type { Outbox } from '../outbox/outbox.js'
import type { DayDocumentsInput } from '../report/day-report.js'
import type { Store } from '../store/store.js'
import { allOf, find } from './kept.js'
import type { KeptReport } from './kept-report.js'

/** What a day is counted from, and its evidence. */
const counted = ['child', 'record', outboxCollection, 'minutes', 'seal', 'adopted-seal'] as const

/** How many documents of a day the store leaves out, as it cannot read them. */
function unreadableIn(store: Store): Promise<number> {
  return store.unreadable?.(counted) ?? Promise.resolve(0)
}

/** Everything that a day is reported from. */
export async function documentsOf(
  store: Store,
  outbox: Pick<Outbox, 'all'>,
): Promise<Required<DayDocumentsInput> & { readonly report: KeptReport | undefined }> {
  const before = await unreadableIn(store)
  const documents = {
    children: await allOf(store, 'child'),
    records: await allOf(store, 'record'),
    operations: await outbox.all(),
    report: await find(store, 'report', 'day'),
    closings: (await find(store, 'closing', 'day'))?.all ?? [],
  }
  // Somebody may spoil or mend one meanwhile: what either look has found was not counted.
  return { ...documents, unreadable: Math.max(before, await unreadableIn(store)) }
}
