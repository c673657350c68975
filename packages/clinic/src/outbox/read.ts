/** Operations as they are read from a store, and changes that rest on what was read. */
import { hasCode, InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Change, Store } from '../store/store.js'
import { expectedOf, type Operation, outboxCollection } from './operation.js'

/** An operation, if it is there. */
export async function find(store: Store, id: string): Promise<Operation | undefined> {
  return (await store.get(outboxCollection, id)) as unknown as Operation | undefined
}

/** Every operation, in the order in which they were queued. */
export async function allOperations(store: Store): Promise<readonly Operation[]> {
  return (await store.all(outboxCollection)).map(({ value }) => value as unknown as Operation)
}

/** What becomes of an operation: the changes to make, and what to answer. */
export interface Step<Answer> {
  readonly changes: readonly Change[]
  readonly answer: Answer
}

/** So often somebody may come between before it is said; each time somebody else has made progress. */
const mostTries = 100

/**
 * Reads an operation and changes it, if it still stands as it was read; otherwise reads it again.
 *
 * @throws InputError `clinic.outbox.unknown`; what `step` throws; `clinic.store.changed` when others never stop
 */
export async function changeOne<Answer>(
  store: Store,
  id: string,
  step: (operation: Operation) => Promise<Step<Answer>> | Step<Answer>,
): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const operation = await find(store, id)
    if (operation === undefined) throw new InputError(errorCatalogue, 'clinic.outbox.unknown')
    const { changes, answer } = await step(operation)
    if (changes.length === 0) return answer
    try {
      await store.write(changes, [expectedOf(id, operation)])
      return answer
    } catch (caught) {
      if (!hasCode(caught, 'clinic.store.changed') || tries === mostTries) throw caught
    }
  }
}
