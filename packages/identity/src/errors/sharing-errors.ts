import { defineCatalogue } from '@tiemchung/core'

/** Doses on their way into the population database. */
export const sharingErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'identity.sharing.foreign-receipt': {
    says: {
      vi: 'Giấy báo nhận không phải cho mũi tiêm đã gửi.',
      en: 'The acknowledgement is not for the dose that was sent.',
    },
    who: 'developer',
    todo: {
      vi: 'Coi như chưa gửi; báo cho bên vận hành máy chủ.',
      en: 'Take the dose as not shared; tell whoever runs the server.',
    },
  },
}))
