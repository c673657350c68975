import type { AbortSignalLike } from '@tiemchung/core'
import { abortController } from './host.js'
import type { Alarm } from './world.js'

/** Why work was stopped from outside. */
export type StopCode = 'http.timeout' | 'http.deadline' | 'http.cancelled'

/** The reason of an abort. It never leaves the package but as the cause that a fetch reports. */
export class Stop extends Error {
  readonly code: StopCode

  constructor(code: StopCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/** A stretch of work that ends when it is done, when its time is up, or when what surrounds it ends. */
export interface Scope {
  readonly signal: AbortSignal
  /** The outcome of some work, or a rejection with {@link Stop} as soon as the scope is stopped. */
  race<Value>(work: Promise<Value>): Promise<Value>
  /** Lets go of timers and listeners. */
  close(): void
}

/** Opens a scope. `reason` says how the end of the surrounding signal is called inside; default: the same. */
export function openScope(options: {
  readonly alarm: Alarm
  readonly milliseconds: number
  readonly code: StopCode
  readonly within?: AbortSignalLike | undefined
  readonly reason?: (signal: AbortSignalLike) => Stop
}): Scope {
  const { within, reason = (signal) => signal.reason as Stop } = options
  const controller = abortController()
  const silence = options.alarm(options.milliseconds, () => {
    controller.abort(new Stop(options.code))
  })
  const leave =
    within &&
    follow(within, () => {
      controller.abort(reason(within))
    })
  return {
    signal: controller.signal,
    race: (work) => raced(work, controller.signal),
    close: () => {
      silence()
      leave?.()
    },
  }
}

/** Stops when the signal fires, or has fired; what it returns ends that. */
function follow(signal: AbortSignalLike, stop: () => void): () => void {
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  return () => {
    signal.removeEventListener('abort', stop)
  }
}

/** A fetch that does not heed signals, such as a server called in-process, is left behind. */
function raced<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(signal.reason as Stop)
    }
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    void work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop)
    })
  })
}
