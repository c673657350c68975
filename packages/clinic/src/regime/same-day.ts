import type { DayPolicy } from './day-policy.js'
import { parseDayPolicy } from './read-day-policy.js'

/**
 * `covid-2022-same-day`: entered, complete, signed and finished within the day (dispatch 1815/BYT-CNTT, article 2),
 * with identities matched before the first dose (8938/BYT-DP).
 */
export const covid2022SameDayPolicy: DayPolicy = /* @__PURE__ */ parseDayPolicy({
  format: 'day-policy/1',
  id: 'vn.day.covid-2022-same-day',
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
      id: '8938',
      number: '8938/BYT-DP',
      date: '2021-10-21',
      issuer: 'Bộ Y tế',
      confidence: 'secondary',
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
      id: 'acknowledged-too',
      says: {
        vi: '"Ký số trên nền tảng" được hiểu là nền tảng phải xác nhận đã nhận trong ngày, không chỉ gửi đi.',
        en: 'To sign "on the platform" is read as acknowledged by it within the day, not merely sent.',
      },
    },
    {
      id: 'report-with-the-day',
      says: {
        vi: 'Báo cáo ngày cũng đến hạn khi hết ngày; công văn không đặt giờ.',
        en: 'The report of the day is due with the day; the dispatch sets no hour.',
      },
    },
    {
      id: 'amendments-from-entry',
      says: {
        vi: 'Bản đính chính đến hạn trong ngày nhập đính chính, vì ngày tiêm đã qua.',
        en: 'An amendment is due on the day of its entry, since the day of the dose is over.',
      },
    },
    {
      id: 'two-sessions',
      says: {
        vi: 'Buổi sáng đến 12 giờ và buổi chiều từ 12 giờ, theo giờ tiêm.',
        en: 'A morning until noon and an afternoon from noon, by the time of the dose.',
      },
    },
  ],
  regime: 'covid-2022-same-day',
  deadlines: [
    { step: 'entered', due: { kind: 'end-of-day', days: 0 }, by: '1815' },
    { step: 'complete', due: { kind: 'end-of-day', days: 0 }, by: '1815' },
    { step: 'settled', due: { kind: 'end-of-day', days: 0 }, by: '1815' },
    { step: 'signed', due: { kind: 'end-of-day', days: 0 }, by: '1815' },
    { step: 'acknowledged', due: { kind: 'end-of-day', days: 0 }, by: 'acknowledged-too' },
    { step: 'reported', due: { kind: 'end-of-day', days: 0 }, by: 'report-with-the-day' },
  ],
  amendmentsFrom: 'entered',
  matchBeforeFirstDose: true,
  sessions: [
    { id: 'morning', from: '00:00' },
    { id: 'afternoon', from: '12:00' },
  ],
})
