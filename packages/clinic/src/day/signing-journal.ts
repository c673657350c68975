/** The journal of a day's signing, in the day's own store. */
import { type JsonValue, uuidv7 } from '@tiemchung/core'
import type { SigningEntry, SigningJournal } from '@tiemchung/signing'
import type { Change } from '../store/store.js'
import type { Desk } from './desk.js'
import { type Transaction, transact } from './transact.js'

const collection = 'signing'

/** What an entry makes of the day: what it signs is kept and queued in the same batch. */
export type Publish = (
  transaction: Transaction,
  made: Parameters<SigningJournal['append']>[1],
) => Promise<void>

/** A journal in the store of the day: an entry and what it brings about are one batch. */
export function storeSigningJournal(
  { options: { store }, world }: Desk,
  publish: Publish,
): SigningJournal {
  return {
    read: async () =>
      (await store.all(collection)).map(({ value }) => value as unknown as SigningEntry),
    append: (entry, made) => {
      const id = uuidv7(world)
      const value = entry as unknown as JsonValue
      return transact(store, async (transaction) => {
        transaction.add([{ collection, id, value }])
        await publish(transaction, made)
      })
    },
  }
}

/** The changes that forget the journal: everything that was signed is with its record. */
export async function forgetSigning({ options: { store } }: Desk): Promise<readonly Change[]> {
  return (await store.all(collection)).map(({ id }) => ({ collection, id, value: null }))
}
