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

/** The days on which a person is of the policy's age. */
export function bandOf(plan: Plan, birth: Day): { readonly from: Day; readonly end: Day } {
  const overflow = plan.calendar.monthOverflow
  return {
    from: addToDay(birth, plan.ages.from, overflow),
    end: addToDay(birth, plan.ages.before, overflow),
  }
}

/** The version in force on a day; the nearest earlier one, or the first, where none is. */
function versionAt(program: Program, day: Day): Plan {
  return program.plans.findLast((plan) => plan.from <= day) ?? program.plans[0]
}

/** The policy that speaks about a person on a day. */
export function governingOn(set: PolicySet, birth: Day, day: Day): Governing {
  let nearest: Governing | undefined
  for (const program of set.programs) {
    const plan = versionAt(program, day)
    const inForce = plan.from <= day && day < plan.end
    const band = bandOf(plan, birth)
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

/** Every day from `start` on at which another policy, version or age may begin to count. */
export function governingCuts(set: PolicySet, birth: Day, start: Day): Day[] {
  const cuts = new Set<Day>([start])
  for (const program of set.programs) {
    for (const plan of program.plans) {
      const band = bandOf(plan, birth)
      for (const cut of [plan.from, plan.end, band.from, band.end]) {
        if (cut > start && Number.isFinite(cut)) cuts.add(cut)
      }
    }
  }
  return [...cuts].sort((left, right) => left - right)
}
