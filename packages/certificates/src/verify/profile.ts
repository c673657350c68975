/** Verification profiles: how strict a verifier is, as data. */
import {
  type Issue,
  issue,
  ParseError,
  type Path,
  parsePolicyHead,
  type PolicyHead,
} from '@tiemchung/core'
import { profileErrors } from '../errors/profile-errors.js'
import { certificateCheckIds } from './check-ids.js'
import type { ProfileRules } from './profile-rules.js'
import { tolerances } from './tolerance.js'

/** The format of a profile document. */
const profileFormat = 'certificate-verification/1'

/** How strict a verifier is. */
export interface VerificationProfile extends PolicyHead, ProfileRules {
  readonly id: string
  readonly version: string
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
const listOf = (known: readonly string[]) => (value: unknown) =>
  Array.isArray(value) && value.every((one) => known.includes(one as string))
const isText = (value: unknown) => typeof value === 'string'

const fieldRules = (): readonly (readonly [Path, (value: unknown) => boolean])[] => [
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
  const issues = fieldRules().flatMap(([path, fits]): readonly Issue[] => {
    const value = path.reduce<unknown>((inner, step) => record(inner)[step], head)
    return fits(value) ? [] : [issue(profileErrors, 'certificate-verify.profile-field', { path })]
  })
  if (issues.length > 0) {
    throw new ParseError(profileErrors, 'certificate-verify.profile', { issues })
  }
  return head as unknown as VerificationProfile
}
