import type { Check, Verdict } from '@tiemchung/core'
import { InputError } from '@tiemchung/core'
import type { CryptoProvider, MaybePromise } from '@tiemchung/core/crypto'
import { verifyErrors } from '../errors/verify-errors.js'
import { systemCrypto } from '../world.js'
import type { ValueSets } from '../payload/check-codes.js'
import { tolerantRules } from './profiles/tolerant-rules.js'
import type { VerificationProfile } from './profile.js'
import type { ProfileRules } from './profile-rules.js'
import type { RevocationSource } from './revocation-source.js'
import type { TrustedKey, TrustStore } from './trust/trusted-key.js'

/** Judges the chain of a signing certificate. `@tiemchung/certificates/trust` has one. */
export type ChainVerifier = (
  key: TrustedKey,
  at: Date,
) => MaybePromise<{ readonly verdict: Verdict; readonly checks: readonly Check[] }>

/** What a verification goes by. */
export interface VerifyOptions {
  /** The keys that are believed. With an empty store the verdict is `indeterminate`. */
  readonly trust: TrustStore
  /** The instant for which the answer holds. */
  readonly at: Date
  /** Default: `tolerantVerifier`. */
  readonly profile?: VerificationProfile
  readonly revocation?: RevocationSource
  /** Judges the signing certificate's own chain, for stores that did not when they were loaded. */
  readonly chain?: ChainVerifier
  /** Codes to look up; what is unknown is the profile's choice. */
  readonly valueSets?: ValueSets
  /** Default: the host's. */
  readonly crypto?: CryptoProvider
}

/** The options with their defaults. */
export interface VerifyContext {
  readonly trust: TrustStore
  readonly at: Date
  readonly profile: ProfileRules
  readonly revocation: RevocationSource | undefined
  readonly chain: ChainVerifier | undefined
  readonly valueSets: ValueSets | undefined
  readonly crypto: CryptoProvider
}

/** Fills in the defaults. */
export function contextOf(options: VerifyOptions): VerifyContext {
  const { trust, at, revocation, chain, valueSets } = options
  if (Number.isNaN(at.getTime())) throw new InputError(verifyErrors, 'certificate-verify.at')
  const { profile = tolerantRules, crypto = systemCrypto } = options
  // A copy: the report is about one instant, however long it takes.
  return { trust, at: new Date(at.getTime()), profile, revocation, chain, valueSets, crypto }
}
