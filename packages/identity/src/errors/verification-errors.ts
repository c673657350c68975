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
  'identity.verification.same-id': {
    says: {
      vi: 'Hai yêu cầu xác thực mang cùng một mã.',
      en: 'Two questions of a list have the same id.',
    },
    who: 'developer',
    todo: { vi: 'Tạo mã riêng cho mỗi yêu cầu.', en: 'Give each question an id of its own.' },
  },
  'identity.verification.other-questions': {
    says: {
      vi: 'Nhật ký thuộc về một danh sách khác, hoặc một yêu cầu đã hỏi bị sửa hay bị bỏ.',
      en: 'The journal belongs to another list, or a question that was asked was changed or left out.',
    },
    who: 'developer',
    todo: {
      vi: 'Hỏi tiếp với đúng danh sách cũ; câu hỏi đã sửa cần mã mới và nhật ký mới.',
      en: 'Go on with the same list; a changed question needs a new id and a new journal.',
    },
  },
  'identity.verification.lapsed': {
    says: {
      vi: 'Kết quả trong nhật ký đã quá thời hạn được giữ.',
      en: 'Answers in the journal are older than they may be held.',
    },
    who: 'operator',
    todo: {
      vi: 'Xoá nhật ký và xác thực lại bằng yêu cầu mới.',
      en: 'Discard the journal and ask again with new questions.',
    },
  },
  'identity.verification.contradiction': {
    says: {
      vi: 'Câu trả lời không ghi là không khớp nhưng lại nêu trường không khớp.',
      en: 'The answer says no mismatch and names fields that differ.',
    },
    who: 'developer',
    todo: { vi: 'Báo cho bên vận hành máy chủ.', en: 'Tell whoever runs the server.' },
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
