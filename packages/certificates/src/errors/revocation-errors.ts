import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** The codes of revocation lists. */
export const revocationErrors = /* @__PURE__ */ defineCatalogue({
  'certificate-revocation.list': developer(
    'Danh sách thu hồi sai định dạng revocation-list/1.',
    'The revocation list is not a revocation-list/1 document.',
    'Tải lại danh sách từ nơi phát hành.',
    'Fetch the list again from its publisher.',
  ),
})
