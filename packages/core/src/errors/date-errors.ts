/** The codes of days, instants and durations. */
import { defineCatalogue } from '../catalogue.js'

export const civilDateErrors = /* @__PURE__ */ defineCatalogue({
  'parse.civil-date': {
    says: {
      vi: 'Ngày không hợp lệ: phải là ngày có thật từ năm 1600 đến 2600, viết YYYY-MM-DD.',
      en: 'Not a date: it must be a day that exists, from 1600 to 2600, written YYYY-MM-DD.',
    },
    who: 'data-entry',
    todo: { vi: 'Sửa lại ngày.', en: 'Correct the date.' },
  },
  'input.civil-date.range': {
    says: {
      vi: 'Kết quả nằm ngoài khoảng năm 1600 đến 2600.',
      en: 'The result lies outside the years 1600 to 2600.',
    },
    who: 'developer',
    todo: { vi: 'Kiểm tra lại phép tính.', en: 'Check the calculation.' },
  },
  'input.civil-date.no-such-day': {
    says: {
      vi: 'Phép tính rơi vào ngày không tồn tại và chính sách không cho phép dời.',
      en: 'The calculation falls on a day that does not exist, and the policy does not move it.',
    },
    who: 'developer',
    todo: {
      vi: 'Chọn monthOverflow là forward hoặc clamp.',
      en: 'Choose the month overflow forward or clamp.',
    },
  },
})

export const partialDateErrors = /* @__PURE__ */ defineCatalogue({
  'parse.partial-date': {
    says: {
      vi: 'Ngày không hợp lệ: phải là YYYY, YYYY-MM hoặc YYYY-MM-DD.',
      en: 'Not a full or partial date: it must be YYYY, YYYY-MM or YYYY-MM-DD.',
    },
    who: 'data-entry',
    todo: { vi: 'Sửa lại ngày.', en: 'Correct the date.' },
  },
})

export const instantErrors = /* @__PURE__ */ defineCatalogue({
  'parse.instant': {
    says: {
      vi: 'Thời điểm không hợp lệ: phải theo RFC 3339, có múi giờ.',
      en: 'Not an instant: it must be RFC 3339 with an offset.',
    },
    who: 'developer',
    todo: {
      vi: 'Gửi thời điểm kèm múi giờ, ví dụ 2022-04-14T09:00:00+07:00.',
      en: 'Send an instant with its offset, such as 2022-04-14T09:00:00+07:00.',
    },
  },
})

export const durationErrors = /* @__PURE__ */ defineCatalogue({
  'parse.duration': {
    says: {
      vi: 'Khoảng thời gian không hợp lệ: phải theo ISO 8601, chỉ gồm ngày, ví dụ P5Y hoặc P28D.',
      en: 'Not a duration: it must be an ISO 8601 date duration such as P5Y or P28D.',
    },
    who: 'developer',
    todo: { vi: 'Sửa lại trong văn bản chính sách.', en: 'Correct it in the policy document.' },
  },
})
