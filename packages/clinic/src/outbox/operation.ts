import type { AbortSignalLike, JsonValue, Uuid } from '@tiemchung/core'
import type { Change, Expected } from '../store/store.js'
import type { Conflict } from './conflict.js'
import type { OperationFailure } from './operation-failure.js'

/**
 * Where an operation stands. `waiting` for its time or for what it depends on, `sending` while a request
 * is under way (and after a crash in the middle of one), `acknowledged` by the platform, `rejected` by
 * it for good, `conflict` with what the platform already has, `altered` when its payload is not what was
 * queued, `settled` when somebody decided what becomes of one that was refused.
 */
export type OperationState =
  | 'waiting'
  | 'sending'
  | 'acknowledged'
  | 'rejected'
  | 'conflict'
  | 'altered'
  | 'settled'

/** How one that was refused was settled. */
export interface Settlement {
  /** `keep-theirs`: what the platform has stands; otherwise another operation took its place. */
  readonly as: 'keep-theirs' | 'amend' | 'revise'
  readonly at: string
  /** Who decided, when that was said. */
  readonly by?: string
  /** The operation in its place. */
  readonly operation?: Uuid
}

/** One write on its way to the platform. `id` is also its idempotency key. */
export interface Operation {
  /** UUIDv7, chosen once, before the first attempt. */
  readonly id: Uuid
  /** What the sender of the outbox makes of it: `record`, `minutes`, `day-report`. */
  readonly kind: string
  /** What it is about: a record id, a facility and day. */
  readonly subject: string
  /** Operations that must be acknowledged before. */
  readonly dependsOn: readonly Uuid[]
  readonly payload: JsonValue
  /** SHA-256 of the payload's canonical JSON in hexadecimal; rows of earlier versions have none. */
  readonly payloadHash?: string
  /** Its payload is signed, and never changes. */
  readonly signed?: boolean
  readonly state: OperationState
  readonly attempts: number
  readonly createdAt: string
  readonly notBefore?: string
  /** The wait that `notBefore` ends, by which a clock that was set back is found out. */
  readonly waitMs?: number
  readonly failure?: OperationFailure
  readonly acknowledgement?: JsonValue
  /** In a conflict: what the platform has, as far as it said. */
  readonly current?: JsonValue
  /** In a conflict: where the two differ, as paths without values. */
  readonly differs?: readonly string[]
  /** The revision that was made while this one was being sent. */
  readonly revisedBy?: Uuid
  readonly settlement?: Settlement
}

/**
 * Sends one operation under its id and answers what the platform acknowledged, or the conflict with what it has.
 * Anything thrown is a failure. It is tried again, unless the answer was a status of 400 to 499 that is final.
 */
export type SendOperation = (
  operation: Operation,
  signal?: AbortSignalLike,
) => Promise<JsonValue | Conflict>

/** The collection that operations are kept in. */
export const outboxCollection = 'outbox'

/** The change that keeps an operation as it stands. */
export function changeOf(operation: Operation): Change {
  return {
    collection: outboxCollection,
    id: operation.id,
    value: operation as unknown as JsonValue,
  }
}

/** An operation as it was read, for a write that rests on it; undefined: that there was none. */
export function expectedOf(id: string, operation: Operation | undefined): Expected {
  const value = operation as unknown as JsonValue | undefined
  return { collection: outboxCollection, id, value }
}

/** What an outbox is asked to send. */
export interface NewOperation {
  readonly kind: string
  readonly subject: string
  readonly payload: JsonValue
  readonly dependsOn?: readonly Uuid[]
  /** Default: one is drawn. The same operation under the same id is queued once. */
  readonly id?: Uuid
  /** Says that the payload is signed: it can be sent or amended, never revised. */
  readonly signed?: boolean
}
