import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** The codes of business rules. */
export const rulesErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'certificate-rules.at': developer(
    'Thời điểm xét quy tắc không hợp lệ.',
    'The instant of the evaluation is not a valid date.',
    'Truyền một Date hợp lệ vào tham số at.',
    'Pass a valid Date in the at option.',
  ),
  'certificate-rules.country': developer(
    'Mã nước đến phải gồm hai chữ cái in hoa.',
    'The country of arrival is written as two capital letters.',
    'Dùng mã nước như trong bộ quy tắc.',
    'Use the code as the rules have it.',
  ),
  'certificate-rules.rules': developer(
    'Bộ quy tắc có văn bản sai định dạng.',
    'A rule document is not as the EU gateway has them.',
    'Xem danh sách lỗi kèm theo, rồi tải lại từ nơi phát hành.',
    'See the issues that come with this error, and fetch the rules again from their publisher.',
  ),
  'certificate-rules.field': developer(
    'Trường này của quy tắc thiếu hoặc sai.',
    'This field of the rule is missing or wrong.',
    'Báo cho nơi phát hành quy tắc.',
    'Tell the publisher of the rule.',
  ),
  'certificate-rules.logic': developer(
    'Biểu thức này không đúng CertLogic.',
    'This expression is not CertLogic.',
    'Báo cho nơi phát hành quy tắc.',
    'Tell the publisher of the rule.',
  ),
  'certificate-rules.logic-date': developer(
    'Quy tắc ghi một ngày không có thật, hoặc cộng quá {limit} đơn vị thời gian.',
    'The rule has a day that does not exist, or adds more than {limit} units of time.',
    'Báo cho nơi phát hành quy tắc.',
    'Tell the publisher of the rule.',
  ),
  'certificate-rules.logic-size': developer(
    'Biểu thức quá lớn hoặc lồng quá sâu.',
    'The expression is too large or nested too deeply.',
    'Không dùng quy tắc này; báo cho nơi phát hành.',
    'Do not use the rule, and tell its publisher.',
  ),
}))
