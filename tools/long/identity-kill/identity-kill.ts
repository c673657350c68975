import type { Account, LongRun } from '../long-run.js'
import { randomOf } from '../random.js'
import { askKilled } from './ask-killed.js'

const account = (counts: Readonly<Record<string, number>>): Account => ({
  short: `${counts['people'] ?? 0} people, ${counts['kills'] ?? 0} kills`,
  lines: Object.entries(counts).map(([name, count]) => `  ${String(count).padStart(7)} ${name}`),
  faults: [],
})

/** A hundred thousand people asked about, by a program that is killed at fifty moments. */
export const identityKill: LongRun = {
  id: 'identity-kill',
  title: 'a list of identities over faults and kills: no answer lost, no question asked twice',
  // One list, which takes some minutes: it is not shorter at a smaller share.
  cases: 1,
  processes: 1,
  cpuMs: Number.POSITIVE_INFINITY,
  heapMb: 200,
  open: (seed) =>
    Promise.resolve({
      one: async (index) => {
        const random = randomOf(seed, 'identity-kill', index)
        return { end: 'value', counts: await askKilled({ people: 100_000, kills: 50 }, random) }
      },
    }),
  account,
}
