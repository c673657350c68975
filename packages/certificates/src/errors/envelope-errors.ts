import { defineCatalogue } from '@tiemchung/core'
import { malformed } from './entry.js'

/** The codes of the text, its CBOR and its COSE. */
export const envelopeErrors = /* @__PURE__ */ defineCatalogue(() => ({
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
}))

/** A code that says what is wrong with a text. */
export type EnvelopeErrorCode = keyof typeof envelopeErrors
