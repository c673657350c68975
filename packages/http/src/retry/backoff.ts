import type { RandomSource } from '@tiemchung/core'

/** How often and how long. */
export interface RetryRule {
  readonly attempts: number
  readonly baseMs: number
  readonly capMs: number
}

/**
 * The wait after an attempt, counted from 1: drawn evenly from nothing up to a limit that doubles ("full
 * jitter"), so that facilities which failed together do not come back together.
 */
export function backoffMs(rule: RetryRule, attempt: number, random: RandomSource): number {
  const limit = Math.min(rule.capMs, rule.baseMs * 2 ** (attempt - 1))
  const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4)
  const share = (a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) / 2 ** 32
  return Math.floor(share * (limit + 1))
}
