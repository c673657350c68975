import type { ProviderScriptInput } from './script.js'

/** Somebody whose key the simulated providers keep. Nothing of it is secret. */
export interface ProviderUser {
  /** The facility that the certificates are for. */
  readonly facility: string
  readonly userId: string
  readonly password: string
  readonly pin: string
  /** Ids of the keys: `01234-es256` has the facility's own certificate, `01234-rs256` one for RSA. */
  readonly credentials: readonly string[]
}

/**
 * Signing providers that behave as the documented ones do, below `/providers`: `csc/v1`, `csc/v2`,
 * `mysign` and `smartca`. They share their users, keys and script; what they have under way ends with the
 * sandbox.
 */
export interface SigningProviders {
  /** The account of the software that asks for signatures. */
  readonly client: { readonly id: string; readonly secret: string }
  readonly users: readonly ProviderUser[]
  /** Replaces the script; what is not said has its default. */
  behave(script: ProviderScriptInput): void
  /** Ids of the transactions that wait for somebody. */
  waiting(): readonly string[]
  /** What the person at the phone does with everything that waits. Says with how much. */
  decide(decision: 'confirm' | 'refuse'): number
  /** How often a key was used on this digest (hex). */
  operationsOn(hash: string): number
  /** How many access tokens were given out. */
  tokensGiven(): number
  /** How often a key was used at all, and on how many digests. */
  operations(): { readonly total: number; readonly digests: number }
}
