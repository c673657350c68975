import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** The codes of verifying. */
export const verifyErrors = /* @__PURE__ */ defineCatalogue({
  'certificate-verify.at': developer(
    'Thời điểm kiểm tra không hợp lệ.',
    'The instant of verification is not a valid date.',
    'Truyền một Date hợp lệ vào tham số at.',
    'Pass a valid Date in the at option.',
  ),
})
