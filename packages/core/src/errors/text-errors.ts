/** The codes of bytes written as text. */
import { defineCatalogue } from '../catalogue.js'

export const utf8Errors = /* @__PURE__ */ defineCatalogue({
  'parse.utf8': {
    says: {
      vi: 'Văn bản không phải UTF-8 hợp lệ, hoặc có nửa cặp mã thay thế.',
      en: 'The text is not valid UTF-8, or holds half of a surrogate pair.',
    },
    who: 'developer',
    todo: { vi: 'Lưu lại tệp với mã UTF-8.', en: 'Save the file as UTF-8.' },
  },
})

export const base64UrlErrors = /* @__PURE__ */ defineCatalogue({
  'parse.base64url': {
    says: {
      vi: 'Chuỗi base64url không hợp lệ hoặc không ở dạng chuẩn.',
      en: 'Not base64url in its one canonical form.',
    },
    who: 'developer',
    todo: { vi: 'Mã hoá lại, không có dấu bằng.', en: 'Encode it again, without padding.' },
  },
})

export const base64Errors = /* @__PURE__ */ defineCatalogue({
  'parse.base64': {
    says: {
      vi: 'Chuỗi base64 không hợp lệ hoặc không ở dạng chuẩn.',
      en: 'Not base64 in its one canonical form.',
    },
    who: 'developer',
    todo: { vi: 'Mã hoá lại.', en: 'Encode it again.' },
  },
})

export const hexErrors = /* @__PURE__ */ defineCatalogue({
  'parse.hex': {
    says: { vi: 'Chuỗi thập lục phân không hợp lệ.', en: 'Not an even number of hex digits.' },
    who: 'developer',
    todo: { vi: 'Mã hoá lại.', en: 'Encode it again.' },
  },
})

export const pemErrors = /* @__PURE__ */ defineCatalogue({
  'parse.pem': {
    says: {
      vi: 'Không phải văn bản PEM hợp lệ (RFC 7468).',
      en: 'Not PEM text (RFC 7468).',
    },
    who: 'developer',
    todo: { vi: 'Kiểm tra lại tệp.', en: 'Check the file.' },
  },
})

export const uuidErrors = /* @__PURE__ */ defineCatalogue({
  'parse.uuid': {
    says: { vi: 'Mã UUID không hợp lệ.', en: 'Not a UUID.' },
    who: 'developer',
    todo: { vi: 'Dùng mã do SDK tạo.', en: 'Use an id made by the SDK.' },
  },
})

export const jsonErrors = /* @__PURE__ */ defineCatalogue({
  'input.json-canonical': {
    says: {
      vi: 'Giá trị không viết được thành JSON chuẩn (RFC 8785).',
      en: 'The value has no canonical JSON form (RFC 8785).',
    },
    who: 'developer',
    todo: {
      vi: 'Chỉ dùng đối tượng, mảng, chuỗi, số hữu hạn, đúng sai và null.',
      en: 'Use objects, arrays, strings, finite numbers, booleans and null only.',
    },
  },
})
