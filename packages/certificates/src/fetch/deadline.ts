/** One limit of time over a whole exchange, also over hosts that do not listen to signals. */
import { type AbortSignalLike, HttpError } from '@tiemchung/core'
import { fetchErrors } from '../errors/fetch-errors.js'
import { abortController, alarm } from './host.js'

/** What may be done until the time is up. */
export interface Deadline {
  /** Fires when the time is up or the caller gives up. */
  readonly signal: AbortSignal
  /** A value, or the refusal when the time is up before it comes. */
  readonly within: <Value>(value: Promise<Value>) => Promise<Value>
  /** Ends the exchange: nothing rings any more, and what is still under way is stopped. */
  readonly end: () => void
}

/** Runs from now, for so many milliseconds or until the caller gives up. */
export function deadline(timeoutMs: number, caller: AbortSignalLike | undefined): Deadline {
  const controller = abortController()
  let giveUp: (reason: unknown) => void = () => undefined
  const refusal = new Promise<never>((_, reject) => {
    giveUp = (reason) => {
      reject(reason)
      controller.abort()
    }
  })
  // Whoever waits gets the refusal; when nobody waits any more it is nobody's fault.
  refusal.catch(() => undefined)
  const stop = alarm(timeoutMs, () => {
    giveUp(new HttpError(fetchErrors, 'certificate-fetch.timeout', { retryable: true }))
  })
  const leave = () => {
    giveUp(caller?.reason)
  }
  if (caller?.aborted === true) leave()
  caller?.addEventListener('abort', leave, { once: true })
  return {
    signal: controller.signal,
    within: (value) => Promise.race([value, refusal]),
    end: () => {
      stop()
      caller?.removeEventListener('abort', leave)
      controller.abort()
    },
  }
}
