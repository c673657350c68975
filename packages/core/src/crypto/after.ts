/** Working with values that may still be to come, without a turn of the event loop for those that are there. */
import type { MaybePromise } from './types.js'

/** Whether a value is still to come. */
export function isPending<Value>(value: MaybePromise<Value>): value is Promise<Value> {
  return typeof (value as { readonly then?: unknown } | undefined)?.then === 'function'
}

/**
 * What `next` makes of a value: at once when the value is there, so that a host with synchronous crypto
 * never waits for a turn of the event loop.
 */
export function after<Value, Result>(
  value: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Result>,
): MaybePromise<Result> {
  return isPending(value) ? value.then(next) : next(value)
}

/** Whether one of the items is taken, asked one after the other: at once where the answers are. */
export function someInTurn<Item>(
  items: readonly Item[],
  takes: (item: Item) => MaybePromise<boolean>,
  from = 0,
): MaybePromise<boolean> {
  for (let at = from; at < items.length; at += 1) {
    const taken = takes(items[at] as Item)
    if (isPending(taken)) return taken.then((yes) => yes || someInTurn(items, takes, at + 1))
    if (taken) return true
  }
  return false
}
