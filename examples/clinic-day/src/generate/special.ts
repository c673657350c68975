/** Children that the rates alone would not bring forth. */
import type { CivilDate } from '@tiemchung/core'
import { rightIdentity } from './identity.js'
import { hospital, station } from './place.js'
import type { EntrySlip, Facts, RowSlip, TrueChild } from './truth.js'

/** A child of another citizenship: identified by passport, not matched (8938/BYT-DP). */
export function asForeigner(child: TrueChild): TrueChild {
  const { number: _, ...facts } = { ...child.facts, fullName: 'Alex Sample Mekong' }
  const { registered: __, wrong: ___, ...bare } = child
  return {
    ...bare,
    facts,
    claimed: facts,
    identity: 'foreign',
    corrected: false,
    nationality: 'LA',
    passport: 'PA0001815',
    attendance: 'given',
    listedTwice: false,
  }
}

/** Only the year of birth is on the papers and in the register: surely of age, or not surely. */
export function yearOnly(child: TrueChild, day: CivilDate): TrueChild {
  const year = Number(day.slice(0, 4))
  const unsure = child.eligibility === 'unknownAge'
  const wanted = unsure ? year - 5 : Number(child.facts.birthDate.slice(0, 4))
  const sure = child.eligibility === 'eligible' && wanted > year - 12 && wanted < year - 5
  if (child.identity !== 'correct' || !(unsure || sure)) return child
  const facts = { ...child.facts, birthDate: String(wanted) }
  return { ...child, facts, ...rightIdentity(facts) }
}

const entrySlips: readonly EntrySlip[] = ['volume', 'lot', 'date', 'product']

/** What is typed wrong for the so-manieth wrong entry: every kind in turn, every second round put right. */
export function entrySlipAt(count: number): NonNullable<TrueChild['entry']> {
  const slip = entrySlips[count % entrySlips.length] ?? 'volume'
  return { slip, corrected: Math.floor(count / entrySlips.length) % 2 === 1 }
}

/** Every other refused row has an impossible birth date, the others a sex that the template does not know. */
export const rowSlipAt = (count: number): RowSlip => (count % 2 === 0 ? 'birth-date' : 'sex')

/** Vaccinated for the second time by a facility that signs, with papers in order. */
function isQuiet(child: TrueChild): boolean {
  return (
    child.attendance === 'given' &&
    child.doses.length === 1 &&
    child.identity === 'correct' &&
    (child.facility === station || child.facility === hospital) &&
    child.guardian !== undefined &&
    child.entry === undefined &&
    child.rowSlip === undefined &&
    !child.listedTwice &&
    child.facts.birthDate.length === 10
  )
}

/**
 * Two parents report: for one child list and register agree on the wrong sex, for the other on nothing.
 * Where there are no two such children, nobody reports.
 */
export function withFeedback(children: readonly TrueChild[]): readonly TrueChild[] {
  const quiet = children.filter(isQuiet)
  const wrongSex = quiet[Math.min(10, quiet.length - 2)]
  const wrongDate = quiet[Math.min(20, quiet.length - 1)]
  if (wrongSex === undefined || wrongDate === undefined) return children
  return children.map((child) => {
    if (child === wrongDate) return { ...child, feedback: 'wrong-date' }
    return child === wrongSex ? withWrongSex(child) : child
  })
}

function withWrongSex(child: TrueChild): TrueChild {
  const sex = child.facts.sex === 'male' ? 'female' : 'male'
  const claimed: Facts = { ...child.facts, sex }
  return {
    ...child,
    feedback: 'wrong-sex',
    claimed,
    registered: { ...claimed, unverifiable: false },
  }
}
