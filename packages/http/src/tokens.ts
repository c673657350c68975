import { HttpError, isSdkError } from '@tiemchung/core'
import { errorCatalogue } from './errors.js'
import { openScope, Stop } from './scope.js'
import type { HttpWorld } from './world.js'

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
  /** A token that is good for now; a fresh one when the server has refused the one that is held. */
  get(refused?: string): Promise<string>
}

/** A token is refreshed a minute before it expires, or at three quarters of a shorter life. */
const longestLeadMs = 60_000
const leadShare = 4

const usable = /^[\x21-\x7e]+$/

function isUsable(token: Token): boolean {
  return typeof token.value === 'string' && usable.test(token.value)
}

function tokenFailure(caught: unknown): HttpError {
  const cause =
    caught instanceof Stop
      ? new HttpError(errorCatalogue, caught.code, { retryable: true })
      : caught
  const retryable = isSdkError(cause) && 'retryable' in cause && cause.retryable === true
  return new HttpError(errorCatalogue, 'http.token', { cause, retryable })
}

/** A token with the times that matter, in milliseconds since 1970. */
interface Held {
  readonly value: string
  readonly refreshAt: number
  readonly expires: number
}

async function askFor(
  provider: TokenProvider,
  { clock, alarm, milliseconds }: TokenWorld,
  reason: TokenReason,
): Promise<Held> {
  const scope = openScope({ alarm, milliseconds, code: 'http.timeout' })
  try {
    const asked = clock.now().getTime()
    const token = await scope.race(provider({ reason }))
    const expires = token.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY
    if (!isUsable(token) || Number.isNaN(expires)) throw new TypeError('unusable token')
    const lead = Math.min(longestLeadMs, Math.max(0, expires - asked) / leadShare)
    return { value: token.value, refreshAt: expires - lead, expires }
  } catch (caught) {
    throw tokenFailure(caught)
  } finally {
    scope.close()
  }
}

/** Where tokens are asked for, and for how long at most. */
interface TokenWorld extends Pick<HttpWorld, 'clock' | 'alarm'> {
  readonly milliseconds: number
}

/**
 * Keeps one token and refreshes it with one flight at a time. A provider that does not answer in time is
 * left behind, or every later call would wait for it.
 */
export function tokenSource(provider: TokenProvider, world: TokenWorld): TokenSource {
  const now = () => world.clock.now().getTime()
  let held: Held | undefined
  let flight: Promise<string> | undefined

  const fetchToken = async (reason: TokenReason): Promise<string> => {
    held = await askFor(provider, world, reason)
    return held.value
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
      const { value, refreshAt, expires } = held
      if (value === refused) return refresh('refused')
      if (now() < refreshAt) return value
      try {
        return await refresh('expiring')
      } catch (caught) {
        if (now() < expires) return value
        throw caught
      }
    },
  }
}
