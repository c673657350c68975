/** What is to be done about each record: nothing any more, sign it, make it ready, or refuse it. */
import { canonicalJson, isUuid } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import { belongsTo, recordFault } from '../record/record-of.js'
import type { SealPlace } from '../seal/seal-content.js'
import { isSameJson } from './same-json.js'
import type { WrittenRecord } from './prepare.js'
import { hasSigned, type Round } from './rounds.js'

/** Codes of what stands in the way of signing a record; none when it may be signed. */
export type RecordJudge = (record: DoseRecord) => readonly string[]

/** A record that was not signed, and why. */
export interface UnsignedDayRecord {
  readonly recordId: string
  readonly code: string
  /** For `signing.day.incomplete`: what the judge said. */
  readonly reasons?: readonly string[]
}

/** What is to be done about a record. */
export type Sorted =
  | { readonly state: 'signed'; readonly id: string; readonly round: Round }
  | {
      readonly state: 'ready'
      readonly id: string
      readonly round: Round
      readonly written: WrittenRecord
    }
  | { readonly state: 'written'; readonly id: string; readonly written: WrittenRecord }
  | { readonly state: 'refused'; readonly refusal: UnsignedDayRecord; readonly drop?: Round }

/** 9438/BYT-CNTT: only what matched, or need not match, may be signed. */
const settled: ReadonlySet<string> = new Set(['matched', 'not-required'])

/** A record that no round knows, or that is to be made ready anew. */
function sortFresh(record: DoseRecord, place: SealPlace, judge: RecordJudge): Sorted {
  const recordId = record.id
  const refuse = (code: string): Sorted => ({ state: 'refused', refusal: { recordId, code } })
  if (!belongsTo(record, place.facility, place.date)) return refuse('signing.day.foreign-record')
  // A record that came from elsewhere may lack what its type says.
  const { identity } = record as Partial<DoseRecord> | { readonly identity: null }
  if (!settled.has(identity?.status ?? '')) return refuse('signing.day.identity')
  const reasons = judge(record)
  if (reasons.length > 0) {
    const refusal = { recordId, code: 'signing.day.incomplete', reasons }
    return { state: 'refused', refusal }
  }
  try {
    return { state: 'written', id: recordId, written: { record, text: canonicalJson(record) } }
  } catch {
    return refuse('input.json-canonical')
  }
}

function sortKnown(record: DoseRecord, round: Round, text: string): Sorted | undefined {
  const { id } = record
  const signed = hasSigned(round, id)
  if (isSameJson(record, JSON.parse(text))) {
    return signed
      ? { state: 'signed', id, round }
      : { state: 'ready', id, round, written: { record, text } }
  }
  if (round.dropped.has(id)) return undefined
  const refusal = { recordId: id, code: 'signing.day.changed' }
  return { state: 'refused', refusal, ...(signed ? {} : { drop: round }) }
}

/** Sorts records by what the rounds know of them; what is known of the last round counts. */
export function sortRecords(
  records: readonly DoseRecord[],
  rounds: readonly Round[],
  place: SealPlace,
  judge: RecordJudge,
): readonly Sorted[] {
  const seen = new Set<string>()
  return records.map((record): Sorted => {
    const refuse = (code: string): Sorted => {
      const id = (record as Partial<DoseRecord> | null)?.id
      // What stands in the place of an id may be anything, also what must not be told.
      return { state: 'refused', refusal: { recordId: isUuid(id) ? id : '', code } }
    }
    if (recordFault(record) !== undefined) return refuse('signing.day.not-a-record')
    if (seen.has(record.id)) return refuse('signing.day.duplicate')
    seen.add(record.id)
    const round = rounds.findLast(({ prepared }) => prepared.has(record.id))
    const text = round?.prepared.get(record.id)?.text
    if (round === undefined || text === undefined) return sortFresh(record, place, judge)
    return sortKnown(record, round, text) ?? sortFresh(record, place, judge)
  })
}
