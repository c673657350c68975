import { entry } from './entry.js'

const sender = [
  'Xem lại gói FHIR ở phía gửi.',
  'Look at the bundle where it was made.',
  'developer',
] as const

/** What is wrong with FHIR that comes in, and with what is to go out. */
export const fhirErrors = {
  'fhir.not-a-bundle': entry(
    'Dữ liệu không phải Bundle FHIR R4.',
    'The data is not a bundle of FHIR R4.',
    ...sender,
  ),
  'fhir.not-an-outcome': entry(
    'Dữ liệu không phải OperationOutcome FHIR R4.',
    'The data is not an OperationOutcome of FHIR R4.',
    ...sender,
  ),
  'fhir.outcome.other': entry(
    'Hệ thống khác báo lỗi loại "{kind}".',
    'Another system reports a fault of the kind "{kind}".',
    'Xem câu trả lời gốc của hệ thống đó.',
    "Look at that system's own answer.",
    'operator',
  ),
  'fhir.resource.missing': entry(
    'Gói FHIR không có {resource}.',
    'The bundle has no {resource}.',
    ...sender,
  ),
  'fhir.resource.several': entry(
    'Gói FHIR có nhiều {resource}, không biết chọn cái nào.',
    'The bundle has more than one {resource}, and which is meant is not said.',
    'Gửi mỗi bản ghi một gói, hoặc cho biết mã bản ghi.',
    'Send one record a bundle, or say which record is meant.',
    'developer',
  ),
  'fhir.reference': entry(
    'Tham chiếu không dẫn tới {resource} trong gói.',
    'The reference leads to no {resource} in the bundle.',
    ...sender,
  ),
  'fhir.type': entry(
    'Phần tử sai kiểu dữ liệu của FHIR R4.',
    'The element is of another type than FHIR R4 says.',
    ...sender,
  ),
  'fhir.code.unknown': entry(
    'Mã không nằm trong bảng chuyển đổi.',
    'The table has no such code.',
    'Bổ sung mã mà bản ghi hiểu được.',
    'Add a code that the record knows.',
    'developer',
  ),
  'fhir.code.conflict': entry(
    'Các mã của cùng một khái niệm mâu thuẫn nhau.',
    'Codes of one concept contradict each other.',
    ...sender,
  ),
  'fhir.product.ambiguous': entry(
    'Mã vắc xin không cho biết hàm lượng.',
    'The vaccine code does not tell the strength.',
    'Bổ sung mã sản phẩm của SDK.',
    "Add the SDK's product code.",
    'developer',
  ),
  'fhir.product.unknown': entry(
    'Sản phẩm không có trong danh mục vắc xin.',
    'The product is not in the list of vaccines.',
    'Kiểm tra mã sản phẩm.',
    'Check the product code.',
    'developer',
  ),
  'fhir.status': entry(
    'Trạng thái cho biết dữ liệu không có hiệu lực.',
    'The status says that the data does not hold.',
    'Không nhập bản ghi này; hỏi phía gửi.',
    'Do not take it over; ask the sender.',
    'operator',
  ),
  'fhir.modifier': entry(
    'Có phần tử làm thay đổi ý nghĩa mà phần mềm không hiểu.',
    'An element that is not understood changes what the rest means.',
    'Không nhập bản ghi này; hỏi phía gửi.',
    'Do not take it over; ask the sender.',
    'developer',
  ),
  'fhir.name-assembled': entry(
    'Họ tên được ghép từ họ và tên theo thứ tự tiếng Việt.',
    'The name was put together from family and given names, in Vietnamese order.',
    'Kiểm tra họ tên.',
    'Check the name.',
  ),
  'fhir.not-held': entry(
    'Bản ghi không có chỗ cho phần tử này nên không được nhập.',
    'The record has no place for this element; it was left out.',
    'Giữ gói gốc nếu cần thông tin này.',
    'Keep the bundle if this is needed.',
    'operator',
  ),
  'fhir.signature.malformed': entry(
    'Chữ ký trong Provenance không phải JWS tách rời.',
    'The signature of the Provenance is not a detached JWS.',
    ...sender,
  ),
  'fhir.signature.other-record': entry(
    'Chữ ký là của nội dung khác với bản ghi.',
    'The signature is over something else than the record.',
    'Truyền JWS của chính bản ghi này.',
    'Pass the JWS of this very record.',
    'developer',
  ),
  'fhir.facility.other': entry(
    'Cơ sở được truyền vào khác cơ sở của bản ghi.',
    "The facility passed in is not the record's.",
    'Truyền cơ sở đã tiêm.',
    'Pass the facility that gave the dose.',
    'developer',
  ),
}
