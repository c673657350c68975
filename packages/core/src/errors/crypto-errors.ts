/** The codes of keys and of the host that they are used on. */
import { defineCatalogue } from '../catalogue.js'

export const keyErrors = /* @__PURE__ */ defineCatalogue({
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
})

export const hostErrors = /* @__PURE__ */ defineCatalogue({
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
