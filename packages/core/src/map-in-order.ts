/** Many things at a time, and their results in order. */
import { isPending } from './crypto/after.js'

/** Items that are there, or that arrive one by one. */
export type Items<Item> = AsyncIterable<Item> | Iterable<Item>

/** Work under way. */
interface Run<Result> {
  readonly result: Promise<Result>
  /** Whether it has ended, one way or the other. */
  done: boolean
}

/** Begins some work; what it throws at once is its result, like what it rejects with. */
function start<Item, Result>(
  work: (item: Item, index: number) => Promise<Result>,
  item: Item,
  index: number,
): Run<Result> {
  const result = new Promise<Result>((resolve) => {
    resolve(work(item, index))
  })
  const run: Run<Result> = { result, done: false }
  const end = () => {
    run.done = true
  }
  result.then(end, end)
  return run
}

/** Read, not looked for with `in`: for a text that throws, and the host's sentence repeats the text. */
const isAsync = <Item>(source: Items<Item>): source is AsyncIterable<Item> =>
  (source as Partial<AsyncIterable<Item>>)[Symbol.asyncIterator] !== undefined

/** A source that is asked for one item at a time and remembers that it was. */
class Intake<Item> {
  readonly #iterator: Iterator<Item> | AsyncIterator<Item>
  #asked: Promise<unknown> | undefined
  #taken: IteratorResult<Item> | undefined
  #failure: { readonly cause: unknown } | undefined
  ended = false

  constructor(source: Items<Item>) {
    this.#iterator = isAsync(source) ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  }

  /** Asks for the next item, unless it was asked for; resolves when the answer is there. */
  ask(): Promise<unknown> | undefined {
    if (this.#asked !== undefined || this.#taken !== undefined) return this.#asked
    try {
      const next = this.#iterator.next()
      if (isPending(next)) this.#asked = this.#arrival(next)
      else this.#taken = next
    } catch (cause) {
      this.#fail(cause)
    }
    return this.#asked
  }

  #arrival(next: Promise<IteratorResult<Item>>): Promise<unknown> {
    return next.then(
      (result) => {
        this.#taken = result
      },
      (cause: unknown) => {
        this.#fail(cause)
      },
    )
  }

  /** A source that has failed has ended; what it gave before comes first. */
  #fail(cause: unknown): void {
    this.#failure = { cause }
    this.ended = true
  }

  /** The item that arrived, when one did. */
  take(): { readonly item: Item } | undefined {
    const taken = this.#taken
    if (taken === undefined) return undefined
    this.#asked = undefined
    this.#taken = undefined
    if (taken.done !== true) return { item: taken.value }
    this.ended = true
    return undefined
  }

  /** Throws what the source threw. */
  rethrow(): void {
    if (this.#failure !== undefined) throw this.#failure.cause
  }

  /** Tells the source that nobody reads on. One that is still thinking is not waited for. */
  async close(): Promise<void> {
    if (this.ended) return
    const closed = Promise.resolve(this.#iterator.return?.())
    if (this.#asked === undefined) await closed
    else closed.catch(() => undefined)
  }
}

/**
 * What `work` makes of each item, in the order of the items, with at most `inFlight` of them under way, and
 * one when that is no number of 1 and more.
 *
 * A result is given as soon as it and all before it are there, however long the source takes for the next
 * item; the source is asked for no more than `inFlight` beyond what was read. When `work` or the source
 * fails, the results before are given first. A reader that stops ends the source.
 *
 * @example
 * ```ts
 * import { mapInOrder } from '@tiemchung/core'
 * const doubled = mapInOrder([1, 2, 3], 2, (number) => Promise.resolve(number * 2))
 * const all: number[] = []
 * for await (const one of doubled) all.push(one)
 * all // => [2, 4, 6]
 * ```
 */
export async function* mapInOrder<Item, Result>(
  source: Items<Item>,
  inFlight: number,
  work: (item: Item, index: number) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const intake = new Intake(source)
  const most = inFlight >= 1 ? inFlight : 1
  const runs: Run<Result>[] = []
  let index = 0
  try {
    while (!intake.ended || runs.length > 0) {
      const [head] = runs
      if (head !== undefined && (head.done || intake.ended || runs.length >= most)) {
        yield await head.result
        runs.shift()
        continue
      }
      const asked = intake.ask()
      if (asked !== undefined) await (head === undefined ? asked : firstOf(asked, head.result))
      const arrived = intake.take()
      if (arrived === undefined) continue
      runs.push(start(work, arrived.item, index))
      index += 1
    }
    intake.rethrow()
  } finally {
    await intake.close()
    await Promise.allSettled(runs.map(({ result }) => result))
  }
}

/** Waits until one of two has ended, however it did. */
function firstOf(left: Promise<unknown>, right: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      resolve()
    }
    left.then(end, end)
    right.then(end, end)
  })
}
