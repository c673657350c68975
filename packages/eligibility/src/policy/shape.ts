/** Hand-written validation: each shape looks at a value and reports, with its path, what is wrong. */
import { type Issue, isCivilDate, issue, type Path, parseDuration } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'

/** Whether a value has the shape; what is wrong goes to `issues`. */
export type Shape = (value: unknown, path: Path, issues: Issue[]) => boolean

function expect(expected: string, holds: (value: unknown) => boolean): Shape {
  return (value, path, issues) => {
    const right = holds(value)
    if (!right) {
      issues.push(issue(errorCatalogue, 'eligibility.policy.field', { path, params: { expected } }))
    }
    return right
  }
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

export const text = expect('text', isText)
export const flag = expect('true or false', (value) => typeof value === 'boolean')
export const day = expect('YYYY-MM-DD', isCivilDate)
export const duration = expect('ISO 8601 date duration', isDuration)
export const count = expect(
  'whole number from 0',
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
)
export const place = expect(
  'whole number from 1',
  (value) => Number.isSafeInteger(value) && Number(value) >= 1,
)
export const positive = expect(
  'number above 0',
  (value) => typeof value === 'number' && Number.isFinite(value) && value > 0,
)
export const volume = expect(
  'decimal text such as 0.2',
  (value) => typeof value === 'string' && /^\d{1,2}(\.\d{1,3})?$/.test(value) && Number(value) > 0,
)

/** One of a closed list of words. */
export function oneOf(words: readonly string[]): Shape {
  return expect(words.join(' | '), (value) => typeof value === 'string' && words.includes(value))
}

/** A list, of at least `least` members. */
export function list(member: Shape, least = 0): Shape {
  const isList = expect(`list of at least ${least}`, (value) =>
    Array.isArray(value) ? value.length >= least : false,
  )
  return (value, path, issues) => {
    if (!isList(value, path, issues)) return false
    const results = (value as readonly unknown[]).map((one, index) =>
      member(one, [...path, index], issues),
    )
    return results.every((right) => right)
  }
}

/** A value that may also be null. */
export function orNull(shape: Shape): Shape {
  return (value, path, issues) => value === null || shape(value, path, issues)
}

/** Fields by name; those in `optional` may be absent. Other fields are reported. */
export function fields(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  const isObject = expect(
    'object',
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  )
  return (value, path, issues) => {
    if (!isObject(value, path, issues)) return false
    const before = issues.length
    const record = value as Readonly<Record<string, unknown>>
    for (const [name, shape] of Object.entries(required)) {
      shape(Object.hasOwn(record, name) ? record[name] : undefined, [...path, name], issues)
    }
    for (const name of Object.keys(record)) {
      if (Object.hasOwn(required, name) || record[name] === undefined) continue
      const shape = Object.hasOwn(optional, name) ? optional[name] : undefined
      if (shape !== undefined) shape(record[name], [...path, name], issues)
      else {
        const at = [...path, name]
        issues.push(issue(errorCatalogue, 'eligibility.policy.extra-field', { path: at }))
      }
    }
    return issues.length === before
  }
}

/** One of two shapes; when neither fits, says what the first would want. */
export function either(first: Shape, second: Shape): Shape {
  return (value, path, issues) => second(value, path, []) || first(value, path, issues)
}
