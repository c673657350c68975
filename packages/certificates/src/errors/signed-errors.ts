import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** The codes of signing documents and of pins. */
export const signedErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'certificate-signed.pin': developer(
    'Dấu vân tay SHA-256 sai định dạng.',
    'The pin is not a SHA-256 in hex.',
    'Ghi đủ 64 chữ số thập lục phân, ví dụ `sha256:` kèm 64 chữ số.',
    'Write all 64 hex digits, for example `sha256:` and the digits.',
  ),
  'certificate-signed.type': developer(
    'Loại tài liệu được ký sai định dạng.',
    'The type of the signed document is malformed.',
    'Ghi dạng `tiemchung.trust-list+jws`.',
    'Write it like `tiemchung.trust-list+jws`.',
  ),
  'certificate-signed.key': developer(
    'Khoá công khai không ký được tài liệu: chỉ dùng P-256 hoặc RSA từ 2048 bit.',
    'The public key is of a kind that signs no documents: use P-256, or RSA of 2048 bits and more.',
    'Truyền đúng SubjectPublicKeyInfo dạng DER của khoá ký.',
    'Pass the SubjectPublicKeyInfo of the signing key in DER.',
  ),
  'certificate-signed.algorithm': developer(
    'Thuật toán của bên ký không phải thuật toán của khoá.',
    'The algorithm of the signer is not the one of the key.',
    'Dùng ES256 với khoá P-256, PS256 với khoá RSA.',
    'Use ES256 with a P-256 key, PS256 with an RSA key.',
  ),
  'certificate-signed.document': developer(
    'Tài liệu cần ký không phải một đối tượng JSON, hoặc có tên trường lặp lại.',
    'The document to sign is not one JSON object, or a name in it stands twice.',
    'Tạo lại tài liệu JSON rồi ký.',
    'Write the JSON document again, then sign it.',
  ),
  'certificate-signed.signature': developer(
    'Chữ ký mà bên ký trả về không đúng với khoá công khai đã nêu.',
    'The signature that the signer made does not hold under the stated public key.',
    'Kiểm tra khoá công khai có phải của bên ký này không.',
    'Check that the public key is the one of this signer.',
  ),
  'certificate-signed.instant': developer(
    'Thời điểm kiểm tra không hợp lệ.',
    'The instant to open the list at is not a valid date.',
    'Truyền một Date hợp lệ vào tham số at.',
    'Pass a valid Date in the at option.',
  ),
  'certificate-signed.state': developer(
    'Trạng thái đã lưu của danh sách không đọc được.',
    'The state that was kept of the list cannot be read.',
    'Không xoá bừa: kiểm tra ai đã sửa tệp, rồi ghim lại danh sách.',
    'Do not just delete it: find out who changed the file, then pin the list anew.',
  ),
  'certificate-signed.policy': developer(
    'Chính sách về tuổi của danh sách không hợp lệ.',
    'The snapshot policy is malformed.',
    'Xem danh sách lỗi kèm theo.',
    'See the issues that come with this error.',
  ),
  'certificate-signed.policy-field': developer(
    'Trường này của chính sách thiếu hoặc sai kiểu.',
    'This field of the policy is missing or of the wrong type.',
    'Ghi số nguyên không âm; maxAgeHours có thể là null.',
    'Write a whole number of 0 or more; maxAgeHours may be null.',
  ),
}))
