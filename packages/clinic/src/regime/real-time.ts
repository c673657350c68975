import type { DayPolicy } from './day-policy.js'
import { parseDayPolicy } from './read-day-policy.js'

const circular = {
  id: '13',
  number: '13/2026/TT-BYT',
  date: '2026-05-16',
  issuer: 'Bộ Y tế',
  confidence: 'secondary',
}
const head = {
  format: 'day-policy/1',
  effective: { from: '2026-07-01', to: null },
  published: '2026-05-16',
  sources: [circular],
}
const twoSessions = {
  id: 'two-sessions',
  says: {
    vi: 'Buổi sáng đến 12 giờ và buổi chiều từ 12 giờ, theo giờ tiêm.',
    en: 'A morning until noon and an afternoon from noon, by the time of the dose.',
  },
}
const amendments = {
  id: 'amendments-from-entry',
  says: {
    vi: 'Bản đính chính tính từ lúc nhập đính chính.',
    en: 'The time of an amendment runs from its entry.',
  },
}
const matching = {
  id: 'matching-unknown',
  says: {
    vi: 'Không biết văn bản nào sau 2026 buộc đối sánh trước mũi đầu; không xét.',
    en: 'No text after 2026 is known that asks for matching before the first dose; it is not judged.',
  },
}
const rest = {
  amendmentsFrom: 'entered',
  matchBeforeFirstDose: false,
  sessions: [
    { id: 'morning', from: '00:00' },
    { id: 'afternoon', from: '12:00' },
  ],
}

/** Within how many minutes of the dose a facility wants its records entered and acknowledged. */
export interface TargetMinutes {
  readonly entered: number
  readonly acknowledged: number
}

/** What is taken where a facility chose nothing: a result was meant to show 30 to 60 minutes after the injection. */
export const assumedTargetMinutes: TargetMinutes = /* @__PURE__ */ Object.freeze({
  entered: 30,
  acknowledged: 60,
})

/**
 * `niis-2026-real-time`: a facility's own software is connected in real time (Circular 13/2026/TT-BYT, article 25(8)).
 * No text says how many minutes that is; the facility chooses, and the number is an assumption of the policy.
 *
 * @throws ParseError `clinic.policy` when a number is none, or longer than a week
 */
export function niis2026RealTime(target: TargetMinutes = assumedTargetMinutes): DayPolicy {
  const { entered, acknowledged } = target
  return parseDayPolicy({
    ...head,
    id: 'vn.day.niis-2026-real-time',
    version: `2026-07-01.1+${entered}-${acknowledged}`,
    assumptions: [
      {
        id: 'target-minutes',
        says: {
          vi: `Thông tư nói "thời gian thực", không nêu số phút; cơ sở chọn ${entered} phút để nhập và ${acknowledged} phút để nền tảng xác nhận, tính từ lúc tiêm.`,
          en: `The circular says real time and names no minutes; the facility chose ${entered} minutes to entry and ${acknowledged} to the acknowledgement, from the dose on.`,
        },
      },
      amendments,
      matching,
      twoSessions,
    ],
    regime: 'niis-2026-real-time',
    deadlines: [
      {
        step: 'entered',
        due: { kind: 'after', from: 'given', minutes: entered },
        by: 'target-minutes',
      },
      {
        step: 'acknowledged',
        due: { kind: 'after', from: 'given', minutes: acknowledged },
        by: 'target-minutes',
      },
    ],
    ...rest,
  })
}

/** `campaign-17h`: the figures of a campaign are reported before 17:00 each day (Circular 13/2026/TT-BYT, article 15). */
export const campaign17h: DayPolicy = /* @__PURE__ */ parseDayPolicy({
  ...head,
  id: 'vn.day.campaign-17h',
  version: '2026-07-01.1',
  assumptions: [
    {
      id: 'figures-from-entries',
      says: {
        vi: 'Số liệu báo cáo lấy từ các bản ghi, nên bản ghi phải được nhập trước 17 giờ; thông tư chỉ nói về báo cáo.',
        en: 'The figures come from the records, so these are entered before 17:00; the circular speaks of the report alone.',
      },
    },
    {
      id: 'rest-within-the-day',
      says: {
        vi: 'Phần còn lại (đầy đủ, ký, nền tảng xác nhận) đến hạn khi hết ngày; thông tư không nêu.',
        en: 'The rest (complete, signed, acknowledged) is due with the day; the circular does not say.',
      },
    },
    amendments,
    matching,
    twoSessions,
  ],
  regime: 'campaign-17h',
  deadlines: [
    { step: 'entered', due: { kind: 'at', time: '17:00' }, by: 'figures-from-entries' },
    { step: 'acknowledged', due: { kind: 'end-of-day', days: 0 }, by: 'rest-within-the-day' },
    { step: 'reported', due: { kind: 'at', time: '17:00' }, by: '13' },
  ],
  ...rest,
})
