/** The codes of CBOR. */
import { defineCatalogue } from '../catalogue.js'

export const cborErrors = /* @__PURE__ */ defineCatalogue({
  'parse.cbor': {
    says: {
      vi: 'Dữ liệu CBOR không đọc được ở đây (RFC 8949): {reason}.',
      en: 'Not CBOR that is read here (RFC 8949): {reason}.',
    },
    who: 'developer',
    todo: { vi: 'Mã hoá lại.', en: 'Encode it again.' },
  },
  'input.cbor-value': {
    says: {
      vi: 'Giá trị không viết được thành CBOR.',
      en: 'The value cannot be written as CBOR.',
    },
    who: 'developer',
    todo: {
      vi: 'Dùng bigint cho số nguyên lớn, không quá 64 bit.',
      en: 'Use a bigint for large whole numbers, of 64 bits at most.',
    },
  },
})
