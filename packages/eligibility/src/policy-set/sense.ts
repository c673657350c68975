/** Which versions say the same: most differ in words and citations alone. */
import type { Plan } from './compile.js'

/** Members that say a rule in words, or what it rests on. */
const words: ReadonlySet<string> = new Set([
  'version',
  'name',
  'says',
  'grounds',
  'ageGrounds',
  'headGrounds',
  'countsGrounds',
  'screeningGrounds',
])

function plain(key: string, value: unknown): unknown {
  if (words.has(key)) return undefined
  if (value instanceof Set || value instanceof Map) return [...value]
  // JSON has no ends of time.
  return typeof value === 'number' ? String(value) : value
}

/** All that a version says of people, as a text: equal where two versions of a policy judge alike. */
export function senseOf(plan: Omit<Plan, 'sense'>): string {
  return JSON.stringify({ ...plan, from: undefined, end: undefined }, plain)
}
