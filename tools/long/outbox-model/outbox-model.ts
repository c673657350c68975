import type { Account, LongRun, Outcome } from '../long-run.js'
import { randomOf } from '../random.js'
import { storeKinds } from './office.js'
import { runModel } from './run-model.js'

const account = (counts: Readonly<Record<string, number>>): Account => ({
  short: `${counts['sequences'] ?? 0} sequences`,
  lines: Object.entries(counts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, count]) => `  ${String(count).padStart(8)} ${name}`),
  faults: [],
})

/** Random lives of an outbox, on stores in memory and in files by turns. */
export const outboxModel: LongRun = {
  id: 'outbox-model',
  title:
    'the life of an outbox against a reference: edits, crashes, clocks, faults; nothing lost, nothing doubled',
  cases: 10_000,
  cpuMs: Number.POSITIVE_INFINITY,
  heapMb: 100,
  open: (seed) =>
    Promise.resolve({
      one: async (index): Promise<Outcome> => {
        const drawn = randomOf(seed, 'outbox-model', index).below(0x7fffffff)
        const kind = storeKinds[index % storeKinds.length] ?? 'memory'
        return { end: 'value', counts: await runModel(kind, { runs: 1, seed: drawn }) }
      },
    }),
  account,
}
