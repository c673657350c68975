/** Verification profiles: how strict a verifier is, as data. */
import {
  type Issue,
  issue,
  ParseError,
  type Path,
  parsePolicyHead,
  type PolicyHead,
} from '@tiemchung/core'
import type { CurveName } from '@tiemchung/core/crypto'
import type { EnvelopeLimits } from '../envelope/limits.js'
import { verifyErrors } from '../errors/verify-errors.js'
import { type CertificateCheckId, certificateCheckIds } from './check-ids.js'
import { type Tolerance, tolerances } from './tolerance.js'

/** The format of a profile document. */
const profileFormat = 'certificate-verification/1'

/** How strict a verifier is. */
export interface VerificationProfile extends PolicyHead {
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

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
const listOf = (known: readonly string[]) => (value: unknown) =>
  Array.isArray(value) && value.every((one) => known.includes(one as string))
const isText = (value: unknown) => typeof value === 'string'

const fieldRules: readonly (readonly [Path, (value: unknown) => boolean])[] = [
  [['limits', 'textLength'], isCount],
  [['limits', 'inflatedBytes'], isCount],
  [['limits', 'cborDepth'], isCount],
  [['limits', 'cborItems'], isCount],
  [['tolerances'], listOf(tolerances)],
  [['algorithms', 'ES256', 'curves'], listOf(['P-256', 'P-384', 'P-521'])],
  [['algorithms', 'PS256', 'minimumBits'], isCount],
  [['clockSkewSeconds'], isCount],
  [['requires'], listOf(certificateCheckIds)],
  [
    ['countryAliases'],
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((codes) => Array.isArray(codes) && codes.every(isText)),
  ],
]

/**
 * A profile document with head and body checked.
 *
 * @throws ParseError `policy.head`, `certificate-verify.profile` with an issue for each field
 */
export function parseVerificationProfile(document: unknown): VerificationProfile {
  const head = parsePolicyHead(document, profileFormat)
  const issues = fieldRules.flatMap(([path, fits]): readonly Issue[] => {
    const value = path.reduce<unknown>((inner, step) => record(inner)[step], head)
    return fits(value) ? [] : [issue(verifyErrors, 'certificate-verify.profile-field', { path })]
  })
  if (issues.length > 0) {
    throw new ParseError(verifyErrors, 'certificate-verify.profile', { issues })
  }
  return head as unknown as VerificationProfile
}

/** Whether a profile grants a liberty. */
export function grants(profile: VerificationProfile, tolerance: Tolerance): boolean {
  return profile.tolerances.includes(tolerance)
}
