import type { Outbox } from '../outbox/outbox.js'
import type { DayDocumentsInput } from '../report/day-report.js'
import type { Store } from '../store/store.js'
import { allOf, find } from './kept.js'
import type { KeptReport } from './kept-report.js'

/** Everything that a day is reported from. */
export async function documentsOf(
  store: Store,
  outbox: Pick<Outbox, 'all'>,
): Promise<Required<DayDocumentsInput> & { readonly report: KeptReport | undefined }> {
  return {
    children: await allOf(store, 'child'),
    records: await allOf(store, 'record'),
    operations: await outbox.all(),
    report: await find(store, 'report', 'day'),
    closings: (await find(store, 'closing', 'day'))?.all ?? [],
  }
}
