import { defineCatalogue } from '@tiemchung/core'

/** The facts about a person. */
export const subjectErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'eligibility.subject': {
    says: {
      vi: 'Ngày trong dữ liệu không phải ngày có thật, viết YYYY-MM-DD.',
      en: 'A date of the subject is not a day that exists, written YYYY-MM-DD.',
    },
    who: 'data-entry',
    todo: { vi: 'Sửa lại ngày.', en: 'Correct the date.' },
  },
}))
