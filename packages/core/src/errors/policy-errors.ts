/** The codes of policies. */
import { defineCatalogue } from '../catalogue.js'

export const policyErrors = /* @__PURE__ */ defineCatalogue({
  'policy.head': {
    says: {
      vi: 'Phần đầu văn bản chính sách không hợp lệ.',
      en: 'The head of the policy document is malformed.',
    },
    who: 'developer',
    todo: { vi: 'Xem danh sách lỗi kèm theo.', en: 'See the issues that come with this error.' },
  },
  'policy.field': {
    says: {
      vi: 'Trường này thiếu hoặc sai kiểu.',
      en: 'This field is missing or of the wrong type.',
    },
    who: 'developer',
    todo: { vi: 'Sửa văn bản chính sách.', en: 'Correct the policy document.' },
  },
  'policy.none-in-force': {
    says: {
      vi: 'Không có chính sách nào có hiệu lực vào ngày này.',
      en: 'No policy is in force on that day.',
    },
    who: 'developer',
    todo: {
      vi: 'Nạp phiên bản chính sách của ngày đó.',
      en: 'Load the version of the policy that covers the day.',
    },
  },
  'policy.overlap': {
    says: {
      vi: 'Hai phiên bản chính sách cùng có hiệu lực vào một ngày.',
      en: 'Two versions of a policy are in force on the same day.',
    },
    who: 'developer',
    todo: {
      vi: 'Sửa ngày hiệu lực để các phiên bản nối tiếp nhau.',
      en: 'Correct the effective dates so that versions follow each other.',
    },
  },
})
