import { DueHeap } from './due-heap.js'
import type { Operation } from './operation.js'
import { firstBlocker, isOpen } from './standing.js'

/** What of an operation the queue holds; the payload stays in the store. */
type Row = Pick<Operation, 'id' | 'dependsOn' | 'state' | 'notBefore' | 'waitMs' | 'settlement'>

function rowOf(operation: Operation): Row {
  const { id, dependsOn, state, notBefore, waitMs, settlement } = operation
  return {
    id,
    dependsOn,
    state,
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(waitMs === undefined ? {} : { waitMs }),
    ...(settlement === undefined ? {} : { settlement }),
  }
}

/** When an operation is due. One that would wait longer than it was told to was told so by another clock. */
function dueTime({ notBefore, waitMs }: Row, now: number): number {
  if (notBefore === undefined) return now
  const due = Date.parse(notBefore)
  return Number.isNaN(due) || (waitMs !== undefined && due - now > waitMs) ? now : due
}

/**
 * What is to be sent in one drain, in the order in which it was queued: what is due, what waits for its time, and what
 * waits for others. It is made from the store once and kept up from the outcomes, so that a drain costs what it sends.
 */
export class SendQueue {
  readonly #rows = new Map<string, Row>()
  readonly #ready: string[] = []
  #next = 0
  readonly #later = new DueHeap()
  /** Ids by the one operation that each of them waits for now. */
  readonly #blocked = new Map<string, string[]>()
  readonly #now: () => number
  acknowledged = 0
  open = 0

  constructor(operations: readonly Operation[], now: () => number) {
    this.#now = now
    for (const operation of operations) this.#rows.set(operation.id, rowOf(operation))
    for (const row of this.#rows.values()) {
      if (row.state === 'acknowledged') this.acknowledged += 1
      if (!isOpen(row)) continue
      this.open += 1
      this.#place(row)
    }
  }

  /** Whether there is nothing to send, now or later; what waits for what was refused does not count. */
  get isEmpty(): boolean {
    return this.#next >= this.#ready.length && this.#later.soonest === undefined
  }

  /** Whether something can be sent now. */
  get isDue(): boolean {
    const { soonest } = this.#later
    return this.#next < this.#ready.length || (soonest !== undefined && soonest <= this.#now())
  }

  /** When the next one is due, in milliseconds; undefined when none waits for its time. */
  get soonest(): number | undefined {
    return this.#later.soonest
  }

  /** Takes the next one that is due out: what has waited longest for its time goes first. */
  take(): string | undefined {
    const { soonest } = this.#later
    if (soonest !== undefined && soonest <= this.#now()) return this.#later.take()
    if (this.#next >= this.#ready.length) return undefined
    const id = this.#ready[this.#next]
    this.#next += 1
    return id
  }

  /** Takes the outcome of one that was taken out, and lets go what waited for it. */
  put(operation: Operation): void {
    const row = rowOf(operation)
    this.#rows.set(row.id, row)
    if (isOpen(row)) return this.#place(row)
    this.open -= 1
    if (row.state === 'acknowledged') this.acknowledged += 1
    const waiting = this.#blocked.get(row.id) ?? []
    this.#blocked.delete(row.id)
    for (const id of waiting) {
      const other = this.#rows.get(id)
      if (other !== undefined) this.#place(other)
    }
  }

  #place(row: Row): void {
    const blocker = firstBlocker(row, this.#rows)
    if (blocker !== undefined) {
      const waiting = this.#blocked.get(blocker)
      if (waiting === undefined) this.#blocked.set(blocker, [row.id])
      else waiting.push(row.id)
      return
    }
    const now = this.#now()
    const due = dueTime(row, now)
    if (due <= now) this.#ready.push(row.id)
    else this.#later.add(due, row.id)
  }
}
