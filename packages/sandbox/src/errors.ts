import { type CatalogueEntry, defineCatalogue } from '@tiemchung/core'

const entry = (
  vi: string,
  en: string,
  who: CatalogueEntry['who'],
  todoVi: string,
  todoEn: string,
): CatalogueEntry => ({ says: { vi, en }, who, todo: { vi: todoVi, en: todoEn } })

/** The problem codes that the platform's API answers with. */
export const errorCatalogue = defineCatalogue({
  'platform.body': entry(
    'Nội dung gửi lên không đúng dạng.',
    'The body does not have the agreed shape.',
    'developer',
    'Xem danh sách lỗi kèm theo.',
    'See the issues that come with the problem.',
  ),
  'platform.body.field': entry(
    'Trường này không đúng dạng.',
    'This field does not have the agreed shape.',
    'developer',
    'Sửa trường này.',
    'Correct this field.',
  ),
  'platform.not-found': entry(
    'Không có đối tượng này.',
    'There is no such thing.',
    'developer',
    'Kiểm tra lại mã.',
    'Check the id.',
  ),
  'platform.signed-out': entry(
    'Phiên làm việc không có hoặc đã hết hạn.',
    'There is no session, or it has expired.',
    'operator',
    'Đăng nhập lại.',
    'Log in again.',
  ),
  'platform.forbidden': entry(
    'Tài khoản không có quyền làm việc này.',
    'The account may not do this.',
    'operator',
    'Dùng tài khoản có vai trò và đơn vị phù hợp.',
    'Use an account of the right role and unit.',
  ),
  'platform.log-in': entry(
    'Tài khoản, mật khẩu hoặc mã xác thực không đúng.',
    'The account, the password or the one-time code is wrong.',
    'operator',
    'Thử lại.',
    'Try again.',
  ),
  'platform.code': entry(
    'Mã xác thực không đúng hoặc đã hết hạn.',
    'The one-time code is wrong or has expired.',
    'citizen',
    'Nhập lại mã trong tin nhắn.',
    'Enter the code of the message again.',
  ),
  'platform.conflict': entry(
    'Đã có nội dung khác dưới mã này.',
    'There is something else under this id.',
    'data-entry',
    'Xem nội dung hiện có.',
    'Look at what is there.',
  ),
  'platform.id-mismatch': entry(
    'Mã trong đường dẫn khác mã trong nội dung.',
    'The id in the path is not the id in the body.',
    'developer',
    'Gửi cùng một mã.',
    'Send the same id in both.',
  ),
  'idempotency.key-reused': entry(
    'Khoá Idempotency-Key đã dùng cho yêu cầu khác.',
    'The idempotency key was used for another request.',
    'developer',
    'Tạo khoá mới cho mỗi thao tác.',
    'Make a new key for each operation.',
  ),
  'platform.record.signature': entry(
    'Chữ ký số của bản ghi không được chấp nhận.',
    'The signature of the record is not accepted.',
    'signer',
    'Xem lý do kèm theo rồi ký lại.',
    'See the reason and sign again.',
  ),
  'platform.record.not-settled': entry(
    'Danh tính trong bản ghi chưa được xác thực trên nền tảng.',
    'The identity in the record has not been confirmed by the platform.',
    'data-entry',
    'Xác thực danh tính trước khi ký.',
    'Have the identity verified before signing.',
  ),
  'platform.record.amends-unknown': entry(
    'Bản ghi sửa đổi trỏ tới bản ghi không có hoặc đã bị thay thế.',
    'The amendment points at a record that is not there or was replaced already.',
    'data-entry',
    'Sửa đổi bản ghi mới nhất.',
    'Amend the newest record.',
  ),
  'platform.record.duplicate': entry(
    'Mũi tiêm này của người này đã có trên nền tảng.',
    'This dose of this person is on the platform already.',
    'data-entry',
    'Xem bản ghi đã có; nếu sai, lập bản sửa đổi.',
    'Look at the record that is there; if it is wrong, amend it.',
  ),
  'platform.minutes.not-allowed': entry(
    'Cơ sở đã có chứng thư số nên phải ký, không dùng biên bản.',
    'The facility has a signing certificate and must sign; minutes do not count.',
    'facility-head',
    'Ký số các bản ghi.',
    'Sign the records.',
  ),
  'platform.minutes.records': entry(
    'Biên bản không khớp với các bản ghi kèm theo.',
    'The minutes do not fit the records that come with them.',
    'facility-head',
    'Lập lại biên bản.',
    'Draw the minutes up again.',
  ),
  'platform.course-incomplete': entry(
    'Chưa tiêm đủ liều nên chưa được cấp chứng nhận.',
    'The course is not complete, so no certificate is issued.',
    'ministry',
    'Chờ đủ liều.',
    'Wait for the complete course.',
  ),
  'platform.evidence': entry(
    'Tệp đính kèm không được chấp nhận.',
    'The evidence is not accepted.',
    'citizen',
    'Gửi ảnh JPEG, PNG hoặc PDF của giấy xác nhận.',
    'Send a JPEG, PNG or PDF of the confirmation.',
  ),
  'platform.unavailable': entry(
    'Nền tảng tạm thời không phục vụ được.',
    'The platform is unavailable for a moment.',
    'operator',
    'Gửi lại sau.',
    'Send again later.',
  ),
  'platform.internal': entry(
    'Lỗi bên trong nền tảng.',
    'An error inside the platform.',
    'operator',
    'Báo mã yêu cầu cho đơn vị vận hành.',
    'Give the request id to those who run it.',
  ),
})

/** A code of the platform's API. */
export type ProblemCode = keyof typeof errorCatalogue
