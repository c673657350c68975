/** Hand-written validation: each shape looks at a value and reports, with its path, what is wrong. */
import { type Issue, isCivilDate, issue, type Path, parseDuration } from '@tiemchung/core'
import { policyErrors } from '../errors/policy-errors.js'

/** A schema of JSON Schema 2020-12. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** Whether a value has the shape; what is wrong goes to `issues`. */
type Look = (value: unknown, path: Path, issues: Issue[]) => boolean

/** A look that can also be written down for software in other languages. */
export type Shape = Look & { readonly json: JsonSchema }

const shape = (json: JsonSchema, look: Look): Shape => Object.assign(look, { json })

function expect(expected: string, json: JsonSchema, holds: (value: unknown) => boolean): Shape {
  return shape(json, (value, path, issues) => {
    const right = holds(value)
    if (!right) {
      issues.push(issue(policyErrors, 'eligibility.policy.field', { path, params: { expected } }))
    }
    return right
  })
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function isDuration(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    parseDuration(value)
    return true
  } catch {
    return false
  }
}

const dayPattern = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$'
const durationPattern = '^P(?=\\d)(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?$'
/** Above nothing, below 100 ml, to the microlitre. */
const volumePattern = '^(?=.*[1-9])\\d{1,2}(\\.\\d{1,3})?$'
const volumes = new RegExp(volumePattern)

export const text = expect('text', { type: 'string', minLength: 1 }, isText)
export const flag = expect(
  'true or false',
  { type: 'boolean' },
  (value) => typeof value === 'boolean',
)
export const day = expect('YYYY-MM-DD', { type: 'string', pattern: dayPattern }, isCivilDate)
export const duration = expect(
  'ISO 8601 date duration',
  { type: 'string', pattern: durationPattern },
  isDuration,
)
export const count = expect(
  'whole number from 0',
  { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
)
export const place = expect(
  'whole number from 1',
  { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
  (value) => Number.isSafeInteger(value) && Number(value) >= 1,
)
export const positive = expect(
  'number above 0',
  { type: 'number', exclusiveMinimum: 0 },
  (value) => typeof value === 'number' && Number.isFinite(value) && value > 0,
)
export const volume = expect(
  'decimal text such as 0.2',
  { type: 'string', pattern: volumePattern },
  (value) => typeof value === 'string' && volumes.test(value),
)

/** One of a closed list of words. */
export function oneOf(words: readonly string[]): Shape {
  const json = { enum: words }
  return expect(
    words.join(' | '),
    json,
    (value) => typeof value === 'string' && words.includes(value),
  )
}

/** A list, of at least `least` members. */
export function list(member: Shape, least = 0): Shape {
  const json = { type: 'array', items: member.json, ...(least > 0 ? { minItems: least } : {}) }
  const isList = expect(`list of at least ${least}`, json, (value) =>
    Array.isArray(value) ? value.length >= least : false,
  )
  return shape(json, (value, path, issues) => {
    if (!isList(value, path, issues)) return false
    const results = (value as readonly unknown[]).map((one, index) =>
      member(one, [...path, index], issues),
    )
    return results.every((right) => right)
  })
}

/** A value that may also be null. */
export function orNull(inner: Shape): Shape {
  const json = { anyOf: [inner.json, { type: 'null' }] }
  return shape(json, (value, path, issues) => value === null || inner(value, path, issues))
}

const jsonOf = (shapes: Readonly<Record<string, Shape>>) =>
  Object.fromEntries(Object.entries(shapes).map(([name, { json }]) => [name, json]))

/** Fields by name; those in `optional` may be absent. Other fields are reported. */
export function fields(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  const json = {
    type: 'object',
    properties: jsonOf({ ...required, ...optional }),
    required: Object.keys(required),
    additionalProperties: false,
  }
  const isObject = expect(
    'object',
    json,
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  )
  return shape(json, (value, path, issues) => {
    if (!isObject(value, path, issues)) return false
    const before = issues.length
    const record = value as Readonly<Record<string, unknown>>
    for (const [name, inner] of Object.entries(required)) {
      inner(Object.hasOwn(record, name) ? record[name] : undefined, [...path, name], issues)
    }
    for (const name of Object.keys(record)) {
      if (Object.hasOwn(required, name) || record[name] === undefined) continue
      const inner = Object.hasOwn(optional, name) ? optional[name] : undefined
      if (inner !== undefined) inner(record[name], [...path, name], issues)
      else {
        const at = [...path, name]
        issues.push(issue(policyErrors, 'eligibility.policy.extra-field', { path: at }))
      }
    }
    return issues.length === before
  })
}

/** One of two shapes; when neither fits, says what the first would want. */
export function either(first: Shape, second: Shape): Shape {
  const json = { anyOf: [first.json, second.json] }
  return shape(json, (value, path, issues) => second(value, path, []) || first(value, path, issues))
}
