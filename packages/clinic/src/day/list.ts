import type { ListedChild } from './child.js'
import type { Desk } from './desk.js'
import { transact } from './transact.js'

/** Puts children on the list and says how many are new. */
export function list(desk: Desk, children: readonly ListedChild[]): Promise<number> {
  return transact(desk.options.store, async (transaction) => {
    const known = new Set((await transaction.all('child')).map((one) => one.key))
    const fresh = children.filter((one) => !known.has(one.key))
    for (const one of fresh) {
      transaction.keep('child', one.key, { ...one, identity: { status: 'pending' } })
    }
    return fresh.length
  })
}
