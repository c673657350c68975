/** Whether an expression is CertLogic, and one that can be evaluated without harm. */
import { type Issue, issue, type Path, safePath } from '@tiemchung/core'
import { validate } from 'certlogic-js/dist/validation/index.js'
import { rulesErrors } from '../errors/rules-errors.js'
import { isImpossibleDay } from './impossible-date.js'
import { isWithinLimits } from './measure.js'

/** Units of time that a rule may add: within them no date leaves the years that a date can have. */
const mostUnits = 100_000

interface Node {
  readonly value: unknown
  readonly path: readonly unknown[]
}

/** Every part of an expression within the limits, the whole first. */
function* nodesOf(node: Node): Iterable<Node> {
  yield node
  const { value, path } = node
  if (typeof value !== 'object' || value === null) return
  const isList = Array.isArray(value)
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    yield* nodesOf({ value: inner, path: [...path, isList ? Number(key) : key] })
  }
}

function addsTooMuch(value: unknown): boolean {
  const { plusTime } = (value ?? {}) as { readonly plusTime?: unknown }
  const amount: unknown = Array.isArray(plusTime) ? plusTime[1] : undefined
  return typeof amount === 'number' && Math.abs(amount) > mostUnits
}

/**
 * The expressions that the validator finds fault with. It writes wrong operands into its messages, which an
 * object with a member `toString` does not let it: then all that is known is that there is a fault.
 */
function faulty(logic: unknown): readonly unknown[] {
  try {
    return validate(logic).map(({ expr }): unknown => expr)
  } catch {
    return [logic]
  }
}

/**
 * What is wrong with a CertLogic expression: its form by the specification, days that do not exist,
 * amounts and sizes that no rule needs. Types of operands show only when it is evaluated.
 *
 * @example
 * ```ts
 * import { checkLogic } from '@tiemchung/certificates/rules'
 * checkLogic({ '>=': [{ var: 'dn' }, 2] }) // => []
 * checkLogic({ all: [] }).length // => 1
 * ```
 */
export function checkLogic(logic: unknown, path: Path = []): readonly Issue[] {
  if (!isWithinLimits(logic)) return [issue(rulesErrors, 'certificate-rules.logic-size', { path })]
  const paths = new Map<unknown, Path>()
  const issues: Issue[] = []
  for (const node of nodesOf({ value: logic, path })) {
    const here = safePath(node.path)
    const { value } = node
    if (!paths.has(value)) paths.set(value, here)
    if (addsTooMuch(value) || (typeof value === 'string' && isImpossibleDay(value))) {
      const params = { limit: mostUnits }
      issues.push(issue(rulesErrors, 'certificate-rules.logic-date', { path: here, params }))
    }
  }
  for (const expression of faulty(logic)) {
    const at = paths.get(expression) ?? path
    issues.push(issue(rulesErrors, 'certificate-rules.logic', { path: at }))
  }
  return issues
}
