import type { ListedChild } from './child.js'
import type { Desk } from './desk.js'
import { allOf, keep } from './kept.js'

/** Puts children on the list and says how many are new. */
export async function list(desk: Desk, children: readonly ListedChild[]): Promise<number> {
  const { store } = desk.options
  const known = new Set((await allOf(store, 'child')).map((one) => one.key))
  const fresh = children.filter((one) => !known.has(one.key))
  const changes = fresh.map((one) =>
    keep('child', one.key, { ...one, identity: { status: 'pending' } }),
  )
  if (changes.length > 0) await store.write(changes)
  return fresh.length
}
