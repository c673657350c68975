import { InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { ListedChild } from './child.js'
import type { Desk } from './desk.js'
import { type Transaction, transact } from './transact.js'

/** Writes down of which facility and day the store is. @throws InputError `clinic.other-day` */
async function keepHead(transaction: Transaction, { options }: Desk): Promise<void> {
  const { facility, date } = options
  const head = { facility: facility.code, date, canSign: facility.canSign }
  const before = await transaction.find('head', 'day')
  if (before === undefined) return transaction.keep('head', 'day', head)
  if (before.facility === head.facility && before.date === head.date) return
  throw new InputError(errorCatalogue, 'clinic.other-day')
}

/** Puts children on the list and says how many are new. */
export function list(desk: Desk, children: readonly ListedChild[]): Promise<number> {
  return transact(desk.options.store, async (transaction) => {
    await keepHead(transaction, desk)
    const known = new Set((await transaction.all('child')).map((one) => one.key))
    const fresh = children.filter((one) => !known.has(one.key))
    for (const one of fresh) {
      transaction.keep('child', one.key, { ...one, identity: { status: 'pending' } })
    }
    return fresh.length
  })
}
