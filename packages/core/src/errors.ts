import { defineCatalogue } from './catalogue.js'
import { cborErrors } from './errors/cbor-errors.js'
import { keyErrors, hostErrors } from './errors/crypto-errors.js'
import {
  civilDateErrors,
  partialDateErrors,
  instantErrors,
  durationErrors,
} from './errors/date-errors.js'
import { policyErrors } from './errors/policy-errors.js'
import {
  utf8Errors,
  base64UrlErrors,
  base64Errors,
  hexErrors,
  pemErrors,
  uuidErrors,
  jsonErrors,
} from './errors/text-errors.js'

/**
 * The codes of `@tiemchung/core`. Code that throws imports its own part, so that a bundle carries only the
 * sentences that it can say.
 */
export const errorCatalogue = /* @__PURE__ */ defineCatalogue(() => ({
  ...civilDateErrors,
  ...partialDateErrors,
  ...instantErrors,
  ...durationErrors,
  ...utf8Errors,
  ...base64UrlErrors,
  ...base64Errors,
  ...hexErrors,
  ...pemErrors,
  ...uuidErrors,
  ...jsonErrors,
  ...cborErrors,
  ...policyErrors,
  ...keyErrors,
  ...hostErrors,
}))
