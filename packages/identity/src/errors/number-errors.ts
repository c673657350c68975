import { defineCatalogue } from '@tiemchung/core'

/** Numbers of documents and cards. */
export const numberErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'identity.personal-number': {
    says: {
      vi: 'Số định danh cá nhân phải gồm đúng 12 chữ số.',
      en: 'A personal number has exactly 12 digits.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Xem lại giấy khai sinh, thẻ căn cước hoặc thông báo số định danh của công an.',
      en: 'Look at the birth certificate, the citizen card or the notice of the police.',
    },
  },
  'identity.number.empty': {
    says: { vi: 'Chưa có số giấy tờ.', en: 'There is no number.' },
    who: 'data-entry',
    todo: {
      vi: 'Nhập số, hoặc ghi rõ lý do chưa có số.',
      en: 'Enter the number, or state why there is none.',
    },
  },
  'identity.number.letters': {
    says: {
      vi: 'Số giấy tờ có ký tự không phải chữ số.',
      en: 'The number holds characters that are no digits.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Đối chiếu với giấy tờ; chữ O và số 0, chữ l và số 1 dễ nhầm.',
      en: 'Compare with the paper; O and 0, l and 1 are easily mixed up.',
    },
  },
  'identity.number.lost-zero': {
    says: {
      vi: 'Số có 10 hoặc 11 chữ số: có thể bảng tính đã làm mất số 0 ở đầu.',
      en: 'The number has 10 or 11 digits: a spreadsheet may have dropped the zeros at its head.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Đối chiếu số được gợi ý với giấy tờ rồi xác nhận.',
      en: 'Compare the number that is offered with the paper, then confirm it.',
    },
  },
  'identity.number.digits': {
    says: {
      vi: 'Số giấy tờ có {digits} chữ số; phải là 12, 9 hoặc 8.',
      en: 'The number has {digits} digits; 12, 9 or 8 are right.',
    },
    who: 'data-entry',
    todo: { vi: 'Đối chiếu lại với giấy tờ.', en: 'Compare with the papers.' },
  },
  'identity.health-insurance': {
    says: {
      vi: 'Số thẻ BHYT phải gồm 15 ký tự (2 chữ cái, 13 chữ số) hoặc 10 chữ số.',
      en: 'A health-insurance number has 15 characters (2 letters, 13 digits) or 10 digits.',
    },
    who: 'data-entry',
    todo: { vi: 'Đối chiếu lại với thẻ.', en: 'Compare with the card.' },
  },
  'identity.health-insurance.unknown-place': {
    says: {
      vi: 'Mã tỉnh trên thẻ BHYT không thuộc 63 mã tỉnh.',
      en: 'The province code of the card is none of the 63.',
    },
    who: 'data-entry',
    todo: { vi: 'Đối chiếu lại với thẻ.', en: 'Compare with the card.' },
  },
  'identity.health-insurance.not-a-small-child': {
    says: {
      vi: 'Thẻ BHYT của trẻ dưới 6 tuổi (TE) nhưng người này đã đủ 6 tuổi.',
      en: 'The card is for children under six (TE), and this person is not under six.',
    },
    who: 'data-entry',
    todo: { vi: 'Hỏi thẻ đang dùng.', en: 'Ask for the card that is in use.' },
  },
  'identity.passport': {
    says: {
      vi: 'Số hộ chiếu không đúng dạng.',
      en: 'The passport number does not have the expected form.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Nhập số như dòng in trên hộ chiếu, kèm mã nước hai chữ cái.',
      en: 'Enter the number as printed in the passport, with the country in two letters.',
    },
  },
  'identity.number.unknown-place': {
    says: {
      vi: 'Ba chữ số đầu không thuộc 63 mã tỉnh; có thể khai sinh ở nước ngoài.',
      en: 'The first three digits are none of the 63 province codes; the birth may have been registered abroad.',
    },
    who: 'data-entry',
    todo: { vi: 'Đối chiếu lại với giấy tờ.', en: 'Compare with the papers.' },
  },
  'identity.number.sex-contradicts': {
    says: {
      vi: 'Giới tính khai không khớp với chữ số thứ tư của số định danh.',
      en: 'The declared sex contradicts the fourth digit of the number.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Đối chiếu lại với giấy tờ; số vẫn có thể đúng nếu hộ tịch đã cải chính.',
      en: 'Compare with the papers; the number may be right if the civil register was corrected.',
    },
  },
  'identity.number.birth-year-contradicts': {
    says: {
      vi: 'Năm sinh khai không khớp với hai chữ số năm sinh của số định danh.',
      en: "The declared birth year contradicts the number's year digits.",
    },
    who: 'data-entry',
    todo: {
      vi: 'Đối chiếu lại với giấy tờ; số vẫn có thể đúng nếu hộ tịch đã cải chính.',
      en: 'Compare with the papers; the number may be right if the civil register was corrected.',
    },
  },
}))
