import { addDays, type CivilDate } from '@tiemchung/core'
import { attendanceFor, birthDateFor, dosesFor } from './eligibility.js'
import { identityFor, type IdentityKind, numberFor } from './identity.js'
import { inventName, type Sex } from './names.js'
import { outpost, place, station } from './place.js'
import type { Dice } from './random.js'
import { assumed } from './rates.js'
import type { EligibilityClass, Facts, TrueChild } from './truth.js'

/** What the children of one truth share. */
export interface Making {
  readonly dice: Dice
  readonly day: CivilDate
  /** Personal numbers in use. */
  readonly taken: Set<string>
}

/** What is decided of a child before it is made. */
export interface Plan {
  readonly index: number
  readonly key: string
  readonly kind: EligibilityClass
  readonly identity: IdentityKind
  /** Whether the child comes for dose 2; by chance when it is not said. */
  readonly due?: boolean
}

/** The list that a child of the commune stands in, and its class or group there. */
function listFor(
  facts: Facts,
  index: number,
): Pick<TrueChild, 'list' | 'group' | 'facility' | 'commune'> {
  const { elsewhere, outOfSchool } = assumed.oneIn
  const commune = index % elsewhere === 5 ? place.neighbour : place.commune
  if (index % outOfSchool === 3) {
    return { list: 'out-of-school', group: 'Ngoài trường học', facility: outpost, commune }
  }
  const schoolYear = 2021
  const grade = schoolYear - Number(facts.birthDate.slice(0, 4)) - 5
  if (grade < 1) return { list: 'kindergarten', group: 'Mầm non', facility: station, commune }
  const group = `Lớp ${Math.min(6, grade)}${'ABC'[index % 3]}`
  return { list: 'school', group, facility: station, commune }
}

function guardianFor({ dice }: Making, index: number): NonNullable<TrueChild['guardian']> {
  return {
    fullName: inventName(dice, index % 2 === 0 ? 'female' : 'male'),
    relationship: index % 2 === 0 ? 'mother' : 'father',
    phone: `09${String(10_000_000 + index * 7919).slice(-8)}`,
  }
}

const consentOf = (kind: EligibilityClass): TrueChild['consent'] => {
  if (kind === 'consentRefused') return 'refused'
  return kind === 'needsConsent' ? 'none' : 'agreed'
}

/** What the family and the doctor say, so that the policies come to the planned answer. */
function healthOf({ dice, day }: Making, { kind, due: planned }: Plan) {
  const due = kind === 'eligible' && (planned ?? dice.next() < assumed.dueForDose2)
  return {
    consent: consentOf(kind),
    ...(kind === 'infected' ? { infection: addDays(day, -dice.between(10, 80)) as string } : {}),
    acuteDisease: kind === 'deferred',
    anaphylaxis: kind === 'contraindicated',
    doses: dosesFor(dice, day, kind, due),
    eligibility: kind,
    ...(kind === 'eligible' ? { attendance: attendanceFor(dice) } : {}),
  }
}

/** A child with facts, papers, list and register. */
export function makeChild(making: Making, plan: Plan): TrueChild {
  const { dice, day, taken } = making
  const { index, key, kind } = plan
  const sex: Sex = dice.next() < 0.52 ? 'male' : 'female'
  const bare = {
    fullName: inventName(dice, sex),
    birthDate: birthDateFor(dice, day, kind) as string,
    sex,
  }
  const facts: Facts = { ...bare, number: numberFor(dice, bare, taken) }
  const guardian = guardianFor(making, index)
  return {
    key,
    ...listFor(facts, index),
    facts,
    ...identityFor(dice, facts, plan.identity, taken),
    nationality: 'VN',
    ...(dice.next() < assumed.guardianMissing ? {} : { guardian }),
    ...healthOf(making, plan),
    listedTwice: dice.next() < assumed.listedTwice,
  }
}
