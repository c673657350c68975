import process from 'node:process'
import type { SandboxDatabase } from '@tiemchung/sandbox'
import { type Account, type LongRun, must } from '../long-run.js'
import { randomOf } from '../random.js'
import { Platform } from './platform.js'
import { runModel } from './run-model.js'

const account = (counts: Readonly<Record<string, number>>): Account => ({
  short: `${counts['sequences'] ?? 0} sequences`,
  lines: Object.entries(counts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, count]) => `  ${String(count).padStart(7)} ${name}`),
  faults: [],
})

const runOn = (
  id: string,
  where: string,
  cases: number,
  database: () => SandboxDatabase,
): LongRun => ({
  id,
  title: `the life of feedback against a reference, ${where}: states, clocks, conflicts`,
  cases,
  cpuMs: Number.POSITIVE_INFINITY,
  heapMb: 200,
  open: async (seed) => {
    const platform = await Platform.open(database())
    return {
      one: async (index) => {
        const drawn = randomOf(seed, 'feedback-model', index).below(0x7fffffff)
        return { end: 'value', counts: await runModel(platform, { runs: 1, seed: drawn }) }
      },
      close: () => platform.sandbox.close(),
    }
  },
  account,
})

const serverUrl = (): string => process.env['DATABASE_URL'] ?? ''
const noServer = 'DATABASE_URL names no PostgreSQL server'

function server(): SandboxDatabase {
  const url = serverUrl()
  must(url !== '', noServer)
  return { url }
}

/** Random lives of feedback items, in memory. */
export const feedbackModel = runOn('feedback-model', 'in memory', 10_000, () => 'memory')
/** The same on the server that DATABASE_URL names. */
export const feedbackModelServer: LongRun = {
  ...runOn('feedback-model-server', 'on PostgreSQL', 1000, server),
  absent: () => (serverUrl() === '' ? noServer : undefined),
}
