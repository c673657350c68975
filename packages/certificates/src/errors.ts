import { defineCatalogue } from '@tiemchung/core'
import { envelopeErrors } from './errors/envelope-errors.js'
import { fetchErrors } from './errors/fetch-errors.js'
import { issueErrors } from './errors/issue-errors.js'
import { qrErrors } from './errors/qr-errors.js'
import { revocationErrors } from './errors/revocation-errors.js'
import { signedErrors } from './errors/signed-errors.js'
import { rulesErrors } from './errors/rules-errors.js'
import { trustErrors } from './errors/trust-errors.js'
import { payloadErrors } from './errors/payload-errors.js'
import { profileErrors } from './errors/profile-errors.js'
import { reportErrors } from './errors/report-errors.js'
import { valueSetErrors } from './errors/value-set-errors.js'
import { verifyErrors } from './errors/verify-errors.js'
import { workerErrors } from './errors/worker-errors.js'

/**
 * The codes of `@tiemchung/certificates`. Code that throws imports its own part, so that a bundle
 * carries only the sentences that it can say.
 */
export const errorCatalogue = /* @__PURE__ */ defineCatalogue(() => ({
  ...envelopeErrors,
  ...verifyErrors,
  ...workerErrors,
  ...profileErrors,
  ...reportErrors,
  ...payloadErrors,
  ...valueSetErrors,
  ...signedErrors,
  ...trustErrors,
  ...fetchErrors,
  ...revocationErrors,
  ...rulesErrors,
  ...issueErrors,
  ...qrErrors,
}))
