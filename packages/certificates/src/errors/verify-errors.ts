import { defineCatalogue } from '@tiemchung/core'
import { developer, malformed } from './entry.js'

/** The codes of verifying. */
export const verifyErrors = /* @__PURE__ */ defineCatalogue({
  'certificate-verify.at': developer(
    'Thời điểm kiểm tra không hợp lệ.',
    'The instant of verification is not a valid date.',
    'Truyền một Date hợp lệ vào tham số at.',
    'Pass a valid Date in the at option.',
  ),
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
  'certificate-verify.not-valid': developer(
    'Chứng nhận không hợp lệ nên không có nội dung đã xác minh.',
    'The certificate is not valid, so it has no verified claims.',
    'Xem từng mục kiểm tra trong báo cáo.',
    'See the checks of the report.',
  ),
  'certificate-verify.revocation-source': developer(
    'Nguồn thu hồi gặp lỗi không phải lỗi mạng, hoặc trả lời ngoài các trạng thái đã định.',
    'The revocation source failed, and not for the network, or its answer is no status.',
    'Sửa nguồn thu hồi; lỗi gốc đi kèm.',
    'Correct the source; the error behind this one comes with it.',
  ),
  'certificate-verify.value-sets': developer(
    'Bộ mã không đúng định dạng của EU: thiếu hoặc sai trường.',
    'A value set document is not as the EU publishes them: a field is missing or wrong.',
    'Tải lại bộ mã từ nơi phát hành.',
    'Fetch the value sets again from their publisher.',
  ),
  'certificate-verify.payload': malformed(
    'Nội dung chứng nhận không đúng lược đồ EU DCC 1.3: {rule}.',
    'The payload does not follow the EU DCC schema 1.3: {rule}.',
  ),
})
