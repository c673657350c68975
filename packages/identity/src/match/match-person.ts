import {
  type Check,
  failed,
  type PartialDate,
  passed,
  type Report,
  unknown,
  verdictOf,
} from '@tiemchung/core'
import { compareBirthDates } from './birth-date.js'
import { compareNames } from './name.js'
import type { MatchPolicy } from './policy.js'

/** The four fields that 9438/BYT-CNTT compares, and the other numbers that one person may have. */
export interface IdentityFacts {
  /** A blank one is none. */
  readonly number?: string
  /** Numbers of older cards. */
  readonly otherNumbers?: readonly string[]
  readonly fullName: string
  readonly birthDate: PartialDate
  readonly sex: 'male' | 'female' | 'unknown'
}

/** The check of each field. */
export type MatchCheckId =
  | 'identity.number'
  | 'identity.name'
  | 'identity.birth-date'
  | 'identity.sex'

const required: readonly MatchCheckId[] = [
  'identity.number',
  'identity.name',
  'identity.birth-date',
  'identity.sex',
]

/** Passed checks say nothing of their persons, so that each is made once. */
const passedNumber = /* @__PURE__ */ passed('identity.number')
const passedOlderNumber = /* @__PURE__ */ passed('identity.number', {
  params: { by: 'older-number' },
})
const passedSex = /* @__PURE__ */ passed('identity.sex')
const passedNameBy = /* @__PURE__ */ eachBy('identity.name', [
  'exact',
  'tone-position',
  'without-diacritics',
  'different',
])
const passedBirthDateBy = /* @__PURE__ */ eachBy('identity.birth-date', [
  'exact',
  'compatible',
  'different',
])

function eachBy<By extends string>(
  id: MatchCheckId,
  agreements: readonly By[],
): Readonly<Record<By, Check<MatchCheckId>>> {
  const checks = agreements.map((by) => [by, passed(id, { params: { by } })])
  return Object.fromEntries(checks) as Record<By, Check<MatchCheckId>>
}

function checkNumber(claimed: IdentityFacts, registered: IdentityFacts): Check<MatchCheckId> {
  const id = 'identity.number'
  const number = claimed.number ?? ''
  if (number.trim() === '') return unknown(id, 'no-number')
  if (number === registered.number) return passedNumber
  const others = registered.otherNumbers ?? []
  return others.includes(number) ? passedOlderNumber : failed(id, 'differs')
}

function checkName(
  claimed: IdentityFacts,
  registered: IdentityFacts,
  policy: MatchPolicy,
): Check<MatchCheckId> {
  const agreement = compareNames(claimed.fullName, registered.fullName)
  return policy.name.accept.includes(agreement)
    ? passedNameBy[agreement]
    : failed('identity.name', agreement)
}

function checkBirthDate(
  claimed: IdentityFacts,
  registered: IdentityFacts,
  policy: MatchPolicy,
): Check<MatchCheckId> {
  const agreement = compareBirthDates(claimed.birthDate, registered.birthDate)
  if (policy.birthDate.accept.includes(agreement)) return passedBirthDateBy[agreement]
  return agreement === 'compatible'
    ? unknown('identity.birth-date', 'partial')
    : failed('identity.birth-date', 'differs')
}

function checkSex(claimed: IdentityFacts, registered: IdentityFacts): Check<MatchCheckId> {
  if (claimed.sex === 'unknown' || registered.sex === 'unknown') {
    return unknown('identity.sex', 'not-stated')
  }
  return claimed.sex === registered.sex ? passedSex : failed('identity.sex', 'differs')
}

/**
 * Compares a claimed identity with a registered one, field by field; never a bare score.
 *
 * `valid` means that all four fields agree by the policy. It does not establish that the person in
 * front of you is that person, nor that the register is right. `indeterminate` means that a field is
 * missing or too imprecise: not a match.
 */
export function matchPerson(
  claimed: IdentityFacts,
  registered: IdentityFacts,
  policy: MatchPolicy,
): Report<MatchCheckId> {
  const checks = [
    checkNumber(claimed, registered),
    checkName(claimed, registered, policy),
    checkBirthDate(claimed, registered, policy),
    checkSex(claimed, registered),
  ]
  return { verdict: verdictOf(checks, required), checks }
}
