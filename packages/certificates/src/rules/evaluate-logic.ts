import { type CertLogicExpression, evaluate } from 'certlogic-js'
import { costOf, isWithinLimits, mostSteps, sizeOf } from './measure.js'

/** Why an expression has no value. */
export type LogicFault = 'logic-too-large' | 'logic-too-costly' | 'logic-threw'

/** The value of an expression, or why there is none. */
export type LogicOutcome =
  | { readonly outcome: 'value'; readonly value: unknown }
  | { readonly outcome: 'fault'; readonly reason: LogicFault }

/** Data beyond this has lists of any length. */
const dataLimits = { nodes: 1_000_000, depth: 1_000 }

/** Characters that an operation on text may look at in one step. */
const textOfStep = 100

/** What an expression costs over this data at most; infinite when the data is too large to tell. */
function costOver(logic: unknown, data: unknown): number {
  const { nodes, depth, list, text } = sizeOf(data, dataLimits)
  if (nodes > dataLimits.nodes || depth > dataLimits.depth) return Number.POSITIVE_INFINITY
  const own = sizeOf(logic, dataLimits)
  const step = Math.max(1, Math.ceil(text / textOfStep))
  return step * costOf(logic, Math.max(list, own.list))
}

/**
 * The value of a CertLogic expression over data, or the fault that kept it from having one.
 *
 * It never throws and never runs long: size, depth and cost are measured first. What went wrong inside
 * is left out, as sentences of the interpreter repeat the data.
 *
 * @example
 * ```ts
 * import { evaluateLogic } from '@tiemchung/certificates/rules'
 * evaluateLogic({ '>=': [{ var: 'dn' }, { var: 'sd' }] }, { dn: 2, sd: 2 })
 * // => { outcome: 'value', value: true }
 * ```
 */
export function evaluateLogic(logic: unknown, data: unknown): LogicOutcome {
  if (!isWithinLimits(logic)) return { outcome: 'fault', reason: 'logic-too-large' }
  if (!(costOver(logic, data) <= mostSteps)) {
    return { outcome: 'fault', reason: 'logic-too-costly' }
  }
  try {
    const value: unknown = evaluate(logic as CertLogicExpression, data)
    return { outcome: 'value', value }
  } catch {
    return { outcome: 'fault', reason: 'logic-threw' }
  }
}
