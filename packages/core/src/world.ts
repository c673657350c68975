/**
 * The world that callers bring: clock, randomness, fetch. This file alone touches the host's globals.
 *
 * The types are structural, so that neither DOM nor Node types are needed to use the packages.
 */
import { pooledRandom } from './random-pool.js'

/** Tells the time. */
export interface Clock {
  now(): Date
}

/** Gives random bytes fit for keys and ids. */
export interface RandomSource {
  bytes(length: number): Uint8Array
}

/** What the packages need of an `AbortSignal`. */
export interface AbortSignalLike {
  readonly aborted: boolean
  readonly reason: unknown
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** What the packages need of a `Headers`. */
export interface HeadersLike {
  get(name: string): string | null
  forEach(visit: (value: string, name: string) => void): void
}

/** What the packages need of a `Response`. */
export interface ResponseLike {
  readonly ok: boolean
  readonly status: number
  readonly headers: HeadersLike
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
}

/**
 * A `fetch`: the host's, or a server's own, such as `createSandbox().fetch`. It is called with one
 * `Request`.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Request and Response differ by host
export type FetchLike = (request: any) => Promise<any>

/** Waits; ends early, with the signal's reason, when the signal fires. */
export type Sleep = (milliseconds: number, signal?: AbortSignalLike) => Promise<void>

interface Host {
  readonly crypto: { getRandomValues(target: Uint8Array): Uint8Array }
  readonly fetch: FetchLike
  setTimeout(run: () => void, milliseconds: number): unknown
  clearTimeout(timer: unknown): void
}

const host = globalThis as unknown as Host

/** The host's clock. */
export const systemClock: Clock = { now: () => new Date() }

/** The host's cryptographic randomness. */
export const systemRandom: RandomSource = /* @__PURE__ */ pooledRandom((target) =>
  host.crypto.getRandomValues(target),
)

/** The host's `fetch`. */
export const systemFetch: FetchLike = (request) => host.fetch(request)

/** The longest that a host's timer can count; it takes more for nothing at all. */
const longestTimer = 2 ** 31 - 1

/** Waits by the host's timer, in several legs when it is long. */
export const systemSleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason)
      return
    }
    let timer: unknown
    const stop = () => {
      host.clearTimeout(timer)
      reject(signal?.reason)
    }
    const wait = (left: number) => {
      const leg = Math.min(left, longestTimer)
      timer = host.setTimeout(() => {
        if (left > leg) return wait(left - leg)
        signal?.removeEventListener('abort', stop)
        resolve()
      }, leg)
    }
    wait(milliseconds)
    signal?.addEventListener('abort', stop, { once: true })
  })

/**
 * A clock that stands still until it is moved; for tests, demos and re-runs at another day. `advance`
 * takes milliseconds.
 *
 * @example
 * ```ts
 * import { fixedClock, parseInstant } from '@tiemchung/core'
 * const clock = fixedClock(parseInstant('2022-04-14T09:00:00+07:00'))
 * clock.advance(60_000)
 * ```
 */
export function fixedClock(
  start: Date,
): Clock & { set(to: Date): void; advance(ms: number): void } {
  let time = start.getTime()
  return {
    now: () => new Date(time),
    set: (to) => {
      time = to.getTime()
    },
    advance: (ms) => {
      time += ms
    },
  }
}
