import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account, LongRun } from '../long-run.js'
import { randomOf } from '../random.js'
import { bundle, makeFacility, signKilled, type SignOrdeal } from './sign-killed.js'

const account = (counts: Readonly<Record<string, number>>): Account => ({
  short: `${counts['records signed'] ?? 0} records, ${counts['kills'] ?? 0} kills`,
  lines: Object.entries(counts).map(([name, count]) => `  ${String(count).padStart(7)} ${name}`),
  faults: [],
})

const kinds: readonly Omit<SignOrdeal, 'kills'>[] = [
  { mode: 'records', at: 'provider' },
  { mode: 'seal', at: 'provider' },
  { mode: 'records', at: 'own-key' },
  { mode: 'seal', at: 'own-key' },
]

/** Days that are signed by clinics killed at any moment: 40 days of 5 kills. */
export const signKill: LongRun = {
  id: 'sign-kill',
  title: 'days signed over kills: nothing signed twice, nothing lost, resumed every time',
  cases: 40,
  cpuMs: Number.POSITIVE_INFINITY,
  heapMb: 100,
  open: async (seed) => {
    const root = await mkdtemp(join(tmpdir(), 'tiemchung-sign-kill-'))
    const world = { program: await bundle(root), facility: await makeFacility(root) }
    return {
      one: async (index) => {
        const random = randomOf(seed, 'sign-kill', index)
        const folder = join(root, `day-${index}`)
        const ordeal = { ...(kinds[index % kinds.length] as SignOrdeal), kills: 5 }
        try {
          return { end: 'value', counts: await signKilled(folder, world, ordeal, random) }
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      },
      close: () => rm(root, { recursive: true, force: true }),
    }
  },
  account,
}
