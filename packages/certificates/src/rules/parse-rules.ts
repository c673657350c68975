import { type Issue, isInstant, issue, ParseError, type Path, parseInstant } from '@tiemchung/core'
import { rulesErrors } from '../errors/rules-errors.js'
import type { BusinessRule } from './business-rule.js'
import { checkLogic } from './check-logic.js'
import { versionOf } from './version.js'

type Loose = Readonly<Record<string, unknown>>
type FieldCheck = (value: unknown) => boolean

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText: FieldCheck = (value) => typeof value === 'string' && value !== ''
const isVersion: FieldCheck = (value) => typeof value === 'string' && versionOf(value) !== undefined
const like =
  (pattern: RegExp): FieldCheck =>
  (value) =>
    typeof value === 'string' && pattern.test(value)
const isMoment: FieldCheck = (value) => typeof value === 'string' && isInstant(value)

const fieldChecks: Readonly<Record<Exclude<keyof BusinessRule, 'Logic' | 'Region'>, FieldCheck>> = {
  Identifier: like(/^(?:GR|VR|TR|RR|IR)-[A-Z]{2}-\d{1,8}$/),
  Type: like(/^(?:Acceptance|Invalidation)$/),
  Country: like(/^[A-Z]{2}$/),
  Version: isVersion,
  SchemaVersion: isVersion,
  Engine: isText,
  EngineVersion: isVersion,
  CertificateType: like(/^(?:General|Vaccination|Test|Recovery)$/),
  Description: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => isObject(one) && isText(one['lang']) && typeof one['desc'] === 'string'),
  ValidFrom: isMoment,
  ValidTo: isMoment,
  AffectedFields: (value) =>
    Array.isArray(value) && value.every((field) => typeof field === 'string'),
}

function issuesOf(document: unknown, index: number): readonly Issue[] {
  const wrong = (path: Path) => issue(rulesErrors, 'certificate-rules.field', { path })
  if (!isObject(document)) return [wrong([index])]
  const issues = Object.entries(fieldChecks)
    .filter(([field, fits]) => !fits(document[field]))
    .map(([field]) => wrong([index, field]))
  const { ValidFrom: from, ValidTo: to, Region: region, Logic: logic } = document
  if (isMoment(from) && isMoment(to)) {
    if (parseInstant(to as string) < parseInstant(from as string)) {
      issues.push(wrong([index, 'ValidTo']))
    }
  }
  if (region !== undefined && typeof region !== 'string') issues.push(wrong([index, 'Region']))
  // The gateway's schema: an operation, not a bare literal.
  if (!isObject(logic)) return [...issues, wrong([index, 'Logic'])]
  return [...issues, ...checkLogic(logic, [index, 'Logic'])]
}

/**
 * Business rules as the EU gateway publishes them, checked field by field and expression by expression.
 *
 * It says nothing about who made them: check the publisher's signature over them first. One bad document
 * refuses them all, as a rule that is missing would let pass.
 *
 * @throws ParseError `certificate-rules.rules`, with an issue for each fault
 * @example
 * ```ts
 * import { parseRules } from '@tiemchung/certificates/rules'
 * const rulesOf = (json: string) => parseRules(JSON.parse(json) as unknown[])
 * ```
 */
export function parseRules(documents: readonly unknown[]): readonly BusinessRule[] {
  const given: unknown = documents
  const issues = Array.isArray(given)
    ? given.flatMap(issuesOf)
    : [issue(rulesErrors, 'certificate-rules.field', { path: [] })]
  if (issues.length > 0) throw new ParseError(rulesErrors, 'certificate-rules.rules', { issues })
  return documents as readonly BusinessRule[]
}
