import type { JsonValue, Uuid } from '@tiemchung/core'
import type { Store } from '../store/store.js'
import { type ClinicWorld, worldOf } from '../world.js'
import { type Backoff, defaultBackoff } from './backoff.js'
import { type DrainOptions, type DrainProgress, drainAll } from './drain.js'
import { type OpenOperation, openAmong } from './open-reason.js'
import type { NewOperation, Operation, SendOperation } from './operation.js'
import { type Prepared, prepare } from './prepare.js'
import { allOperations, find } from './read.js'
import { revise } from './revise.js'
import { retry, type Settling, settle } from './settle.js'
import { stepsOf } from './steps.js'

/** What an outbox stands on. */
export interface OutboxOptions extends Partial<ClinicWorld> {
  readonly store: Store
  readonly send: SendOperation
  readonly backoff?: Backoff
}

/** What a drain left behind; the numbers but `busy` add up to all operations. */
export interface DrainResult {
  readonly acknowledged: number
  readonly waiting: number
  readonly rejected: number
  readonly conflicts: number
  /** Not sent, as their payload is not what was queued. */
  readonly altered: number
  readonly settled: number
  /** Somebody else is draining this outbox; nothing was sent. */
  readonly busy: boolean
}

/**
 * The queue of writes to the platform: nothing is lost, nothing is doubled. Nothing is held in memory between calls, so
 * that several programs and tabs may use one store; every change rests on what it read.
 */
export interface Outbox {
  /**
   * The changes that add operations, to be written in one batch with whatever they report, so that a
   * crash leaves both or neither. `beside` are prepared operations that will be in the same batch, for what depends on them.
   *
   * @throws InputError `clinic.outbox.cycle`; `clinic.outbox.dependency` when one depends on what is not there;
   *   `clinic.outbox.id-taken` when another is there under a given id; `input.json-canonical`
   */
  prepare(operations: readonly NewOperation[], beside?: readonly Operation[]): Promise<Prepared>
  /** Adds operations on their own. @throws InputError as `prepare` */
  add(operations: readonly NewOperation[]): Promise<readonly Operation[]>
  all(): Promise<readonly Operation[]>
  get(id: Uuid): Promise<Operation | undefined>
  /** What is open, each with its reason in both languages. */
  open(): Promise<readonly OpenOperation[]>
  /**
   * Sends what is due. One drains at a time, across everything that has the store open.
   *
   * @throws the signal's reason when it stops; what was under way is on record, and nothing is lost
   * @throws SdkError `clinic.outbox.not-kept` when an outcome could not be written; it is sent again under its id
   */
  drain(options?: DrainOptions): Promise<DrainResult>
  /** The same as steps to loop over; leaving the loop stops it. */
  drains(options?: DrainOptions): AsyncGenerator<DrainProgress, DrainResult, undefined>
  /**
   * Gives an operation another payload: in place when it was never sent, else as a next revision under a new id that
   * depends on it and outlives the answer to it. Answers the operation that carries the payload.
   *
   * @throws InputError `clinic.outbox.unknown`; `clinic.signed` when its payload is signed, `clinic.outbox.closed` when
   *   it was acknowledged or settled: amend; `clinic.outbox.conflict` when its conflict is to be settled first
   */
  revise(id: Uuid, payload: JsonValue): Promise<Operation>
  /**
   * Settles what was refused, and answers the operation that stands for it now.
   *
   * @throws InputError `clinic.outbox.unknown`; `clinic.outbox.not-refused`
   */
  settle(id: Uuid, how: Settling): Promise<Operation>
  /**
   * Puts rejected or conflicting operations back, after a person has seen to the cause.
   *
   * @throws InputError `clinic.outbox.unknown`
   */
  retry(ids: readonly Uuid[]): Promise<void>
}

function tally(operations: readonly Operation[]): Omit<DrainResult, 'busy'> {
  const count = (...states: Operation['state'][]) =>
    operations.filter((one) => states.includes(one.state)).length
  return {
    acknowledged: count('acknowledged'),
    waiting: count('waiting', 'sending'),
    rejected: count('rejected'),
    conflicts: count('conflict'),
    altered: count('altered'),
    settled: count('settled'),
  }
}

/**
 * Opens the outbox of a store. Operations that a crash caught in the middle are sent again.
 *
 * It does not establish that the platform knows an operation by its id: a platform that ignores the key may take in twice
 * what was sent twice.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, send, backoff = defaultBackoff } = options
  const world = worldOf(options)
  const queue = { store, world }
  const drain: Outbox['drain'] = async (how = {}) => {
    const letGo = await store.hold('outbox')
    if (letGo === undefined) return { ...tally(await allOperations(store)), busy: true }
    try {
      return { ...tally(await drainAll({ store, send, backoff, world }, how)), busy: false }
    } finally {
      await letGo()
    }
  }
  return {
    all: () => allOperations(store),
    get: (id) => find(store, id),
    open: async () => openAmong(await allOperations(store)),
    prepare: (wanted, beside) => prepare(queue, wanted, beside),
    add: async (wanted) => {
      const { operations, changes, expected } = await prepare(queue, wanted)
      if (changes.length > 0) await store.write(changes, expected)
      return operations
    },
    drain,
    drains: (how = {}) => stepsOf(drain, how),
    revise: (id, payload) => revise(queue, id, payload),
    settle: (id, how) => settle(queue, id, how),
    retry: (ids) => retry(queue, ids),
  }
}
