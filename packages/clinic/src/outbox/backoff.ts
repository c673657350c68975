import type { RandomSource } from '@tiemchung/core'

/** How long failed operations wait: doubled each time up to the longest, drawn between half and all. */
export interface Backoff {
  readonly firstMs: number
  readonly longestMs: number
  /** The longest wait that a server may ask for with `Retry-After`. Default: an hour. */
  readonly longestAskedMs?: number
}

/** One second, doubled to at most two minutes. */
export const defaultBackoff: Backoff = { firstMs: 1000, longestMs: 120_000 }

const hour = 3_600_000

/** Milliseconds until the next attempt after so many. */
export function waitAfter(attempts: number, backoff: Backoff, random: RandomSource): number {
  const whole = Math.min(backoff.longestMs, backoff.firstMs * 2 ** Math.min(attempts - 1, 30))
  const [high = 0, low = 0] = random.bytes(2)
  return Math.round(whole / 2 + (whole / 2) * ((high * 256 + low) / 65_535))
}

/**
 * Milliseconds until the next attempt when the server asked for so many: never sooner than it asked, up to the longest,
 * and the drawn wait on top, as it asked the same of all at once.
 */
export function waitAsked(
  askedMs: number | undefined,
  attempts: number,
  backoff: Backoff,
  random: RandomSource,
): number {
  const asked = Math.min(askedMs ?? 0, backoff.longestAskedMs ?? hour)
  return asked + waitAfter(attempts, backoff, random)
}
