import { type CsvCell, csvText, type Language } from '@tiemchung/core'
import { reasonText } from '../report/words.js'
import type { DayRollUp, RollUpUnit } from './roll-up.js'
import type { RollUpTally } from './roll-up-tally.js'
import { unitName, words } from './words.js'

/** Every reason that occurs, the commonest first. */
const reasonsOf = ({ total }: DayRollUp): readonly string[] => Object.keys(total.open)

function counts(one: RollUpTally, reasons: readonly string[]): readonly CsvCell[] {
  return [
    one.vaccinating,
    one.finished,
    ...reasons.map((reason) => one.open[reason] ?? 0),
    one.silent,
    one.dosesGiven,
    one.dosesAcknowledged,
    one.oldest,
  ]
}

/**
 * A roll-up as CSV for a spreadsheet: the country, then lines, owners and units in a row each, with a column for every
 * reason. Codes keep their zeros only where the spreadsheet reads them as text.
 */
export function rollUpCsv(one: DayRollUp, language: Language): string {
  const reasons = reasonsOf(one)
  const heads = [
    words.level[language],
    words.within[language],
    words.code[language],
    words.unit[language],
    words.vaccinating[language],
    words.finished[language],
    ...reasons.map((reason) => `${words.open[language]}: ${reasonText(reason, language)}`),
    words.silent[language],
    words.given[language],
    words.acknowledged[language],
    words.oldest[language],
  ]
  const row = (unit: RollUpUnit): readonly CsvCell[] => [
    unit.level,
    unit.within.join(' '),
    unit.code,
    unitName(unit, language),
    ...counts(unit, reasons),
  ]
  const total = ['ministry', '', '', words.all[language], ...counts(one.total, reasons)]
  return csvText([heads, total, ...[...one.lines, ...one.owners, ...one.areas].map(row)])
}
