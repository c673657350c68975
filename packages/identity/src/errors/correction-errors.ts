import { defineCatalogue } from '@tiemchung/core'

/** Cases of identity, and how they are put right. */
export const correctionErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'identity.case.status': {
    says: {
      vi: 'Trạng thái định danh không được biết.',
      en: 'The state of the identity is not a known one.',
    },
    who: 'developer',
    todo: {
      vi: 'Dùng các trạng thái của IdentityEvidence; không coi trạng thái lạ là khớp.',
      en: 'Use the states of IdentityEvidence; an unknown one is never a match.',
    },
  },
  'identity.case.field': {
    says: {
      vi: 'Trường sai lệch không phải một trong bốn trường được đối sánh.',
      en: 'The field that differs is none of the four that are matched.',
    },
    who: 'developer',
    todo: {
      vi: 'Dùng number, name, birth-date hoặc sex.',
      en: 'Use number, name, birth-date or sex.',
    },
  },
  'identity.case.contradiction': {
    says: {
      vi: 'Có trường sai lệch nhưng trạng thái không phải là không khớp.',
      en: 'Fields differ, and the state is not that of a mismatch.',
    },
    who: 'developer',
    todo: {
      vi: 'Lấy trạng thái và các trường từ cùng một câu trả lời.',
      en: 'Take state and fields from one answer.',
    },
  },
}))
