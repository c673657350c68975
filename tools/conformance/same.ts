const entriesOf = (value: object): readonly (readonly [unknown, unknown])[] =>
  value instanceof Map ? [...(value as Map<unknown, unknown>)] : Object.entries(value)

function sameObject(left: object, right: object): boolean {
  if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false
  const [own, other] = [entriesOf(left), entriesOf(right)]
  const found = new Map(other)
  return (
    own.length === other.length &&
    own.every(([key, value]) => found.has(key) && same(value, found.get(key)))
  )
}

/** Whether two values are alike to the last member, on any host. */
export function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (typeof left !== 'object' || typeof right !== 'object') return false
  return left !== null && right !== null && sameObject(left, right)
}
