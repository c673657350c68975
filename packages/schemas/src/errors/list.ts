import { entry } from './entry.js'

/** What is wrong with a list as a whole or with its columns. */
export const listErrors = {
  'tabular.unreadable': entry(
    'Tệp không đọc được: cấu trúc sổ tính không đúng.',
    'The file cannot be read: it is not built as a workbook is.',
    'Mở bằng Excel, lưu lại rồi gửi lại.',
    'Open it in Excel, save it again and send it again.',
  ),
  'tabular.not-a-workbook': entry(
    'Tệp không phải sổ tính Excel (.xlsx).',
    'The file is not an Excel workbook (.xlsx).',
    'Lưu danh sách thành .xlsx hoặc CSV UTF-8 rồi gửi lại.',
    'Save the list as .xlsx or CSV UTF-8 and send that.',
  ),
  'tabular.is-workbook': entry(
    'Tệp mang tên CSV nhưng là sổ tính Excel (.xlsx).',
    'The file is named CSV and is an Excel workbook (.xlsx).',
    'Đọc như .xlsx, hoặc lưu lại dạng "CSV UTF-8".',
    'Read it as .xlsx, or save it as "CSV UTF-8".',
  ),
  'tabular.markup': entry(
    'Tệp là trang web (HTML/XML) mang tên Excel.',
    'The file is a web page (HTML or XML) with the name of a workbook.',
    'Mở bằng Excel, chọn "Lưu thành" .xlsx rồi gửi lại.',
    'Open it in Excel, choose "Save as" .xlsx and send that.',
  ),
  'tabular.old-workbook': entry(
    'Tệp là sổ tính Excel đời cũ (.xls).',
    'The file is a workbook of the old kind (.xls).',
    'Mở bằng Excel, chọn "Lưu thành" .xlsx rồi gửi lại.',
    'Open it in Excel, choose "Save as" .xlsx and send that.',
  ),
  'tabular.truncated': entry(
    'Tệp chưa được ghi hoặc tải về hết.',
    'The file was not written or downloaded to its end.',
    'Lưu hoặc tải lại tệp rồi gửi lại.',
    'Save or download it again and send it again.',
  ),
  'tabular.damaged': entry(
    'Tệp bị hỏng: nội dung không khớp với mã kiểm tra.',
    'The file is damaged: its content does not fit its checksums.',
    'Lấy lại bản gốc, mở bằng Excel, lưu lại rồi gửi.',
    'Take the original, save it again in Excel and send that.',
  ),
  'tabular.too-wide': entry(
    'Danh sách có hơn {most} cột.',
    'The list has more than {most} columns.',
    'Dùng lại mẫu danh sách; xoá các cột thừa.',
    'Use the template; remove the other columns.',
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
  'tabular.csv': entry(
    'Tệp CSV hỏng ở khoảng dòng {row}: dấu ngoặc kép không khép hoặc dòng quá dài.',
    'The CSV file is broken at about row {row}: a quote that does not close, or too long a line.',
    'Mở bằng Excel, lưu lại dạng "CSV UTF-8".',
    'Open it in Excel and save it again as "CSV UTF-8".',
  ),
  'tabular.not-utf8': entry(
    'Tệp CSV không phải mã UTF-8.',
    'The CSV file is not UTF-8.',
    'Lưu lại dạng "CSV UTF-8", hoặc cho biết bảng mã khi đọc.',
    'Save it as "CSV UTF-8", or say its encoding when it is read.',
  ),
  'tabular.not-utf16': entry(
    'Tệp văn bản không phải mã UTF-16.',
    'The text file is not UTF-16.',
    'Lưu lại dạng "CSV UTF-8".',
    'Save it as "CSV UTF-8".',
  ),
  'tabular.no-heading': entry(
    'Không tìm thấy dòng tiêu đề của mẫu.',
    'The heading row of the template was not found.',
    'Dùng lại mẫu danh sách, không đổi tên cột.',
    'Use the template and leave its headings as they are.',
  ),
  'tabular.column-unknown': entry(
    'Cột này không có trong mẫu nên không được đọc.',
    'The template has no such column; it is not read.',
    'Nếu cột bị đổi tên, dùng lại tên trong mẫu.',
    'If it was renamed, give it the name of the template.',
  ),
  'tabular.column-absent': entry(
    'Không có cột "{heading}"; thông tin này để trống.',
    'There is no column "{heading}"; it is taken as empty.',
    'Nếu cột bị đổi tên, dùng lại tên trong mẫu.',
    'If it was renamed, give it the name of the template.',
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
}
