import { parseCompletenessPolicy } from '../completeness/policy.js'
import { parseDeadlinePolicy } from '../deadline/deadline-policy.js'
import type { Regime } from './regime.js'

const from1815 = {
  id: '1815',
  number: '1815/BYT-CNTT',
  date: '2022-04-08',
  issuer: 'Bộ Y tế',
  confidence: 'text',
}

const completeness = /* @__PURE__ */ parseCompletenessPolicy({
  format: 'completeness-policy/2',
  id: 'vn.record-completeness.covid-2022-same-day',
  version: '2022-04-08.3',
  effective: { from: '2022-04-08', to: null },
  published: '2022-04-08',
  sources: [
    from1815,
    {
      id: '9438',
      number: '9438/BYT-CNTT',
      date: '2021-11-05',
      issuer: 'Bộ Y tế',
      confidence: 'text',
    },
    {
      id: '1535',
      number: '1535/BYT-DP',
      date: '2022-03-28',
      issuer: 'Bộ Y tế',
      confidence: 'secondary',
    },
    { id: '5002', number: '5002/QĐ-BYT', issuer: 'Bộ Y tế', confidence: 'secondary' },
    {
      id: '457',
      number: '457/QĐ-BYT',
      date: '2022-03-01',
      issuer: 'Bộ Y tế',
      confidence: 'secondary',
    },
    {
      id: '5772',
      number: '5772/QĐ-BYT',
      date: '2021-12-20',
      issuer: 'Bộ Y tế',
      confidence: 'text',
    },
  ],
  assumptions: [
    {
      id: 'guardian-named',
      says: {
        vi: 'Bản ghi của trẻ dưới 18 tuổi phải có cha, mẹ hoặc người giám hộ, như phiếu đồng ý và phiếu sàng lọc.',
        en: 'The record of a child below 18 names a parent or guardian, as the consent and screening forms do.',
      },
    },
    {
      id: 'oldest-age',
      says: {
        vi: 'Tuổi trên 120 tính đến ngày nhập được coi là gõ nhầm ngày sinh; không văn bản nào nêu giới hạn.',
        en: 'An age above 120 on the day of entry is taken for a slip in the birth date; no text sets a limit.',
      },
    },
    {
      id: 'no-number-is-stated',
      says: {
        vi: 'Người chưa có số giấy tờ vẫn nhập được khi lý do được ghi rõ; việc xác thực chuyển hồ sơ cho nơi xử lý.',
        en: 'A person without a number can be entered when the reason is stated; matching then routes the case.',
      },
    },
    {
      id: 'dose-facts',
      says: {
        vi: 'Công văn không liệt kê trường dữ liệu của mũi tiêm; lấy theo mẫu danh sách PL1 và giấy xác nhận đã tiêm. Mã nhóm ưu tiên của trẻ không rõ nên không bắt buộc.',
        en: 'The dispatch does not list the fields of a dose; they follow the PL1 list and the paper confirmation. The priority group of children is not known, so it is not asked for.',
      },
    },
    {
      id: 'certifiable',
      says: {
        vi: 'Tám vắc xin của Quyết định 5772/QĐ-BYT được lấy theo báo chí. Liệu trình đủ mũi do chính sách tiêm chủng quyết định, không xét ở đây.',
        en: 'The eight vaccines of Decision 5772/QĐ-BYT are as the press reported them. Whether the course is complete is for the eligibility policy to say, not for this one.',
      },
    },
    {
      id: 'ask-order',
      says: {
        vi: 'Hỏi cha mẹ trước vì họ chỉ ở lại 30 phút theo dõi; rồi người tiêm, cơ sở, công an, sau cùng là hệ thống.',
        en: 'Parents are asked first, since they stay for the thirty minutes of observation only; then the vaccinator, the facility, the police and last a system.',
      },
    },
  ],
  guardianBelow: 18,
  oldestAge: 120,
  certifiable: [
    'comirnaty-10',
    'comirnaty-30',
    'spikevax-50',
    'spikevax-100',
    'astrazeneca',
    'janssen',
    'sputnik-v',
    'vero-cell',
    'hayat-vax',
    'abdala',
  ],
  askOrder: ['parent', 'vaccinator', 'facility', 'police', 'system'],
  purposes: {
    'may-be-entered': {
      includes: [],
      requires: [
        { field: 'person.fullName', from: ['parent'], cite: ['9438'] },
        { field: 'person.birthDate', from: ['parent'], cite: ['9438'] },
        { field: 'person.sex', from: ['parent'], cite: ['9438'] },
        { field: 'person.identityDocument', from: ['parent', 'police'], cite: ['9438', '1815'] },
        { field: 'person.currentResidence', from: ['parent'], cite: ['1815'] },
        { field: 'dose.number', from: ['facility', 'parent'], cite: ['1815'] },
        { field: 'dose.date', from: ['vaccinator'], cite: ['1815'] },
        { field: 'dose.product', from: ['vaccinator'], cite: ['1815'] },
        { field: 'dose.lot', from: ['vaccinator', 'facility'], cite: ['1815'] },
        { field: 'dose.volumeMl', from: ['vaccinator'], cite: ['1815', '457'] },
        { field: 'dose.facility', from: ['facility'], cite: ['1815'] },
        { field: 'enteredAt', from: ['system'], cite: ['1815'] },
        { rule: 'birth-date-plausible', from: ['parent'], cite: ['9438'] },
        { rule: 'dates-in-order', from: ['vaccinator'], cite: ['1815'] },
        { rule: 'dose-number-follows', from: ['facility', 'parent'], cite: ['1815'] },
        { rule: 'volume-as-policy', from: ['vaccinator'], cite: ['457'] },
        { rule: 'lot-not-expired', from: ['vaccinator', 'facility'], cite: ['1815'] },
      ],
    },
    'may-be-matched': {
      includes: [],
      requires: [
        { field: 'person.fullName', from: ['parent'], cite: ['9438'] },
        { field: 'person.sex', from: ['parent'], cite: ['9438'] },
        { field: 'person.birthDate', from: ['parent'], cite: ['9438'] },
        { rule: 'number-known', from: ['parent', 'police'], cite: ['9438'] },
      ],
    },
    'may-be-signed': {
      includes: ['may-be-entered'],
      requires: [
        { rule: 'guardian-for-child', from: ['parent'], cite: ['1535', '5002'] },
        { rule: 'consent-agreed', from: ['parent'], cite: ['1535'] },
        { rule: 'screening-answered', from: ['vaccinator', 'parent'], cite: ['5002'] },
        { rule: 'conclusion-not-milder', from: ['vaccinator'], cite: ['5002'] },
        { rule: 'identity-settled', from: ['system', 'police'], cite: ['9438'] },
      ],
    },
    'may-be-issued': {
      includes: ['may-be-signed'],
      requires: [
        { field: 'person.nationality', from: ['parent'], cite: ['5772'] },
        { rule: 'product-certifiable', from: ['facility'], cite: ['5772'] },
      ],
    },
  },
})

const deadlines = /* @__PURE__ */ parseDeadlinePolicy({
  format: 'deadline-policy/1',
  id: 'vn.record-deadlines.covid-2022-same-day',
  version: '2022-04-08.1',
  effective: { from: '2022-04-08', to: null },
  published: '2022-04-08',
  sources: [from1815],
  assumptions: [
    {
      id: 'day-ends-at-midnight',
      says: {
        vi: '"Trong ngày" được hiểu là trước 24 giờ ngày tiêm, giờ Việt Nam.',
        en: '"Within the day" is read as before midnight of the day of the dose, Viet Nam time.',
      },
    },
  ],
  deadlines: [
    { step: 'entered', from: 'dose', due: { kind: 'end-of-day', days: 0 }, cite: ['1815'] },
    { step: 'sent', from: 'dose', due: { kind: 'end-of-day', days: 0 }, cite: ['1815'] },
  ],
})

/**
 * The campaign of 2022 for children: "fully and correctly", on the day of the dose. Dispatch 1815/BYT-CNTT
 * article 2 over the identity fields of 9438, the consent form of 1535, the screening form of 5002 and
 * the certificate of 5772.
 */
export const covid2022SameDay: Regime = { id: 'covid-2022-same-day', completeness, deadlines }
