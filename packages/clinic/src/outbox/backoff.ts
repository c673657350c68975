import type { RandomSource } from '@tiemchung/core'

/** How long failed operations wait: doubled each time up to the longest, drawn between half and all. */
export interface Backoff {
  readonly firstMs: number
  readonly longestMs: number
}

/** One second, doubled to at most two minutes. */
export const defaultBackoff: Backoff = { firstMs: 1000, longestMs: 120_000 }

/** Milliseconds until the next attempt after so many. */
export function waitAfter(attempts: number, backoff: Backoff, random: RandomSource): number {
  const whole = Math.min(backoff.longestMs, backoff.firstMs * 2 ** Math.min(attempts - 1, 30))
  const [high = 0, low = 0] = random.bytes(2)
  return Math.round(whole / 2 + (whole / 2) * ((high * 256 + low) / 65_535))
}
