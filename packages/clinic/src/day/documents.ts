import type { Outbox } from '../outbox/outbox.js'
import type { DayDocumentsInput } from '../report/day-report.js'
import type { Store } from '../store/store.js'
import { allOf, find } from './kept.js'

/** Everything that a day is reported from. */
export async function documentsOf(
  store: Store,
  outbox: Pick<Outbox, 'all'>,
): Promise<Required<DayDocumentsInput>> {
  return {
    children: await allOf(store, 'child'),
    records: await allOf(store, 'record'),
    operations: await outbox.all(),
    closings: (await find(store, 'closing', 'day'))?.all ?? [],
  }
}
