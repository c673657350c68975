import type { AbortSignalLike } from '@tiemchung/core'
import type { DrainOptions, DrainProgress } from './drain.js'

/** A signal that the reader of steps pulls when it goes, beside the caller's own. */
function leaveSignal(outer: AbortSignalLike | undefined) {
  const listeners = new Set<() => void>()
  let left: { readonly reason: unknown } | undefined
  const leave = (reason: unknown) => {
    if (left !== undefined) return
    left = { reason }
    for (const listener of [...listeners]) listener()
  }
  const pass = () => leave(outer?.reason)
  if (outer?.aborted === true) pass()
  outer?.addEventListener('abort', pass, { once: true })
  const signal: AbortSignalLike = {
    get aborted() {
      return left !== undefined
    },
    get reason() {
      return left?.reason
    },
    addEventListener: (_, listener) => {
      listeners.add(listener)
    },
    removeEventListener: (_, listener) => {
      listeners.delete(listener)
    },
  }
  return { signal, leave, letGo: () => outer?.removeEventListener('abort', pass) }
}

/**
 * A drain as steps to loop over; what it left behind is the generator's return value. Steps that nobody reads yet are
 * kept, and the drain does not wait for its reader. Leaving the loop stops the drain, and waits until what was under way
 * is on record.
 */
export async function* stepsOf<Result>(
  drain: (how: DrainOptions) => Promise<Result>,
  how: DrainOptions,
): AsyncGenerator<DrainProgress, Result, undefined> {
  const { signal, leave, letGo } = leaveSignal(how.signal)
  const steps: DrainProgress[] = []
  let ring: () => void = () => undefined
  let isOver = false
  const onProgress = (step: DrainProgress) => {
    how.onProgress?.(step)
    steps.push(step)
    ring()
  }
  const work = drain({ ...how, signal, onProgress })
  const end = work
    .catch(() => undefined)
    .then(() => {
      isOver = true
      ring()
    })
  try {
    for (;;) {
      for (const step of steps.splice(0)) yield step
      if (steps.length > 0) continue
      if (isOver) return await work
      await new Promise<void>((resolve) => {
        ring = resolve
      })
    }
  } finally {
    leave(undefined)
    await end
    letGo()
  }
}
