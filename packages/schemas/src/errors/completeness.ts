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
    'Thời điểm tiêm sau thời điểm nhập liệu.',
    'The dose is dated after its record was entered.',
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
  'completeness.birth-date.future': entry(
    'Ngày sinh sau ngày nhập liệu.',
    'The birth date is after the day of entry.',
    ...look,
  ),
  'completeness.birth-date.too-old': entry(
    'Ngày sinh quá xa so với ngày nhập liệu.',
    'The birth date is too long ago.',
    ...look,
  ),
  'completeness.lot-expired': entry(
    'Lô vắc xin đã hết hạn vào ngày tiêm.',
    'The lot had expired on the day of the dose.',
    'Xem lại hạn dùng trên lọ; nếu đúng là đã hết hạn thì báo cáo.',
    'Look at the expiry on the vial again; report it when the lot had expired indeed.',
    'facility',
  ),
  'completeness.no-number': entry(
    'Chưa có số định danh hoặc số giấy tờ.',
    'There is no identity number.',
    'Xem giấy khai sinh; nếu chưa có thì hỏi công an cấp xã.',
    'Look at the birth certificate; where there is none, ask the commune police.',
  ),
  'completeness.identity': entry(
    'Danh tính chưa được xác thực.',
    'The identity is not settled.',
    'Đối chiếu với cơ sở dữ liệu dân cư, hoặc chờ kết quả.',
    'Have it matched with the population database, or wait for the answer.',
  ),
  'completeness.evidence': entry(
    'Kết quả xác thực không khớp với người trong bản ghi: chỉ người nước ngoài có hộ chiếu được miễn, và không có số thì không thể đã đối chiếu.',
    'The evidence of identity does not fit the person: only foreigners with a passport need none, and nobody without a number can have been matched.',
    'Kiểm tra quốc tịch và giấy tờ, rồi đối chiếu lại.',
    'Check citizenship and document, and have the person matched again.',
  ),
  'completeness.conclusion': entry(
    'Kết luận sàng lọc nhẹ hơn các câu trả lời.',
    'The conclusion of the screening is milder than its answers.',
    'Người khám sàng lọc xem lại câu trả lời hoặc kết luận.',
    'Whoever screened looks at the answers or the conclusion again.',
    'facility',
  ),
  'completeness.product': entry(
    'Vắc xin này không thuộc danh mục được cấp chứng nhận.',
    'No certificate is issued for this product.',
    'Kiểm tra tên vắc xin đã nhập.',
    'Check which product was entered.',
    'facility',
  ),
  'deadline.policy': entry(
    'Nội dung chính sách về thời hạn không hợp lệ.',
    'The body of the deadline policy is malformed.',
    'Xem danh sách lỗi kèm theo.',
    'See the issues that come with this error.',
    'developer',
  ),
  'completeness.policy': entry(
    'Nội dung chính sách về tính đầy đủ không hợp lệ.',
    'The body of the completeness policy is malformed.',
    'Xem danh sách lỗi kèm theo.',
    'See the issues that come with this error.',
    'developer',
  ),
}
