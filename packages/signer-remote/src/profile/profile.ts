import type { PolicyHead } from '@tiemchung/core'
import type { SignatureAlgorithm } from '@tiemchung/core/crypto'

/** How software talks to a provider. */
export type ProviderFlow = 'csc-v1' | 'csc-v2' | 'smartca'

/**
 * How sure we are that a profile is right. `tried`: against the service itself. `simulated`: against a
 * service built from its specification. `read`: somebody's description was read, and a service built from that.
 */
export type Evidence = 'tried' | 'simulated' | 'read'

/** A figure and where it comes from: the id of a source or an assumption of the profile. */
export interface Stated<Value> {
  readonly value: Value
  readonly from: string
}

/** What a provider's own word for a state means. */
export type ProviderOutcome =
  | 'waiting'
  | 'done'
  | 'expired'
  | 'rejected'
  | 'credential'
  | 'quota'
  | 'limit'
  | 'unavailable'
  | 'unsure'

/** Everything that differs between providers of one flow, as data. No host is in it. */
export interface ProviderProfile extends PolicyHead {
  readonly format: 'signing-provider/1'
  readonly name: string
  readonly evidence: Evidence
  readonly flow: ProviderFlow
  /** The path below which the operations of the flow stand. */
  readonly base: string
  /**
   * How a session begins, for CSC. `basic`: user and password at `auth/login`. `software`: client id, secret,
   * user id and profile id at a path of its own. `client`: the client credentials grant of OAuth 2 at
   * `oauth2/token`. `token`: the caller brings an access token.
   */
  readonly login?: {
    readonly kind: 'basic' | 'software' | 'client' | 'token'
    readonly path?: string
  }
  /**
   * How the user allows a signature. `secrets`: PIN and one-time code in the call. `phone`: on a phone, while
   * the call or the transaction waits. `token`: elsewhere, for a token that the caller brings.
   */
  readonly consent: 'secrets' | 'phone' | 'token'
  /** Whether signatures are fetched later (CSC 2, operation mode A). */
  readonly deferred?: boolean
  /** The most hashes of one call. */
  readonly hashes: Stated<number>
  /** How long the user has to confirm, in seconds. */
  readonly confirmation: Stated<number>
  /** Seconds before the first question for the result, and at most between two. */
  readonly poll: { readonly first: number; readonly most: number }
  readonly algorithms: readonly SignatureAlgorithm[]
  /** Whether a transaction id that comes again is answered with what it began, so that it can be sent again. */
  readonly repeats: Stated<boolean>
  /** The provider's own codes and words for states and refusals. */
  readonly states: Readonly<Record<string, ProviderOutcome>>
}
