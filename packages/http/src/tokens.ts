import { type Clock, HttpError, isSdkError } from '@tiemchung/core'
import { errorCatalogue } from './errors.js'

/** An access token. */
export interface Token {
  readonly value: string
  /** Refreshed a little before; without it, only when the server refuses it. */
  readonly expiresAt?: Date
}

/** Why a token is asked for: there is none yet, it is about to expire, or the server refused it. */
export type TokenReason = 'first' | 'expiring' | 'refused'

/** What a provider is told. The value of the old token is not. */
export interface TokenContext {
  readonly reason: TokenReason
}

/** Gets an access token. It is asked once at a time, however many requests wait for the answer. */
export type TokenProvider = (context: TokenContext) => Promise<Token>

/** The tokens of one client. */
export interface TokenSource {
  /** A token that is good for now; another one than `refused`, when that is given. */
  get(refused?: string): Promise<string>
}

/** A token is refreshed a minute before it expires, or at three quarters of a shorter life. */
const longestLeadMs = 60_000
const leadShare = 4

const usable = /^[\x21-\x7e]+$/

/** Keeps one token and refreshes it with one flight at a time. */
export function tokenSource(provider: TokenProvider, clock: Clock): TokenSource {
  let held: { readonly value: string; readonly refreshAt: number } | undefined
  let flight: Promise<string> | undefined

  const fetchToken = async (reason: TokenReason): Promise<string> => {
    try {
      const asked = clock.now().getTime()
      const token = await provider({ reason })
      const expires = token.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY
      if (!usable.test(token.value) || Number.isNaN(expires)) throw new TypeError('unusable token')
      const lead = Math.min(longestLeadMs, Math.max(0, expires - asked) / leadShare)
      held = { value: token.value, refreshAt: expires - lead }
      return token.value
    } catch (cause) {
      const retryable = isSdkError(cause) && 'retryable' in cause && cause.retryable === true
      throw new HttpError(errorCatalogue, 'http.token', { cause, retryable })
    }
  }

  const refresh = (reason: TokenReason): Promise<string> => {
    flight ??= fetchToken(reason).finally(() => {
      flight = undefined
    })
    return flight
  }

  return {
    get: async (refused) => {
      if (held === undefined) return refresh('first')
      if (held.value === refused) return refresh('refused')
      if (clock.now().getTime() >= held.refreshAt) return refresh('expiring')
      return held.value
    },
  }
}
