import { systemSleep } from './world.js'

interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Gathers items that come one by one into batches: full ones are handed on at once, the rest as soon as
 * nothing more comes.
 */
export class Gatherer<Item, Result> {
  readonly #most: number
  readonly #answer: (items: readonly Item[]) => Promise<readonly Result[]>
  #waiting: Waiting<Item, Result>[] = []
  #awake = false

  /** `answer` gives one result for each item, in their order, or fails for all. */
  constructor(most: number, answer: (items: readonly Item[]) => Promise<readonly Result[]>) {
    this.#most = most
    this.#answer = answer
  }

  /** The result of one item; it rejects as the answer to its batch does. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (this.#waiting.length >= this.#most) this.#handOn()
      else this.#handOnLater()
    })
  }

  #handOnLater(): void {
    if (this.#awake) return
    this.#awake = true
    const wake = () => {
      this.#awake = false
      if (this.#waiting.length > 0) this.#handOn()
    }
    systemSleep(0).then(wake, wake)
  }

  #handOn(): void {
    const batch = this.#waiting
    this.#waiting = []
    this.#answer(batch.map(({ item }) => item)).then(
      (results) => {
        for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result)
      },
      (reason: unknown) => {
        for (const { reject } of batch) reject(reason)
      },
    )
  }
}
