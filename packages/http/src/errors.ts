import { defineCatalogue } from '@tiemchung/core'

/** The codes of `@tiemchung/http`. */
export const errorCatalogue = defineCatalogue({
  'http.network': {
    says: {
      vi: 'Không kết nối được với máy chủ, hoặc kết nối bị ngắt.',
      en: 'The server could not be reached, or the connection broke.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra mạng rồi gửi lại với cùng khoá Idempotency-Key.',
      en: 'Check the network and send again with the same idempotency key.',
    },
  },
  'http.timeout': {
    says: {
      vi: 'Máy chủ không trả lời kịp trong một lần gửi.',
      en: 'The server did not answer one attempt in time.',
    },
    who: 'operator',
    todo: {
      vi: 'Gửi lại với cùng khoá Idempotency-Key; nếu lặp lại, xem tình trạng máy chủ.',
      en: 'Send again with the same idempotency key; if it recurs, look at the server.',
    },
  },
  'http.deadline': {
    says: {
      vi: 'Hết thời hạn chung cho mọi lần gửi.',
      en: 'The time for all attempts together ran out.',
    },
    who: 'operator',
    todo: {
      vi: 'Để hàng đợi gửi lại sau với cùng khoá Idempotency-Key.',
      en: 'Let the queue send it again later with the same idempotency key.',
    },
  },
  'http.cancelled': {
    says: { vi: 'Yêu cầu đã bị huỷ.', en: 'The request was cancelled by its caller.' },
    who: 'developer',
    todo: {
      vi: 'Không cần làm gì nếu việc huỷ là chủ ý.',
      en: 'Nothing, when cancelling was meant.',
    },
  },
  'http.status': {
    says: {
      vi: 'Máy chủ từ chối yêu cầu với mã trạng thái {status}.',
      en: 'The server refused the request with status {status}.',
    },
    who: 'operator',
    todo: {
      vi: 'Xem mã lỗi và danh sách lỗi kèm theo; báo mã yêu cầu cho đơn vị vận hành máy chủ.',
      en: 'See its problem code and issues; give the request id to those who run the server.',
    },
  },
  'http.redirect': {
    says: {
      vi: 'Máy chủ chuyển hướng sang địa chỉ khác; địa chỉ đó không được đi theo.',
      en: 'The server redirects elsewhere; such an address is never followed.',
    },
    who: 'developer',
    todo: {
      vi: 'Đặt baseUrl là địa chỉ cuối cùng của dịch vụ.',
      en: 'Set baseUrl to the final address of the service.',
    },
  },
  'http.size': {
    says: {
      vi: 'Câu trả lời của máy chủ dài hơn mức cho phép.',
      en: 'The answer of the server is longer than is allowed.',
    },
    who: 'developer',
    todo: {
      vi: 'Đọc theo trang, hoặc tăng maxBytes nếu câu trả lời thật sự dài như vậy.',
      en: 'Read it in pages, or raise maxBytes when the answer is meant to be that long.',
    },
  },
  'http.schema': {
    says: {
      vi: 'Câu trả lời của máy chủ không đúng dạng đã thoả thuận.',
      en: 'The answer of the server does not have the agreed shape.',
    },
    who: 'developer',
    todo: {
      vi: 'Kiểm tra phiên bản SDK và phiên bản giao diện của máy chủ.',
      en: 'Check the version of the SDK against that of the server.',
    },
  },
  'http.schema.field': {
    says: {
      vi: 'Trường này trong câu trả lời không đúng dạng.',
      en: 'This field of the answer does not have the agreed shape.',
    },
    who: 'developer',
    todo: {
      vi: 'Kiểm tra phiên bản SDK và phiên bản giao diện của máy chủ.',
      en: 'Check the version of the SDK against that of the server.',
    },
  },
  'http.problem.field': {
    says: { vi: 'Máy chủ không nhận trường này.', en: 'The server does not accept this field.' },
    who: 'data-entry',
    todo: {
      vi: 'Sửa trường này theo mã lỗi của máy chủ.',
      en: 'Correct the field by the code that the server gives.',
    },
  },
  'http.token': {
    says: {
      vi: 'Không lấy được mã truy cập dùng được.',
      en: 'No usable access token could be had.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra tài khoản kết nối và nơi cấp mã truy cập.',
      en: 'Check the account of this connection and the issuer of its tokens.',
    },
  },
  'http.token-expired': {
    says: {
      vi: 'Máy chủ trả lời, trong nội dung, rằng mã truy cập đã hết hạn.',
      en: 'The server says in its answer that the access token has expired.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra tài khoản kết nối, đồng hồ của máy và nơi cấp mã truy cập.',
      en: 'Check the account of this connection, the clock, and the issuer of its tokens.',
    },
  },
  'http.base-url': {
    says: {
      vi: 'baseUrl phải là địa chỉ http hoặc https đầy đủ, không có tài khoản, tham số hay neo.',
      en: 'baseUrl must be a full http or https address without user, query or fragment.',
    },
    who: 'developer',
    todo: { vi: 'Sửa baseUrl.', en: 'Correct baseUrl.' },
  },
  'http.path': {
    says: {
      vi: 'Đường dẫn phải nằm dưới baseUrl và được mã hoá phần trăm.',
      en: 'A path must lie below baseUrl and be percent-encoded.',
    },
    who: 'developer',
    todo: {
      vi: 'Mã hoá từng đoạn bằng encodeURIComponent; đặt tham số vào query.',
      en: 'Encode each segment with encodeURIComponent; put parameters into query.',
    },
  },
  'http.header': {
    says: {
      vi: 'Tên hoặc giá trị tiêu đề không hợp lệ.',
      en: 'The name or the value of a header is malformed.',
    },
    who: 'developer',
    todo: { vi: 'Sửa tiêu đề này.', en: 'Correct that header.' },
  },
  'http.body': {
    says: {
      vi: 'Thân yêu cầu không gửi được: chỉ nhận JSON, chuỗi, Uint8Array hoặc Blob, và không kèm GET.',
      en: 'The body cannot be sent: it must be JSON, text, Uint8Array or Blob, and GET has none.',
    },
    who: 'developer',
    todo: { vi: 'Sửa thân yêu cầu.', en: 'Correct the body.' },
  },
  'http.idempotency-key': {
    says: {
      vi: 'Khoá Idempotency-Key phải có từ 1 đến 255 ký tự ASCII nhìn thấy được.',
      en: 'An idempotency key must be 1 to 255 visible ASCII characters.',
    },
    who: 'developer',
    todo: { vi: 'Dùng UUID do SDK tạo.', en: 'Use a UUID made by the SDK.' },
  },
  'http.option': {
    says: {
      vi: 'Thời gian, số lần gửi và giới hạn phải là số dương.',
      en: 'Times, attempts and limits must be positive numbers.',
    },
    who: 'developer',
    todo: { vi: 'Sửa tuỳ chọn này.', en: 'Correct that option.' },
  },
})
