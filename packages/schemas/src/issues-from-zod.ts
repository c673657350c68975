import {
  errorCatalogue as coreCatalogue,
  type Catalogue,
  type Issue,
  issue,
  ParseError,
} from '@tiemchung/core'
import type * as z from 'zod'
import { errorCatalogue } from './errors.js'

const catalogue: Catalogue = { ...coreCatalogue, ...errorCatalogue }

/**
 * What a schema found wrong, in our codes and both languages. Paths and codes only: zod's own messages
 * may quote a value and are dropped.
 */
export function issuesFromZod(error: z.ZodError): readonly Issue[] {
  return error.issues.map((found) => {
    const code = found.message in catalogue ? found.message : 'schema.field'
    const path = found.path.map((step) => (typeof step === 'number' ? step : String(step)))
    return issue(catalogue, code, { path })
  })
}

/**
 * The value, when it fits the schema.
 *
 * @throws ParseError `schema.invalid` with an issue for each field
 */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = issuesFromZod(result.error as z.ZodError)
  throw new ParseError(errorCatalogue, 'schema.invalid', { issues })
}
