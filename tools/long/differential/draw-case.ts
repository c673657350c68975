/** A case by seed and number: a shape, a chain in it, and one change or none. */
import { randomOf } from '../random.js'
import { drawCase, drawFrom, drawShape } from './draw-chain.js'
import { faults, none } from './faults/all.js'
import type { Fault } from './faults/fault.js'
import type { CasePlan } from './plan.js'

/** The id of the run, by which its draws are its own. */
export const runId = 'differential'

/** A case, planned. */
export interface Drawn {
  readonly fault: Fault
  readonly plan: CasePlan
}

/** Every fifth case is left as it is; the others take the changes in turn, so that none is rare. */
function faultOf(index: number): Fault {
  if (index % 5 === 0) return none
  return faults[(index - Math.ceil(index / 5)) % faults.length] ?? none
}

/** Draws a case. */
export function drawNumber(seed: number, index: number): Drawn {
  const random = randomOf(seed, runId, index)
  const fault = faultOf(index)
  const draw = drawFrom(random)
  const needs = typeof fault.needs === 'function' ? fault.needs(draw) : fault.needs
  const plan = drawCase(draw, { ...drawShape(random), ...needs })
  fault.change(plan, draw)
  return { fault, plan }
}
