import type { MaybePromise } from '@tiemchung/core/crypto'

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
