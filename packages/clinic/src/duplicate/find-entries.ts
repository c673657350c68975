import { findDuplicates } from '@tiemchung/identity/offline'
import type { DoseRecord, Person } from '@tiemchung/schemas'
import { differingContent } from '../day/compare-records.js'
import type { JsonValue } from '@tiemchung/core'
import type { DuplicateFinding, DuplicateScores } from './finding.js'
import { listedPerson } from './listed-person.js'
import { doseKeyOf } from './same-dose.js'

/** A row of the list, with the record that was entered for it when there is one. */
export interface Entry {
  readonly key: string
  readonly person: Person
  readonly record?: DoseRecord
  /** Its dose comes sooner after another than the policies allow. */
  readonly isTooSoon?: boolean
}

const recordsOf = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap(({ record }) => (record === undefined ? [] : [record.id]))

function withoutId({ id: _, ...content }: DoseRecord): JsonValue {
  return content
}

/** Where two records differ, of two entries that both have one. */
function differs(entries: readonly Entry[]): Pick<DuplicateFinding, 'differs'> {
  const [one, other, ...more] = entries.flatMap(({ record }) => record ?? [])
  if (one === undefined || other === undefined || more.length > 0) return {}
  return { differs: differingContent(withoutId(one), withoutId(other)) }
}

function sameDoses(entries: readonly Entry[], scores: DuplicateScores): DuplicateFinding[] {
  const byDose = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (entry.record === undefined) continue
    const key = doseKeyOf(entry.record)
    byDose.set(key, [...(byDose.get(key) ?? []), entry])
  }
  const reason = 'same-dose'
  return [...byDose.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      kind: 'exact',
      reason,
      score: scores[reason],
      keys: group.map(({ key }) => key),
      records: recordsOf(group),
      ...differs(group),
    }))
}

/**
 * Entries that may be one dose: the same dose of the same person; persons that may be one, by the rules of
 * `@tiemchung/identity`; doses sooner than the policies allow. The most likely come first.
 */
export function findEntries(
  entries: readonly Entry[],
  scores: DuplicateScores,
): readonly DuplicateFinding[] {
  const persons = findDuplicates(entries.map(({ person }) => listedPerson(person)))
  const found: DuplicateFinding[] = [
    ...sameDoses(entries, scores),
    ...persons.map(({ kind, reason, rows }): DuplicateFinding => {
      const group = rows.flatMap((row) => entries[row] ?? [])
      const keys = group.map(({ key }) => key)
      // The same person may have two doses: only a record with the same dose is exact, and stands above.
      const sameDose = new Set(group.map(({ record }) => record?.dose.product ?? '')).size === 1
      return {
        kind: kind === 'exact' && !sameDose ? 'near' : kind,
        reason,
        score: scores[reason],
        keys,
        records: recordsOf(group),
        ...differs(group),
      }
    }),
    ...entries
      .filter(({ isTooSoon }) => isTooSoon === true)
      .map((one): DuplicateFinding => {
        const reason = 'within-interval'
        return {
          kind: 'near',
          reason,
          score: scores[reason],
          keys: [one.key],
          records: recordsOf([one]),
        }
      }),
  ]
  return found.sort((one, other) => other.score - one.score)
}
