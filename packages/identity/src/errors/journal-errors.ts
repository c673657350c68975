import { defineCatalogue } from '@tiemchung/core'

/** Journals of questions. */
export const journalErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'identity.journal.damaged': {
    says: {
      vi: 'Nhật ký xác thực bị hỏng ở dòng {line}.',
      en: 'The journal of verifications is damaged in line {line}.',
    },
    who: 'operator',
    todo: {
      vi: 'Khôi phục tệp; nếu không được, bắt đầu nhật ký mới và xác thực lại.',
      en: 'Restore the file; failing that, begin a new journal and ask again.',
    },
  },
}))
