/** The codes of the day and its policies. */
import { defineCatalogue } from '@tiemchung/core'

export const dayErrors = /* @__PURE__ */ defineCatalogue({
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
  'clinic.not-adopted': {
    says: {
      vi: 'Nền tảng giữ bản ghi của máy khác thay cho bản ở đây; bản sửa đổi của bản ở đây sẽ không được nhận.',
      en: 'The platform has the record of another machine in place of ours; it would not take an amendment of ours.',
    },
    who: 'facility',
    todo: {
      vi: 'Nhận bản của nền tảng (`adopt`), xem lại, rồi sửa đổi.',
      en: 'Adopt what the platform has (`adopt`), look at it, and amend that.',
    },
  },
  'clinic.adopt.nothing': {
    says: {
      vi: 'Nền tảng chưa cho biết đã có bản ghi dưới mã này, hoặc bản ở đây đã được sửa đổi.',
      en: 'The platform has not said that it has a record under this id, or ours was amended already.',
    },
    who: 'facility',
    todo: { vi: 'Gửi bản ghi trước.', en: 'Send the record first.' },
  },
  'clinic.adopt.unreadable': {
    says: {
      vi: 'Thứ nền tảng trả về không phải bản ghi mang mã này của cơ sở này.',
      en: 'What the platform answered with is no record of this id and facility.',
    },
    who: 'operator',
    todo: { vi: 'Báo cho bên vận hành nền tảng.', en: 'Tell those who run the platform.' },
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
})
