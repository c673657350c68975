import type { MaybePromise } from '@tiemchung/core/crypto'
import { outcomeError } from './wire/outcome.js'

/** Asks for something when it is needed. What it gives is let go of with the call. */
export type Ask<Value> = () => MaybePromise<Value>

/** What a token of scope `credential` (CSC 2) has to be for. */
export interface CredentialTokenRequest {
  readonly credential: string
  /** The hashes in base64. */
  readonly hashes: readonly string[]
  /** Object identifier of their algorithm. */
  readonly hashAlgorithm: string
}

/** Who asks, for whom, and what proves it: functions that are called when a provider wants to know. */
export interface RemoteSecrets {
  /** The account of the software: `sp_id` and `sp_password`, or client id and secret with a profile. */
  readonly client?: Ask<{ readonly id: string; readonly secret: string; readonly profile?: string }>
  /** The account of the person or unit that signs. */
  readonly user?: Ask<{ readonly id: string; readonly password?: string }>
  readonly pin?: Ask<string>
  /** The one-time code that the provider has just sent. */
  readonly otp?: Ask<string>
  /** An access token, where the provider's authorization server gives them (OAuth 2). */
  readonly accessToken?: Ask<string>
  /** A token for these hashes alone, which the user allowed on the provider's own page. */
  readonly credentialToken?: (wanted: CredentialTokenRequest) => MaybePromise<string>
}

/**
 * What a function gives. Whatever it throws becomes one code: its message may hold the very thing.
 *
 * @throws SigningError `signing.credential`
 */
export async function askFor<Value>(ask: Ask<Value> | undefined): Promise<Value> {
  if (ask === undefined) throw outcomeError('credential')
  try {
    return await ask()
  } catch {
    throw outcomeError('credential')
  }
}
