import type { PartialDate } from '@tiemchung/core'
import { nameKeys } from '../match/name.js'
import {
  groupedBy,
  isOpen,
  partialDates,
  type Row,
  sameGuardian,
  slippedNumbers,
  withoutDiacritics,
} from './groups-of-name.js'

/** What is compared of each row of a list. A blank number, guardian or area is none. */
export interface ListedPerson {
  readonly number?: string
  readonly fullName: string
  readonly birthDate: PartialDate
  readonly sex: 'male' | 'female' | 'unknown'
  readonly commune?: string
  /** Hamlet or residential group, for `same-name-in-neighbourhood`. */
  readonly area?: string
  readonly guardianName?: string
}

/** The rules, strongest first; rows of an `exact` group may be merged, a `near` one is for people to judge. */
const kindOf = {
  'same-number': 'exact',
  'same-name-birth-date-and-guardian': 'exact',
  'same-name-and-birth-date': 'near',
  'same-name-and-birth-date-number-slip': 'near',
  'same-name-partial-birth-date': 'near',
  'same-name-without-diacritics': 'near',
  'same-name-in-neighbourhood': 'near',
} as const

/** Why rows may be one person. */
export type DuplicateReason = keyof typeof kindOf

/** All rules, strongest first. */
export const duplicateReasons = /* @__PURE__ */ Object.keys(kindOf) as readonly DuplicateReason[]

/** Rows that may be one person. */
export interface DuplicateGroup {
  readonly kind: 'exact' | 'near'
  readonly reason: DuplicateReason
  /** Their places in the list, in order; two and more. */
  readonly rows: readonly number[]
}

/** Which rules are applied. */
export interface DuplicateOptions {
  /**
   * Default: all but `same-name-in-neighbourhood`, which takes two cousins of one name for one and is
   * for lists without birth dates.
   */
  readonly reasons?: readonly DuplicateReason[]
}

const given = (text: string | undefined) => (text?.trim() === '' ? undefined : text)

type Groups = readonly (readonly Row[])[]

/** Every rule's groups, made from what earlier rules have sorted already. */
function findGroups(people: readonly ListedPerson[]): Readonly<Record<DuplicateReason, Groups>> {
  const rows = people.map(({ number, fullName, birthDate, guardianName }, index): Row => {
    const keys = nameKeys(fullName)
    return { index, number: given(number), birthDate, guardian: given(guardianName), ...keys }
  })
  const place = ({ index }: Row) => `${people[index]?.sex} ${people[index]?.commune ?? ''}`
  const named = rows.filter(({ bare }) => bare !== '')
  const byName = groupedBy(named, (row) => `${row.name} ${place(row)}`)
  const alike = byName.filter((group) => group.length > 1)
  const byDay = alike.flatMap((group) => groupedBy(group, ({ birthDate }) => birthDate))
  const sameDay = byDay.filter((group) => group.length > 1)
  const areaOf = ({ index }: Row) => given(people[index]?.area)
  return {
    'same-number': groupedBy(rows, ({ number }) => number).filter((group) => group.length > 1),
    'same-name-birth-date-and-guardian': sameDay.flatMap(sameGuardian),
    'same-name-and-birth-date': sameDay.filter(isOpen),
    'same-name-and-birth-date-number-slip': sameDay.flatMap(slippedNumbers),
    'same-name-partial-birth-date': alike.flatMap(partialDates),
    'same-name-without-diacritics': groupedBy(
      named,
      (row) => `${row.bare} ${row.birthDate} ${place(row)}`,
    ).flatMap(withoutDiacritics),
    'same-name-in-neighbourhood': alike.flatMap((group) => groupedBy(group, areaOf)).filter(isOpen),
  }
}

/** Whether one stronger group has all of these rows together already. */
function isKnown(rows: readonly Row[], groupsOf: readonly Set<number>[]): boolean {
  const [first, ...others] = rows
  const of = groupsOf[first?.index ?? 0] ?? new Set()
  return [...of].some((group) => others.every(({ index }) => groupsOf[index]?.has(group)))
}

/**
 * Rows of a list that may be the same person, with the reason, after the rules of Vaccom and OpenMRS: the
 * same number; the same name and birth date, with or without the same guardian; a birth date that is a
 * year or month only; a number one typing slip away; a name typed without diacritics. Names are compared
 * in layers. Rows of other sex or commune are other people.
 *
 * Two different numbers are two people: in a `near` group that has both, those without a number may be
 * either. Nothing is dropped; the caller decides. A group whose rows a stronger one has together is left
 * out. Cost grows with the number of rows, not of pairs.
 *
 * @example
 * ```ts
 * import { parsePartialDate } from '@tiemchung/core'
 * import { findDuplicates } from '@tiemchung/identity/offline'
 * const birthDate = parsePartialDate('2016-05-01')
 * const row = { fullName: 'Lê Thị Hòa', birthDate, sex: 'female' } as const
 * const [group] = findDuplicates([row, { ...row, fullName: 'LÊ THỊ HOÀ' }])
 * group?.reason // => 'same-name-and-birth-date'
 * group?.rows // => [0, 1]
 * ```
 */
export function findDuplicates(
  people: readonly ListedPerson[],
  options: DuplicateOptions = {},
): readonly DuplicateGroup[] {
  const { reasons = duplicateReasons.filter((reason) => reason !== 'same-name-in-neighbourhood') } =
    options
  const found = findGroups(people)
  const groupsOf = people.map(() => new Set<number>())
  const kept: DuplicateGroup[] = []
  for (const reason of duplicateReasons.filter((one) => reasons.includes(one))) {
    // Larger ones first, so that one within another goes whatever the order of the rows.
    for (const group of found[reason].toSorted((one, other) => other.length - one.length)) {
      if (isKnown(group, groupsOf)) continue
      for (const { index } of group) groupsOf[index]?.add(kept.length)
      kept.push({ kind: kindOf[reason], reason, rows: group.map(({ index }) => index) })
    }
  }
  return kept.sort((left, right) => (left.rows[0] ?? 0) - (right.rows[0] ?? 0))
}
