import { type AbortSignalLike, isSdkError, SdkError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { groupWriter } from './group-writer.js'
import type { Operation } from './operation.js'
import { allOperations } from './read.js'
import { attempt, begin, conclude, type Drainage, type Sending } from './send-one.js'
import { SendQueue } from './send-queue.js'

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

/** What was queued by others meanwhile is looked for this often, however long a drain waits. */
const longestUnreadMs = 60_000

/** What a failing store or a listener makes of a drain, with a code where it had none. */
function reasonOf(caught: unknown): unknown {
  if (isSdkError(caught)) return caught
  return new SdkError(errorCatalogue, 'clinic.outbox.not-kept', { cause: caught })
}

/** Everything that is under way; the bell rings when something of it has changed. */
class Flights {
  readonly #most: number
  #sending = 0
  #concluding = 0
  #ring: () => void = () => undefined
  broken: { readonly reason: unknown } | undefined

  constructor(most: number) {
    this.#most = most
  }

  get isFull(): boolean {
    return this.#sending >= this.#most
  }

  get isIdle(): boolean {
    return this.#sending === 0 && this.#concluding === 0
  }

  /** Resolves when something has changed. */
  bell(): Promise<void> {
    return new Promise((resolve) => {
      this.#ring = resolve
    })
  }

  #count(sending: number, concluding: number): void {
    this.#sending += sending
    this.#concluding += concluding
    this.#ring()
  }

  /** Sends, and makes room for the next as soon as the answer is there; its outcome is written with others. */
  async launch<Sent>(
    send: () => Promise<Sent>,
    concluded: (sent: Sent) => Promise<void>,
  ): Promise<void> {
    this.#count(1, 0)
    let places: readonly [number, number] = [-1, 0]
    try {
      const sent = await send()
      this.#count(-1, 1)
      places = [0, -1]
      await concluded(sent)
    } catch (reason) {
      this.broken ??= { reason }
    } finally {
      this.#count(...places)
    }
  }
}

/** Sends one and keeps the queue up. */
function sendNext(on: Drainage, flights: Flights, queue: SendQueue, id: string, how: DrainOptions) {
  const tell = (operation: Operation | undefined) => {
    if (operation === undefined) return
    queue.put(operation)
    const { acknowledged, open } = queue
    try {
      how.onProgress?.({ acknowledged, open, operation })
    } catch (thrown) {
      flights.broken ??= { reason: thrown }
    }
  }
  return flights.launch(
    async () => {
      const begun = await kept(begin(on, id))
      if ('instead' in begun) return () => Promise.resolve(begun.instead)
      const outcome = await attempt(on, begun.sending)
      return () => kept(conclude(on, begun.sending, outcome))
    },
    async (outcome) => tell(await outcome()),
  )
}

/** Gives what a store throws a code. */
async function kept<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (caught) {
    throw reasonOf(caught)
  }
}

/** Sends what is due, and with `untilSettled` what will be, until there is nothing or it is time to read again. */
async function sendQueued(on: Drainage, queue: SendQueue, how: DrainOptions): Promise<void> {
  const { clock, sleep } = on.world
  const flights = new Flights(Math.max(1, how.concurrency ?? 4))
  const readAt = clock.now().getTime()
  for (;;) {
    const stopped = flights.broken !== undefined || how.signal?.aborted === true
    const id = stopped || flights.isFull ? undefined : queue.take()
    if (id !== undefined) {
      sendNext(on, flights, queue, id, how).catch(() => undefined)
      continue
    }
    if (!flights.isIdle) {
      await flights.bell()
      continue
    }
    if (flights.broken !== undefined) throw flights.broken.reason
    if (how.signal?.aborted === true) throw how.signal.reason
    const { soonest } = queue
    const now = clock.now().getTime()
    if (soonest === undefined || how.untilSettled !== true) return
    if (now - readAt >= longestUnreadMs) return
    await sleep(Math.max(1, Math.min(soonest - now, longestUnreadMs)), how.signal)
  }
}

/** Runs rounds until nothing is due; answers every operation as it was read last, when nothing was. */
export async function drainAll(on: Sending, how: DrainOptions): Promise<readonly Operation[]> {
  const { store, world } = on
  const drainage: Drainage = { ...on, write: groupWriter(store), signal: how.signal }
  const now = () => world.clock.now().getTime()
  for (;;) {
    if (how.signal?.aborted === true) throw how.signal.reason
    const operations = await allOperations(store)
    const queue = new SendQueue(operations, now)
    const rests = how.untilSettled === true ? queue.isEmpty : !queue.isDue
    if (rests) return operations
    await sendQueued(drainage, queue, how)
  }
}
