import { assess } from './assess.js'
import type { ChildCase } from './child.js'
import type { Desk } from './desk.js'
import { transact } from './transact.js'

/** Judges everybody on the list for the day. */
export function assessAll(desk: Desk): Promise<readonly ChildCase[]> {
  const { store, eligibility, date } = desk.options
  return transact(store, async (transaction) => {
    const children = await transaction.all('child')
    const assessed = children.map((one) => ({ ...one, assessment: assess(one, eligibility, date) }))
    for (const one of assessed) transaction.keep('child', one.key, one)
    return assessed
  })
}
