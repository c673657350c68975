import { defineCatalogue } from '@tiemchung/core'
import { dayErrors } from './errors/day-errors.js'
import { outboxErrors } from './errors/outbox-errors.js'
import { rollUpErrors } from './errors/roll-up-errors.js'
import { sealErrors, storeErrors } from './errors/store-errors.js'

/** The codes of `@tiemchung/clinic`. */
export const errorCatalogue = defineCatalogue({
  ...storeErrors,
  ...sealErrors,
  ...outboxErrors,
  ...dayErrors,
  ...rollUpErrors,
})
