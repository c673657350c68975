import { defineCatalogue } from '@tiemchung/core'

/** The codes of `@tiemchung/identity`. */
export const errorCatalogue = defineCatalogue({
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
  'identity.card-qr': {
    says: {
      vi: 'Mã QR trên thẻ căn cước không đúng cấu trúc.',
      en: 'The QR code of the citizen card does not have the expected form.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Quét lại; kiểm tra bảng mã của máy quét là UTF-8.',
      en: 'Scan again; see that the scanner sends UTF-8.',
    },
  },
  'identity.card-qr-typed': {
    says: {
      vi: 'Bộ gõ tiếng Việt đã làm sai mã QR của thẻ căn cước khi máy quét gõ vào.',
      en: 'A Vietnamese input method changed the QR code of the citizen card while the scanner typed it.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Tắt bộ gõ tiếng Việt rồi quét lại.',
      en: 'Turn the Vietnamese input method off and scan again.',
    },
  },
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
      vi: 'Câu trả lời ghi là khớp nhưng lại nêu trường không khớp.',
      en: 'The answer says match and names fields that differ.',
    },
    who: 'developer',
    todo: { vi: 'Báo cho bên vận hành máy chủ.', en: 'Tell whoever runs the server.' },
  },
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
  'identity.journal.damaged': {
    says: {
      vi: 'Nhật ký xác thực bị hỏng ở dòng {line}.',
      en: 'The journal of verifications is damaged in line {line}.',
    },
    who: 'operator',
    todo: {
      vi: 'Khôi phục tệp; nếu không được, bắt đầu nhật ký mới và xác thực lại.',
      en: 'Restore the file; failing that, begin a new journal and ask again.',
    },
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
})
