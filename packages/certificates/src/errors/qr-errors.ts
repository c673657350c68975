import { defineCatalogue } from '@tiemchung/core'
import { developer, picture } from './entry.js'

/** The codes of drawing QR codes and of reading them in pictures. */
export const qrErrors = /* @__PURE__ */ defineCatalogue(() => ({
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
  'certificate-qr.picture-format': picture(
    'Ảnh không phải là PNG hoặc JPEG.',
    'The picture is neither PNG nor JPEG.',
  ),
  'certificate-qr.picture-damaged': picture(
    'Không đọc được ảnh: tệp bị hỏng hoặc thiếu phần cuối.',
    'The picture cannot be read: the file is damaged or cut short.',
  ),
  'certificate-qr.picture-too-large': picture(
    'Ảnh quá lớn: vượt giới hạn dung lượng, số điểm ảnh hoặc số lượt quét của JPEG.',
    'The picture is too large: in bytes, in pixels, or in the scans of a JPEG.',
  ),
  'certificate-qr.decoder': developer(
    'Không có bộ giải mã mã QR, hoặc không đúng phiên bản, hoặc môi trường không cho chạy WebAssembly.',
    'The QR decoder is missing, of another version, or WebAssembly may not run here.',
    'Truyền nội dung tệp zxing-wasm/reader/zxing_reader.wasm đúng phiên bản của gói này vào decoder; trong trình duyệt, cho phép wasm-unsafe-eval.',
    'Pass the bytes of zxing-wasm/reader/zxing_reader.wasm, in the version that this package depends on, as decoder; in a browser, allow wasm-unsafe-eval.',
  ),
}))
