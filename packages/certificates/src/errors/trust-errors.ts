import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** The codes of trust lists. */
export const trustErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'certificate-trust.list': developer(
    'Danh sách chứng thư số tin cậy sai định dạng trust-list/1.',
    'The trust list is not a trust-list/1 document.',
    'Tải lại danh sách từ nơi phát hành.',
    'Fetch the list again from its publisher.',
  ),
  'certificate-trust.jwk': developer(
    'Khoá công khai dạng JSON sai định dạng, thuộc loại không dùng được, hoặc có cả phần bí mật.',
    'The public key in JSON is malformed, of a kind that is not used, or has a private part.',
    'Lấy lại khoá từ nơi phát hành; không bao giờ đưa khoá bí mật vào danh sách tin cậy.',
    'Fetch the key again from its publisher; never put a private key into a trust list.',
  ),
  'certificate-trust.did': developer(
    'Tài liệu không phải danh sách khoá dạng DID của mạng GDHCN.',
    'The document is not a DID list of keys as the GDHCN publishes it.',
    'Tải lại tài liệu did.json từ nơi phát hành.',
    'Fetch the did.json again from its publisher.',
  ),
  'certificate-trust.gateway': developer(
    'Tài liệu không phải danh sách của cổng EU DCC.',
    'The document is not a list of the EU DCC gateway.',
    'Tải lại danh sách từ cổng.',
    'Fetch the list again from the gateway.',
  ),
  'certificate-trust.verifier-list': developer(
    'Danh sách chứng thư số hoặc danh sách trạng thái của dịch vụ kiểm tra sai định dạng.',
    'The certificates or the status list of the verifier service are not lists.',
    'Tải lại cả hai danh sách từ dịch vụ.',
    'Fetch both lists again from the service.',
  ),
  'certificate-trust.country': developer(
    'Mã quốc gia phải gồm hai chữ in hoa.',
    'The country is not a code of two capital letters.',
    'Ghi mã ISO 3166-1 alpha-2, ví dụ VN.',
    'Write the ISO 3166-1 alpha-2 code, for example VN.',
  ),
  'certificate-trust.jwks': developer(
    'Tài liệu không phải tập khoá JWKS.',
    'The document is not a JSON Web Key Set.',
    'Tải lại tập khoá từ nơi phát hành.',
    'Fetch the key set again from its publisher.',
  ),
}))
