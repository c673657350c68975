import type { AbortSignalLike, JsonValue, Uuid } from '@tiemchung/core'
import type { Change } from '../store/store.js'

/**
 * Where an operation stands. `waiting` for its time or for what it depends on, `sending` while a request
 * is under way (and after a crash in the middle of one), `acknowledged` by the platform, `rejected` by
 * it for good, `conflict` with what the platform already has.
 */
export type OperationState = 'waiting' | 'sending' | 'acknowledged' | 'rejected' | 'conflict'

/** Why the last attempt failed: a stable code, never what was sent. */
export interface OperationFailure {
  readonly code: string
  /** The server's own code, when it gave one. */
  readonly problem?: string
  readonly status?: number
  readonly requestId?: string
  readonly retryable: boolean
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
  readonly state: OperationState
  readonly attempts: number
  readonly createdAt: string
  readonly notBefore?: string
  readonly failure?: OperationFailure
  readonly acknowledgement?: JsonValue
}

/** Sends one operation under its id and answers what the platform acknowledged. */
export type SendOperation = (operation: Operation, signal?: AbortSignalLike) => Promise<JsonValue>

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

/** What an outbox is asked to send. */
export interface NewOperation {
  readonly kind: string
  readonly subject: string
  readonly payload: JsonValue
  readonly dependsOn?: readonly Uuid[]
}

/** Why an operation is not acknowledged, as one word for the day's table; undefined when it is. */
export function openReason(operation: Operation): string | undefined {
  if (operation.state === 'acknowledged') return undefined
  if (operation.state === 'rejected' || operation.state === 'conflict') return operation.state
  return operation.failure === undefined ? 'not-sent-yet' : 'retrying'
}
