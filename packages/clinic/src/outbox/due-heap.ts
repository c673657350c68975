/** Ids by the time at which they are due, soonest first: a binary heap, so that a long queue costs little. */
export class DueHeap {
  readonly #entries: { readonly time: number; readonly id: string }[] = []

  /** The soonest time; undefined when it is empty. */
  get soonest(): number | undefined {
    return this.#entries[0]?.time
  }

  add(time: number, id: string): void {
    const entries = this.#entries
    let at = entries.length
    entries.push({ time, id })
    while (at > 0) {
      const above = (at - 1) >> 1
      if ((entries[above]?.time ?? 0) <= time) break
      this.#swap(at, above)
      at = above
    }
  }

  /** Takes the soonest out. */
  take(): string | undefined {
    const entries = this.#entries
    const [first] = entries
    const last = entries.pop()
    if (first === undefined || last === undefined) return undefined
    if (entries.length === 0) return first.id
    entries[0] = last
    this.#sink()
    return first.id
  }

  #sink(): void {
    const entries = this.#entries
    const timeAt = (at: number) => entries[at]?.time ?? Number.POSITIVE_INFINITY
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      const below = timeAt(left) <= timeAt(left + 1) ? left : left + 1
      if (timeAt(at) <= timeAt(below)) return
      this.#swap(at, below)
      at = below
    }
  }

  #swap(one: number, other: number): void {
    const entries = this.#entries
    const [left, right] = [entries[one], entries[other]]
    if (left === undefined || right === undefined) return
    entries[one] = right
    entries[other] = left
  }
}
