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
})
