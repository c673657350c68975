import * as fc from 'fast-check'
import { confirmFirst, sequences } from './commands.js'
import { morning, type Platform } from './platform.js'
import { Reference } from './reference.js'

/**
 * Runs sequences against the platform and the reference; a sequence that does not come out alike is made as
 * short as it can be, and thrown.
 */
export async function runModel(
  platform: Platform,
  { runs, seed }: { readonly runs: number; readonly seed?: number },
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1
  }
  const first = fc.record({
    named: fc.boolean(),
    confirmed: fc.constantFrom(true, true, true, false),
  })
  const property = fc.asyncProperty(sequences, first, async (commands, { named, confirmed }) => {
    platform.sandbox.setClock(new Date(morning))
    const real = { platform, item: await platform.report(named), count }
    const model = new Reference(morning, named)
    if (confirmed) await confirmFirst(model, real)
    await fc.asyncModelRun(() => ({ model, real }), commands)
    count('sequences')
  })
  await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) })
  return counts
}
