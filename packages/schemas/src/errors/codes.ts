import { entry, look } from './entry.js'

/** What conversions between the codes of systems find. */
export const codeErrors = {
  'codes.sex': entry(
    'Hệ thống {system} không có mã giới tính này.',
    'The system {system} has no such code for sex.',
    'Kiểm tra dữ liệu đến từ hệ thống nào.',
    'Check which system the data comes from.',
    'developer',
  ),
  'codes.sex-unwritable': entry(
    'Hệ thống {system} không có mã cho giới tính này.',
    'The system {system} has no code for this sex.',
    'Bổ sung giới tính trước khi gửi.',
    'Fill in the sex before sending.',
  ),
  'codes.birth-date': entry(
    'Ngày sinh không đúng dạng của hệ thống {system}, hoặc ngày không tồn tại.',
    'The birth date is not in the form of the system {system}, or there is no such day.',
    ...look,
  ),
  'codes.birth-date-unwritable': entry(
    'Hệ thống {system} không ghi được ngày sinh thiếu ngày hoặc tháng.',
    'The system {system} cannot write a birth date whose day or month is not known.',
    'Bổ sung ngày sinh đầy đủ trước khi gửi.',
    'Fill in the whole birth date before sending.',
  ),
}
