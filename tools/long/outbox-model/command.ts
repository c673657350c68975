/** A command of the model, and what all of them share. */
import type { Operation, RecordCase } from '@tiemchung/clinic'
import { isSdkError } from '@tiemchung/core'
import * as fc from 'fast-check'
import type { Crash } from './crashing-store.js'
import type { Office } from './office.js'
import type { Entry, Reference } from './reference.js'
import { type Payload, verdicts } from './server.js'

/** The office, and what is counted. */
export interface Real {
  readonly office: Office
  readonly count: (what: string) => void
}

/** A command. */
export type Command = fc.AsyncCommand<Reference, Real>

/** The collection of operations. */
export const collection = 'outbox'

/** The operations that the disk has, past any program. */
export async function onDisk({ store }: Office): Promise<readonly Operation[]> {
  return (await store.all(collection)).map(({ value }) => value as unknown as Operation)
}

/** The records that the disk has. */
export async function recordsOnDisk({ store }: Office): Promise<readonly RecordCase[]> {
  return (await store.all('record')).map(({ value }) => value as unknown as RecordCase)
}

/** Enters into the reference what was queued since, and gives it. */
export function takeIn(model: Reference, disk: readonly Operation[]): readonly Operation[] {
  const fresh = disk.slice(model.entries.length)
  for (const one of fresh) model.add(one)
  return fresh
}

/** A command that is counted, and after which the office must be as the reference says. */
export function command(
  name: string,
  run: (model: Reference, real: Real) => Promise<void>,
): Command {
  return {
    check: () => true,
    toString: () => name,
    run: async (model, real) => {
      real.count(name.split(' ')[0] ?? '')
      await run(model, real)
      const operations = await onDisk(real.office)
      model.adopt(operations, real.office.server)
      model.records.adopt(await recordsOnDisk(real.office), operations, model)
    },
  }
}

/** Runs something and gives the code by which it is refused, or `done`. A write that was not kept is no refusal. */
export async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (caught) {
    if (isSdkError(caught) && caught.code !== 'clinic.outbox.not-kept') return caught.code
    throw caught
  }
}

/** The code by which a revision is refused; undefined when it is not. */
export function refusalOf({ signed, state }: Entry): string | undefined {
  if (signed) return 'clinic.signed'
  if (state === 'conflict') return 'clinic.outbox.conflict'
  return state === 'acknowledged' || state === 'settled' ? 'clinic.outbox.closed' : undefined
}

/** Something that is there every so many times. */
export const oneIn = <Value>(
  times: number,
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Value | undefined> =>
  fc.oneof(
    { weight: times - 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: value },
  )

/** Which of the things that are there. */
export const index = fc.nat({ max: 30 })

/** What is queued or entered. */
export const payload: fc.Arbitrary<Payload> = fc.record({
  verdict: fc.constantFrom(...verdicts, 'fine' as const, 'fine' as const),
  words: fc.nat({ max: 1000 }),
})

/** Whether and when the program is gone. */
export const crash: fc.Arbitrary<Crash | undefined> = oneIn(
  3,
  fc.record({ after: fc.nat({ max: 6 }), kept: fc.boolean() }),
)
