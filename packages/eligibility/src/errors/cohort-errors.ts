import { defineCatalogue } from '@tiemchung/core'

/** Answers in columns. */
export const cohortErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'eligibility.not-columnar': {
    says: {
      vi: 'Chính sách có quy tắc {rule} mà cách tính theo cột chưa xét được.',
      en: 'The policy has the rule {rule}, which columns do not hold.',
    },
    who: 'developer',
    todo: {
      vi: 'Dùng evaluateMany cho bộ chính sách này.',
      en: 'Use evaluateMany for this set of policies.',
    },
  },
  'eligibility.columns': {
    says: {
      vi: 'Cột dữ liệu không dùng được tại vị trí đã nêu.',
      en: 'The column cannot be used at the given place.',
    },
    who: 'developer',
    todo: {
      vi: 'Kiểm tra độ dài cột, mã, và thứ tự ngày của các mũi tiêm.',
      en: 'Check the lengths, the codes and the order of the days of doses.',
    },
  },
  'eligibility.cohort.worker': {
    says: {
      vi: 'Một luồng xử lý đã dừng hoặc gặp lỗi ({code}).',
      en: 'A worker failed or is gone ({code}).',
    },
    who: 'developer',
    todo: {
      vi: 'Khởi động lại luồng xử lý và tính lại.',
      en: 'Start the worker again and repeat the run.',
    },
  },
}))
