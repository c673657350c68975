import { defineCatalogue } from '@tiemchung/core'

/** Telephone numbers. */
export const phoneErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'identity.phone': {
    says: {
      vi: 'Số điện thoại không có trong quy hoạch đánh số.',
      en: 'The telephone number fits no numbering plan.',
    },
    who: 'data-entry',
    todo: { vi: 'Hỏi lại số, đủ số 0 ở đầu.', en: 'Ask for the number again, with its zero.' },
  },
  'identity.phone.old-prefix': {
    says: {
      vi: 'Số di động 11 chữ số đã đổi thành 10 chữ số từ năm 2018.',
      en: 'Mobile numbers of 11 digits were shortened to 10 in 2018.',
    },
    who: 'data-entry',
    todo: { vi: 'Hỏi lại số đang dùng.', en: 'Ask for the number that is in use.' },
  },
}))
