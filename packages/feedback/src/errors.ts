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
})
