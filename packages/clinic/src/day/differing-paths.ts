import type { JsonValue } from '@tiemchung/core'

type Loose = Readonly<Record<string, JsonValue | undefined>>

const isObject = (value: JsonValue | undefined): value is Loose =>
  typeof value === 'object' && value !== null

function collect(
  one: JsonValue | undefined,
  other: JsonValue | undefined,
  path: string,
  found: string[],
): void {
  if (one === other) return
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) {
    found.push(path)
    return
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    collect(one[key], other[key], path === '' ? key : `${path}.${key}`, found)
  }
}

/** Where two values differ: paths such as `dose.lot` or `priorDoses.0.date`, in order, without any value. */
export function differingPaths(one: JsonValue, other: JsonValue): readonly string[] {
  const found: string[] = []
  collect(one, other, '', found)
  return found.sort()
}
