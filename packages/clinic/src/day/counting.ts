/** Counting a day while others work: what is counted may not change between the count and what is written of it. */
import type { JsonValue } from '@tiemchung/core'
import type { Store } from '../store/store.js'
import { type Closings, counted } from './closing.js'
import { type Transaction, transact } from './transact.js'

/** The closings of a day, as they must stand when the changes are written. */
export async function closingsIn(transaction: Transaction): Promise<Closings> {
  return (await transaction.find('closing', 'day')) ?? { all: [] }
}

/** Lets a count stand, also of a closed day, and answers the closings with it. */
export function count(store: Store): Promise<Closings> {
  return transact(store, async (transaction) => {
    const before = await closingsIn(transaction)
    const now = counted(before)
    if (now.count !== before.count) transaction.keep('closing', 'day', now)
    return now
  })
}

/** What is written of a count rests on it: nobody has taken it down. */
export function restOnCount(transaction: Transaction, standing: Closings): void {
  const value = standing as unknown as JsonValue
  transaction.add([], [{ collection: 'closing', id: 'day', value }])
}
