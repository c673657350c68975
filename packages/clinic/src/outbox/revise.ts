import { formatInstant, InputError, type JsonValue } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Store } from '../store/store.js'
import type { ClinicWorld } from '../world.js'
import { payloadHashOf } from './hash.js'
import { changeOf, type Operation } from './operation.js'
import { prepare } from './prepare.js'
import { changeOne, find, type Step } from './read.js'

/** What changing the queue stands on. */
export interface Queue {
  readonly store: Store
  readonly world: ClinicWorld
}

/** @throws InputError when an operation cannot be revised any more */
function checkRevisable({ state, signed }: Operation): void {
  if (signed === true) throw new InputError(errorCatalogue, 'clinic.signed')
  if (state === 'conflict') throw new InputError(errorCatalogue, 'clinic.outbox.conflict')
  if (state === 'acknowledged' || state === 'settled') {
    throw new InputError(errorCatalogue, 'clinic.outbox.closed')
  }
}

/** Never sent, or refused before it was: the platform does not know its id, and it changes in place. */
async function inPlace(
  { world }: Queue,
  operation: Operation,
  payload: JsonValue,
): Promise<Step<Operation>> {
  const { failure: _, ...bare } = operation
  const payloadHash = await payloadHashOf(payload, world.crypto)
  const revised: Operation = { ...bare, payload, payloadHash, state: 'waiting' }
  return { changes: [changeOf(revised)], answer: revised }
}

/**
 * The platform may know the id with the old payload, so that the new one needs another. Behind one that is on its way it
 * waits; one that was refused gives way to it.
 */
async function underNewId(
  queue: Queue,
  operation: Operation,
  payload: JsonValue,
): Promise<Step<Operation>> {
  const { id, kind, subject, dependsOn, state } = operation
  const onItsWay = state === 'waiting' || state === 'sending'
  const needs = onItsWay ? [...dependsOn, id] : dependsOn
  const { operations, changes } = await prepare(
    queue,
    [{ kind, subject, payload, dependsOn: needs }],
    [operation],
  )
  const [next] = operations as readonly [Operation]
  const at = formatInstant(queue.world.clock.now())
  const old: Operation = onItsWay
    ? { ...operation, revisedBy: next.id }
    : { ...operation, state: 'settled', settlement: { as: 'revise', at, operation: next.id } }
  return { changes: [...changes, changeOf(old)], answer: next }
}

/** The operation that has taken another's place by revision, or will. */
const revisionOf = ({ revisedBy, settlement }: Operation): string | undefined =>
  settlement?.as === 'revise' ? settlement.operation : revisedBy

/** The newest revision of an operation. */
async function newest(store: Store, id: string): Promise<string> {
  let at = id
  for (;;) {
    const one = await find(store, at)
    const next = one === undefined ? undefined : revisionOf(one)
    if (next === undefined) return at
    at = next
  }
}

/**
 * Gives an operation another payload. One that was never sent changes in place, under its id; of one that was, a next
 * revision is queued under a new id, which depends on the first and outlives the answer to it. What is revised again is
 * the newest revision.
 *
 * @throws InputError `clinic.outbox.unknown`; `clinic.signed` when its payload is signed; `clinic.outbox.closed` when it
 *   was acknowledged or settled: amend; `clinic.outbox.conflict` when its conflict is to be settled first
 */
export async function revise(queue: Queue, id: string, payload: JsonValue): Promise<Operation> {
  for (;;) {
    const revised = await changeOne(
      queue.store,
      await newest(queue.store, id),
      (operation): Promise<Step<Operation | undefined>> | Step<undefined> => {
        // Somebody else has revised it since it was looked for.
        if (revisionOf(operation) !== undefined) return { changes: [], answer: undefined }
        checkRevisable(operation)
        return operation.attempts === 0
          ? inPlace(queue, operation, payload)
          : underNewId(queue, operation, payload)
      },
    )
    if (revised !== undefined) return revised
  }
}
