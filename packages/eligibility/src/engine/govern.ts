/** Which version of which policy speaks on a day. */
import type { Plan } from '../policy-set/compile.js'
import type { PolicySet, Program } from '../policy-set/define.js'
import { addToDay, type Day } from './days.js'

/** The policy that speaks on a day, and whether it is about this person on that day. */
export interface Governing {
  readonly plan: Plan
  /** `below` and `above`: no policy of the set is about this age; the nearest one speaks. */
  readonly age: 'below' | 'within' | 'above'
  /** False before the first version, after the last, and in between none. */
  readonly inForce: boolean
}

/** Days `[from, end)` on which a person is of a policy's age. */
export interface Band {
  readonly from: Day
  readonly end: Day
}

/** The days on which a person is of the policy's age. */
function bandOf({ ages, calendar }: Plan, birth: Day): Band {
  const overflow = calendar.monthOverflow
  return {
    from: addToDay(birth, ages.from, overflow),
    end: addToDay(birth, ages.before, overflow),
  }
}

/** The bands of one person that were worked out so far: plans that say the same share theirs. */
export interface Bands {
  readonly birth: Day
  /** By the sense of the plan. */
  readonly bands: Band[]
}

/** Bands of a person, none worked out yet. */
export const bandsFor = (birth: Day): Bands => ({ birth, bands: [] })

/** The days on which the person is of the policy's age. */
export function bandIn({ birth, bands }: Bands, plan: Plan): Band {
  const known = bands[plan.sense]
  if (known !== undefined) return known
  const band = bandOf(plan, birth)
  bands[plan.sense] = band
  return band
}

/** The version in force on a day; the nearest earlier one, or the first, where none is. */
function versionAt({ plans }: Program, day: Day): Plan {
  let version = plans[0]
  for (const plan of plans) if (plan.from <= day) version = plan
  return version
}

/** The policy that speaks about a person on a day. */
export function governingOn(set: PolicySet, known: Bands, day: Day): Governing {
  let nearest: Governing | undefined
  for (const program of set.programs) {
    const plan = versionAt(program, day)
    const inForce = plan.from <= day && day < plan.end
    const band = bandIn(known, plan)
    if (day < band.from) return nearest ?? { plan, age: 'below', inForce }
    if (day < band.end) return { plan, age: 'within', inForce }
    nearest = { plan, age: 'above', inForce }
  }
  return nearest as Governing
}

/** The version of one policy that speaks on a day. */
export function planOf(set: PolicySet, id: string, day: Day): Plan {
  return versionAt(set.programs.find((program) => program.id === id) as Program, day)
}

/** Puts a day into its place, once. */
export function insertDay(days: Day[], day: Day): void {
  let place = days.length
  while (place > 0 && (days[place - 1] as Day) > day) place--
  if (days[place - 1] === day) return
  for (let last = days.length; last > place; last--) days[last] = days[last - 1] as Day
  days[place] = day
}

/** Every day from `start` on at which another policy, version or age may begin to count. */
export function governingCuts(set: PolicySet, known: Bands, start: Day): Day[] {
  const cuts = [start]
  const add = (day: Day) => {
    if (day > start && day < Number.POSITIVE_INFINITY) insertDay(cuts, day)
  }
  let sense: number | undefined
  for (const { plans } of set.programs) {
    for (let place = 0; place < plans.length; place++) {
      const plan = plans[place] as Plan
      const next = plans[place + 1]
      // A version whose successor is there by then has nothing to say any more.
      if (next !== undefined && next.from <= start) continue
      add(plan.from)
      add(plan.end)
      if (plan.sense === sense) continue
      sense = plan.sense
      const band = bandIn(known, plan)
      add(band.from)
      add(band.end)
    }
  }
  return cuts
}
