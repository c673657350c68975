import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** The codes of drawing QR codes and of reading them in pictures. */
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
  'certificate-qr.level': developer(
    'Mức sửa lỗi phải là Q, hoặc M kèm lý do.',
    'The level of error correction is Q, or M with its reason.',
    'Bỏ errorCorrection để dùng mức Q, hoặc ghi lý do chọn M vào because.',
    'Leave errorCorrection out for level Q, or write into because why it is M.',
  ),
  'certificate-qr.scale': developer(
    'Số điểm ảnh của một ô phải là số nguyên từ 1 đến 64.',
    'The pixels of a module are a whole number from 1 to 64.',
    'Sửa scale.',
    'Correct scale.',
  ),
})
