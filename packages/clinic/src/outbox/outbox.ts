import { formatInstant, type Uuid, uuidv7 } from '@tiemchung/core'
import type { Change, Store } from '../store/store.js'
import { type ClinicWorld, worldOf } from '../world.js'
import { type Backoff, defaultBackoff } from './backoff.js'
import { type DrainOptions, drainAll } from './drain.js'
import {
  changeOf,
  type NewOperation,
  type Operation,
  outboxCollection,
  type SendOperation,
} from './operation.js'

/** What an outbox stands on. */
export interface OutboxOptions extends Partial<ClinicWorld> {
  readonly store: Store
  readonly send: SendOperation
  readonly backoff?: Backoff
}

/** What a drain left behind. */
export interface DrainResult {
  readonly acknowledged: number
  readonly waiting: number
  readonly rejected: number
  readonly conflicts: number
  /** Somebody else is draining this outbox; nothing was sent. */
  readonly busy: boolean
}

/** The queue of writes to the platform: nothing is lost, nothing is doubled. */
export interface Outbox {
  /**
   * The changes that add operations, to be written in one batch with whatever they report, so that a
   * crash leaves both or neither.
   */
  prepare(operations: readonly NewOperation[]): { operations: Operation[]; changes: Change[] }
  /** Adds operations on their own. */
  add(operations: readonly NewOperation[]): Promise<readonly Operation[]>
  all(): Promise<readonly Operation[]>
  drain(options?: DrainOptions): Promise<DrainResult>
  /** Puts rejected or conflicting operations back, after a person has seen to the cause. */
  retry(ids: readonly Uuid[]): Promise<void>
}

function operationFrom(one: NewOperation, world: ClinicWorld): Operation {
  return {
    ...one,
    id: uuidv7(world),
    dependsOn: one.dependsOn ?? [],
    state: 'waiting',
    attempts: 0,
    createdAt: formatInstant(world.clock.now()),
  }
}

function tally(operations: readonly Operation[]): Omit<DrainResult, 'busy'> {
  const count = (...states: Operation['state'][]) =>
    operations.filter((one) => states.includes(one.state)).length
  return {
    acknowledged: count('acknowledged'),
    waiting: count('waiting', 'sending'),
    rejected: count('rejected'),
    conflicts: count('conflict'),
  }
}

/** A refused operation as it was before it was sent. */
function putBack({ failure: _, notBefore: __, ...one }: Operation): Change {
  return changeOf({ ...one, state: 'waiting' })
}

/** Opens the outbox of a store. Operations that a crash caught in the middle are sent again. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, send, backoff = defaultBackoff } = options
  const world = worldOf(options)
  const all: Outbox['all'] = async () =>
    (await store.all(outboxCollection)).map(({ value }) => value as unknown as Operation)
  const prepare: Outbox['prepare'] = (wanted) => {
    const operations = wanted.map((one) => operationFrom(one, world))
    return { operations, changes: operations.map(changeOf) }
  }
  return {
    all,
    prepare,
    add: async (wanted) => {
      const { operations, changes } = prepare(wanted)
      if (changes.length > 0) await store.write(changes)
      return operations
    },
    drain: async (how = {}) => {
      const letGo = await store.hold('outbox')
      if (letGo === undefined) return { ...tally(await all()), busy: true }
      try {
        await drainAll({ store, send, backoff, world }, all, how)
        return { ...tally(await all()), busy: false }
      } finally {
        await letGo()
      }
    },
    retry: async (ids) => {
      const wanted = new Set<string>(ids)
      const refused = (await all()).filter(
        (one) => wanted.has(one.id) && (one.state === 'rejected' || one.state === 'conflict'),
      )
      if (refused.length > 0) await store.write(refused.map(putBack))
    },
  }
}
