/** One access token for the calls that are under way at the same time. */
import { hasCode } from '@tiemchung/core'

/** Gets an access token from the provider. */
export type LogIn = () => Promise<string>

/** The token that calls share while they are under way; when the last has ended it is let go of. */
export interface SharedToken {
  /** Says that a call begins; what comes back says that it has ended. */
  begin(): () => void
  /**
   * The token at hand, or one that is asked for now: once, however many calls wait for it. `refused` is one that
   * the provider has not taken; it is never given again.
   */
  get(logIn: LogIn, refused?: string): Promise<string>
}

/** A token that nobody has asked for yet. */
export function sharedToken(): SharedToken {
  let calls = 0
  let held: string | undefined
  let flight: Promise<string> | undefined
  const fetchToken = async (logIn: LogIn): Promise<string> => {
    held = await logIn()
    return held
  }
  const get = async (logIn: LogIn, refused?: string): Promise<string> => {
    if (flight === undefined) {
      if (held !== undefined && held !== refused) return held
      flight = fetchToken(logIn).finally(() => {
        flight = undefined
      })
      return flight
    }
    try {
      return await flight
    } catch (caught) {
      // Whoever asked gave up, and this call has not. A refusal is everybody's: more wrong tries may lock the account.
      if (hasCode(caught, 'signing.stopped')) return get(logIn, refused)
      throw caught
    }
  }
  return {
    get,
    begin: () => {
      calls += 1
      return () => {
        calls -= 1
        if (calls === 0) held = undefined
      }
    },
  }
}
