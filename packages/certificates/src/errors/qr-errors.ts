import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** The codes of printing. */
export const qrErrors = /* @__PURE__ */ defineCatalogue({
  'certificate-qr.not-alphanumeric': developer(
    'Nội dung có ký tự ngoài bộ chữ số của mã QR.',
    'The text has a character outside of the alphanumeric set of QR codes.',
    'Chỉ tạo mã QR từ nội dung chứng nhận HC1:.',
    'Make QR codes of HC1: texts only.',
  ),
  'certificate-qr.too-long': developer(
    'Nội dung quá dài cho một mã QR ở mức sửa lỗi này.',
    'The text is too long for one QR code at this error correction.',
    'Rút gọn nội dung, ký bằng ES256, hoặc chọn mức M.',
    'Shorten the content, sign with ES256, or choose level M.',
  ),
})
