/** The codes of the outbox. */
import { defineCatalogue } from '@tiemchung/core'

export const outboxErrors = /* @__PURE__ */ defineCatalogue({
  'clinic.send': {
    says: {
      vi: 'Gửi dữ liệu không thành công vì lý do không rõ.',
      en: 'Sending failed for a reason that could not be told.',
    },
    who: 'operator',
    todo: { vi: 'Hệ thống sẽ tự gửi lại.', en: 'It will be sent again by itself.' },
  },
  'clinic.outbox.unknown': {
    says: {
      vi: 'Hàng đợi không có lượt gửi với mã này.',
      en: 'The queue has no operation under this id.',
    },
    who: 'developer',
    todo: {
      vi: 'Dùng mã mà hàng đợi đã trả về.',
      en: 'Use an id that the queue gave.',
    },
  },
  'clinic.outbox.id-taken': {
    says: {
      vi: 'Mã này đã dùng cho một lượt gửi khác.',
      en: 'The id is taken by another operation.',
    },
    who: 'developer',
    todo: {
      vi: 'Mỗi lượt gửi một mã; đổi nội dung thì dùng revise.',
      en: 'Give each operation its own id; revise changes one.',
    },
  },
  'clinic.outbox.dependency': {
    says: {
      vi: 'Lượt gửi phụ thuộc vào một lượt không có trong hàng đợi.',
      en: 'An operation depends on one that is not in the queue.',
    },
    who: 'developer',
    todo: {
      vi: 'Đưa lượt kia vào hàng đợi trước, hoặc cùng lúc.',
      en: 'Queue the other one before, or with it.',
    },
  },
  'clinic.outbox.cycle': {
    says: {
      vi: 'Các lượt gửi phụ thuộc vòng quanh nhau.',
      en: 'Operations wait for each other in a circle.',
    },
    who: 'developer',
    todo: {
      vi: 'Bỏ một phụ thuộc.',
      en: 'Take one dependency out.',
    },
  },
  'clinic.outbox.closed': {
    says: {
      vi: 'Lượt gửi đã được nền tảng nhận hoặc đã xử lý xong.',
      en: 'The operation was acknowledged by the platform, or settled.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Lập bản sửa đổi.',
      en: 'Enter an amendment.',
    },
  },
  'clinic.outbox.conflict': {
    says: {
      vi: 'Lượt gửi đang xung đột với dữ liệu trên nền tảng.',
      en: 'The operation is in conflict with what the platform has.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Xử lý xung đột trước.',
      en: 'Settle the conflict first.',
    },
  },
  'clinic.outbox.not-refused': {
    says: {
      vi: 'Lượt gửi không ở trạng thái có thể xử lý theo cách này.',
      en: 'The operation does not stand where it can be settled like this.',
    },
    who: 'developer',
    todo: {
      vi: 'Xem trạng thái của lượt gửi.',
      en: 'Look at the state of the operation.',
    },
  },
  'clinic.outbox.altered': {
    says: {
      vi: 'Nội dung chờ gửi khác với nội dung đã đưa vào hàng đợi.',
      en: 'What waits to be sent is not what was queued.',
    },
    who: 'facility',
    todo: {
      vi: 'Đối chiếu với bản gốc, rồi gửi bản đúng thay thế.',
      en: 'Compare it with the original, and send the right one in its place.',
    },
  },
  'clinic.outbox.stopped': {
    says: {
      vi: 'Việc gửi đã dừng giữa chừng.',
      en: 'Sending was stopped in the middle.',
    },
    who: 'operator',
    todo: {
      vi: 'Gửi tiếp khi sẵn sàng; không có gì bị mất.',
      en: 'Send again when ready; nothing is lost.',
    },
  },
  'clinic.outbox.not-kept': {
    says: {
      vi: 'Kết quả gửi không ghi được vào kho dữ liệu.',
      en: 'The outcome of sending could not be written to the store.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra dung lượng và quyền ghi của đĩa; dữ liệu sẽ được gửi lại với mã cũ.',
      en: 'See to the space and rights of the disk; it is sent again under its old id.',
    },
  },
  'clinic.outbox.open.not-sent-yet': {
    says: {
      vi: 'Chưa gửi.',
      en: 'Not sent yet.',
    },
    who: 'operator',
    todo: {
      vi: 'Chờ lượt gửi kế tiếp.',
      en: 'Wait for the next round of sending.',
    },
  },
  'clinic.outbox.open.sending': {
    says: {
      vi: 'Đang gửi, hoặc chương trình đã dừng khi đang gửi.',
      en: 'Being sent, or the program ended while it was.',
    },
    who: 'operator',
    todo: {
      vi: 'Chờ lượt gửi kế tiếp; sẽ gửi lại với mã cũ.',
      en: 'Wait for the next round of sending; it goes out under its old id.',
    },
  },
  'clinic.outbox.open.retrying': {
    says: {
      vi: 'Lần gửi trước không thành công; sẽ tự gửi lại.',
      en: 'The last attempt failed; it is sent again by itself.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra mạng nếu kéo dài.',
      en: 'See to the network if it lasts.',
    },
  },
  'clinic.outbox.open.depends-on': {
    says: {
      vi: 'Chờ một lượt gửi khác được nhận trước.',
      en: 'Waits until another operation has been acknowledged.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Xử lý lượt gửi mà nó phụ thuộc.',
      en: 'See to the operation that it depends on.',
    },
  },
  'clinic.outbox.open.rejected': {
    says: {
      vi: 'Nền tảng từ chối.',
      en: 'The platform refused it.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Sửa nguyên nhân, rồi gửi lại hoặc lập bản sửa đổi.',
      en: 'See to the cause, then send again or amend.',
    },
  },
  'clinic.outbox.open.conflict': {
    says: {
      vi: 'Nền tảng đã có nội dung khác.',
      en: 'The platform has something else.',
    },
    who: 'data-entry',
    todo: {
      vi: 'So sánh, rồi giữ bản của nền tảng hoặc lập bản sửa đổi.',
      en: 'Compare the two, then keep theirs or amend.',
    },
  },
  'clinic.outbox.open.altered': {
    says: {
      vi: 'Nội dung đã bị thay đổi sau khi đưa vào hàng đợi; không gửi.',
      en: 'The content was changed after it was queued; it is not sent.',
    },
    who: 'facility',
    todo: {
      vi: 'Đối chiếu với bản gốc, rồi gửi bản đúng thay thế.',
      en: 'Compare it with the original, and send the right one in its place.',
    },
  },
})
