import { InputError } from '@tiemchung/core'
import type { IdentityStatus } from '@tiemchung/schemas'
import type { MatchField, OpenCaseClass } from '@tiemchung/schemas/wire'
import { correctionErrors } from '../errors/correction-errors.js'
import type { CasePolicy } from './case-policy.js'

/** Classes of wrong basic data by field (2262/BYT-CNTT), each person in one. */
export const wrongClasses = [
  'wrong-number',
  'wrong-name',
  'wrong-birth-date',
  'wrong-sex',
  /** The register has more than one field otherwise. */
  'wrong-several',
  /** The answer says that something differs and does not name it. */
  'wrong-unnamed',
] as const

/**
 * The classes of 2262/BYT-CNTT and of the published statistics. They are disjoint: each person who was
 * vaccinated is in exactly one.
 */
export const caseClasses = [
  /** A dose was given and is not on the platform. */
  'not-entered',
  /** A foreigner with a passport: not matched, and the facility answers for the data. */
  'not-required',
  /** Entered, and not yet answered for. */
  'not-sent',
  'no-number',
  'malformed-number',
  'correct',
  ...wrongClasses,
  /** With a number, and the register could not confirm or deny. */
  'unverified',
] as const

/** Classes that nobody has to put right, or nobody can yet. */
const closedClasses: ReadonlySet<string> = new Set<CaseClass>([
  'not-entered',
  'not-required',
  'not-sent',
  'correct',
])

/** Whether a case of a class is for somebody to put right (2262/BYT-CNTT). */
export const isOpenClass = (one: CaseClass): one is OpenCaseClass =>
  caseClasses.includes(one) && !closedClasses.has(one)

/** One of {@link caseClasses}. */
export type CaseClass = (typeof caseClasses)[number]

/** What a class follows from. */
export interface CaseFacts {
  /** Whether the dose is on the platform. */
  readonly entered: boolean
  readonly status: IdentityStatus
  /** The fields that the register has otherwise, when the status is `mismatched`. */
  readonly mismatched?: readonly MatchField[]
}

const byStatus: Readonly<Record<Exclude<IdentityStatus, 'mismatched' | 'not-found'>, CaseClass>> = {
  'not-required': 'not-required',
  pending: 'not-sent',
  'no-number': 'no-number',
  'malformed-number': 'malformed-number',
  matched: 'correct',
  unverifiable: 'unverified',
}

const byField: Readonly<Record<MatchField, CaseClass>> = {
  number: 'wrong-number',
  name: 'wrong-name',
  'birth-date': 'wrong-birth-date',
  sex: 'wrong-sex',
}

function refuse(code: keyof typeof correctionErrors): never {
  throw new InputError(correctionErrors, code)
}

function wrongClass(mismatched: readonly MatchField[]): CaseClass {
  const [field, ...others] = [...new Set(mismatched)]
  if (field === undefined) return 'wrong-unnamed'
  if (others.length > 0) return 'wrong-several'
  return Object.hasOwn(byField, field) ? byField[field] : refuse('identity.case.field')
}

/** Whether a class is one that these fields make; a number that nobody has may be wrong without a field that differs. */
export function isClassOf(one: CaseClass, mismatched: readonly MatchField[]): boolean {
  if (mismatched.length > 0) return one === wrongClass(mismatched)
  const named: readonly string[] = wrongClasses
  return !named.includes(one) || one === 'wrong-unnamed' || one === 'wrong-number'
}

/**
 * The one class that a person is in. A dose that is not entered is in no other class, whatever else is known.
 *
 * It does not establish which side is wrong: that is for people to decide.
 *
 * @throws InputError `identity.case.status` for a status that is not known, `identity.case.field`,
 *   `identity.case.contradiction` for fields that differ beside a status that says otherwise
 */
export function classifyCase(facts: CaseFacts, policy: Pick<CasePolicy, 'notFound'>): CaseClass {
  const { entered, status, mismatched = [] } = facts
  if (status !== 'mismatched' && mismatched.length > 0) refuse('identity.case.contradiction')
  const known = status === 'mismatched' || status === 'not-found' || Object.hasOwn(byStatus, status)
  if (!known) refuse('identity.case.status')
  if (!entered) return 'not-entered'
  if (status === 'mismatched') return wrongClass(mismatched)
  return status === 'not-found' ? policy.notFound : byStatus[status]
}
