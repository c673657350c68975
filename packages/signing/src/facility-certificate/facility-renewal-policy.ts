import { parseRenewalPolicy, type RenewalPolicy } from './renewal-policy.js'

/** One year, renewed in its last month with a new key. No text at hand sets any of it. */
export const facilityRenewalPolicy: RenewalPolicy = /* @__PURE__ */ parseRenewalPolicy({
  format: 'renewal-policy/1',
  id: 'vn.facility-certificates',
  version: '2022-04-08.1',
  effective: { from: '2022-04-08', to: null },
  published: '2022-04-08',
  sources: [
    {
      id: '1815',
      number: '1815/BYT-CNTT',
      date: '2022-04-08',
      issuer: 'Bộ Y tế',
      confidence: 'inferred',
    },
  ],
  assumptions: [
    {
      id: 'one-year',
      says: {
        vi: 'Chứng thư số của cơ sở có hạn một năm; thời hạn thực tế do gói dịch vụ của nhà cung cấp quyết định.',
        en: "A facility's certificate is good for a year; what the provider sold decides in practice.",
      },
    },
    {
      id: 'last-month',
      says: {
        vi: 'Gia hạn trong 30 ngày cuối; còn dưới 7 ngày là trễ, vì cơ sở ký hằng ngày (1815) và không được gián đoạn.',
        en: 'Renewed in the last 30 days, late in the last 7: a facility signs every day (1815) and must not be without a certificate.',
      },
    },
    {
      id: 'new-key',
      says: {
        vi: 'Mỗi lần gia hạn dùng cặp khoá mới.',
        en: 'Each renewal is for a new key.',
      },
    },
  ],
  lifetimeDays: 365,
  dueDays: 30,
  overdueDays: 7,
  keyAtRenewal: 'new',
})
