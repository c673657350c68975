import type { Check } from '@tiemchung/core'
import {
  type BusinessRule,
  evaluateLogic,
  evaluateRules,
  parseRules,
  type RuleValueSets,
} from '@tiemchung/certificates/rules'
import type { CertificateType, HealthCertificateClaims } from '@tiemchung/certificates/verify'
import { type CaseOutcome, judge, notJudgedGroup, type Suite, type SuiteWorld } from '../suite.js'

interface Test {
  readonly payload?: object
  readonly expected: boolean
  /** A key of value-sets.json. */
  readonly valueSets?: string
  readonly otherExternal?: string
  readonly clock?: string
}

interface Row {
  readonly rule: BusinessRule
  readonly tests?: readonly Test[] | null
}

function valueSetsFor(
  file: string,
  { valueSets, otherExternal }: Test,
  { beside }: SuiteWorld,
): RuleValueSets {
  const sets = beside(file, 'value-sets.json') as Readonly<Record<string, RuleValueSets>>
  const found = sets[valueSets ?? otherExternal ?? '']
  if (found === undefined) throw new TypeError('a test without its value sets')
  return found
}

const typeNames: Readonly<Record<string, CertificateType>> = {
  Vaccination: 'vaccination',
  Test: 'test',
  Recovery: 'recovery',
}

/** Claims around a payload: tests give of it only what their rule reads. */
function claimsOf({ rule }: Row, { payload }: Test, at: Date): HealthCertificateClaims {
  const type = typeNames[rule.CertificateType] ?? 'vaccination'
  const whole = { ver: rule.SchemaVersion, nam: {}, dob: '', ...payload }
  return {
    type,
    issuer: rule.Country,
    issuedAt: at,
    expiresAt: at,
    payload: whole,
    certificateId: '',
  }
}

/** A moment of a test; without an offset it is in UTC, as in CertLogic. */
const momentOf = (text: string) =>
  new Date(/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`)

/** The check of the whole report, at the test's clock: rules are tested beyond the days they are in force. */
function checkOf(row: Row, test: Test, valueSets: RuleValueSets): Check | undefined {
  const { ValidFrom, Country } = row.rule
  const at = momentOf(test.clock ?? ValidFrom)
  const always = { ...row.rule, ValidFrom: '1900-01-01T00:00:00Z', ValidTo: '2599-01-01T00:00:00Z' }
  const rules = parseRules([always])
  const claims = claimsOf(row, test, at)
  return evaluateRules(claims, rules, { at, country: Country, valueSets }).checks[0]
}

async function judgeReport(
  id: string,
  expected: boolean,
  ask: () => Check | undefined,
): Promise<CaseOutcome> {
  let reason: string | undefined
  const judged = await judge(
    id,
    expected,
    () => {
      const check = ask()
      reason = check?.reason
      if (check?.status === 'passed') return true
      if (check?.status === 'failed' || reason === 'impossible-date') return false
      throw new TypeError('a rule that was not judged')
    },
    'reports',
  )
  // A payload with such a day never comes to rules: schema and calendar are checked before (issue 129 there).
  const group = `${notJudgedGroup}days that do not exist`
  return reason === 'impossible-date' ? { ...judged, outcome: 'right', group, apart: true } : judged
}

/** The bare expression over exactly the data of the test. */
function holds({ rule }: Row, { payload, clock }: Test, valueSets: RuleValueSets): boolean {
  const external = { valueSets, validationClock: clock }
  const result = evaluateLogic(rule.Logic, { payload, external })
  if (result.outcome === 'fault' || typeof result.value !== 'boolean') {
    throw new TypeError('a rule without an answer')
  }
  return result.value
}

/** Business rules of countries with the tests that they were published with. */
export const businessRules: Suite = {
  name: 'business-rules',
  folder: 'business-rules',
  files: /\.jsonl$/,
  *judge({ id, value, file }, world): Iterable<Promise<CaseOutcome>> {
    const row = value as Row
    const { tests } = row
    if (!tests) throw new TypeError('a rule without its tests')
    yield judge(id, true, () => parseRules([row.rule]).length === 1, 'documents')
    for (const [index, test] of tests.entries()) {
      const name = `${id} ${index}`
      const sets = () => valueSetsFor(file, test, world)
      yield judge(name, test.expected, () => holds(row, test, sets()), 'expressions')
      yield judgeReport(`${name} report`, test.expected, () => checkOf(row, test, sets()))
    }
  },
}
