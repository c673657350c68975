import { formatInstant, InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { changeOf, type NewOperation, type Operation, type Settlement } from './operation.js'
import { prepare } from './prepare.js'
import { changeOne, type Step } from './read.js'
import type { Queue } from './revise.js'

/** What is to become of an operation that was refused. */
export type Settling =
  /** What the platform has stands; only of a conflict. What depends on it may be sent. */
  | { readonly as: 'keep-theirs'; readonly by?: string }
  /** The same once more, under the same id, after the cause was seen to. */
  | { readonly as: 'send-again' }
  /** Another operation takes its place, and what depends on it waits for that one. */
  | { readonly as: 'amend'; readonly with: NewOperation; readonly by?: string }

const refused: ReadonlySet<Operation['state']> = new Set(['rejected', 'conflict', 'altered'])

/** An operation as it was before it was sent; its id has been used with this payload all the same. */
function putBack(operation: Operation): Operation {
  const {
    failure: _,
    notBefore: __,
    waitMs: ___,
    current: ____,
    differs: _____,
    ...one
  } = operation
  return { ...one, state: 'waiting' }
}

/** @throws InputError `clinic.outbox.not-refused` when an operation stands where it cannot be settled so */
function checkSettles({ state }: Operation, as: Settling['as']): void {
  const fits =
    as === 'amend'
      ? refused.has(state)
      : state === 'conflict' || (as === 'send-again' && state === 'rejected')
  if (!fits) throw new InputError(errorCatalogue, 'clinic.outbox.not-refused')
}

/** A conflict settled by what the platform has. */
export function keptTheirs(one: Operation, at: string, by: string | undefined): Operation {
  const settlement = { as: 'keep-theirs', at, ...(by === undefined ? {} : { by }) } as const
  return { ...one, state: 'settled', settlement }
}

async function settled(queue: Queue, one: Operation, how: Settling): Promise<Step<Operation>> {
  checkSettles(one, how.as)
  if (how.as === 'send-again') {
    const again = putBack(one)
    return { changes: [changeOf(again)], answer: again }
  }
  const { as, by } = how
  const at = formatInstant(queue.world.clock.now())
  if (as === 'keep-theirs') {
    const closed = keptTheirs(one, at, by)
    return { changes: [changeOf(closed)], answer: closed }
  }
  const settlement: Settlement = { as, at, ...(by === undefined ? {} : { by }) }
  const { operations, changes } = await prepare(queue, [how.with], [one])
  const [next] = operations as readonly [Operation]
  const old: Operation = {
    ...one,
    state: 'settled',
    settlement: { ...settlement, operation: next.id },
  }
  return { changes: [...changes, changeOf(old)], answer: next }
}

/**
 * Settles what was refused, and answers the operation that stands for it now.
 *
 * @throws InputError `clinic.outbox.unknown`; `clinic.outbox.not-refused` when there is nothing to settle, or not so
 */
export function settle(queue: Queue, id: string, how: Settling): Promise<Operation> {
  return changeOne(queue.store, id, (operation) => settled(queue, operation, how))
}

/** Puts back those of many that were rejected or are in conflict; the others stay as they are. */
export async function retry(queue: Queue, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await changeOne(queue.store, id, (operation) => {
      const again = operation.state === 'rejected' || operation.state === 'conflict'
      return { changes: again ? [changeOf(putBack(operation))] : [], answer: undefined }
    })
  }
}
