/** What the records of a day must come to, written as simply as can be. */
import { isSealed, type Operation, type RecordCase } from '@tiemchung/clinic'
import { canonicalJson } from '@tiemchung/core'
import { must } from '../long-run.js'
import { childrenListed, readLot } from './day.js'
import type { Entry } from './reference.js'
import { jsonOf, type Payload, signedText } from './server.js'

/** A record as the reference knows it. */
export interface Known {
  readonly id: string
  readonly child: number
  readonly amends: string | undefined
  payload: Payload
  isAmended: boolean
  /** What was signed, and the operation that sends it: from then on neither changes. */
  signed: { readonly text: string; readonly operation: string } | undefined
}

/** The operations as the reference knows them. */
interface Entries {
  find(id: string): Entry | undefined
}

const textOf = ({ record }: RecordCase): string => canonicalJson(record)
const lotOf = ({ record }: RecordCase): string => canonicalJson(readLot(record))

/** The records. */
export class Records {
  readonly all: Known[] = []

  at(index: number): Known | undefined {
    return this.all.length === 0 ? undefined : this.all[index % this.all.length]
  }

  /** The record that stands for a child now. */
  currentOf(child: number): Known | undefined {
    return this.all.find((one) => one.child === child % childrenListed && !one.isAmended)
  }

  add(id: string, child: number, payload: Payload, amended?: Known): void {
    this.all.push({
      id,
      child: child % childrenListed,
      amends: amended?.id,
      payload,
      isAmended: false,
      signed: undefined,
    })
    if (amended !== undefined) amended.isAmended = true
  }

  /** What the store says after anything happened. */
  adopt(cases: readonly RecordCase[], operations: readonly Operation[], entries: Entries): void {
    must(cases.length === this.all.length, 'a record came or went')
    const sending = operations.filter(({ kind }) => kind === 'record')
    must(
      sending.length === cases.filter(isSealed).length,
      'signed records and the operations that send them are not as many',
    )
    for (const [at, one] of cases.entries()) {
      const known = this.all[at] as Known
      must(one.record.id === known.id, 'records are not in the order in which they were entered')
      must(lotOf(one) === canonicalJson(jsonOf(known.payload)), 'a record is not what was entered')
      must((one.supersededBy !== undefined) === known.isAmended, 'an amendment came or went')
      this.#sign(known, one, sending)
      if (known.signed !== undefined) this.#check(known, known.signed, one, entries)
    }
  }

  /** A record that was signed since: its operation was queued in the same write. */
  #sign(known: Known, one: RecordCase, sending: readonly Operation[]): void {
    if (known.signed !== undefined || !isSealed(one)) return
    const operation = sending.find(({ id }) => id === one.operationId)
    must(operation?.subject === known.id, 'a signed record that nothing sends')
    const text = signedText(operation.payload)
    must(text === textOf(one), 'what is sent is not the record')
    const before = this.all.find(({ id }) => id === known.amends)?.signed?.operation
    must(
      String(operation.dependsOn) === String(before ?? ''),
      'a record does not depend on the one that it amends, and on nothing else',
    )
    known.signed = { text, operation: operation.id }
  }

  #check(
    { id }: Known,
    { text, operation }: NonNullable<Known['signed']>,
    one: RecordCase,
    entries: Entries,
  ): void {
    must(textOf(one) === text, 'a signed record was changed')
    must(one.operationId === operation, 'a signed record is sent by another operation')
    const entry = entries.find(operation)
    must(entry !== undefined, `nothing sends ${id}`)
    const isSent = entry.tampered || signedText(entry.payload) === text
    must(isSent, `what is queued of ${id} is not what was signed`)
  }
}
