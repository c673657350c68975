import { defineCatalogue } from '@tiemchung/core'
import { cardErrors } from './errors/card-errors.js'
import { correctionErrors } from './errors/correction-errors.js'
import { journalErrors } from './errors/journal-errors.js'
import { listErrors } from './errors/list-errors.js'
import { ndxpErrors } from './errors/ndxp-errors.js'
import { numberErrors } from './errors/number-errors.js'
import { phoneErrors } from './errors/phone-errors.js'
import { sharingErrors } from './errors/sharing-errors.js'
import { verificationErrors } from './errors/verification-errors.js'

/**
 * The codes of `@tiemchung/identity`. Code that throws imports its own part, so that a bundle carries only
 * the sentences that it can say.
 */
export const errorCatalogue = /* @__PURE__ */ defineCatalogue(() => ({
  ...numberErrors,
  ...cardErrors,
  ...phoneErrors,
  ...verificationErrors,
  ...journalErrors,
  ...ndxpErrors,
  ...sharingErrors,
  ...correctionErrors,
  ...listErrors,
}))
