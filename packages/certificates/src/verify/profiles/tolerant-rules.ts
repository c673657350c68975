import { defaultLimits } from '../../envelope/limits.js'
import type { ProfileRules } from '../profile-rules.js'

/** The rules of `tolerantVerifier`, the default of a verification, which needs no more of it. */
export const tolerantRules: ProfileRules = {
  id: 'tolerant-verifier',
  version: '1.0.0',
  limits: defaultLimits,
  tolerances: [
    'line-end',
    'indefinite-lengths',
    'long-forms',
    'untagged',
    'cwt-tag',
    'unprotected-algorithm',
    'unprotected-key-id',
    'float-times',
    'issuer-not-a-country',
    'beyond-signer',
    'null-members',
    'surrounding-blanks',
    'tagged-dates',
    'whole-floats',
    'loose-dates',
    'loose-standard-names',
    'unknown-codes',
  ],
  algorithms: { ES256: { curves: ['P-256', 'P-384'] }, PS256: { minimumBits: 2048 } },
  clockSkewSeconds: 0,
  requires: [],
  countryAliases: { EL: ['GR'], GG: ['GB'], GI: ['GB'], IM: ['GB'], JE: ['GB'] },
}
