import * as fc from 'fast-check'
import { must } from '../long-run.js'
import { onDisk } from './command.js'
import { sequences } from './commands.js'
import { newSigner } from './day.js'
import { finish } from './day-commands.js'
import { Office, type StoreKind } from './office.js'
import { Reference } from './reference.js'

/** All is well again: everything comes to the end that the reference says, and the platform has what it has. */
async function heal(model: Reference, office: Office): Promise<void> {
  const today = new Date('2022-05-20T14:00:00Z').getTime()
  office.clock.advance(Math.max(0, today - office.clock.now().getTime()))
  await finish(model, office)
  await office.live(undefined, (outbox) => outbox.drain({ untilSettled: true }))
  const operations = await onDisk(office)
  model.adopt(operations, office.server)
  model.settle()
  const [is, shouldBe] = [operations, model.entries].map((list) => list.map(({ state }) => state))
  must(String(is) === String(shouldBe), `it ends as ${String(is)}, not as ${String(shouldBe)}`)
  for (const { id, state, tampered } of model.entries) {
    const there = office.server.taken.has(id)
    must(!there || state === 'acknowledged' || tampered, 'it is there, and not acknowledged')
    must(there || state !== 'acknowledged', 'it is acknowledged, and not there')
  }
}

/**
 * Runs sequences against an outbox and the reference; one that does not come out alike is made as short as it can be, and
 * thrown.
 */
export async function runModel(
  kind: StoreKind,
  { runs, seed }: { readonly runs: number; readonly seed?: number },
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  const count = (what: string, times = 1) => {
    counts[what] = (counts[what] ?? 0) + times
  }
  const signer = await newSigner()
  const property = fc.asyncProperty(sequences, async (commands) => {
    const office = await Office.open(kind, signer)
    const model = new Reference()
    try {
      await fc.asyncModelRun(() => ({ model, real: { office, count } }), commands)
      await heal(model, office)
      count('sequences')
      count('operations', model.entries.length)
      const { all } = model.records
      count('records signed', all.filter(({ signed }) => signed !== undefined).length)
      count('amendments', all.filter(({ amends }) => amends !== undefined).length)
      count('requests', office.server.requests)
      count('crashes', office.crashes)
    } finally {
      await office.close()
    }
  })
  await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) })
  return counts
}
