import { entry, look } from './entry.js'

/** What is wrong with a list, a column, a row or a cell. */
export const tabularErrors = {
  'tabular.unreadable': entry(
    'Tệp không đọc được hoặc chưa được ghi xong.',
    'The file cannot be read or was not written to its end.',
    'Mở bằng Excel, lưu lại rồi gửi lại.',
    'Open it in Excel, save it again and send it again.',
  ),
  'tabular.encrypted': entry(
    'Tệp đang được đặt mật khẩu.',
    'The workbook is protected by a password.',
    'Bỏ mật khẩu rồi gửi lại.',
    'Remove the password and send it again.',
  ),
  'tabular.too-large': entry(
    'Tệp quá lớn khi giải nén.',
    'The workbook is too large when unpacked.',
    'Lưu thành tệp CSV rồi gửi lại.',
    'Save it as CSV and send that.',
  ),
  'tabular.too-many-rows': entry(
    'Danh sách có hơn {most} dòng.',
    'The list has more than {most} rows.',
    'Lưu thành tệp CSV (UTF-8) rồi gửi lại.',
    'Save as CSV (UTF-8) and send that.',
  ),
  'tabular.not-utf8': entry(
    'Tệp CSV không phải mã UTF-8.',
    'The CSV file is not UTF-8.',
    'Lưu lại dạng "CSV UTF-8".',
    'Save it as "CSV UTF-8".',
  ),
  'tabular.column-missing': entry(
    'Thiếu cột "{heading}" hoặc tên cột đã bị đổi.',
    'The column "{heading}" is missing or was renamed.',
    'Dùng lại mẫu danh sách, không đổi tên cột.',
    'Use the template and leave its headings as they are.',
  ),
  'tabular.column-twice': entry(
    'Cột "{heading}" xuất hiện hai lần.',
    'The column "{heading}" appears twice.',
    'Xoá cột thừa.',
    'Remove one of them.',
  ),
  'tabular.merged': entry(
    'Có ô bị gộp ({cells}).',
    'Cells are merged ({cells}).',
    'Bỏ gộp ô rồi gửi lại.',
    'Unmerge them and send it again.',
  ),
  'tabular.formula': entry(
    'Ô này chứa công thức.',
    'The cell holds a formula.',
    'Dán giá trị thay cho công thức.',
    'Paste the value in its place.',
  ),
  'tabular.type': entry(
    'Kiểu dữ liệu của ô không đúng.',
    'The cell is of the wrong type.',
    ...look,
  ),
  'tabular.too-long': entry('Nội dung ô quá dài.', 'The cell is too long.', ...look),
  'tabular.control': entry('Ô có ký tự điều khiển.', 'The cell holds control characters.', ...look),
  'tabular.name': entry('Họ tên có chữ số.', 'The name holds digits.', ...look),
  'tabular.date': entry(
    'Ngày không hợp lệ; viết dd/mm/yyyy, hoặc chỉ năm sinh.',
    'Not a date; write dd/mm/yyyy, or the year alone.',
    ...look,
  ),
  'tabular.sex': entry(
    'Giới tính phải là 0 (nam) hoặc 1 (nữ).',
    'Sex is 0 (male) or 1 (female).',
    ...look,
  ),
  'tabular.phone': entry('Số điện thoại không hợp lệ.', 'Not a telephone number.', ...look),
  'tabular.code': entry('Mã không hợp lệ.', 'Not a code of this length.', ...look),
  'tabular.integer': entry('Phải là số nguyên.', 'A whole number is needed.', ...look),
  'tabular.yes-no': entry('Phải là "Có" hoặc "Không".', 'Answer "Có" or "Không".', ...look),
  'tabular.missing': entry('Ô bắt buộc để trống.', 'A mandatory cell is empty.', ...look),
  'tabular.lost-zero': entry(
    'Số có vẻ đã mất chữ số 0 ở đầu do Excel.',
    'The number seems to have lost its leading zero in Excel.',
    'Định dạng cột là Text và nhập lại, hoặc chấp nhận đề xuất.',
    'Format the column as text and enter it again, or accept the suggestion.',
  ),
  'tabular.identity-number': entry(
    'Số CMT/CCCD phải gồm 8, 9 hoặc 12 chữ số.',
    'An identity number has 8, 9 or 12 digits.',
    'Bổ sung số đúng; bản ghi được chuyển y tế cơ sở xử lý.',
    'Find the right number; the case is routed to the health station.',
  ),
  'tabular.prior-dose': entry(
    'Mũi tiêm trước thiếu ngày hoặc tên vắc xin không có trong danh mục.',
    'An earlier dose lacks its date, or its vaccine is not in the list.',
    ...look,
  ),
  'tabular.no-partner': entry(
    'Không tìm thấy dòng tương ứng trong tệp bổ sung.',
    'The supplement has no row for this person.',
    'Kiểm tra số thứ tự, họ tên và ngày sinh ở hai tệp.',
    'Compare number, name and birth date in both files.',
  ),
}
