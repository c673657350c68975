import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** The codes of trust lists. */
export const trustErrors = /* @__PURE__ */ defineCatalogue({
  'certificate-trust.list': developer(
    'Danh sách chứng thư số tin cậy sai định dạng trust-list/1.',
    'The trust list is not a trust-list/1 document.',
    'Tải lại danh sách từ nơi phát hành.',
    'Fetch the list again from its publisher.',
  ),
})
