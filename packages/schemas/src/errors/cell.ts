import { entry, look } from './entry.js'

/** What is wrong with a row or a cell of a list. */
export const cellErrors = {
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
  'tabular.cell-error': entry(
    'Ô báo lỗi của Excel (#N/A, #REF!…).',
    'The cell shows an error of Excel (#N/A, #REF!…).',
    'Xoá công thức và nhập giá trị.',
    'Remove the formula and enter the value.',
  ),
  'tabular.type': entry(
    'Kiểu dữ liệu của ô không đúng.',
    'The cell is of the wrong type.',
    ...look,
  ),
  'tabular.too-long': entry(
    'Nội dung ô dài hơn {most} ký tự.',
    'The cell holds more than {most} characters.',
    ...look,
  ),
  'tabular.control': entry(
    'Ô có ký tự điều khiển.',
    'The cell holds control characters.',
    'Xoá ô và nhập lại bằng tay.',
    'Clear the cell and type it again.',
  ),
  'tabular.hidden': entry(
    'Ô có ký tự không nhìn thấy được.',
    'The cell holds characters that cannot be seen.',
    'Xoá ô và nhập lại bằng tay, hoặc chấp nhận đề xuất.',
    'Clear the cell and type it again, or accept the suggestion.',
  ),
  'tabular.composed': entry(
    'Chữ có dấu gõ dạng tổ hợp đã được chuyển sang dạng dựng sẵn.',
    'Letters typed with separate marks were composed.',
    'Không cần làm gì; nên chọn bảng mã Unicode dựng sẵn trong bộ gõ.',
    'Nothing to do; let the keyboard write composed Unicode.',
  ),
  'tabular.name': entry(
    'Họ tên có ký tự không phải chữ cái.',
    'The name holds something that is not a letter.',
    ...look,
  ),
  'tabular.name-lookalike': entry(
    'Họ tên có chữ trông giống chữ Việt nhưng là ký tự khác (ví dụ Ð thay cho Đ).',
    'The name holds letters that only look like Vietnamese ones (such as Ð for Đ).',
    'Gõ lại chữ đó, hoặc chấp nhận đề xuất.',
    'Type the letter again, or accept the suggestion.',
  ),
  'tabular.date': entry(
    'Ngày không hợp lệ; viết dd/mm/yyyy, hoặc chỉ năm sinh.',
    'Not a date; write dd/mm/yyyy, or the year alone.',
    ...look,
  ),
  'tabular.date-range': entry(
    'Ngày nằm ngoài khoảng năm 1900 đến 2100.',
    'The date lies outside the years 1900 to 2100.',
    ...look,
  ),
  'tabular.date-future': entry('Ngày ở tương lai.', 'The date lies in the future.', ...look),
  'tabular.date-incomplete': entry(
    'Cần đủ ngày, tháng và năm.',
    'Day, month and year are needed.',
    ...look,
  ),
  'tabular.date-two-digits': entry(
    'Năm chỉ có hai chữ số.',
    'The year has two digits only.',
    'Viết đủ bốn chữ số của năm.',
    'Write all four digits of the year.',
  ),
  'tabular.date-month-first': entry(
    'Ngày có vẻ viết tháng trước ngày.',
    'The month seems to stand before the day.',
    'Viết lại dd/mm/yyyy, hoặc chấp nhận đề xuất.',
    'Write dd/mm/yyyy, or accept the suggestion.',
  ),
  'tabular.date-serial': entry(
    'Ô chứa số thứ tự ngày của Excel thay cho ngày.',
    "The cell holds Excel's serial number in place of a date.",
    'Định dạng cột là ngày dd/mm/yyyy, hoặc chấp nhận đề xuất.',
    'Format the column as dates, or accept the suggestion.',
  ),
  'tabular.date-before-birth': entry(
    'Ngày tiêm trước ngày sinh.',
    'The dose was given before the birth.',
    ...look,
  ),
  'tabular.sex': entry(
    'Giới tính phải là 0 (nam) hoặc 1 (nữ).',
    'Sex is 0 (male) or 1 (female).',
    ...look,
  ),
  'tabular.phone': entry('Số điện thoại không hợp lệ.', 'Not a telephone number.', ...look),
  'tabular.health-insurance': entry(
    'Số thẻ BHYT phải gồm 15 ký tự hoặc 10 chữ số.',
    'A health-insurance number has 15 characters or 10 digits.',
    ...look,
  ),
  'tabular.passport': entry('Số hộ chiếu không hợp lệ.', 'Not a passport number.', ...look),
  'tabular.country': entry(
    'Quốc tịch phải là mã hai chữ (ISO 3166-1) hoặc "Việt Nam".',
    'Citizenship is two letters (ISO 3166-1) or "Việt Nam".',
    ...look,
  ),
  'tabular.relationship': entry(
    'Quan hệ phải là cha, mẹ hoặc người giám hộ.',
    'The relationship is father, mother or guardian.',
    ...look,
  ),
  'tabular.code': entry(
    'Mã phải gồm {length} chữ số.',
    'The code has {length} digits.',
    'Tra mã trong phụ lục của mẫu.',
    'Look the code up in the annexes of the template.',
  ),
  'tabular.integer': entry('Phải là số nguyên.', 'A whole number is needed.', ...look),
  'tabular.priority-group': entry(
    'Mã nhóm ưu tiên phải từ 1 đến 16.',
    'The priority group is a number from 1 to 16.',
    ...look,
  ),
  'tabular.yes-no': entry(
    'Phải là "Có", "Không" hoặc "Không rõ".',
    'Answer "Có", "Không" or "Không rõ".',
    ...look,
  ),
  'tabular.shortened': entry(
    'Excel đã rút gọn số (dạng 1,3E+11) nên các chữ số cuối đã mất.',
    'Excel shortened the number (like 1.3E+11); its last digits are lost.',
    'Định dạng cột là Text và nhập lại số từ giấy tờ.',
    'Format the column as text and enter the number from the papers again.',
  ),
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
  'tabular.identity-missing': entry(
    'Chưa có số định danh hoặc giấy tờ.',
    'There is no identity number.',
    'Hỏi gia đình, xem giấy khai sinh, hoặc hỏi công an cấp xã.',
    'Ask the family, look at the birth certificate, or ask the commune police.',
  ),
  'tabular.prior-dose': entry(
    'Mũi tiêm trước thiếu tên vắc xin hoặc ngày tiêm.',
    'An earlier dose lacks its vaccine or its date.',
    ...look,
  ),
  'tabular.prior-dose-order': entry(
    'Có mũi 2 mà không có mũi 1, hoặc mũi 2 không sau mũi 1.',
    'There is a second dose without a first, or not after it.',
    ...look,
  ),
  'tabular.product': entry(
    'Tên vắc xin không có trong danh mục.',
    'The vaccine is not in the list.',
    'Chọn tên trong danh mục vắc xin.',
    'Choose a name of the product list.',
  ),
  'tabular.product-strength': entry(
    'Tên vắc xin không cho biết hàm lượng (trẻ em hay người lớn).',
    'The name does not say which strength (children or adults).',
    'Ghi rõ, ví dụ "Pfizer trẻ em".',
    'Say which, such as "Pfizer trẻ em".',
  ),
  'tabular.consent-incomplete': entry(
    'Phiếu đồng ý thiếu ngày ký hoặc quan hệ của người ký; coi như chưa có phiếu.',
    'The consent lacks its date or who signed it; it counts as none.',
    ...look,
  ),
  'tabular.infection-incomplete': entry(
    'Đã mắc COVID-19 nhưng thiếu ngày mắc.',
    'There was an infection, but its date is missing.',
    ...look,
  ),
  'tabular.no-partner': entry(
    'Không tìm thấy dòng tương ứng trong tệp bổ sung.',
    'The supplement has no row for this person.',
    'Kiểm tra số thứ tự, họ tên và ngày sinh ở hai tệp.',
    'Compare number, name and birth date in both files.',
  ),
  'tabular.partner-twice': entry(
    'Tệp bổ sung có hai dòng cho người này.',
    'The supplement has two rows for this person.',
    'Xoá dòng thừa.',
    'Remove one of them.',
  ),
}
