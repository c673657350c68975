/** Every duration of the routine programme, moved by a day, changes an answer or is refused. */
import { addDays, addMonths, type CivilDate } from '@tiemchung/core'
import { describe } from 'vitest'
import { child, civil } from '../engine/people.fixture.js'
import type { EligibilityPolicy } from '../policy/format.js'
import { type Case, checkDurations } from './mutants.fixture.js'
import { routineChildhood2024 } from './routine-2024.js'

const day = civil('2031-10-15')
const courses = ['dpt-hepb-hib', 'dpt-hepb-hib', 'dpt-hepb-hib', 'dpt', 'td']

/** So many doses of the course, the last of them on a day. */
function begun(count: number, end: CivilDate): string[] {
  return courses
    .slice(0, count)
    .map((product, at) => `${addMonths(end, (at + 1 - count) * 2)} ${product}`)
}

/** Asked for, and given on that day by each vaccine. */
function asked(birth: CivilDate, doses: readonly string[], products: readonly string[]): Case[] {
  const of = (...more: string[]): Case => [child(birth, [...doses, ...more], { facts: {} }), day]
  return [of(), ...products.map((product) => of(`${day} ${product}`))]
}

function casesOf({ products }: EligibilityPolicy): Case[] {
  const ids = products.map(({ id }) => id)
  const births = [0, 1, 2, 3, 4, 5, 18, 84].flatMap((months) =>
    [-2, -1, 0, 1].map((late) => addDays(addMonths(day, -months), late)),
  )
  const waits = [0, 1].map((late) => addDays(addMonths(day, -1), late))
  return births.flatMap((birth) => [
    ...asked(birth, [], ids),
    ...waits.flatMap((end) => [
      ...asked(birth, [`${end} other`], ids),
      ...[1, 2, 3, 4].flatMap((count) => [
        ...asked(birth, begun(count, end), ids),
        ...asked(birth, [...begun(count, addDays(end, -40)), `${end} other`], ids),
      ]),
    ]),
  ])
}

/** What no history can use, with the reason. */
const unusable: Readonly<Record<string, readonly string[]>> = {
  // A dose before birth is no dose.
  'vn.routine.hepb-birth': ['products.0.counts.graceDays'],
  'vn.routine.bcg': ['products.0.counts.graceDays'],
  // Two months of age are long past a month after a dose that counted.
  'vn.routine.dpt': [1, 2].map((dose) => `series.0.doses.${dose}.ages.0.graceDays`),
}

describe.each(routineChildhood2024.map((policy) => [policy.id, policy] as const))(
  '%s',
  (_, policy) => {
    const unused = (unusable[policy.id] ?? []).map((path) => `${policy.version} ${path}`)
    checkDurations([policy], casesOf, new Set(unused))
  },
)
