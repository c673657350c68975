/** Whether one member of a payload is what its rule asks for. */
import { isCivilDate, isPartialDate, type JsonValue, type Path } from '@tiemchung/core'
import type { JsonObject } from '../envelope/json.js'
import type { FieldKind, FieldRule } from './field-rules.js'
import type { Findings, PayloadRule } from './findings.js'

const birthPattern = /^(?:(?:19|20)\d\d(?:-\d\d){0,2})?$/
const instantPattern =
  /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/
const longestText = 80

/** The rule that a text does not keep; undefined when it keeps all. */
type TextCheck = (text: string) => PayloadRule | undefined

// A text has at least as many units as characters.
const length: TextCheck = (text) =>
  text.length > longestText && [...text].length > longestText ? 'length' : undefined

const birth: TextCheck = (text) => {
  // Schema 1.3: empty when unknown.
  if (text === '') return undefined
  if (birthPattern.test(text)) return isPartialDate(text) ? undefined : 'loose-dates'
  return birthPattern.test(text.slice(0, 10)) && text[10] === 'T' ? 'loose-dates' : 'date'
}

const instant: TextCheck = (text) => {
  const zone = instantPattern.exec(text)?.[1]
  return zone !== undefined && isCivilDate(text.slice(0, 10)) ? undefined : 'loose-dates'
}

const textChecks: Readonly<Record<Exclude<FieldKind, 'count'>, TextCheck>> = {
  text: () => undefined,
  'text-80': length,
  'standard-name': (text) =>
    length(text) ?? (/^[A-Z<]*$/.test(text) ? undefined : 'loose-standard-names'),
  country: (text) => (/[A-Z]{1,10}/.test(text) ? undefined : 'pattern'),
  day: (text) => (isCivilDate(text) ? undefined : 'loose-dates'),
  instant,
  birth,
  version: (text) => (/^\d+\.\d+\.\d+$/.test(text) ? undefined : 'pattern'),
}

function countBreach(value: JsonValue): PayloadRule | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'type'
  return value < 1 ? 'range' : undefined
}

function breachOf(value: JsonValue | undefined, rule: FieldRule): PayloadRule | undefined {
  if (value === undefined) return rule.optional === true ? undefined : 'missing'
  if (rule.kind === 'count') return countBreach(value)
  return typeof value === 'string' ? textChecks[rule.kind](value) : 'type'
}

/** Checks members of an object by their rules. */
export function checkFields(
  object: JsonObject,
  rules: readonly FieldRule[],
  path: Path,
  findings: Findings,
): void {
  for (const rule of rules) {
    const breach = breachOf(object[rule.key], rule)
    if (breach !== undefined) findings.meet(breach, ...path, rule.key)
  }
}
