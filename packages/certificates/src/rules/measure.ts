/** How large a JSON value is, and what an expression can cost. Rules come from outside and may mean harm. */

/** What an expression may be at most. The largest rule known has a few hundred nodes, 13 levels deep. */
export const logicLimits = { nodes: 10_000, depth: 64, text: 1_000 } as const

/** Steps that one evaluation may cost at most: well under a second. */
export const mostSteps = 1_000_000

interface Size {
  readonly nodes: number
  readonly depth: number
  /** Characters of the longest text or key. */
  readonly text: number
  /** Members of the longest list. */
  readonly list: number
}

interface Place {
  readonly value: unknown
  readonly depth: number
}

/** Measures without recursion and stops soon after a limit, so that depth, breadth and circles do no harm. */
export function sizeOf(whole: unknown, most: { nodes: number; depth: number }): Size {
  const open: Place[] = [{ value: whole, depth: 1 }]
  const size = { nodes: 0, depth: 0, text: 0, list: 0 }
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value, depth } = place
    size.nodes += 1
    size.depth = Math.max(size.depth, depth)
    if (size.nodes > most.nodes || size.depth > most.depth) return size
    if (typeof value === 'string') size.text = Math.max(size.text, value.length)
    if (typeof value !== 'object' || value === null) continue
    const keys = Object.keys(value)
    if (Array.isArray(value)) size.list = Math.max(size.list, value.length)
    else for (const key of keys) size.text = Math.max(size.text, key.length)
    if (keys.length > most.nodes) return { ...size, nodes: keys.length }
    for (const inner of Object.values(value) as unknown[])
      open.push({ value: inner, depth: depth + 1 })
  }
  return size
}

/** Whether an expression is within `logicLimits`. */
export function isWithinLimits(logic: unknown): boolean {
  const { nodes, depth, text } = sizeOf(logic, logicLimits)
  return nodes <= logicLimits.nodes && depth <= logicLimits.depth && text <= logicLimits.text
}

/**
 * What an expression within the limits costs at most, in steps: `reduce` alone runs a part of it several times,
 * once for each member of a list, and no list is longer than the longest that is in sight.
 */
export function costOf(logic: unknown, longest: number): number {
  if (Array.isArray(logic)) {
    return (logic as readonly unknown[]).reduce<number>((sum, one) => sum + costOf(one, longest), 1)
  }
  if (typeof logic !== 'object' || logic === null) return 1
  return Object.entries(logic).reduce((sum, [operator, values]: [string, unknown]) => {
    if (operator !== 'reduce' || !Array.isArray(values)) return sum + costOf(values, longest)
    const [operand, lambda, initial] = values as readonly unknown[]
    const once = costOf(operand, longest) + costOf(initial, longest)
    return sum + once + longest * costOf(lambda, longest)
  }, 1)
}
