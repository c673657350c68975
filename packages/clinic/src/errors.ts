import { defineCatalogue } from '@tiemchung/core'
import { sealErrors, storeErrors } from './errors/store-errors.js'

/** The codes of `@tiemchung/clinic`. */
export const errorCatalogue = defineCatalogue({
  ...storeErrors,
  ...sealErrors,
  'clinic.verification.in-progress': {
    says: {
      vi: 'Một lượt đối sánh định danh của buổi tiêm đang chạy.',
      en: 'A round of questions about identities is being asked already.',
    },
    who: 'operator',
    todo: { vi: 'Chờ lượt đó xong.', en: 'Wait until it is done.' },
  },
  'clinic.signing.in-progress': {
    says: {
      vi: 'Buổi tiêm này đang được ký.',
      en: 'This day is being signed already.',
    },
    who: 'operator',
    todo: { vi: 'Chờ việc ký đó xong.', en: 'Wait until it is done.' },
  },
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
  'clinic.signed': {
    says: {
      vi: 'Bản ghi đã ký không được sửa; hãy tạo bản sửa đổi.',
      en: 'A signed record does not change; make an amendment.',
    },
    who: 'facility',
    todo: { vi: 'Lập bản ghi sửa đổi.', en: 'Enter an amendment.' },
  },
  'clinic.not-listed': {
    says: {
      vi: 'Trẻ không có trong danh sách của buổi tiêm.',
      en: 'The child is not on the list of the day.',
    },
    who: 'data-entry',
    todo: { vi: 'Thêm trẻ vào danh sách trước.', en: 'Add the child to the list first.' },
  },
  'clinic.dose-number': {
    says: {
      vi: 'Chưa biết đây là mũi thứ mấy.',
      en: 'It is not known which dose of the course this is.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Nhập số thứ tự mũi tiêm, hoặc đánh giá trẻ trước.',
      en: 'Enter the dose number, or assess the child first.',
    },
  },
  'clinic.not-signed': {
    says: {
      vi: 'Không có bản ghi đã ký với mã này; bản ghi chưa ký thì sửa trực tiếp.',
      en: 'There is no signed record under this id; an unsigned one is corrected in place.',
    },
    who: 'data-entry',
    todo: { vi: 'Sửa thông tin ngay trên danh sách.', en: 'Correct it on the list.' },
  },
  'clinic.not-entered': {
    says: {
      vi: 'Chưa có mũi tiêm nào của trẻ được nhập trong buổi này.',
      en: 'No dose of this child has been entered on this day.',
    },
    who: 'data-entry',
    todo: { vi: 'Nhập mũi tiêm trước.', en: 'Enter the dose first.' },
  },
  'clinic.duplicate': {
    says: {
      vi: 'Trẻ đã có mũi tiêm được nhập trong buổi này.',
      en: 'A dose of this child has been entered on this day.',
    },
    who: 'data-entry',
    todo: { vi: 'Xem bản ghi đã có.', en: 'Look at the record that is there.' },
  },
  // The day, its policies and its report.
  'clinic.policy': {
    says: {
      vi: 'Chính sách của ngày tiêm không hợp lệ.',
      en: 'The policy of the day is malformed.',
    },
    who: 'developer',
    todo: { vi: 'Xem danh sách lỗi kèm theo.', en: 'See the issues that come with this error.' },
  },
  'clinic.policy.field': {
    says: {
      vi: 'Mục này của chính sách ngày tiêm thiếu hoặc sai.',
      en: 'This field of the day policy is missing or wrong.',
    },
    who: 'developer',
    todo: { vi: 'Sửa theo định dạng day-policy/1.', en: 'Write it as day-policy/1 says.' },
  },
  'clinic.policy.step': {
    says: {
      vi: 'Chính sách nêu một bước mà phiên bản này không biết; thời hạn đó không được xét.',
      en: 'The policy names a step that this version does not know; that deadline is not judged.',
    },
    who: 'operator',
    todo: {
      vi: 'Cập nhật phần mềm, hoặc sửa tên bước.',
      en: 'Update the software, or correct the step.',
    },
  },
  'clinic.policy.unknown': {
    says: {
      vi: 'Không có chế độ thời hạn nào mang tên này.',
      en: 'There is no regime of this name.',
    },
    who: 'operator',
    todo: {
      vi: 'Dùng covid-2022-same-day, niis-2026-real-time, campaign-17h, hoặc tệp chính sách của cơ sở.',
      en: "Use covid-2022-same-day, niis-2026-real-time, campaign-17h, or a file with the facility's own.",
    },
  },
  'clinic.other-day': {
    says: {
      vi: 'Kho dữ liệu này thuộc cơ sở khác hoặc ngày khác.',
      en: 'This store is of another facility or another day.',
    },
    who: 'operator',
    todo: {
      vi: 'Mở đúng kho của cơ sở và ngày này; mỗi ngày một kho.',
      en: 'Open the store of this facility and day; each day has its own.',
    },
  },
  'clinic.closed': {
    says: {
      vi: 'Ngày tiêm đã chốt; chỉ nhận mũi tiêm nhập muộn.',
      en: 'The day is closed and takes late entries only.',
    },
    who: 'facility-head',
    todo: {
      vi: 'Nhập với dấu "nhập muộn" (late), hoặc mở lại ngày tiêm.',
      en: 'Enter it as late, or reopen the day.',
    },
  },
  'clinic.close.open': {
    says: {
      vi: 'Còn {open} việc chưa xong; muốn chốt ngày phải nêu lý do.',
      en: '{open} things are open; closing the day takes a reason.',
    },
    who: 'facility-head',
    todo: {
      vi: 'Làm nốt các việc được liệt kê, hoặc chốt kèm lý do; lý do được lưu lại.',
      en: 'Do what is listed, or close with a reason, which is kept.',
    },
  },
  'clinic.close.already': {
    says: { vi: 'Ngày tiêm đã được chốt.', en: 'The day is closed already.' },
    who: 'facility-head',
    todo: { vi: 'Mở lại trước khi chốt lần nữa.', en: 'Reopen it before closing it again.' },
  },
  'clinic.reopen.not-closed': {
    says: { vi: 'Ngày tiêm chưa chốt.', en: 'The day is not closed.' },
    who: 'facility-head',
    todo: { vi: 'Không cần mở lại.', en: 'There is nothing to reopen.' },
  },
  'clinic.close.reason': {
    says: {
      vi: 'Lý do phải là một dòng chữ, không quá 500 ký tự.',
      en: 'A reason is a line of text of at most 500 characters.',
    },
    who: 'facility-head',
    todo: { vi: 'Ghi ngắn gọn lý do.', en: 'Say it in a line.' },
  },
  // The roll-up.
  'clinic.roll-up.form': {
    says: { vi: 'Đây không phải báo cáo ngày đã ký.', en: 'This is no signed day report.' },
    who: 'operator',
    todo: { vi: 'Yêu cầu cơ sở gửi lại.', en: 'Ask the facility to send it again.' },
  },
  'clinic.roll-up.not-expected': {
    says: {
      vi: 'Báo cáo của một cơ sở không có trong danh sách.',
      en: 'The report is of a facility that is not on the list.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra mã cơ sở; bổ sung vào danh sách nếu thiếu.',
      en: 'Check the code of the facility; add it to the list if it is missing.',
    },
  },
  'clinic.roll-up.other-day': {
    says: { vi: 'Báo cáo của một ngày khác.', en: 'The report is of another day.' },
    who: 'operator',
    todo: { vi: 'Tổng hợp báo cáo này với ngày của nó.', en: 'Roll it up with its own day.' },
  },
  'clinic.roll-up.other-signer': {
    says: {
      vi: 'Người ký không được báo cáo thay cơ sở này.',
      en: 'The signer may not report for this facility.',
    },
    who: 'facility-head',
    todo: {
      vi: 'Ký báo cáo bằng chứng thư số của chính cơ sở.',
      en: 'Sign the report with the certificate of the facility.',
    },
  },
  'clinic.roll-up.changed': {
    says: {
      vi: 'Báo cáo đã bị thay đổi sau khi ký.',
      en: 'The report was changed after it was signed.',
    },
    who: 'operator',
    todo: { vi: 'Yêu cầu cơ sở gửi lại bản đã ký.', en: 'Ask the facility for what it signed.' },
  },
  'clinic.roll-up.signature': {
    says: {
      vi: 'Chữ ký của báo cáo không được công nhận.',
      en: 'The signature of the report is not believed.',
    },
    who: 'operator',
    todo: {
      vi: 'Xem bước kiểm tra chưa đạt; kiểm tra chứng thư số và chứng thư gốc.',
      en: 'See the check that is open; look at the certificate and the roots.',
    },
  },
  'clinic.roll-up.sums': {
    says: {
      vi: 'Các số trong báo cáo không cộng khớp.',
      en: 'The numbers of the report do not add up.',
    },
    who: 'facility',
    todo: { vi: 'Lập lại báo cáo bằng phần mềm.', en: 'Make the report again with the software.' },
  },
  'clinic.roll-up.older': {
    says: {
      vi: 'Cơ sở đã có báo cáo mới hơn cho ngày này.',
      en: 'There is a newer report of this facility and day.',
    },
    who: 'operator',
    todo: { vi: 'Không cần làm gì.', en: 'Nothing is to be done.' },
  },
  'clinic.roll-up.twice': {
    says: {
      vi: 'Hai báo cáo khác nhau mang cùng một số thứ tự; tính bản lập sau.',
      en: 'Two different reports bear the same number; the later one counts.',
    },
    who: 'facility',
    todo: {
      vi: 'Kiểm tra xem có hai máy cùng báo cáo.',
      en: 'See whether two machines report for the day.',
    },
  },
  'clinic.roll-up.listed-twice': {
    says: {
      vi: 'Cơ sở có hai lần trong danh sách; chỉ tính một lần.',
      en: 'The facility is on the list twice; it counts once.',
    },
    who: 'operator',
    todo: { vi: 'Bỏ dòng trùng.', en: 'Leave out the second.' },
  },
  'clinic.roll-up.unplanned': {
    says: {
      vi: 'Cơ sở không có trong kế hoạch của ngày nhưng có báo cáo mũi tiêm.',
      en: 'The facility was not to vaccinate that day and reports doses.',
    },
    who: 'district',
    todo: { vi: 'Đối chiếu với kế hoạch tiêm.', en: 'Compare it with the plan.' },
  },
  'clinic.roll-up.address': {
    says: {
      vi: 'Không xác định được địa bàn của cơ sở theo danh mục của ngày đó.',
      en: 'Where the facility lies in the units of that day cannot be told.',
    },
    who: 'operator',
    todo: {
      vi: 'Bổ sung bảng chuyển đổi xã, hoặc ghi địa chỉ theo mã của ngày đó.',
      en: 'Give the table of communes, or write the address in the codes of that day.',
    },
  },
  'clinic.roll-up.owner': {
    says: {
      vi: 'Không rõ cơ sở thuộc ai trong ngày đó.',
      en: 'Whom the facility belonged to that day is not known.',
    },
    who: 'operator',
    todo: {
      vi: 'Sửa các giai đoạn trực thuộc của cơ sở.',
      en: 'Correct the periods of the facility.',
    },
  },
})
