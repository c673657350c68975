import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** The codes of verifying. */
export const verifyErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'certificate-verify.at': developer(
    'Thời điểm kiểm tra không hợp lệ.',
    'The instant of verification is not a valid date.',
    'Truyền một Date hợp lệ vào tham số at.',
    'Pass a valid Date in the at option.',
  ),
  'certificate-verify.revocation-source': developer(
    'Nguồn thu hồi gặp lỗi không phải lỗi mạng, hoặc trả lời ngoài các trạng thái đã định.',
    'The revocation source failed, and not for the network, or its answer is no status.',
    'Sửa nguồn thu hồi; lỗi gốc đi kèm.',
    'Correct the source; the error behind this one comes with it.',
  ),
}))
