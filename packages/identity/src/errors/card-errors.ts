import { defineCatalogue } from '@tiemchung/core'

/** The citizen card's QR code. */
export const cardErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'identity.card-qr': {
    says: {
      vi: 'Mã QR trên thẻ căn cước không đúng cấu trúc.',
      en: 'The QR code of the citizen card does not have the expected form.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Quét lại; kiểm tra bảng mã của máy quét là UTF-8.',
      en: 'Scan again; see that the scanner sends UTF-8.',
    },
  },
  'identity.card-qr-fields': {
    says: {
      vi: 'Mã QR có {fields} trường; thẻ căn cước có 7 trường, hoặc 8.',
      en: 'The QR code has {fields} fields; that of a citizen card has 7, or 8.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Quét mã QR trên thẻ căn cước, hoặc nhập tay theo thẻ.',
      en: 'Scan the QR code of the citizen card, or type what the card says.',
    },
  },
  'identity.card-qr-encoding': {
    says: {
      vi: 'Máy quét đã làm hỏng chữ tiếng Việt trong mã QR của thẻ căn cước.',
      en: 'The scanner broke the Vietnamese letters in the QR code of the citizen card.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Đặt bảng mã của máy quét là UTF-8 rồi quét lại, hoặc nhập tay theo thẻ.',
      en: 'Set the scanner to UTF-8 and scan again, or type what the card says.',
    },
  },
  'identity.card-qr-typed': {
    says: {
      vi: 'Bộ gõ tiếng Việt đã làm sai mã QR của thẻ căn cước khi máy quét gõ vào.',
      en: 'A Vietnamese input method changed the QR code of the citizen card while the scanner typed it.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Tắt bộ gõ tiếng Việt rồi quét lại.',
      en: 'Turn the Vietnamese input method off and scan again.',
    },
  },
}))
