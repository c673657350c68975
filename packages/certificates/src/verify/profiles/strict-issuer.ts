import type { CivilDate } from '@tiemchung/core'
import { defaultLimits } from '../../envelope/limits.js'
import type { VerificationProfile } from '../profile.js'
import { sources } from './sources.js'

/** For what we make ourselves: no liberties, and everything about the signer must be stated. */
export const strictIssuer: VerificationProfile = {
  format: 'certificate-verification/1',
  id: 'strict-issuer',
  version: '1.0.0',
  effective: { from: '2021-12-20' as CivilDate, to: null },
  published: '2026-11-23' as CivilDate,
  sources,
  assumptions: [
    {
      id: 'issuing-curves',
      says: {
        vi: 'Đặc tả của WHO không hỗ trợ đường cong khác P-256; khi cấp chỉ dùng P-256.',
        en: 'The text of WHO supports no curve beside P-256; only P-256 is issued with.',
      },
    },
  ],
  limits: defaultLimits,
  tolerances: [],
  algorithms: { ES256: { curves: ['P-256'] }, PS256: { minimumBits: 2048 } },
  clockSkewSeconds: 0,
  requires: [
    'signer.validity',
    'signer.usage',
    'signer.country',
    'cwt.within-signer',
    'revocation.certificate',
  ],
  countryAliases: {},
}
