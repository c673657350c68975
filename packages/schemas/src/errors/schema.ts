import { entry, look } from './entry.js'

/** What schemas find. */
export const schemaErrors = {
  'schema.invalid': entry(
    'Dữ liệu không đúng mẫu.',
    'The data does not have the agreed shape.',
    'Xem danh sách lỗi kèm theo.',
    'See the issues that come with this error.',
  ),
  'schema.field': entry(
    'Trường này sai kiểu dữ liệu.',
    'This field is of the wrong type.',
    'Sửa trường này.',
    'Correct this field.',
    'developer',
  ),
  'schema.missing': entry(
    'Thiếu thông tin bắt buộc.',
    'A mandatory field is missing.',
    'Bổ sung thông tin này.',
    'Fill it in.',
  ),
  'schema.unexpected': entry(
    'Có trường không thuộc mẫu.',
    'There is a field that the format does not have.',
    'Bỏ trường thừa, hoặc kiểm tra phiên bản của mẫu.',
    'Remove it, or check the version of the format.',
    'developer',
  ),
  'schema.choice': entry(
    'Giá trị không nằm trong danh mục cho phép.',
    'The value is not one of those allowed.',
    'Chọn một giá trị trong danh mục.',
    'Choose one of the list.',
  ),
  'schema.range': entry(
    'Giá trị hoặc số lượng nằm ngoài khoảng cho phép.',
    'The value, or how many there are, is out of range.',
    ...look,
  ),
  'schema.text.empty': entry('Trường này để trống.', 'This field is empty.', ...look),
  'schema.text.too-long': entry('Nội dung quá dài.', 'The text is too long.', ...look),
  'schema.text.control': entry(
    'Nội dung có ký tự điều khiển.',
    'The text holds control characters.',
    'Nhập lại bằng tay, không dán từ phần mềm khác.',
    'Type it again instead of pasting it.',
  ),
  'schema.text.blank-ends': entry(
    'Nội dung có khoảng trắng ở đầu hoặc cuối.',
    'The text begins or ends with a blank.',
    'Bỏ khoảng trắng thừa.',
    'Remove the blanks.',
  ),
  'schema.text.not-nfc': entry(
    'Chữ có dấu không ở dạng dựng sẵn (NFC).',
    'The letters are not composed (NFC).',
    'Chuẩn hoá Unicode NFC trước khi gửi.',
    'Normalise to Unicode NFC before sending.',
    'developer',
  ),
  'schema.decimal': entry(
    'Số thập phân không hợp lệ, ví dụ đúng: 0.2.',
    'Not a decimal number such as 0.2.',
    ...look,
  ),
  'schema.hash': entry(
    'Giá trị băm không hợp lệ.',
    'Not a SHA-256 in hex.',
    'Tính lại bằng SDK.',
    'Compute it with the SDK.',
    'developer',
  ),
  'schema.identity.personal-number': entry(
    'Số định danh phải gồm đúng 12 chữ số.',
    'A personal number has exactly 12 digits.',
    ...look,
  ),
  'schema.identity.cmnd-9': entry(
    'Số CMND cũ phải gồm 9 chữ số.',
    'An old card has 9 digits.',
    ...look,
  ),
  'schema.identity.cmnd-12': entry(
    'Số CMND phải gồm 12 chữ số.',
    'This card has 12 digits.',
    ...look,
  ),
  'schema.identity.military-8': entry(
    'Số giấy tờ quân đội, công an phải gồm 8 chữ số.',
    'A number of the forces has 8 digits.',
    ...look,
  ),
  'schema.identity.passport': entry('Số hộ chiếu không hợp lệ.', 'Not a passport number.', ...look),
  'schema.country': entry(
    'Mã nước phải gồm hai chữ in hoa (ISO 3166-1).',
    'A country is two capital letters (ISO 3166-1).',
    ...look,
  ),
  'schema.address.province': entry(
    'Mã tỉnh phải gồm 2 chữ số.',
    'A province code has 2 digits.',
    ...look,
  ),
  'schema.address.district': entry(
    'Mã huyện phải gồm 3 chữ số.',
    'A district code has 3 digits.',
    ...look,
  ),
  'schema.address.commune': entry(
    'Mã xã phải gồm 5 chữ số.',
    'A commune code has 5 digits.',
    ...look,
  ),
  'schema.phone': entry('Số điện thoại không hợp lệ.', 'Not a telephone number.', ...look),
  'schema.health-insurance': entry(
    'Số thẻ BHYT phải gồm 15 ký tự hoặc 10 chữ số.',
    'A health-insurance number has 15 characters or 10 digits.',
    ...look,
  ),
  'schema.ethnic-group': entry(
    'Mã dân tộc không có trong danh mục (01 đến 54; 55 là người nước ngoài).',
    'Not a code of the list of ethnic groups (01 to 54; 55 for foreigners).',
    ...look,
  ),
  'schema.facility-code': entry(
    'Mã cơ sở phải gồm 5 hoặc 13 chữ số.',
    'A facility code has 5 or 13 digits.',
    ...look,
  ),
  'schema.temperature': entry(
    'Nhiệt độ phải từ 34 đến 42.9 độ C, ví dụ đúng: 36.8.',
    'A temperature is 34 to 42.9 degrees Celsius, such as 36.8.',
    ...look,
  ),
  'schema.envelope.twice': entry(
    'Một tài liệu có hai lần trong cùng gói gửi.',
    'A document stands twice in one envelope.',
    'Gửi mỗi tài liệu một lần.',
    'Send each document once.',
    'developer',
  ),
  'schema.product-id': entry(
    'Mã vắc xin không hợp lệ.',
    'Not a product id.',
    'Chọn vắc xin trong danh mục.',
    'Choose a product of the list.',
  ),
  'schema.one-time-code': entry(
    'Mã xác thực gồm 6 chữ số.',
    'A one-time code has 6 digits.',
    'Nhập lại mã trong tin nhắn.',
    'Enter the code of the message again.',
    'citizen',
  ),
  'schema.jws': entry(
    'Không phải chữ ký JWS dạng rút gọn.',
    'Not a compact JWS.',
    'Ký lại bằng SDK.',
    'Sign with the SDK.',
    'developer',
  ),
}
