import { InputError, type JsonValue } from '@tiemchung/core'
import { type DoseRecord, recordIdFor } from '@tiemchung/schemas'
import { entryOf, scoresOf } from '../duplicate/duplicates.js'
import { findEntries } from '../duplicate/find-entries.js'
import type { DoseDuplicateReason, DuplicateFinding } from '../duplicate/finding.js'
import { addToIndex, type IndexedRecord, indexedIn, readIndex } from '../duplicate/person-index.js'
import { errorCatalogue } from '../errors.js'
import type { ChildCase } from './child.js'
import { checkOpen } from './close.js'
import { differingContent } from './compare-records.js'
import type { Enterer } from './terms.js'
import { childIn, type Desk, judgedCase } from './desk.js'
import { doseNumberOf, type EnteredDose, type EnteredRecord, enterDose } from './enter-dose.js'
import { find } from './kept.js'
import type { RecordCase } from './record-case.js'
import { type Transaction, transact } from './transact.js'

/** The record of the same dose when it was entered before, also under a name corrected since. */
async function enteredBefore(
  transaction: Transaction,
  { firstRecordId }: ChildCase,
  dose: EnteredDose,
  number: number,
): Promise<RecordCase | undefined> {
  if (firstRecordId === undefined) return undefined
  const first = await transaction.find('record', firstRecordId)
  const was = first?.record.dose
  if (was?.product === dose.product && was.number === number) return first
  throw new InputError(errorCatalogue, 'clinic.duplicate')
}

/** What is there already stands; the finding says where what was entered now says something else. */
function asItStands(
  desk: Desk,
  reason: DoseDuplicateReason,
  key: string,
  there: RecordCase,
  entered: DoseRecord,
): EnteredRecord {
  const [ours, theirs] = [entered, there.record] as unknown as [JsonValue, JsonValue]
  const finding: DuplicateFinding = {
    kind: 'exact',
    reason,
    score: scoresOf(desk)[reason],
    keys: [key],
    records: [there.record.id],
    differs: differingContent(ours, theirs),
  }
  return { ...there, duplicates: [finding] }
}

/** What a record that is entered now may be a double of, among those of like name or the same number. */
async function doublesOf(
  desk: Desk,
  child: ChildCase,
  kept: RecordCase,
  indexed: readonly IndexedRecord[],
): Promise<readonly DuplicateFinding[]> {
  const { store } = desk.options
  const entries = [entryOf(desk, child, kept)]
  for (const { key, record } of indexed) {
    const other = await find(store, 'record', record)
    if (other !== undefined) entries.push({ key, ...other, person: other.record.person })
  }
  return findEntries(entries, scoresOf(desk)).filter(({ keys }) => keys.includes(child.key))
}

async function enterIn(
  transaction: Transaction,
  desk: Desk,
  key: string,
  dose: EnteredDose,
  { enteredBy, late }: Enterer,
): Promise<EnteredRecord> {
  const { store, facility, date } = desk.options
  // A day that is closed before this is written has closed without it.
  await checkOpen(transaction, late)
  const one = await childIn(transaction, key)
  const doseNumber = doseNumberOf(one, dose)
  const known = await enteredBefore(transaction, one, dose, doseNumber)
  const recordId = await recordIdFor(
    { facility: facility.code, person: one.person, product: dose.product, doseNumber, date },
    desk.world.crypto,
  )
  const place = { facility: facility.code, enteredBy, world: desk.world }
  if (known !== undefined) {
    const again = enterDose(one, dose, { ...place, recordId: known.record.id })
    return asItStands(desk, 'entered-again', key, known, again)
  }
  const record = enterDose(one, dose, { ...place, recordId })
  const there = await transaction.find('record', recordId)
  if (there !== undefined) return asItStands(desk, 'same-record', key, there, record)
  const kept = judgedCase(desk, record)
  const index = await readIndex(store, one.person)
  const doubles = await doublesOf(desk, one, kept, indexedIn(index))
  const added = addToIndex(index, { key, record: recordId })
  transaction.keep('record', recordId, kept)
  transaction.keep('child', key, {
    ...one,
    attendance: 'given',
    recordId,
    firstRecordId: recordId,
  })
  transaction.add(added.changes, added.expected)
  return { ...kept, duplicates: doubles }
}

/** Enters a dose that was given, once. When somebody else enters or corrects at the same moment, it looks again. */
export function enter(
  desk: Desk,
  key: string,
  dose: EnteredDose,
  by: Enterer,
): Promise<EnteredRecord> {
  return transact(desk.options.store, (transaction) => enterIn(transaction, desk, key, dose, by))
}
