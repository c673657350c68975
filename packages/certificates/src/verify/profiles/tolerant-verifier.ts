import type { CivilDate } from '@tiemchung/core'
import type { VerificationProfile } from '../profile.js'
import { sources } from './sources.js'
import { tolerantRules } from './tolerant-rules.js'

/** For verifiers of what the world has issued: signatures, dates and issuers are as strict as ever. */
export const tolerantVerifier: VerificationProfile = /* @__PURE__ */ Object.assign(
  {},
  tolerantRules,
  {
    format: 'certificate-verification/1' as const,
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
  },
)
