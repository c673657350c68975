import type { Catalogue } from '@tiemchung/core'
import type { Hooks } from './hooks.js'
import type { RetryRule } from './retry/backoff.js'
import type { TokenSource } from './tokens.js'
import type { HttpWorld } from './world.js'

/** Everything that the calls of one client share. */
export interface Line {
  readonly world: HttpWorld
  readonly attemptMs: number
  readonly totalMs: number
  readonly maxBytes: number
  readonly rule: RetryRule
  readonly hooks: Hooks
  readonly tokens: TokenSource | undefined
  readonly catalogue: Catalogue
  readonly saysTokenExpired: ((answer: unknown) => boolean) | undefined
}
