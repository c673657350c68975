import type { CivilDate } from '@tiemchung/core'
import { defaultLimits } from '../../envelope/limits.js'
import type { VerificationProfile } from '../profile.js'
import { sources } from './sources.js'

/** For verifiers of what the world has issued: signatures, dates and issuers are as strict as ever. */
export const tolerantVerifier: VerificationProfile = {
  format: 'certificate-verification/1',
  id: 'tolerant-verifier',
  version: '1.0.0',
  effective: { from: '2021-12-20' as CivilDate, to: null },
  published: '2026-11-23' as CivilDate,
  sources,
  assumptions: [
    {
      id: 'clock-skew',
      says: {
        vi: 'Đặc tả không nêu độ lệch đồng hồ; hồ sơ này cho phép 0 giây.',
        en: 'The specification states no clock skew; this profile allows 0 seconds.',
      },
    },
    {
      id: 'beyond-signer',
      says: {
        vi: 'Các bên kiểm tra xử lý khác nhau khi chứng nhận dài hơn chứng thư số; ở đây chấp nhận và nêu rõ.',
        en: 'Verifiers differ on certificates that outlast their signing certificate; here it is granted and named.',
      },
    },
  ],
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
