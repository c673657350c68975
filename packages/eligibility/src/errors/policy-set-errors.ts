import { defineCatalogue } from '@tiemchung/core'

const policyAuthor = 'developer'

/** Policies that stand together. */
export const policySetErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'eligibility.policy-set.empty': {
    says: { vi: 'Bộ chính sách trống.', en: 'The policy set is empty.' },
    who: policyAuthor,
    todo: { vi: 'Nạp ít nhất một chính sách.', en: 'Load at least one policy.' },
  },
  'eligibility.policy-set': {
    says: {
      vi: 'Các chính sách không khớp với nhau.',
      en: 'The policies do not fit together.',
    },
    who: policyAuthor,
    todo: { vi: 'Xem danh sách lỗi kèm theo.', en: 'See the issues that come with this error.' },
  },
  'eligibility.policy-set.unknown-program': {
    says: {
      vi: 'Bộ chính sách không có chương trình này.',
      en: 'The set holds no policy of this id.',
    },
    who: policyAuthor,
    todo: { vi: 'Sửa mã chương trình.', en: 'Correct the id.' },
  },
  'eligibility.policy-set.overlap': {
    says: {
      vi: 'Hai phiên bản cùng có hiệu lực vào một ngày.',
      en: 'Two versions are in force on the same day.',
    },
    who: policyAuthor,
    todo: { vi: 'Sửa ngày hiệu lực.', en: 'Correct the effective dates.' },
  },
  'eligibility.policy-set.gap': {
    says: {
      vi: 'Giữa hai phiên bản có ngày không phiên bản nào có hiệu lực.',
      en: 'Between two versions lies a day on which neither is in force.',
    },
    who: policyAuthor,
    todo: { vi: 'Sửa ngày hiệu lực.', en: 'Correct the effective dates.' },
  },
  'eligibility.policy-set.bands': {
    says: {
      vi: 'Hai nhóm tuổi kề nhau không khớp: hở hoặc chồng lên nhau.',
      en: 'Two neighbouring age bands do not meet: there is a hole or an overlap.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Sửa tuổi của một trong hai; chính sách cho bệnh khác thì để vào bộ riêng.',
      en: 'Correct the ages of one of them; a policy against another disease has a set of its own.',
    },
  },
  'eligibility.policy-set.duplicate': {
    says: {
      vi: 'Hai văn bản mang cùng mã và cùng phiên bản.',
      en: 'Two documents have the same id and version.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Đặt tên phiên bản khác cho một trong hai.',
      en: 'Name the version of one of them otherwise.',
    },
  },
}))
