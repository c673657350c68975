import { defineCatalogue } from '@tiemchung/core'

/** The population database over NDXP. */
export const ndxpErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'identity.ndxp.member': {
    says: {
      vi: 'Trường này của yêu cầu NDXP thiếu hoặc sai dạng.',
      en: 'This member of the NDXP question is missing or malformed.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra mã kết nối và mã cán bộ; trường của người dân thì đối chiếu giấy tờ.',
      en: "Check the codes of the connection and the officer's; for a person's field, the papers.",
    },
  },
  'identity.ndxp.unknown-code': {
    says: {
      vi: 'Câu trả lời mang mã mà hợp đồng kết nối không nêu, hoặc không có mã.',
      en: 'The answer has a code that the contract of the connection does not name, or none.',
    },
    who: 'developer',
    todo: {
      vi: 'Tra mã đó với bên vận hành rồi bổ sung vào codes.',
      en: 'Have it explained by those who run the service, and add it to codes.',
    },
  },
  'identity.ndxp.answer': {
    says: {
      vi: 'Trường này của câu trả lời NDXP thiếu, thừa hoặc sai dạng.',
      en: 'This member of the NDXP answer is missing, misplaced or malformed.',
    },
    who: 'developer',
    todo: { vi: 'Báo cho bên vận hành dịch vụ.', en: 'Tell whoever runs the service.' },
  },
  'identity.ndxp.count': {
    says: {
      vi: 'Câu trả lời không phải về đúng một người.',
      en: 'The answer is not about exactly one person.',
    },
    who: 'developer',
    todo: { vi: 'Báo cho bên vận hành dịch vụ.', en: 'Tell whoever runs the service.' },
  },
  'identity.ndxp.other-person': {
    says: {
      vi: 'Câu trả lời là về người khác với người được hỏi.',
      en: 'The answer is about another person than the one that was asked about.',
    },
    who: 'developer',
    todo: {
      vi: 'Không dùng câu trả lời; báo cho bên vận hành dịch vụ.',
      en: 'Do not use the answer; tell whoever runs the service.',
    },
  },
  'identity.ndxp.token': {
    says: {
      vi: 'Dịch vụ vẫn báo mã truy cập hết hạn sau khi đã lấy mã mới.',
      en: 'The service says that the token has expired, the fresh one too.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra tài khoản kết nối và nơi cấp mã truy cập.',
      en: 'Check the account of the connection and the issuer of its tokens.',
    },
  },
}))
