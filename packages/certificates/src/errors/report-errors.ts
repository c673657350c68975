import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** The codes of a report. */
export const reportErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'certificate-verify.not-valid': developer(
    'Chứng nhận không hợp lệ nên không có nội dung đã xác minh.',
    'The certificate is not valid, so it has no verified claims.',
    'Xem từng mục kiểm tra trong báo cáo.',
    'See the checks of the report.',
  ),
}))
