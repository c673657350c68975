import { parseSigningPolicy } from './lint-policy.js'
import type { SigningPolicy } from './signing-policy.js'

/** Dispatch 1815/BYT-CNTT, article 2: signed within the day; minutes by 9438/BYT-CNTT. */
export const signingPolicy1815: SigningPolicy = /* @__PURE__ */ parseSigningPolicy({
  format: 'signing-policy/1',
  id: 'vn.record-signing',
  version: '2022-04-08.1',
  effective: { from: '2022-04-08', to: null },
  published: '2022-04-08',
  sources: [
    {
      id: '1815',
      number: '1815/BYT-CNTT',
      date: '2022-04-08',
      issuer: 'Bộ Y tế',
      confidence: 'text',
    },
    {
      id: '9438',
      number: '9438/BYT-CNTT',
      date: '2021-11-05',
      issuer: 'Bộ Y tế',
      confidence: 'text',
    },
  ],
  assumptions: [
    {
      id: 'day-ends-at-midnight',
      says: {
        vi: '"Trong ngày" được hiểu là trước 24 giờ ngày tiêm, giờ Việt Nam.',
        en: '"Within the day" is read as before midnight of the day of the dose, Viet Nam time.',
      },
    },
    {
      id: 'amendments-from-entry',
      says: {
        vi: 'Bản ghi đính chính phải ký trong ngày nhập đính chính, vì ngày tiêm đã qua.',
        en: 'An amendment is due on the day of its entry, since the day of the dose is over.',
      },
    },
  ],
  withinDays: 0,
  amendmentsFrom: 'entry',
  minutes: { allowed: 'while-no-certificate', ledBy: ['facility-head', 'commune-chair'] },
})
