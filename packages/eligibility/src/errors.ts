import { defineCatalogue } from '@tiemchung/core'
import { cohortErrors } from './errors/cohort-errors.js'
import { policyErrors } from './errors/policy-errors.js'
import { policySetErrors } from './errors/policy-set-errors.js'
import { subjectErrors } from './errors/subject-errors.js'

/**
 * The codes of `@tiemchung/eligibility`. Code that throws imports its own part, so that a bundle carries only
 * the sentences that it can say.
 */
export const errorCatalogue = /* @__PURE__ */ defineCatalogue(() => ({
  ...policyErrors,
  ...policySetErrors,
  ...subjectErrors,
  ...cohortErrors,
}))
