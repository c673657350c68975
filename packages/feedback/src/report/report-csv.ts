import { type CsvCell, csvText, type Language } from '@tiemchung/core'
import type { FeedbackReport, FeedbackReportRow } from './feedback-report.js'
import type { Tally } from './tally.js'
import { reportWords } from './words.js'

/** Numbers of a tally in the order in which they are printed. */
export const columns = [
  'recorded',
  'open',
  'untouched',
  'unassigned',
  'dueToday',
  'overdue',
  'escalated',
  'met',
  'missed',
  'withdrawn',
  'medianHours',
  'p90Hours',
] as const satisfies readonly (keyof Tally)[]

/** A number as it is read by people: hours to a tenth. */
export const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value * 10) / 10

function line({ unit, name, parent, lastLogIn, own, all }: FeedbackReportRow): readonly CsvCell[] {
  return [
    unit.level,
    unit.unit,
    name,
    parent === undefined ? undefined : `${parent.level} ${parent.unit}`,
    lastLogIn?.toISOString(),
    ...columns.map((column) => rounded(own[column])),
    ...columns.map((column) => rounded(all[column])),
  ]
}

/**
 * A report as CSV for a spreadsheet: a row for each unit, first what is with it alone, then what is with it
 * and all below it. Codes keep their zeros only where the spreadsheet reads them as text.
 */
export function reportCsv({ rows }: FeedbackReport, language: Language): string {
  const say = reportWords[language]
  const numbers = columns.map((column) => say[column])
  const heads = [
    ...[say.level, say.unit, say.name, say.parent, say.lastLogIn],
    ...numbers,
    ...numbers.map((one) => `${one} (${say.withBelow})`),
  ]
  return csvText([heads, ...rows.map(line)])
}
