import type { CivilDate } from '@tiemchung/core'
import { type JoinedRow, joinedRow } from './joined-row.js'
import type { Pl1Row } from './pl1-row.js'
import { cellIssue, type RowIssue } from './row-issue.js'
import type { SupplementRow } from './supplement-row.js'

const keyOf = (row: Pl1Row | SupplementRow): string =>
  `${row.listNumber} ${row.fullName.toUpperCase()} ${row.birthDate}`

/** A list joined with its supplement. */
export interface JoinedList {
  readonly rows: readonly JoinedRow[]
  /** About rows of the list that have no partner, or two. */
  readonly issues: readonly RowIssue[]
  /** Rows of the supplement, by number, that no row of the list belongs to. */
  readonly unjoined: readonly number[]
}

/**
 * Joins a list with its supplement by number, name and birth date together. A row without a partner, or
 * with two, is an issue and is left out: a consent that belongs to somebody else is worse than none.
 *
 * `asOf` is the day as of which the address codes are valid.
 */
export function joinRows(
  list: readonly Pl1Row[],
  supplement: readonly SupplementRow[],
  asOf: CivilDate,
): JoinedList {
  const partners = new Map<string, SupplementRow[]>()
  for (const row of supplement) {
    const key = keyOf(row)
    partners.set(key, [...(partners.get(key) ?? []), row])
  }
  const issues: RowIssue[] = []
  const rows: JoinedRow[] = []
  const joined = new Set<SupplementRow>()
  for (const row of list) {
    const found = partners.get(keyOf(row)) ?? []
    const [more] = found
    for (const one of found) joined.add(one)
    if (more !== undefined && found.length === 1) rows.push(joinedRow(row, more.cells, asOf))
    else {
      const code = more === undefined ? 'tabular.no-partner' : 'tabular.partner-twice'
      issues.push(cellIssue({ row: row.row, index: 0, heading: '#' }, code))
    }
  }
  const unjoined = supplement.filter((row) => !joined.has(row)).map(({ row }) => row)
  return { rows, issues, unjoined }
}
