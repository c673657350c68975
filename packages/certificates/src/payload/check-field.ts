/** Whether one member of a payload is what its rule asks for. */
import { isCivilDate, isPartialDate, type JsonValue, type Path } from '@tiemchung/core'
import type { JsonObject } from '../envelope/json.js'
import type { FieldRule } from './field-rules.js'
import type { Findings } from './findings.js'

const birthPattern = /^(?:(?:19|20)\d\d(?:-\d\d){0,2})?$/
const instantPattern =
  /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/
const longestText = 80

type FieldCheck = (text: string, path: Path, findings: Findings) => void

function lengthChecked(text: string, path: Path, findings: Findings): void {
  if ([...text].length > longestText) findings.broken('length', path)
}

function checkBirth(text: string, path: Path, findings: Findings): void {
  // Schema 1.3: empty when unknown.
  if (text === '') return
  if (birthPattern.test(text)) {
    if (!isPartialDate(text)) findings.took('loose-dates', path)
  } else if (birthPattern.test(text.slice(0, 10)) && text[10] === 'T') {
    findings.took('loose-dates', path)
  } else findings.broken('date', path)
}

function checkDay(text: string, path: Path, findings: Findings): void {
  if (!isCivilDate(text)) findings.took('loose-dates', path)
}

function checkInstant(text: string, path: Path, findings: Findings): void {
  const match = instantPattern.exec(text)
  if (match?.[1] === undefined || !isCivilDate(text.slice(0, 10)))
    findings.took('loose-dates', path)
}

const textChecks: Readonly<Record<Exclude<FieldRule['kind'], 'count'>, FieldCheck>> = {
  text: () => undefined,
  'text-80': lengthChecked,
  'standard-name': (text, path, findings) => {
    lengthChecked(text, path, findings)
    if (!/^[A-Z<]*$/.test(text)) findings.took('loose-standard-names', path)
  },
  country: (text, path, findings) => {
    if (!/[A-Z]{1,10}/.test(text)) findings.broken('pattern', path)
  },
  day: checkDay,
  instant: checkInstant,
  birth: checkBirth,
  version: (text, path, findings) => {
    if (!/^\d+\.\d+\.\d+$/.test(text)) findings.broken('pattern', path)
  },
}

function checkCount(value: JsonValue, path: Path, findings: Findings): void {
  if (typeof value !== 'number' || !Number.isInteger(value)) findings.broken('type', path)
  else if (value < 1) findings.broken('range', path)
}

/** Checks one member of an object by its rule. */
export function checkField(
  object: JsonObject,
  rule: FieldRule,
  path: Path,
  findings: Findings,
): void {
  const value = object[rule.key]
  if (value === undefined) {
    if (rule.optional !== true) findings.broken('missing', [...path, rule.key])
    return
  }
  const here = [...path, rule.key]
  if (rule.kind === 'count') return checkCount(value, here, findings)
  if (typeof value !== 'string') return findings.broken('type', here)
  textChecks[rule.kind](value, here, findings)
}
