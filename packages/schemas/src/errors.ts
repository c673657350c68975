import { defineCatalogue } from '@tiemchung/core'
import { cellErrors } from './errors/cell.js'
import { codeErrors } from './errors/codes.js'
import { completenessErrors } from './errors/completeness.js'
import { schemaErrors } from './errors/schema.js'
import { listErrors } from './errors/list.js'
import { nameErrors } from './errors/name.js'

/** The codes of `@tiemchung/schemas`. */
export const errorCatalogue = /* @__PURE__ */ defineCatalogue(() => ({
  ...schemaErrors,
  ...nameErrors,
  ...completenessErrors,
  ...codeErrors,
  ...listErrors,
  ...cellErrors,
}))
