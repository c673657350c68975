import type { PartialDate } from '@tiemchung/core'
import { compareBirthDates } from '../match/birth-date.js'
import { bareName, compareNames } from '../match/name.js'

/** What is compared of each row of a list. */
export interface ListedPerson {
  readonly number?: string
  readonly fullName: string
  readonly birthDate: PartialDate
  readonly sex: 'male' | 'female' | 'unknown'
  readonly commune?: string
  readonly guardianName?: string
}

/** Why two rows may be one person. `exact` pairs may be merged; `near` ones are for people to judge. */
export type DuplicateReason =
  | 'same-number'
  | 'same-name-birth-date-and-guardian'
  | 'same-name-and-birth-date'
  | 'same-name-partial-birth-date'

/** A pair of rows, by index, the earlier first. */
export interface DuplicatePair {
  readonly first: number
  readonly second: number
  readonly kind: 'exact' | 'near'
  readonly reason: DuplicateReason
}

function judge(
  left: ListedPerson,
  right: ListedPerson,
): Omit<DuplicatePair, 'first' | 'second'> | undefined {
  if (left.number !== undefined && left.number === right.number) {
    return { kind: 'exact', reason: 'same-number' }
  }
  if (left.number !== undefined && right.number !== undefined) return undefined
  const names = compareNames(left.fullName, right.fullName)
  if (names !== 'exact' && names !== 'tone-position') return undefined
  if (left.sex !== right.sex || left.commune !== right.commune) return undefined
  const dates = compareBirthDates(left.birthDate, right.birthDate)
  if (dates === 'different') return undefined
  if (dates === 'compatible') return { kind: 'near', reason: 'same-name-partial-birth-date' }
  const guardians =
    left.guardianName !== undefined &&
    right.guardianName !== undefined &&
    compareNames(left.guardianName, right.guardianName) === 'exact'
  if (guardians && left.birthDate.length === 10) {
    return { kind: 'exact', reason: 'same-name-birth-date-and-guardian' }
  }
  return { kind: 'near', reason: 'same-name-and-birth-date' }
}

function blocks(people: readonly ListedPerson[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  const put = (key: string, index: number) => {
    const rows = found.get(key)
    if (rows === undefined) found.set(key, [index])
    else rows.push(index)
  }
  people.forEach((person, index) => {
    if (person.number !== undefined) put(`n ${person.number}`, index)
    put(`p ${bareName(person.fullName)} ${person.birthDate.slice(0, 4)}`, index)
  })
  return found
}

/**
 * Rows of a list that may be the same person, with the reason: exact and near, after the rules of
 * Vaccom (same number; same name and birth date), with names compared in layers. Two different numbers
 * are two people. Nothing is dropped; the caller decides.
 *
 * Compares within blocks of equal number, or equal bare name and birth year, not all pairs.
 */
export function findDuplicates(people: readonly ListedPerson[]): readonly DuplicatePair[] {
  const pairs = new Map<string, DuplicatePair>()
  for (const rows of blocks(people).values()) {
    rows.forEach((first, position) => {
      for (const second of rows.slice(position + 1)) {
        const [left, right] = [people[first], people[second]]
        const verdict = left && right && judge(left, right)
        if (verdict) pairs.set(`${first} ${second}`, { first, second, ...verdict })
      }
    })
  }
  return [...pairs.values()].sort((a, b) => a.first - b.first || a.second - b.second)
}
