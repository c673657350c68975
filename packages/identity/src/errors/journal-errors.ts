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
  'identity.journal.in-use': {
    says: {
      vi: 'Một tiến trình khác đang dùng nhật ký xác thực này.',
      en: 'Another process has this journal of verifications.',
    },
    who: 'operator',
    todo: {
      vi: 'Đóng chương trình kia; nếu chắc chắn không còn chương trình nào, xoá tệp .lock bên cạnh nhật ký.',
      en: 'Close the other program; when there certainly is none, delete the .lock file beside the journal.',
    },
  },
}))
