import {
  type AbortSignalLike,
  formatInstant,
  type JsonValue,
  type Uuid,
  uuidv7,
} from '@tiemchung/core'
import type { Change, Store } from '../store/store.js'
import { type ClinicWorld, systemWorld } from '../world.js'
import { type Backoff, defaultBackoff, waitAfter } from './backoff.js'
import { judgeFailure } from './failure.js'
import type { NewOperation, Operation } from './operation.js'

/** Sends one operation under its id and answers what the platform acknowledged. */
export type SendOperation = (operation: Operation, signal?: AbortSignalLike) => Promise<JsonValue>

/** What an outbox stands on. */
export interface OutboxOptions extends Partial<ClinicWorld> {
  readonly store: Store
  readonly send: SendOperation
  readonly backoff?: Backoff
}

/** How far a drain has come. */
export interface DrainProgress {
  readonly acknowledged: number
  readonly open: number
  readonly operation: Operation
}

/** What a drain can say. */
export interface DrainOptions {
  readonly signal?: AbortSignalLike
  /** Operations under way at once, default 4. */
  readonly concurrency?: number
  /** Waits for later attempts instead of returning with them open. Default false. */
  readonly untilSettled?: boolean
  readonly onProgress?: (progress: DrainProgress) => void
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

const collection = 'outbox'

const changeOf = (operation: Operation): Change => ({
  collection,
  id: operation.id,
  value: operation as unknown as JsonValue,
})

/** Opens the outbox of a store. Operations that a crash caught in the middle are sent again. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store } = options
  const world: ClinicWorld = { ...systemWorld, ...pickWorld(options) }
  const all = async () =>
    (await store.all(collection)).map(({ value }) => value as unknown as Operation)
  const prepare: Outbox['prepare'] = (wanted) => {
    const operations = wanted.map(
      (one): Operation => ({
        ...one,
        id: uuidv7(world),
        dependsOn: one.dependsOn ?? [],
        state: 'waiting',
        attempts: 0,
        createdAt: formatInstant(world.clock.now()),
      }),
    )
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
        await drainAll(options, world, all, how)
        return { ...tally(await all()), busy: false }
      } finally {
        await letGo()
      }
    },
    retry: async (ids) => {
      const wanted = new Set<string>(ids)
      const again = (await all()).filter(
        (one) => wanted.has(one.id) && (one.state === 'rejected' || one.state === 'conflict'),
      )
      const changes = again.map(({ failure: _, notBefore: __, ...one }) =>
        changeOf({ ...one, state: 'waiting' }),
      )
      if (changes.length > 0) await store.write(changes)
    },
  }
}

function pickWorld(options: OutboxOptions): Partial<ClinicWorld> {
  const { clock, random, sleep } = options
  return {
    ...(clock === undefined ? {} : { clock }),
    ...(random === undefined ? {} : { random }),
    ...(sleep === undefined ? {} : { sleep }),
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

/** Runs rounds until nothing is due; with `untilSettled` it sleeps to the next due time. */
async function drainAll(
  options: OutboxOptions,
  world: ClinicWorld,
  all: () => Promise<readonly Operation[]>,
  how: DrainOptions,
): Promise<void> {
  for (;;) {
    const operations = await all()
    const now = world.clock.now().getTime()
    const open = operations.filter((one) => one.state === 'waiting' || one.state === 'sending')
    const done = new Set<string>(
      operations.filter((one) => one.state === 'acknowledged').map((one) => one.id),
    )
    const free = open.filter((one) => one.dependsOn.every((id) => done.has(id)))
    const due = free.filter(
      (one) => one.notBefore === undefined || Date.parse(one.notBefore) <= now,
    )
    if (due.length > 0) {
      await sendAll(options, world, due, how, { acknowledged: done.size, open: open.length })
      continue
    }
    if (free.length === 0 || how.untilSettled !== true) return
    const next = Math.min(...free.map((one) => Date.parse(one.notBefore ?? '')))
    await world.sleep(Math.max(1, next - now), how.signal)
  }
}

async function sendAll(
  options: OutboxOptions,
  world: ClinicWorld,
  due: readonly Operation[],
  how: DrainOptions,
  counts: { acknowledged: number; open: number },
): Promise<void> {
  const queue = [...due]
  const worker = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      if (how.signal?.aborted === true) throw how.signal.reason as Error
      const operation = await sendOne(options, world, one, how.signal)
      if (operation.state === 'acknowledged') {
        counts.acknowledged += 1
        counts.open -= 1
      }
      how.onProgress?.({ ...counts, operation })
    }
  }
  const workers = Array.from({ length: Math.min(how.concurrency ?? 4, due.length) }, worker)
  const ended = await Promise.allSettled(workers)
  const broken = ended.find((end) => end.status === 'rejected')
  if (broken !== undefined) throw broken.reason as Error
}

async function sendOne(
  options: OutboxOptions,
  world: ClinicWorld,
  waiting: Operation,
  signal: AbortSignalLike | undefined,
): Promise<Operation> {
  const { notBefore: _, failure: __, ...bare } = waiting
  const sending: Operation = { ...bare, state: 'sending', attempts: waiting.attempts + 1 }
  await options.store.write([changeOf(sending)])
  const after = await attempt(options, world, sending, signal)
  await options.store.write([changeOf(after)])
  return after
}

async function attempt(
  options: OutboxOptions,
  world: ClinicWorld,
  sending: Operation,
  signal: AbortSignalLike | undefined,
): Promise<Operation> {
  try {
    const acknowledgement = await options.send(sending, signal)
    return { ...sending, state: 'acknowledged', acknowledgement }
  } catch (caught) {
    const { failure, state } = judgeFailure(caught)
    if (state !== 'waiting') return { ...sending, state, failure }
    const wait = waitAfter(sending.attempts, options.backoff ?? defaultBackoff, world.random)
    const notBefore = formatInstant(new Date(world.clock.now().getTime() + wait))
    return { ...sending, state, failure, notBefore }
  }
}
