import { defineCatalogue } from '@tiemchung/core'

/** The codes of `@tiemchung/feedback`. */
export const errorCatalogue = defineCatalogue({
  'feedback.transition': {
    says: {
      vi: 'Không thể thực hiện "{action}" khi phản ánh đang ở trạng thái "{state}".',
      en: 'An item in state "{state}" does not allow "{action}".',
    },
    who: 'facility',
    todo: {
      vi: 'Tải lại phản ánh để xem trạng thái hiện tại.',
      en: 'Load the item again and look at its current state.',
    },
  },
  'feedback.policy': {
    says: {
      vi: 'Tài liệu chính sách phản ánh không dùng được.',
      en: 'The feedback policy document cannot be used.',
    },
    who: 'developer',
    todo: { vi: 'Xem danh sách lỗi kèm theo.', en: 'See the issues that come with this error.' },
  },
  'feedback.conflict': {
    says: {
      vi: 'Một cán bộ khác đã xử lý phản ánh này.',
      en: 'Another officer has acted on this item.',
    },
    who: 'facility',
    todo: {
      vi: 'Xem trạng thái hiện tại rồi quyết định lại nếu cần.',
      en: 'Look at the current state and decide again if needed.',
    },
  },
  'feedback.evidence': {
    says: {
      vi: 'Tệp đính kèm không dùng được làm bằng chứng.',
      en: 'The file cannot be used as evidence.',
    },
    who: 'citizen',
    todo: { vi: 'Xem danh sách lỗi kèm theo.', en: 'See the issues that come with this error.' },
  },
  'feedback.evidence.type': {
    says: {
      vi: 'Tệp không phải ảnh JPEG, PNG hoặc PDF.',
      en: 'The file is no JPEG, PNG or PDF.',
    },
    who: 'citizen',
    todo: {
      vi: 'Chụp lại giấy xác nhận và gửi ảnh.',
      en: 'Photograph the confirmation and send the photo.',
    },
  },
  'feedback.evidence.empty': {
    says: { vi: 'Tệp không có nội dung.', en: 'The file is empty.' },
    who: 'citizen',
    todo: { vi: 'Chọn lại tệp rồi gửi.', en: 'Choose the file again and send it.' },
  },
  'feedback.evidence.broken': {
    says: {
      vi: 'Ảnh bị hỏng hoặc bị cắt cụt.',
      en: 'The picture is damaged or cut short.',
    },
    who: 'citizen',
    todo: {
      vi: 'Chụp lại giấy xác nhận và gửi ảnh.',
      en: 'Photograph the confirmation and send the photo.',
    },
  },
  'feedback.evidence.metadata': {
    says: {
      vi: 'Ảnh còn kèm thông tin khác, như vị trí chụp.',
      en: 'The picture carries more than the picture, such as where it was taken.',
    },
    who: 'developer',
    todo: {
      vi: 'Gọi cleanEvidence trước khi gửi.',
      en: 'Call cleanEvidence before sending.',
    },
  },
  'feedback.evidence.too-large': {
    says: {
      vi: 'Tệp lớn hơn {largest} byte.',
      en: 'The file is larger than {largest} bytes.',
    },
    who: 'citizen',
    todo: {
      vi: 'Giảm kích thước ảnh rồi gửi lại.',
      en: 'Make the photo smaller and send it again.',
    },
  },
  'feedback.evidence.too-many': {
    says: { vi: 'Đã đủ {most} tệp.', en: 'There are {most} files already.' },
    who: 'citizen',
    todo: { vi: 'Bỏ bớt một tệp rồi thêm tệp này.', en: 'Remove a file, then add this one.' },
  },
  'feedback.evidence.digest': {
    says: {
      vi: 'Nội dung tệp không khớp với mã băm đã ghi nhận.',
      en: 'The bytes of the file do not match the digest on record.',
    },
    who: 'operator',
    todo: {
      vi: 'Không mở tệp; báo cho đơn vị vận hành nền tảng.',
      en: 'Do not open the file; tell those who run the platform.',
    },
  },
  'feedback.draft.sealed': {
    says: {
      vi: 'Phản ánh đã gửi đi, không sửa được nữa.',
      en: 'The report is on its way and cannot be changed any more.',
    },
    who: 'citizen',
    todo: {
      vi: 'Gửi tiếp và xác nhận, rồi bổ sung thông tin.',
      en: 'Send and confirm it, then add what is missing.',
    },
  },
  'feedback.draft.unsent': {
    says: { vi: 'Phản ánh chưa được gửi.', en: 'The report has not been handed over yet.' },
    who: 'citizen',
    todo: { vi: 'Gửi phản ánh rồi xác nhận.', en: 'Send the report, then confirm it.' },
  },
  'feedback.draft.unreadable': {
    says: {
      vi: 'Bản nháp lưu trên máy không đọc được.',
      en: 'The draft that was kept on this device cannot be read.',
    },
    who: 'citizen',
    todo: { vi: 'Xoá bản nháp và nhập lại.', en: 'Discard the draft and fill in the form again.' },
  },
  'feedback.units': {
    says: { vi: 'Danh sách đơn vị không dùng được.', en: 'The list of units cannot be used.' },
    who: 'operator',
    todo: {
      vi: 'Ghi mỗi đơn vị với level, unit, name, và parent, lastLogIn nếu có.',
      en: 'Write each unit with level, unit, name, and parent, lastLogIn where there are.',
    },
  },
  'feedback.watch.message': {
    says: {
      vi: 'Thông báo của nền tảng không đọc được.',
      en: 'A message of the platform cannot be read.',
    },
    who: 'developer',
    todo: { vi: 'Cập nhật SDK.', en: 'Update the SDK.' },
  },
  'feedback.notice.address': {
    says: {
      vi: 'Địa chỉ trang phản ánh phải là https, không có phần hỏi và không có neo.',
      en: 'The address of the feedback page must be https, with neither query nor fragment.',
    },
    who: 'developer',
    todo: { vi: 'Sửa địa chỉ trang.', en: 'Correct the address of the page.' },
  },
  'feedback.notice.reference': {
    says: {
      vi: 'Mã phiếu phải là 12 đến 36 chữ, số hoặc gạch nối.',
      en: 'The reference of a notice is 12 to 36 letters, digits or hyphens.',
    },
    who: 'developer',
    todo: {
      vi: 'Dùng mã ngẫu nhiên mà nền tảng cấp, không dùng số định danh.',
      en: 'Use the random reference that the platform gives, never a personal number.',
    },
  },
  'feedback.notice.too-long': {
    says: {
      vi: 'Tin nhắn dài hơn {most} ký tự.',
      en: 'The text message is longer than {most} characters.',
    },
    who: 'developer',
    todo: { vi: 'Dùng địa chỉ ngắn hơn.', en: 'Use a shorter address.' },
  },
  'feedback.webhook.secret': {
    says: {
      vi: 'Khoá webhook phải có dạng whsec_ và 24 đến 64 byte base64.',
      en: 'A webhook secret is whsec_ and 24 to 64 bytes of base64.',
    },
    who: 'developer',
    todo: { vi: 'Kiểm tra cấu hình.', en: 'Check the configuration.' },
  },
  'feedback.webhook.header': {
    says: {
      vi: 'Thiếu hoặc sai tiêu đề webhook.',
      en: 'A webhook header is missing or is not one.',
    },
    who: 'developer',
    todo: {
      vi: 'Từ chối yêu cầu; nó không đến từ nền tảng.',
      en: 'Refuse the request; it is not from the platform.',
    },
  },
  'feedback.webhook.signature': {
    says: { vi: 'Chữ ký webhook không đúng.', en: 'The webhook signature does not hold.' },
    who: 'developer',
    todo: {
      vi: 'Từ chối yêu cầu. Đưa vào đúng byte đã nhận, chưa qua JSON.parse.',
      en: 'Refuse the request. Give the bytes as they came, before JSON.parse.',
    },
  },
  'feedback.webhook.time': {
    says: {
      vi: 'Thời điểm của webhook lệch quá {seconds} giây.',
      en: 'The time of the webhook is off by more than {seconds} seconds.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra đồng hồ máy; nền tảng sẽ gửi lại.',
      en: 'Check the clock of the host; the platform will send it again.',
    },
  },
  'feedback.webhook.body': {
    says: {
      vi: 'Nội dung webhook không phải thông báo phản ánh.',
      en: 'The body of the webhook is no feedback notification.',
    },
    who: 'developer',
    todo: { vi: 'Cập nhật SDK.', en: 'Update the SDK.' },
  },
})
