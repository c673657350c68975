import { defineCatalogue } from './catalogue.js'

/** The codes of `@tiemchung/core`. */
export const errorCatalogue = defineCatalogue({
  'parse.civil-date': {
    says: {
      vi: 'Ngày không hợp lệ: phải là ngày có thật từ năm 1600 đến 2600, viết YYYY-MM-DD.',
      en: 'Not a date: it must be a day that exists, from 1600 to 2600, written YYYY-MM-DD.',
    },
    who: 'data-entry',
    todo: { vi: 'Sửa lại ngày.', en: 'Correct the date.' },
  },
  'parse.partial-date': {
    says: {
      vi: 'Ngày không hợp lệ: phải là YYYY, YYYY-MM hoặc YYYY-MM-DD.',
      en: 'Not a full or partial date: it must be YYYY, YYYY-MM or YYYY-MM-DD.',
    },
    who: 'data-entry',
    todo: { vi: 'Sửa lại ngày.', en: 'Correct the date.' },
  },
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
  'parse.duration': {
    says: {
      vi: 'Khoảng thời gian không hợp lệ: phải theo ISO 8601, chỉ gồm ngày, ví dụ P5Y hoặc P28D.',
      en: 'Not a duration: it must be an ISO 8601 date duration such as P5Y or P28D.',
    },
    who: 'developer',
    todo: { vi: 'Sửa lại trong văn bản chính sách.', en: 'Correct it in the policy document.' },
  },
  'parse.utf8': {
    says: {
      vi: 'Văn bản không phải UTF-8 hợp lệ, hoặc có nửa cặp mã thay thế.',
      en: 'The text is not valid UTF-8, or holds half of a surrogate pair.',
    },
    who: 'developer',
    todo: { vi: 'Lưu lại tệp với mã UTF-8.', en: 'Save the file as UTF-8.' },
  },
  'parse.base64url': {
    says: {
      vi: 'Chuỗi base64url không hợp lệ hoặc không ở dạng chuẩn.',
      en: 'Not base64url in its one canonical form.',
    },
    who: 'developer',
    todo: { vi: 'Mã hoá lại, không có dấu bằng.', en: 'Encode it again, without padding.' },
  },
  'parse.base64': {
    says: {
      vi: 'Chuỗi base64 không hợp lệ hoặc không ở dạng chuẩn.',
      en: 'Not base64 in its one canonical form.',
    },
    who: 'developer',
    todo: { vi: 'Mã hoá lại.', en: 'Encode it again.' },
  },
  'parse.hex': {
    says: { vi: 'Chuỗi thập lục phân không hợp lệ.', en: 'Not an even number of hex digits.' },
    who: 'developer',
    todo: { vi: 'Mã hoá lại.', en: 'Encode it again.' },
  },
  'parse.uuid': {
    says: { vi: 'Mã UUID không hợp lệ.', en: 'Not a UUID.' },
    who: 'developer',
    todo: { vi: 'Dùng mã do SDK tạo.', en: 'Use an id made by the SDK.' },
  },
  'parse.pem': {
    says: {
      vi: 'Không phải văn bản PEM hợp lệ (RFC 7468).',
      en: 'Not PEM text (RFC 7468).',
    },
    who: 'developer',
    todo: { vi: 'Kiểm tra lại tệp.', en: 'Check the file.' },
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
  'input.json-canonical': {
    says: {
      vi: 'Giá trị không viết được thành JSON chuẩn (RFC 8785).',
      en: 'The value has no canonical JSON form (RFC 8785).',
    },
    who: 'developer',
    todo: {
      vi: 'Chỉ dùng đối tượng, mảng, chuỗi, số hữu hạn, đúng sai và null.',
      en: 'Use objects, arrays, strings, finite numbers, booleans and null only.',
    },
  },
  'policy.head': {
    says: {
      vi: 'Phần đầu văn bản chính sách không hợp lệ.',
      en: 'The head of the policy document is malformed.',
    },
    who: 'developer',
    todo: { vi: 'Xem danh sách lỗi kèm theo.', en: 'See the issues that come with this error.' },
  },
  'policy.field': {
    says: {
      vi: 'Trường này thiếu hoặc sai kiểu.',
      en: 'This field is missing or of the wrong type.',
    },
    who: 'developer',
    todo: { vi: 'Sửa văn bản chính sách.', en: 'Correct the policy document.' },
  },
  'policy.none-in-force': {
    says: {
      vi: 'Không có chính sách nào có hiệu lực vào ngày này.',
      en: 'No policy is in force on that day.',
    },
    who: 'developer',
    todo: {
      vi: 'Nạp phiên bản chính sách của ngày đó.',
      en: 'Load the version of the policy that covers the day.',
    },
  },
  'policy.overlap': {
    says: {
      vi: 'Hai phiên bản chính sách cùng có hiệu lực vào một ngày.',
      en: 'Two versions of a policy are in force on the same day.',
    },
    who: 'developer',
    todo: {
      vi: 'Sửa ngày hiệu lực để các phiên bản nối tiếp nhau.',
      en: 'Correct the effective dates so that versions follow each other.',
    },
  },
  'crypto.key': {
    says: {
      vi: 'Khoá công khai không đọc được hoặc không được hỗ trợ.',
      en: 'The public key cannot be read or is of a kind that is not supported.',
    },
    who: 'developer',
    todo: {
      vi: 'Dùng P-256, P-384, P-521, RSA từ 2048 bit hoặc Ed25519.',
      en: 'Use P-256, P-384, P-521, RSA of 2048 bits and more, or Ed25519.',
    },
  },
  'crypto.unavailable': {
    says: {
      vi: 'Môi trường này không có mật mã WebCrypto.',
      en: 'This host has no WebCrypto.',
    },
    who: 'developer',
    todo: {
      vi: 'Truyền bộ mật mã qua tham số crypto.',
      en: 'Pass a crypto provider in the crypto option.',
    },
  },
})
