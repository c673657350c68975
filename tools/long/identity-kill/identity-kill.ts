import type { Account, LongRun } from '../long-run.js'
import { randomOf } from '../random.js'
import { askKilled, type Ordeal } from './ask-killed.js'

const account = (counts: Readonly<Record<string, number>>): Account => ({
  short: `${counts['people'] ?? 0} people, ${counts['kills'] ?? 0} kills`,
  lines: Object.entries(counts).map(([name, count]) => `  ${String(count).padStart(7)} ${name}`),
  faults: [],
})

/** A small list first, for small shares of the run; then a hundred thousand people and fifty kills. */
const ordeals: readonly Ordeal[] = [
  { people: 5000, kills: 5 },
  { people: 100_000, kills: 50 },
]

/** Lists of people asked about by a program that is killed again and again. */
export const identityKill: LongRun = {
  id: 'identity-kill',
  title: 'a list of identities over faults and kills: no answer lost, no question asked twice',
  cases: ordeals.length,
  cpuMs: Number.POSITIVE_INFINITY,
  patienceMs: 3_600_000,
  heapMb: 200,
  open: (seed) =>
    Promise.resolve({
      one: async (index) => {
        const ordeal = ordeals[index] ?? { people: 5000, kills: 5 }
        const random = randomOf(seed, 'identity-kill', index)
        return { end: 'value', counts: await askKilled(ordeal, random) }
      },
    }),
  account,
}
