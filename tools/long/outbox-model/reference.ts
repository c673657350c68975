/** What an outbox must come to, written as simply as can be: a list of entries and a rule. */
import type { Operation } from '@tiemchung/clinic'
import { canonicalJson, type JsonValue } from '@tiemchung/core'
import { must } from '../long-run.js'
import { Records } from './records.js'
import { readPayload, type Server } from './server.js'

/** An operation as the reference knows it. */
export interface Entry {
  readonly id: string
  payload: JsonValue
  readonly signed: boolean
  readonly needs: readonly string[]
  tampered: boolean
  state: Operation['state']
  /** The revision that was made while it was on its way. */
  revisedBy: string | undefined
  /** What took its place when it was settled. */
  settledBy: string | undefined
  isRevised: boolean
}

const isEnd = (state: Entry['state']) => state !== 'waiting' && state !== 'sending'

/** Ends that a payload can come to when it is sent. */
const endOf = { fine: 'acknowledged', bad: 'rejected', clash: 'conflict' } as const

/** The reference. */
export class Reference {
  readonly entries: Entry[] = []
  readonly records = new Records()

  at(index: number): Entry | undefined {
    return this.entries.length === 0 ? undefined : this.entries[index % this.entries.length]
  }

  find(id: string): Entry | undefined {
    return this.entries.find((one) => one.id === id)
  }

  add({ id, payload, signed, dependsOn }: Operation): void {
    this.entries.push({
      id,
      payload,
      signed: signed === true,
      needs: dependsOn,
      tampered: false,
      state: 'waiting',
      revisedBy: undefined,
      settledBy: undefined,
      isRevised: false,
    })
  }

  /** The newest revision of an entry. */
  newest(entry: Entry): Entry {
    let at = entry
    for (let next = this.#revision(at); next !== undefined; next = this.#revision(at)) at = next
    return at
  }

  #revision({ isRevised, settledBy, revisedBy }: Entry): Entry | undefined {
    const next = isRevised ? settledBy : revisedBy
    return next === undefined ? undefined : this.find(next)
  }

  /** Whether what an entry needs has happened. */
  isFree(entry: Entry): boolean {
    return entry.needs.every((need) => this.#isMet(need, entry.id))
  }

  #isMet(id: string, of: string): boolean {
    const one = this.find(id)
    if (one?.state === 'acknowledged') return true
    if (one?.state !== 'settled') return false
    const { settledBy: next } = one
    return next === undefined || next === of || this.#isMet(next, of)
  }

  /** What the store says after anything happened: nothing is lost, and every step is one that there is. */
  adopt(operations: readonly Operation[], server: Server): void {
    must(server.broken.length === 0, server.broken.join('; '))
    must(operations.length === this.entries.length, 'an operation came or went')
    for (const [index, operation] of operations.entries()) {
      const entry = this.entries[index] as Entry
      must(operation.id === entry.id, 'operations are not in the order in which they were queued')
      const kept = canonicalJson(operation.payload) === canonicalJson(entry.payload)
      must(kept || entry.tampered, 'a payload is not what was queued')
      this.#step(entry, operation, server)
    }
    for (const id of server.taken) must(this.find(id) !== undefined, 'what was sent is unknown')
  }

  #step(entry: Entry, { state }: Operation, server: Server): void {
    if (state === entry.state) return
    must(!isEnd(entry.state), `${entry.state} became ${state}`)
    const end = this.#end(entry)
    must(!isEnd(state) || state === end, `${end} was to be, and it is ${state}`)
    must(state !== 'acknowledged' || server.taken.has(entry.id), 'acknowledged, and not there')
    this.#conclude(entry, state)
  }

  /** What an entry comes to when it is sent and answered. */
  #end({ tampered, payload, revisedBy }: Entry): Entry['state'] {
    if (tampered) return 'altered'
    const end = endOf[readPayload(payload).verdict]
    return end === 'rejected' && revisedBy !== undefined ? 'settled' : end
  }

  #conclude(entry: Entry, state: Entry['state']): void {
    entry.state = state
    if (state === 'settled') this.replace(entry, entry.revisedBy, true)
  }

  /** Settles an entry: by another one that takes its place, or by none. */
  replace(entry: Entry, by: string | undefined, isRevised: boolean): void {
    entry.state = 'settled'
    entry.settledBy = by
    entry.isRevised = isRevised
  }

  /** What every entry comes to when all is well and enough time has passed. */
  settle(): void {
    for (let moved = true; moved; ) {
      moved = false
      for (const entry of this.entries) {
        if (isEnd(entry.state) || !this.isFree(entry)) continue
        this.#conclude(entry, this.#end(entry))
        moved = true
      }
    }
  }
}
