import {
  errorCatalogue as coreCatalogue,
  type Catalogue,
  type Issue,
  issue,
  ParseError,
  type Path,
} from '@tiemchung/core'
import * as z from 'zod'
import { nameErrors } from './errors/name.js'
import { schemaErrors } from './errors/schema.js'

/** What schemas name, and no more: the sentences of lists and policies would weigh on every form. */
const catalogue: Catalogue = { ...coreCatalogue, ...schemaErrors, ...nameErrors }

type Found = z.ZodError['issues'][number]

/** Keys that look like field names; others come from the data and are not repeated. */
const fieldName = /^[a-z][A-Za-z0-9.-]{0,60}$/

const pathOf = (path: readonly PropertyKey[]): Path =>
  path.map((step) => {
    if (typeof step === 'number') return step
    return typeof step === 'string' && fieldName.test(step) ? step : '*'
  })

/** Our code of one finding: the schema's own, else by what kind of finding it is. */
function codeOf(found: Found): string {
  if (Object.hasOwn(catalogue, found.message)) return found.message
  if (found.code === 'unrecognized_keys') return 'schema.unexpected'
  if (found.code === 'invalid_value' || found.code === 'invalid_union') return 'schema.choice'
  if (found.code === 'too_small' || found.code === 'too_big') return 'schema.range'
  const missing = 'input' in found && found.input === undefined
  return found.code === 'invalid_type' && missing ? 'schema.missing' : 'schema.field'
}

/**
 * What a schema found wrong, in our codes and both languages. Paths and codes only: zod's own messages
 * may quote a value and are dropped, and so are the names of unexpected fields.
 *
 * A missing field is told from one of the wrong type when the schema was run with `reportInput`.
 */
export function issuesFromZod(error: z.ZodError): readonly Issue[] {
  return error.issues.map((found) => {
    const path = pathOf(found.path)
    return issue(catalogue, codeOf(found), { path })
  })
}

/**
 * The value, when it fits the schema. Fields that the schema does not know are refused, not dropped.
 *
 * @throws ParseError `schema.invalid` with an issue for each field
 * @example
 * ```ts
 * import { doseRecordSchema, parseWith } from '@tiemchung/schemas'
 * declare const body: unknown
 * const record = parseWith(doseRecordSchema, body)
 * record.person.birthDate // => a PartialDate
 * ```
 */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = z.safeParse(schema, value, { reportInput: true })
  if (result.success) return result.data
  const issues = issuesFromZod(result.error)
  throw new ParseError(schemaErrors, 'schema.invalid', { issues })
}
