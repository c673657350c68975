import { defineCatalogue } from '@tiemchung/core'

/** The codes of `@tiemchung/signing`. */
export const errorCatalogue = defineCatalogue({
  'signing.key': {
    says: {
      vi: 'Khoá ký không dùng được.',
      en: 'The signing key cannot be used.',
    },
    who: 'signer',
    todo: {
      vi: 'Kiểm tra loại khoá và thuật toán đã chọn.',
      en: 'Check the kind of key against the algorithm.',
    },
  },
  'signing.key-mismatch': {
    says: {
      vi: 'Khoá ký không thuộc chứng thư số đầu tiên trong chuỗi.',
      en: 'The signing key does not belong to the first certificate of the chain.',
    },
    who: 'signer',
    todo: {
      vi: 'Chọn đúng cặp khoá và chứng thư số.',
      en: 'Choose the key and the certificate that belong together.',
    },
  },
  'signing.rejected': {
    says: { vi: 'Người ký đã từ chối.', en: 'The signer refused.' },
    who: 'signer',
    todo: { vi: 'Ký lại khi đã sẵn sàng.', en: 'Sign again when ready.' },
  },
  'signing.expired': {
    says: {
      vi: 'Hết thời gian chờ xác nhận ký.',
      en: 'The signature was not confirmed in time.',
    },
    who: 'signer',
    todo: { vi: 'Ký lại và xác nhận trong thời hạn.', en: 'Sign again and confirm in time.' },
  },
  'signing.unavailable': {
    says: { vi: 'Dịch vụ ký hiện không dùng được.', en: 'The signer is not available.' },
    who: 'operator',
    todo: { vi: 'Thử lại sau.', en: 'Try again later.' },
  },
  'signing.seal.empty': {
    says: {
      vi: 'Không có bản ghi nào để đóng dấu ngày.',
      en: 'There are no records to seal.',
    },
    who: 'facility',
    todo: { vi: 'Nhập bản ghi trước.', en: 'Enter records first.' },
  },
})
