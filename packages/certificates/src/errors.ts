import { type CatalogueEntry, defineCatalogue } from '@tiemchung/core'

const again = {
  vi: 'Quét lại mã QR; nếu vẫn lỗi, đề nghị nơi cấp kiểm tra chứng nhận.',
  en: 'Scan the code again; if that does not help, ask the issuer to check the certificate.',
}

/** A fault of the text itself: the holder can only scan again or go back to the issuer. */
function malformed(vi: string, en: string): CatalogueEntry {
  return { says: { vi, en }, who: 'citizen', todo: again }
}

function developer(vi: string, en: string, todoVi: string, todoEn: string): CatalogueEntry {
  return { says: { vi, en }, who: 'developer', todo: { vi: todoVi, en: todoEn } }
}

function dataEntry(vi: string, en: string, todoVi: string, todoEn: string): CatalogueEntry {
  return { says: { vi, en }, who: 'data-entry', todo: { vi: todoVi, en: todoEn } }
}

/** The codes of `@tiemchung/certificates`. */
export const errorCatalogue = defineCatalogue({
  'envelope.prefix': malformed(
    'Không phải mã chứng nhận sức khoẻ: nội dung không bắt đầu bằng HC1:.',
    'Not a health certificate: the text does not begin with HC1:.',
  ),
  'envelope.line-end': malformed(
    'Có ký tự xuống dòng ở cuối nội dung.',
    'There is a line end behind the text.',
  ),
  'envelope.length': malformed(
    'Nội dung dài hơn giới hạn cho phép ({limit} ký tự).',
    'The text is longer than the limit of {limit} characters.',
  ),
  'envelope.base45': malformed(
    'Nội dung không phải Base45 hợp lệ (RFC 9285).',
    'The text is not valid Base45 (RFC 9285).',
  ),
  'envelope.inflate.absent': malformed(
    'Nội dung chưa được nén, trong khi đặc tả yêu cầu nén zlib.',
    'The content is not compressed, although the specification asks for zlib.',
  ),
  'envelope.inflate.malformed': malformed(
    'Dữ liệu nén zlib bị hỏng.',
    'The zlib stream is broken (RFC 1950).',
  ),
  'envelope.inflate.too-large': malformed(
    'Dữ liệu giải nén vượt giới hạn {limit} byte.',
    'The content inflates to more than {limit} bytes.',
  ),
  'envelope.inflate.trailing': malformed(
    'Có byte thừa sau dữ liệu nén.',
    'There are bytes behind the zlib stream.',
  ),
  'envelope.cbor.truncated': malformed('Dữ liệu CBOR bị cụt.', 'The CBOR ends too early.'),
  'envelope.cbor.malformed': malformed(
    'Dữ liệu CBOR sai cấu trúc (RFC 8949).',
    'The CBOR is malformed (RFC 8949).',
  ),
  'envelope.cbor.trailing': malformed(
    'Có byte thừa sau dữ liệu CBOR.',
    'There are bytes behind the CBOR item.',
  ),
  'envelope.cbor.depth': malformed('CBOR lồng nhau quá sâu.', 'The CBOR is nested too deeply.'),
  'envelope.cbor.items': malformed('CBOR có quá nhiều phần tử.', 'The CBOR has too many items.'),
  'envelope.cbor.key': malformed(
    'Khoá trong CBOR không phải số nguyên hay chuỗi.',
    'A CBOR map has a key that is neither a whole number nor text.',
  ),
  'envelope.cbor.duplicate-key': malformed(
    'CBOR có khoá trùng lặp.',
    'A CBOR map has the same key twice.',
  ),
  'envelope.cbor.utf8': malformed(
    'Chuỗi trong CBOR không phải UTF-8 hợp lệ.',
    'A CBOR text is not valid UTF-8.',
  ),
  'envelope.cbor.indefinite': malformed(
    'CBOR dùng độ dài để ngỏ, hồ sơ kiểm tra này không cho phép.',
    'The CBOR leaves lengths open, which this profile does not grant.',
  ),
  'envelope.cbor.long-form': malformed(
    'CBOR viết số dài hơn cần thiết, hồ sơ kiểm tra này không cho phép.',
    'The CBOR writes numbers longer than needed, which this profile does not grant.',
  ),
  'envelope.cose.tag': malformed(
    'Không phải COSE_Sign1: nhãn CBOR lạ.',
    'Not a COSE_Sign1: another tag stands in front.',
  ),
  'envelope.cose.sign': malformed(
    'Chứng nhận dùng COSE_Sign nhiều chữ ký, không được hỗ trợ.',
    'The certificate is a COSE_Sign with several signatures, which is not supported.',
  ),
  'envelope.cose.untagged': malformed(
    'COSE_Sign1 không có nhãn 18, hồ sơ kiểm tra này không cho phép.',
    'The COSE_Sign1 lacks tag 18, which this profile does not grant.',
  ),
  'envelope.cose.cwt-tag': malformed(
    'Có nhãn CWT 61 phía trước COSE_Sign1, hồ sơ kiểm tra này không cho phép.',
    'The CWT tag 61 stands in front of the COSE_Sign1, which this profile does not grant.',
  ),
  'envelope.cose.malformed': malformed(
    'Cấu trúc COSE_Sign1 sai (RFC 9052 mục 4.2).',
    'The COSE_Sign1 is malformed (RFC 9052 section 4.2).',
  ),
  'envelope.cose.detached': malformed(
    'Phần được ký không nằm trong chứng nhận.',
    'The signed content is not in the certificate.',
  ),
  'envelope.cwt.malformed': malformed(
    'Phần khai báo CWT sai cấu trúc (RFC 8392).',
    'The CWT claims are malformed (RFC 8392).',
  ),
  'envelope.cwt.hcert': malformed(
    'Không có chứng nhận EU DCC trong khai báo -260.',
    'There is no EU DCC in claim -260.',
  ),
  'certificate-verify.at': developer(
    'Thời điểm kiểm tra không hợp lệ.',
    'The instant of verification is not a valid date.',
    'Truyền một Date hợp lệ vào tham số at.',
    'Pass a valid Date in the at option.',
  ),
  'certificate-verify.profile': developer(
    'Hồ sơ kiểm tra không hợp lệ.',
    'The verification profile is malformed.',
    'Xem danh sách lỗi kèm theo.',
    'See the issues that come with this error.',
  ),
  'certificate-verify.profile-field': developer(
    'Trường này của hồ sơ kiểm tra thiếu hoặc sai kiểu.',
    'This field of the profile is missing or of the wrong type.',
    'Sửa hồ sơ kiểm tra.',
    'Correct the profile.',
  ),
  'certificate-verify.not-valid': developer(
    'Chứng nhận không hợp lệ nên không có nội dung đã xác minh.',
    'The certificate is not valid, so it has no verified claims.',
    'Xem từng mục kiểm tra trong báo cáo.',
    'See the checks of the report.',
  ),
  'certificate-verify.payload': malformed(
    'Nội dung chứng nhận không đúng lược đồ EU DCC 1.3: {rule}.',
    'The payload does not follow the EU DCC schema 1.3: {rule}.',
  ),
  'certificate-trust.list': developer(
    'Danh sách chứng thư số tin cậy sai định dạng trust-list/1.',
    'The trust list is not a trust-list/1 document.',
    'Tải lại danh sách từ nơi phát hành.',
    'Fetch the list again from its publisher.',
  ),
  'certificate-revocation.list': developer(
    'Danh sách thu hồi sai định dạng revocation-list/1.',
    'The revocation list is not a revocation-list/1 document.',
    'Tải lại danh sách từ nơi phát hành.',
    'Fetch the list again from its publisher.',
  ),
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

/** A code of this package that says what is wrong with a text. */
export type EnvelopeErrorCode = Extract<keyof typeof errorCatalogue, `envelope.${string}`>
