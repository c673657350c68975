import type { CurveName } from '@tiemchung/core/crypto'
import type { EnvelopeLimits } from '../envelope/limits.js'
import type { CertificateCheckId } from './check-ids.js'
import type { Tolerance } from './tolerance.js'

/** What of a profile a verification goes by: all but where its rules come from. */
export interface ProfileRules {
  readonly id: string
  readonly version: string
  readonly limits: EnvelopeLimits
  /** Liberties that are granted, each of which a report names when it was used. */
  readonly tolerances: readonly Tolerance[]
  readonly algorithms: {
    readonly ES256: { readonly curves: readonly CurveName[] }
    readonly PS256: { readonly minimumBits: number }
  }
  /** Seconds that clocks may be apart. */
  readonly clockSkewSeconds: number
  /** Checks beyond the indispensable ones that must have passed. */
  readonly requires: readonly CertificateCheckId[]
  /** Issuer code → countries of signing certificates that may stand behind it, besides itself. */
  readonly countryAliases: Readonly<Record<string, readonly string[]>>
}
