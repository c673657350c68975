function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

const namesOf = (value: Readonly<Record<string, unknown>>) =>
  Object.keys(value).filter((name) => value[name] !== undefined)

/** Whether two values are the same JSON, members that are undefined left out, whatever their order. */
export function isSameJson(left: unknown, right: unknown): boolean {
  if (!isObject(left) || !isObject(right)) return left === right
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const names = namesOf(left)
  if (names.length !== namesOf(right).length) return false
  return names.every((name) => Object.hasOwn(right, name) && isSameJson(left[name], right[name]))
}
