import { type CsvCell, csvText, type Language } from '@tiemchung/core'
import type { DayReport, DayTally } from '@tiemchung/schemas/wire'
import { openOf, openOfDay } from './tally.js'
import { reasonText, sessionWords, stageWords, wordIn, words } from './words.js'

const stages = [
  'given',
  'entered',
  'complete',
  'settled',
  'signed',
  'sent',
  'acknowledged',
] as const

type Row = Omit<DayTally, 'byMinutes' | 'sent'> & {
  readonly byMinutes?: number | undefined
  readonly sent?: number | undefined
}

function cells(name: string, kind: string, tally: Row): readonly CsvCell[] {
  const numbers = stages.map((stage) => tally[stage])
  return [kind, name, ...numbers, tally.byMinutes, openOf(tally.open)]
}

/**
 * A day report as CSV for a spreadsheet: the day, late entries, sessions and vaccinators in a row each, and below a
 * row for each open reason.
 */
export function dayReportCsv(report: DayReport, language: Language): string {
  const { late, sessions = [], vaccinators = [] } = report
  const heads = [
    ...[words.facility[language], words.date[language], '', ''],
    ...stages.map((stage) => wordIn(stageWords, stage, language)),
    ...[words.byMinutes[language], words.open[language]],
  ]
  const rows = [
    cells('', words.total[language], report),
    ...(late === undefined
      ? []
      : (['ofDay', 'ofEarlierDays'] as const).map((when) =>
          cells(words[when][language], words.late[language], late[when]),
        )),
    ...sessions.map((one) =>
      cells(wordIn(sessionWords, one.id, language), words.session[language], one),
    ),
    ...vaccinators.map((one) =>
      cells(wordIn(sessionWords, one.code, language), words.vaccinator[language], one),
    ),
    ...Object.entries(openOfDay(report)).map(([key, count]): readonly CsvCell[] => [
      words.reason[language],
      reasonText(key, language),
      ...stages.map(() => undefined),
      undefined,
      count,
    ]),
  ]
  return csvText([heads, ...rows.map((row) => [report.facility, report.date, ...row])])
}
