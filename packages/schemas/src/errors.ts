import { defineCatalogue } from '@tiemchung/core'
import { completenessErrors } from './errors/completeness.js'
import { schemaErrors } from './errors/schema.js'
import { tabularErrors } from './errors/tabular.js'

/** The codes of `@tiemchung/schemas`. */
export const errorCatalogue = defineCatalogue({
  ...schemaErrors,
  ...completenessErrors,
  ...tabularErrors,
})
