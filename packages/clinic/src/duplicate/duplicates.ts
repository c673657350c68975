import type { ChildCase } from '../day/child.js'
import { subjectOf } from '../day/assess.js'
import type { Desk } from '../day/desk.js'
import { allOf } from '../day/kept.js'
import type { RecordCase } from '../day/record-case.js'
import { findEntries, type Entry } from './find-entries.js'
import { assumedDuplicateScores, type DuplicateFinding, type DuplicateScores } from './finding.js'
import { isWithinInterval } from './within-interval.js'

/** The scores in force at a desk. */
export const scoresOf = ({ options }: Desk): DuplicateScores => ({
  ...assumedDuplicateScores,
  ...options.duplicateScores,
})

/** A child of the list as it is compared. */
export function entryOf(
  { options: { eligibility, date } }: Desk,
  child: Pick<ChildCase, 'key' | 'person'> & Parameters<typeof subjectOf>[0],
  kept: Pick<RecordCase, 'record'> | undefined,
): Entry {
  const { key, person } = child
  if (kept === undefined) return { key, person }
  const subject = subjectOf(child)
  const { date: given, product } = kept.record.dose
  const doses = [...subject.doses, { date: given, product }]
  const isTooSoon = isWithinInterval({ ...subject, doses }, eligibility, date)
  return { key, person, record: kept.record, isTooSoon }
}

/**
 * Rows and records of the day that may be one dose, the most likely first; nothing is dropped or decided. It reads the
 * whole day, and knows nothing of the other machines of a facility: those meet on the platform, by the record's id.
 */
export async function duplicates(desk: Desk): Promise<readonly DuplicateFinding[]> {
  const { store } = desk.options
  const records = new Map(
    (await allOf(store, 'record')).map((one) => [one.record.id as string, one]),
  )
  const children = await allOf(store, 'child')
  const entries = children.map((child) => entryOf(desk, child, records.get(child.recordId ?? '')))
  return findEntries(entries, scoresOf(desk))
}
