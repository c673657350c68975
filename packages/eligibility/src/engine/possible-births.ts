/** Which days of birth stand for all that a partial birth date allows. */
import type { Duration } from '@tiemchung/core'
import type { Plan, PlanDose } from '../policy-set/compile.js'
import type { PlanAgeMark } from '../policy-set/compile-course.js'
import type { PolicySet } from '../policy-set/define.js'
import type { ReadSubject } from '../subject/read.js'
import { addToDay, type Calendar, type Day } from './days.js'

/** An age that a policy asks for, and the days by which it may be missed. */
interface Age {
  readonly age: Duration
  readonly overflow: Calendar['monthOverflow']
  readonly graceDays: number
}

const newborn: Age = { age: { months: 0, days: 0 }, overflow: 'forward', graceDays: 0 }

/** The ages that the rows of a dose ask for. */
function agesOfDose({ ages, uses, accepts, skips, offers = [] }: PlanDose): PlanAgeMark[] {
  const mark = (age: Duration, graceDays = 0): PlanAgeMark => ({ age, graceDays })
  return [
    ...ages.flatMap(({ from, countsFrom, graceDays, before }) => [
      mark(from),
      mark(countsFrom, graceDays),
      ...(before === undefined ? [] : [mark(before)]),
    ]),
    ...[...uses.values()].flatMap(({ from, before }) => [mark(from), mark(before)]),
    ...[...(accepts?.values() ?? [])].flatMap(({ from, graceDays, before }) => [
      mark(from),
      mark(from, graceDays),
      mark(before),
    ]),
    ...[...skips, ...offers]
      .flatMap(({ anyOf }) => anyOf.flat())
      .flatMap((one) => {
        if (one.kind === 'sinceLast' || one.kind === 'fact') return []
        const { from, before } = one.kind === 'age' ? one : one.ages
        return [mark(from, one.graceDays), mark(before)]
      }),
  ]
}

function agesOf({ ages, calendar, products, doses }: Plan): Age[] {
  const overflow = calendar.monthOverflow
  const at = (age: Duration, graceDays = 0): Age => ({ age, overflow, graceDays })
  return [
    at(ages.from),
    at(ages.before),
    ...products.flatMap(({ counts, use, graceDays }) => [
      at(counts.from),
      at(counts.from, graceDays),
      at(counts.before),
      ...(use === null ? [] : [at(use.from), at(use.before)]),
    ]),
    ...doses.flatMap(agesOfDose).map(({ age, graceDays }) => at(age, graceDays)),
  ]
}

/** The last day of birth, of those in `[first, last]`, at which an age is reached by a day. */
function lastReaching({ age, overflow, graceDays }: Age, day: Day, first: Day, last: Day): Day {
  let low = first - 1
  let high = last
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (addToDay(middle, age, overflow) <= day + graceDays) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * The day of birth, when it is known. Else the first and the last that are possible, and between them
 * both sides of every day at which somebody born then would be of another age, for some policy, on the
 * day of a dose or on the day that is judged: those at both ends may agree where one in between does not.
 */
export function possibleBirths(
  set: PolicySet,
  { births: [first, last], doses }: ReadSubject,
  on: Day,
): readonly [Day, ...Day[]] {
  if (last === undefined) return [first]
  const plans = set.programs.flatMap((program) => program.plans)
  const ages = [newborn, ...plans.flatMap(agesOf)]
  const between = new Set<Day>()
  for (const day of new Set([on, ...doses.map((dose) => dose.day)])) {
    for (const age of ages) {
      const reaching = lastReaching(age, day, first, last)
      for (const birth of [reaching, reaching + 1]) {
        if (birth > first && birth < last) between.add(birth)
      }
    }
  }
  return [first, ...[...between].sort((one, other) => one - other), last]
}
