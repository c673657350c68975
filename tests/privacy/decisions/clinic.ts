import type { Decisions } from './decision.js'

export const clinicDecisions: Decisions = {
  reasons: {
    '@tiemchung/clinic/store/file#fileStore':
      "errors of the file system name the operator's folder and our ids, which hold no person",
  },
  recipes: {},
}
