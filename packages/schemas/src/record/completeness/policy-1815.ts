import { type CompletenessPolicy, parseCompletenessPolicy } from './policy.js'

/**
 * "Fully and correctly": dispatch 1815/BYT-CNTT article 2 over the identity fields of 9438, the consent
 * form of 1535 and the screening form of 5002.
 */
export const completenessPolicy1815: CompletenessPolicy = /* @__PURE__ */ parseCompletenessPolicy({
  format: 'completeness-policy/1',
  id: 'vn.record-completeness.children',
  version: '2022-04-08.2',
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
      id: 'no-number-is-stated',
      says: {
        vi: 'Người chưa có số giấy tờ vẫn nhập đủ bản ghi khi lý do được ghi rõ; việc xác thực chuyển hồ sơ cho nơi xử lý.',
        en: 'A person without a number can have a complete record when the reason is stated; matching then routes the case.',
      },
    },
    {
      id: 'dose-facts',
      says: {
        vi: 'Công văn không liệt kê trường dữ liệu của mũi tiêm; lấy theo mẫu danh sách PL1 và giấy xác nhận đã tiêm.',
        en: 'The dispatch does not list the fields of a dose; they follow the PL1 list and the paper confirmation.',
      },
    },
  ],
  mandatory: [
    { field: 'person.fullName', cite: ['9438'] },
    { field: 'person.birthDate', cite: ['9438'] },
    { field: 'person.sex', cite: ['9438'] },
    { field: 'person.identityDocument', cite: ['9438', '1815'] },
    { field: 'dose.number', cite: ['1815'] },
    { field: 'dose.date', cite: ['1815'] },
    { field: 'dose.product', cite: ['1815'] },
    { field: 'dose.lot', cite: ['1815'] },
    { field: 'dose.volumeMl', cite: ['1815', '457'] },
    { field: 'dose.facility', cite: ['1815'] },
  ],
  guardianBelow: 18,
  rules: [
    { rule: 'guardian-for-child', cite: ['1535', '5002'] },
    { rule: 'consent-agreed', cite: ['1535'] },
    { rule: 'screening-answered', cite: ['5002'] },
    { rule: 'volume-as-policy', cite: ['457'] },
    { rule: 'dates-in-order', cite: ['1815'] },
    { rule: 'dose-number-follows', cite: ['1815'] },
  ],
})
