import { defineCatalogue } from '@tiemchung/core'

/** Questions to the authority. */
export const verificationErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'identity.verification.batch-size': {
    says: {
      vi: 'Số yêu cầu trong một lô phải là số nguyên dương.',
      en: 'The number of questions in a batch is a positive integer.',
    },
    who: 'developer',
    todo: { vi: 'Sửa tùy chọn batchSize.', en: 'Correct the option batchSize.' },
  },
  'identity.verification.unsettled': {
    says: {
      vi: 'Kết quả xác thực theo lô chưa có trong thời gian chờ.',
      en: 'The batch of verifications was not answered in the time allowed.',
    },
    who: 'operator',
    todo: { vi: 'Hỏi lại với cùng mã lô.', en: 'Ask again under the same batch id.' },
  },
  'identity.verification.foreign-answer': {
    says: {
      vi: 'Máy chủ trả lời cho yêu cầu khác với yêu cầu đã gửi.',
      en: 'The server answered another request than the one that was sent.',
    },
    who: 'developer',
    todo: { vi: 'Báo cho bên vận hành máy chủ.', en: 'Tell whoever runs the server.' },
  },
}))
