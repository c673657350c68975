import { parseSigningPolicy } from './lint-policy.js'
import type { SigningPolicy } from './signing-policy.js'

/** Dispatch 1815/BYT-CNTT, article 2: signed within the day; minutes by 9438/BYT-CNTT. */
export const signingPolicy1815: SigningPolicy = /* @__PURE__ */ parseSigningPolicy({
  format: 'signing-policy/1',
  id: 'vn.record-signing',
  version: '2022-04-08.3',
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
      id: 'amendments-from-entry',
      says: {
        vi: 'Bản ghi đính chính phải ký trong ngày nhập đính chính, vì ngày tiêm đã qua.',
        en: 'An amendment is due on the day of its entry, since the day of the dose is over.',
      },
    },
    {
      id: 'minutes-until-sealed',
      says: {
        vi: 'Khi cơ sở đã ký được, dấu ngày ghi rõ biên bản được thay thế; không văn bản nào nói về việc này.',
        en: 'Once a facility can sign, a day seal that names the minutes takes their place; no text speaks of it.',
      },
    },
    {
      id: 'signers-word-counts',
      says: {
        vi: 'Không văn bản nào đòi dấu thời gian, nên giờ ký do bên ký khai được chấp nhận.',
        en: 'No text asks for a timestamp, so the time that the signer states is accepted.',
      },
    },
    {
      id: 'late-is-open',
      says: {
        vi: 'Không văn bản nào nói chữ ký muộn là vô hiệu: kết luận để ngỏ chứ không bác bỏ.',
        en: 'No text says that a late signature is void: the verdict is left open, not refused.',
      },
    },
    {
      id: 'authorised-persons',
      says: {
        vi: 'Người được thủ trưởng uỷ quyền ký thay được ký bản ghi và dấu ngày; biên bản thì không.',
        en: 'A person whom the head authorised signs records and day seals, but no minutes.',
      },
    },
    {
      id: 'chairs-by-official-certificates',
      says: {
        vi: 'Uỷ ban nhân dân là cơ quan nhà nước nên chủ tịch ký bằng chứng thư số chuyên dùng công vụ; công văn không nói loại nào.',
        en: "A People's Committee is a body of the State, so its chair signs with a special-purpose certificate; the dispatches do not say which kind.",
      },
    },
    {
      id: 'province-unit',
      says: {
        vi: 'Tỉnh được giao một đơn vị (Sở Y tế hoặc CDC) ký thay các cơ sở; theo báo chí, chưa có văn bản.',
        en: 'A province may let one unit (its health department or CDC) sign for its facilities: from the press, no text was found.',
      },
    },
  ],
  withinDays: 0,
  amendmentsFrom: 'entry',
  inTimeBy: 'claim',
  whenLate: 'unknown',
  whoMaySign: [
    {
      role: 'facility',
      signs: ['records', 'seals', 'reports'],
      issuerKinds: ['public', 'special-purpose'],
      by: '1815',
    },
    {
      role: 'facility-head',
      signs: ['records', 'seals', 'minutes', 'reports'],
      issuerKinds: ['public', 'special-purpose'],
      by: '9438',
    },
    {
      role: 'authorised-person',
      signs: ['records', 'seals'],
      issuerKinds: ['public', 'special-purpose'],
      by: 'authorised-persons',
    },
    {
      role: 'commune-chair',
      signs: ['records', 'seals', 'minutes', 'reports'],
      issuerKinds: ['special-purpose'],
      by: '8938',
    },
    {
      role: 'province-unit',
      signs: ['records', 'seals', 'reports'],
      issuerKinds: ['public', 'special-purpose'],
      by: 'province-unit',
    },
  ],
  minutes: {
    allowed: 'while-no-certificate',
    ledBy: ['facility-head', 'commune-chair'],
    replacedBy: 'later-seal',
  },
})
