import type { PartialDate } from '@tiemchung/core'
import { partialDay } from './cells.js'
import type { SupplementKey } from './layout.js'
import { cellIssue, isRefused } from './row-issue.js'
import { placeOf, type RawRow, valueOf, valuesByKey } from './row-reader.js'

/**
 * A row of the supplement, by column: dates as `YYYY-MM-DD`, answers as `yes`, `no` or `unknown`,
 * relationships as `father`, `mother` or `guardian`, citizenship as two letters. `joinRows` makes sense
 * of it.
 */
export interface SupplementRow {
  readonly row: number
  readonly listNumber: number
  readonly fullName: string
  readonly birthDate: PartialDate
  readonly cells: Readonly<Partial<Record<SupplementKey, string>>>
}

/**
 * What says too little to be used: a guardian without the relationship, a consent that nobody signed, an
 * infection without its day.
 */
export function notice(raw: RawRow): void {
  const { issues } = raw
  const consent = valueOf(raw, 'consent')
  const relationship = valueOf(raw, 'relationship')
  const answered = consent === 'yes' || consent === 'no'
  const signed = valueOf(raw, 'consentDate') !== undefined && relationship !== undefined
  const severity = 'warning'
  if (valueOf(raw, 'guardianName') !== undefined && relationship === undefined) {
    issues.push(
      cellIssue(placeOf(raw, 'relationship'), 'tabular.guardian-incomplete', { severity }),
    )
  }
  if (answered && !signed) {
    issues.push(cellIssue(placeOf(raw, 'consent'), 'tabular.consent-incomplete', { severity }))
  }
  if (valueOf(raw, 'infection') === 'yes' && valueOf(raw, 'infectionDate') === undefined) {
    issues.push(
      cellIssue(placeOf(raw, 'infectionDate'), 'tabular.infection-incomplete', { severity }),
    )
  }
}

/** A row of the supplement from its cells; undefined when something in it is an error. */
export function supplementRow(raw: RawRow): SupplementRow | undefined {
  const birthDate = partialDay(valueOf(raw, 'birthDate'))
  if (birthDate === undefined || isRefused(raw.issues)) return undefined
  notice(raw)
  return {
    row: raw.row,
    listNumber: Number(valueOf(raw, 'listNumber')),
    fullName: valueOf(raw, 'fullName') ?? '',
    birthDate,
    cells: valuesByKey(raw),
  }
}
