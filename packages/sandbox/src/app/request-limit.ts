/** How much one caller may ask within a minute: an account, or else an address. */
import { Problem } from '../problem.js'
import type { SandboxWorld } from '../world.js'

const minute = 60_000

/** Counts requests. What it has counted it forgets with the minute, and with the process. */
export interface RequestLimit {
  /**
   * Counts one request of a caller.
   *
   * @throws Problem `platform.too-many-requests` with the wait, when the caller has asked as much as it may
   */
  count(caller: string): void
}

/** A limit of so many requests of each caller in a minute of the sandbox's clock. */
export function requestLimit(
  { clock }: Pick<SandboxWorld, 'clock'>,
  perMinute: number,
): RequestLimit {
  let current = Number.NaN
  let counts = new Map<string, number>()
  return {
    count: (caller) => {
      const now = clock.now().getTime()
      const running = Math.floor(now / minute)
      if (running !== current) [current, counts] = [running, new Map<string, number>()]
      const count = (counts.get(caller) ?? 0) + 1
      counts.set(caller, count)
      if (count <= perMinute) return
      const retryAfter = Math.max(1, Math.ceil(((running + 1) * minute - now) / 1000))
      throw new Problem(429, 'platform.too-many-requests', { retryAfter })
    },
  }
}
