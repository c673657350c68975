import { parseCompletenessPolicy } from '../completeness/policy.js'
import { parseDeadlinePolicy } from '../deadline/deadline-policy.js'
import type { Regime } from './regime.js'

const circular13 = {
  id: '13',
  number: '13/2026/TT-BYT',
  date: '2026-05-16',
  issuer: 'Bộ Y tế',
  confidence: 'secondary',
}
const inForce = { from: '2026-07-01', to: null }

const completeness = /* @__PURE__ */ parseCompletenessPolicy({
  format: 'completeness-policy/2',
  id: 'vn.record-completeness.niis-2026',
  version: '2026-07-01.2',
  effective: inForce,
  published: '2026-05-16',
  sources: [
    circular13,
    { id: '3891', number: '3891/QĐ-BYT', issuer: 'Bộ Y tế', confidence: 'secondary' },
    { id: '102', number: '102/2025/NĐ-CP', issuer: 'Chính phủ', confidence: 'secondary' },
    { id: '31', number: '31/QĐ-BYT (2026)', issuer: 'Bộ Y tế', confidence: 'secondary' },
  ],
  assumptions: [
    {
      id: 'twenty-of-forty-four',
      says: {
        vi: 'Quyết định 3891/QĐ-BYT có 44 trường, 20 trường bắt buộc; chỉ biết qua thông báo của một trung tâm: 15 trường về người (mã định danh, họ tên, ngày sinh, giới tính, dân tộc, xã và tỉnh của năm loại địa chỉ) và 5 trường về mũi tiêm.',
        en: 'Decision 3891/QĐ-BYT has 44 fields, 20 of them mandatory; they are known by the notice of one centre only: 15 on the person (id, name, birth date, sex, ethnic group, commune and province of five kinds of address) and 5 on the dose.',
      },
    },
    {
      id: 'address-kinds',
      says: {
        vi: 'Không rõ năm loại địa chỉ là gì; chỉ xét nơi thường trú và nơi ở hiện tại. Sáu trường còn lại không được xét.',
        en: 'Which five kinds of address are meant is not known; permanent and current residence are judged. The other six fields are not.',
      },
    },
    {
      id: 'antigen-follows',
      says: {
        vi: 'Kháng nguyên suy ra từ vắc xin theo danh mục sản phẩm, nên không nhập riêng.',
        en: 'The antigen follows from the product by the catalogue, and is not entered apart.',
      },
    },
    {
      id: 'matching-as-9438',
      says: {
        vi: 'Chưa rõ các trường đối chiếu; lấy bốn trường như năm 2022, với mã định danh.',
        en: 'The fields that are matched are not known; the four of 2022 are taken, with the number.',
      },
    },
    {
      id: 'signing-unknown',
      says: {
        vi: 'Không biết quy định về ký số bản ghi và cấp giấy; tạm lấy bản ghi nhập đủ và danh tính đã xác thực.',
        en: 'No rule on signing records and issuing certificates is known; a record that may be entered and whose identity is settled is taken to do.',
      },
    },
    {
      id: 'not-asked',
      says: {
        vi: 'Người giám hộ, phiếu đồng ý, sàng lọc, liều lượng và số lô không thuộc 20 trường bắt buộc được biết nên không đòi. Lô đã ghi là hết hạn vẫn không được ký, vì thông tư đòi dữ liệu chính xác.',
        en: 'Guardian, consent, screening, volume and lot are not among the mandatory fields that are known, and are not asked for. A lot that is written down as expired is still not signed, since the circular asks for accurate data.',
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
      id: 'ask-order',
      says: {
        vi: 'Thứ tự hỏi như năm 2022.',
        en: 'The order of asking is that of 2022.',
      },
    },
  ],
  guardianBelow: 18,
  oldestAge: 120,
  certifiable: [],
  askOrder: ['parent', 'vaccinator', 'facility', 'police', 'system'],
  purposes: {
    'may-be-entered': {
      includes: [],
      requires: [
        { rule: 'number-known', from: ['parent', 'police'], cite: ['3891', '102'] },
        { field: 'person.fullName', from: ['parent'], cite: ['3891'] },
        { field: 'person.birthDate', from: ['parent'], cite: ['3891'] },
        { field: 'person.sex', from: ['parent'], cite: ['3891'] },
        { field: 'person.ethnicGroup', from: ['parent'], cite: ['3891'] },
        {
          field: 'person.permanentResidence.province',
          from: ['parent', 'police'],
          cite: ['3891'],
        },
        { field: 'person.permanentResidence.commune', from: ['parent', 'police'], cite: ['3891'] },
        { field: 'person.currentResidence.province', from: ['parent'], cite: ['3891'] },
        { field: 'person.currentResidence.commune', from: ['parent'], cite: ['3891'] },
        { field: 'dose.product', from: ['vaccinator'], cite: ['3891'] },
        { field: 'dose.date', from: ['vaccinator'], cite: ['3891'] },
        { field: 'dose.number', from: ['facility', 'parent'], cite: ['3891'] },
        { field: 'dose.facility', from: ['facility'], cite: ['3891'] },
        { rule: 'birth-date-plausible', from: ['parent'], cite: ['13'] },
        { rule: 'dates-in-order', from: ['vaccinator'], cite: ['13'] },
        { rule: 'dose-number-follows', from: ['facility', 'parent'], cite: ['13'] },
      ],
    },
    'may-be-matched': {
      includes: [],
      requires: [
        { field: 'person.fullName', from: ['parent'], cite: ['3891'] },
        { field: 'person.birthDate', from: ['parent'], cite: ['3891'] },
        { field: 'person.sex', from: ['parent'], cite: ['3891'] },
        { rule: 'number-known', from: ['parent', 'police'], cite: ['102'] },
      ],
    },
    'may-be-signed': {
      includes: ['may-be-entered'],
      requires: [
        { rule: 'lot-not-expired', from: ['vaccinator', 'facility'], cite: ['13'] },
        { rule: 'identity-settled', from: ['system', 'police'], cite: ['13'] },
      ],
    },
    'may-be-issued': {
      includes: ['may-be-signed'],
      requires: [{ field: 'dose.facility', from: ['facility'], cite: ['31'] }],
    },
  },
})

const deadlines = /* @__PURE__ */ parseDeadlinePolicy({
  format: 'deadline-policy/1',
  id: 'vn.record-deadlines.niis-2026',
  version: '2026-07-01.1',
  effective: inForce,
  published: '2026-05-16',
  sources: [circular13],
  assumptions: [
    {
      id: 'no-delay-granted',
      says: {
        vi: 'Phần mềm của cơ sở phải liên thông theo thời gian thực; độ trễ cho phép không rõ nên coi như không có.',
        en: "A facility's own software is connected in real time; what delay is granted is not known, so none is.",
      },
    },
    {
      id: 'entry-unknown',
      says: {
        vi: 'Thời hạn nhập bản ghi sau khi tiêm không rõ (Quyết định 3421/QĐ-BYT năm 2017 nói "trong buổi tiêm"; hiệu lực sau 2026 chưa rõ), nên không đặt.',
        en: 'By when a record must be entered after the dose is not known (Decision 3421/QĐ-BYT of 2017 says during the session; whether it holds after 2026 is unclear), so none is set.',
      },
    },
  ],
  deadlines: [{ step: 'sent', from: 'entry', due: { kind: 'real-time' }, cite: ['13'] }],
})

/**
 * The national immunization information system from 01/07/2026 (Circular 13/2026/TT-BYT, Decision
 * 3891/QĐ-BYT), as far as it is known: every source is secondary, and what is not known is an assumption.
 */
export const niis2026: Regime = { id: 'niis-2026', completeness, deadlines }
