/** How the day's documents are kept in a store: one collection a kind. */
import type { JsonValue } from '@tiemchung/core'
import type { Minutes } from '@tiemchung/schemas/wire'
import type { DaySeal } from '@tiemchung/signing'
import type { Change, Store } from '../store/store.js'
import type { ChildCase, KeptQuestion } from './child.js'
import type { Closings } from './closing.js'
import type { KeptReport } from './kept-report.js'
import type { DayHead, RecordCase } from './record-case.js'

/** The kinds of documents of a day. */
export interface DayDocuments {
  child: ChildCase
  record: RecordCase
  minutes: Minutes
  /** By its hash. */
  seal: DaySeal
  /** Seals of other machines, over records that were adopted: no links of this store's own chain. */
  'adopted-seal': DaySeal
  /** By the key of its child. */
  question: KeptQuestion
  /** Of which facility and day this is; one, under `day`. */
  head: DayHead
  /** One, under `day`. */
  closing: Closings
  /** The last report that was queued; one, under `day`. */
  report: KeptReport
}

/** The change that keeps a document. */
export function keep<Kind extends keyof DayDocuments>(
  kind: Kind,
  id: string,
  value: DayDocuments[Kind],
): Change {
  return { collection: kind, id, value: value as unknown as JsonValue }
}

/** All documents of a kind, in the order in which they were first kept. */
export async function allOf<Kind extends keyof DayDocuments>(
  store: Store,
  kind: Kind,
): Promise<readonly DayDocuments[Kind][]> {
  return (await store.all(kind)).map(({ value }) => value as unknown as DayDocuments[Kind])
}

/** One document of a kind, if it is there. */
export async function find<Kind extends keyof DayDocuments>(
  store: Store,
  kind: Kind,
  id: string,
): Promise<DayDocuments[Kind] | undefined> {
  return (await store.get(kind, id)) as unknown as DayDocuments[Kind] | undefined
}
