import { type AbortSignalLike, formatInstant, hasCode, type JsonValue } from '@tiemchung/core'
import type { Store } from '../store/store.js'
import type { ClinicWorld } from '../world.js'
import { type Backoff, waitAsked } from './backoff.js'
import { type Conflict, conflictIn } from './conflict.js'
import { judgeFailure } from './failure.js'
import type { GroupWriter } from './group-writer.js'
import { payloadHashOf } from './hash.js'
import { changeOf, expectedOf, type Operation, type SendOperation } from './operation.js'
import { find } from './read.js'
import { isOpen } from './standing.js'

/** What sending stands on. */
export interface Sending {
  readonly store: Store
  readonly send: SendOperation
  readonly backoff: Backoff
  readonly world: ClinicWorld
}

/** The same, while a drain is at work. */
export interface Drainage extends Sending {
  readonly write: GroupWriter
  readonly signal: AbortSignalLike | undefined
}

/** An operation with what the last attempt left taken off. */
function bare(operation: Operation): Operation {
  const { notBefore: _, waitMs: __, failure: ___, ...rest } = operation
  return rest
}

/** Whether the payload is still what was queued; rows of earlier versions cannot be told. */
async function isUnaltered({ payload, payloadHash }: Operation, on: Drainage): Promise<boolean> {
  if (payloadHash === undefined) return true
  try {
    return (await payloadHashOf(payload, on.world.crypto)) === payloadHash
  } catch {
    return false
  }
}

/** What became of one that was to be sent. */
export type Begun =
  | { readonly sending: Operation }
  /** Nothing was sent: it was altered, or somebody else has seen to it. */
  | { readonly instead: Operation | undefined }

/**
 * Puts one on record as `sending`, before the request leaves. One whose payload is not what was queued is put on record
 * as `altered` and not sent.
 */
export async function begin(on: Drainage, id: string): Promise<Begun> {
  for (;;) {
    const waiting = await find(on.store, id)
    if (waiting === undefined || !isOpen(waiting)) return { instead: waiting }
    const sound = await isUnaltered(waiting, on)
    const next: Operation = sound
      ? { ...bare(waiting), state: 'sending', attempts: waiting.attempts + 1 }
      : {
          ...bare(waiting),
          state: 'altered',
          failure: { code: 'clinic.outbox.altered', retryable: false },
        }
    try {
      await on.write([changeOf(next)], [expectedOf(id, waiting)])
      return sound ? { sending: next } : { instead: next }
    } catch (caught) {
      if (!hasCode(caught, 'clinic.store.changed')) throw caught
    }
  }
}

/** The members that the answer to an attempt gives an operation. */
export type Outcome = Partial<Operation> & Pick<Operation, 'state'>

function answered(answer: JsonValue | Conflict): Outcome {
  const conflict = conflictIn(answer)
  return conflict === undefined
    ? { state: 'acknowledged', acknowledgement: answer as JsonValue }
    : { state: 'conflict', ...conflict }
}

/** Makes one attempt and says what came of it; never throws. */
export async function attempt(on: Drainage, sending: Operation): Promise<Outcome> {
  const { send, backoff, world, signal } = on
  try {
    return answered(await send(sending, signal))
  } catch (caught) {
    if (signal?.aborted === true) {
      // It was us who broke it off: it is due again, and the next drain sends it under its id.
      return { state: 'waiting', failure: { code: 'clinic.outbox.stopped', retryable: true } }
    }
    const { failure, state, askedMs } = judgeFailure(caught)
    if (state !== 'waiting') return { state, failure }
    const waitMs = waitAsked(askedMs, sending.attempts, backoff, world.random)
    const notBefore = formatInstant(new Date(world.clock.now().getTime() + waitMs))
    return { state, failure, notBefore, waitMs }
  }
}

/** An operation after an outcome. A revision that was made meanwhile takes the place of one that was refused. */
function after(now: Operation, outcome: Outcome, at: string): Operation {
  const next: Operation = { ...bare(now), ...outcome }
  if (next.state !== 'rejected' || now.revisedBy === undefined) return next
  return { ...next, state: 'settled', settlement: { as: 'revise', at, operation: now.revisedBy } }
}

/**
 * Puts the outcome on record, on top of what happened to the operation meanwhile, and answers how it stands now. Where
 * somebody has given it an end already, that stands.
 */
export async function conclude(
  on: Drainage,
  sending: Operation,
  outcome: Outcome,
): Promise<Operation> {
  let now: Operation | undefined = sending
  for (;;) {
    if (now === undefined) return { ...sending, ...outcome }
    if (!isOpen(now)) return now
    const next = after(now, outcome, formatInstant(on.world.clock.now()))
    try {
      await on.write([changeOf(next)], [expectedOf(now.id, now)])
      return next
    } catch (caught) {
      if (!hasCode(caught, 'clinic.store.changed')) throw caught
    }
    now = await find(on.store, sending.id)
  }
}
