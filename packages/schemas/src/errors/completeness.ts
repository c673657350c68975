import { entry, look } from './entry.js'

/** What keeps a record from being complete. */
export const completenessErrors = {
  'completeness.missing': entry(
    'Bản ghi thiếu thông tin bắt buộc.',
    'A mandatory field of the record is missing.',
    'Bổ sung trước khi ký.',
    'Fill it in before signing.',
  ),
  'completeness.no-guardian': entry(
    'Thiếu cha, mẹ hoặc người giám hộ của trẻ.',
    'The parent or guardian of the child is missing.',
    'Bổ sung họ tên và quan hệ.',
    'Enter name and relationship.',
  ),
  'completeness.no-consent': entry(
    'Chưa có phiếu đồng ý tiêm chủng.',
    'There is no consent.',
    'Bổ sung phiếu đồng ý (Phụ lục 1535/BYT-DP).',
    'Enter the consent form (annex of 1535/BYT-DP).',
  ),
  'completeness.screening': entry(
    'Phiếu sàng lọc chưa đủ tám mục.',
    'The screening form is not answered in full.',
    'Điền đủ tám mục (5002/QĐ-BYT).',
    'Answer all eight items (5002/QĐ-BYT).',
  ),
  'completeness.volume': entry(
    'Liều lượng nhập khác liều lượng quy định {volume} ml.',
    'The volume entered is not the {volume} ml that the policy sets.',
    'Kiểm tra liều đã tiêm; nếu nhập nhầm thì sửa, nếu tiêm nhầm thì báo cáo.',
    'Check what was given; correct a slip, report a wrong dose.',
    'facility',
  ),
  'completeness.volume-unknown': entry(
    'Không có liều lượng quy định cho vắc xin này.',
    'No policy sets a volume for this product.',
    'Chọn đúng vắc xin.',
    'Choose the right product.',
  ),
  'completeness.date.before-birth': entry(
    'Ngày tiêm trước ngày sinh.',
    'The dose was given before the birth.',
    ...look,
  ),
  'completeness.date.after-entry': entry(
    'Ngày tiêm sau ngày nhập liệu.',
    'The dose is dated after it was entered.',
    ...look,
  ),
  'completeness.date.given-at': entry(
    'Giờ tiêm không thuộc ngày tiêm.',
    'The time of the dose is not on its day.',
    ...look,
  ),
  'completeness.date.prior-dose': entry(
    'Mũi trước có ngày tiêm không trước mũi này.',
    'An earlier dose is not dated before this one.',
    ...look,
  ),
  'completeness.date.consent': entry(
    'Phiếu đồng ý ký sau ngày tiêm.',
    'Consent was given after the dose.',
    'Kiểm tra ngày trên phiếu đồng ý.',
    'Check the date on the consent form.',
  ),
  'completeness.dose-number': entry(
    'Số thứ tự mũi tiêm không tiếp nối các mũi trước.',
    'The dose number does not follow from the earlier doses.',
    ...look,
  ),
  'completeness.policy': entry(
    'Nội dung chính sách về tính đầy đủ không hợp lệ.',
    'The body of the completeness policy is malformed.',
    'Xem danh sách lỗi kèm theo.',
    'See the issues that come with this error.',
    'developer',
  ),
}
