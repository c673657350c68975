import { assess } from './assess.js'
import type { ChildCase } from './child.js'
import type { Desk } from './desk.js'
import { allOf, keep } from './kept.js'

/** Judges everybody on the list for the day. */
export async function assessAll(desk: Desk): Promise<readonly ChildCase[]> {
  const { store, eligibility, date } = desk.options
  const assessed = (await allOf(store, 'child')).map((one) => ({
    ...one,
    assessment: assess(one, eligibility, date),
  }))
  if (assessed.length > 0) await store.write(assessed.map((one) => keep('child', one.key, one)))
  return assessed
}
