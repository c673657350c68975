import { defineCatalogue } from '@tiemchung/core'
import { dataEntry, developer, operator } from './entry.js'

/** The codes of issuing. */
export const issueErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'certificate-issue.cbor-value': developer(
    'Số nguyên nằm ngoài phạm vi mà CBOR biểu diễn được.',
    'A whole number is outside of what CBOR or a number can hold.',
    'Dùng bigint, hoặc kiểm tra lại giá trị.',
    'Use a bigint, or check the value.',
  ),
  'certificate-issue.algorithm': developer(
    'Chứng nhận sức khoẻ chỉ được ký bằng ES256 (P-256) hoặc PS256.',
    'Health certificates are signed with ES256 (P-256) or PS256 only.',
    'Dùng khoá P-256 hoặc RSA từ 2048 bit với PS256.',
    'Use a P-256 key, or an RSA key of 2048 bits and more with PS256.',
  ),
  'certificate-issue.signature-length': developer(
    'Bộ ký trả về chữ ký sai độ dài.',
    'The signer returned a signature of the wrong length.',
    'Bộ ký phải trả về r||s thô 64 byte cho ES256, hoặc từ 256 byte cho PS256.',
    'The signer must return raw r||s of 64 bytes for ES256, or 256 bytes and more for PS256.',
  ),
  'certificate-issue.signature': operator(
    'Chữ ký không khớp với khoá công khai đã nêu.',
    'The signature does not hold under the public key that was given.',
    'Kiểm tra bộ ký đang dùng đúng khoá của chứng thư số; chưa cấp gì.',
    'Check that the signer uses the key of the signing certificate; nothing was issued.',
  ),
  'certificate-issue.signature-count': developer(
    'Bộ ký trả về sai số lượng chữ ký.',
    'The signer returned another number of signatures than it was asked for.',
    'signMany phải trả về một chữ ký cho mỗi phần tử, theo thứ tự.',
    'signMany must return one signature for each item, in order.',
  ),
  'certificate-issue.key-id': developer(
    'Thiếu mã khoá: cần đúng 8 byte, hoặc một chuỗi chứng thư số.',
    'There is no key id: 8 bytes are needed, or a signer with a certificate chain.',
    'Truyền keyId hoặc signingCertificate.',
    'Pass keyId or signingCertificate.',
  ),
  'certificate-issue.signer-validity': {
    says: {
      vi: 'Thời hạn chứng nhận vượt ngoài thời hạn của chứng thư số ký.',
      en: 'The certificate would not lie within the validity of its signing certificate.',
    },
    who: 'signer',
    todo: {
      vi: 'Ký bằng chứng thư số còn đủ thời hạn, hoặc rút ngắn thời hạn trong chính sách.',
      en: 'Sign with a certificate that lasts long enough, or shorten the lifetime in the policy.',
    },
  },
  'certificate-issue.signer-country': {
    says: {
      vi: 'Quốc gia cấp không khớp với quốc gia của chứng thư số ký.',
      en: 'The issuing country is not the country of the signing certificate.',
    },
    who: 'signer',
    todo: {
      vi: 'Dùng chứng thư số của quốc gia cấp.',
      en: 'Use a signing certificate of the issuing country.',
    },
  },
  'certificate-issue.signer-usage': {
    says: {
      vi: 'Chứng thư số ký không được phép dùng cho loại chứng nhận này.',
      en: 'The signing certificate may not sign certificates of this type.',
    },
    who: 'signer',
    todo: {
      vi: 'Dùng chứng thư số có mục đích sử dụng phù hợp.',
      en: 'Use a signing certificate with the right extended key usage.',
    },
  },
  'certificate-issue.issued-at': developer(
    'Thời điểm cấp không hợp lệ.',
    'The instant of issue is not a valid date.',
    'Truyền một Date hợp lệ vào issuedAt.',
    'Pass a valid Date in issuedAt.',
  ),
  'certificate-issue.country': developer(
    'Mã quốc gia phải gồm hai chữ cái in hoa.',
    'A country is written as two capital letters.',
    'Dùng mã ISO 3166-1 alpha-2.',
    'Use the ISO 3166-1 alpha-2 code.',
  ),
  'certificate-issue.payload': dataEntry(
    'Nội dung chứng nhận chưa đúng lược đồ EU DCC 1.3.',
    'The payload does not follow the EU DCC schema 1.3.',
    'Xem danh sách lỗi kèm theo và sửa dữ liệu.',
    'Correct the data by the issues that come with this error.',
  ),
  'certificate-issue.course-incomplete': dataEntry(
    'Chưa tiêm đủ liệu trình nên chưa được cấp chứng nhận.',
    'The course is not complete, so no certificate may be issued.',
    'Cấp chứng nhận sau khi tiêm đủ liều.',
    'Issue the certificate when the course is complete.',
  ),
  'certificate-issue.product': dataEntry(
    'Mã vắc xin và nhà sản xuất không đi cùng nhau, hoặc không thuộc danh mục được cấp.',
    'The vaccine, product and holder do not belong together, or may not be issued for.',
    'Chọn lại vắc xin từ danh mục.',
    'Choose the vaccine from the list again.',
  ),
  'certificate-issue.policy': developer(
    'Chính sách cấp chứng nhận không hợp lệ.',
    'The issue policy is malformed.',
    'Xem danh sách lỗi kèm theo.',
    'See the issues that come with this error.',
  ),
  'certificate-issue.policy-field': developer(
    'Trường này của chính sách cấp thiếu hoặc sai kiểu.',
    'This field of the issue policy is missing or of the wrong type.',
    'Sửa chính sách cấp.',
    'Correct the issue policy.',
  ),
  'certificate-issue.request': dataEntry(
    'Trường này của yêu cầu cấp chứng nhận thiếu hoặc sai.',
    'This field of the certificate request is missing or wrong.',
    'Sửa lại dữ liệu.',
    'Correct the data.',
  ),
  'certificate-issue.previous': developer(
    'Văn bản của chứng nhận cũ và nội dung đã xác minh không phải của cùng một chứng nhận.',
    'The text of the previous certificate and the verified claims are not of one certificate.',
    'Truyền văn bản đã cho ra chính các claims ấy.',
    'Pass the text that those claims were verified from.',
  ),
  'certificate-issue.previous-issuer': {
    says: {
      vi: 'Chứng nhận cũ do nơi khác cấp; chỉ nơi cấp mới được gia hạn.',
      en: 'Another country issued the previous certificate; only its issuer renews it.',
    },
    who: 'signer',
    todo: {
      vi: 'Đề nghị nước đã cấp gia hạn.',
      en: 'Ask the country that issued it.',
    },
  },
  'certificate-issue.previous-later': developer(
    'Chứng nhận mới sẽ được cấp trước chứng nhận cũ.',
    'The new certificate would be issued before the previous one.',
    'Kiểm tra đồng hồ và issuedAt.',
    'Check the clock and issuedAt.',
  ),
  'certificate-issue.certificate-id': developer(
    'Mã chứng nhận mới bị trống, quá 80 ký tự, hoặc trùng với mã cũ.',
    'The new certificate id is empty, longer than 80 characters, or that of the previous one.',
    'Bỏ certificateId để có mã ngẫu nhiên, hoặc truyền một mã mới.',
    'Leave certificateId out for a random one, or pass a new one.',
  ),
  'certificate-issue.name-missing': dataEntry(
    'Thiếu họ tên.',
    'There is no name.',
    'Nhập họ hoặc tên.',
    'Enter the family name, the given name, or both.',
  ),
  'certificate-issue.name-letter': dataEntry(
    'Tên có ký tự không phải chữ cái.',
    'The name has a character that is no letter of its alphabet.',
    'Sửa lại tên; với tên nước ngoài, chọn bảng chữ cái latin.',
    'Correct the name; for a foreign name choose the latin alphabet.',
  ),
  'certificate-issue.name-legacy-encoding': dataEntry(
    'Tên được gõ hoặc chuyển bằng bảng mã cũ ({encoding}), không phải Unicode.',
    'The name comes from an old encoding ({encoding}) and is not Unicode.',
    'Chuyển dữ liệu sang Unicode rồi nhập lại.',
    'Convert the data to Unicode and enter it again.',
  ),
  'certificate-issue.name-too-long': dataEntry(
    'Tên dài quá 80 ký tự.',
    'The name is longer than 80 characters.',
    'Rút gọn tên theo giấy tờ tuỳ thân.',
    'Shorten the name as the identity document does.',
  ),
}))
