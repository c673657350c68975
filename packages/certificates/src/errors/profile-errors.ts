import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** The codes of verification profiles. */
export const profileErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'certificate-verify.profile': developer(
    'Hồ sơ kiểm tra không hợp lệ.',
    'The verification profile is malformed.',
    'Xem danh sách lỗi kèm theo.',
    'See the issues that come with this error.',
  ),
  'certificate-verify.profile-field': developer(
    'Trường này của hồ sơ kiểm tra thiếu hoặc sai kiểu.',
    'This field of the profile is missing or of the wrong type.',
    'Sửa hồ sơ kiểm tra.',
    'Correct the profile.',
  ),
}))
