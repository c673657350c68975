import type { DayOutcome } from '../day/run-day.js'
import { assumed, measured } from '../generate/rates.js'
import { ledgerTable } from './ledger-table.js'
import { type Language, word } from './words.js'

const text = {
  vi: {
    title: (day: string) => `Buổi tiêm ngày ${day}`,
    amendments: 'Bản ghi sửa đổi',
    reissued: 'chứng nhận cấp lại',
    facilities: 'Cơ sở tiêm trong huyện',
    refusals: 'Chứng nhận bị từ chối, và vì sao',
    measured: 'Tỷ lệ theo số liệu tháng 3/2022',
    assumed: 'Tỷ lệ giả định (không có số liệu công bố)',
    adds: 'Các dòng cộng khớp',
    wrong: 'CÁC DÒNG KHÔNG KHỚP',
  },
  en: {
    title: (day: string) => `The day of ${day}`,
    amendments: 'Amendments',
    reissued: 're-issued certificates',
    facilities: 'Vaccinating facilities of the district',
    refusals: 'Certificates that were refused, and why',
    measured: 'Rates measured in March 2022',
    assumed: 'Rates assumed (no figure was published)',
    adds: 'All rows add up',
    wrong: 'ROWS DO NOT ADD UP',
  },
} as const

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

function rates(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) =>
      typeof value === 'number'
        ? [`${name} ${percent(value)}`]
        : [`${name} ${rates(value as never)}`],
    )
    .join(', ')
}

/** The final table. */
export function summary(outcome: DayOutcome, language: Language): string {
  const says = text[language]
  const { amendments, rollUp, refusals, faults } = outcome
  const vaccinating = rollUp.rows.filter((row) => row.state !== 'not-vaccinating')
  const states = ['finished', 'open', 'silent'].map(
    (state) =>
      `${word(state, language)} ${vaccinating.filter((row) => row.state === state).length}`,
  )
  return [
    says.title(outcome.truth.day),
    '',
    ledgerTable(outcome.rows, language),
    '',
    `${says.amendments}: ${amendments.made} = ${word('signed', language)} ${amendments.signed}, ${word('acknowledged', language)} ${amendments.acknowledged}; ${says.reissued}: ${outcome.reissued}`,
    `${says.facilities}: ${vaccinating.length} = ${states.join(' + ')}`,
    faults.length === 0 ? says.adds : `${says.wrong}: ${faults.join('; ')}`,
    '',
    `${says.refusals}:`,
    ...refusals.map(({ what, reason }) => `  ${what.padEnd(16)} ${reason}`),
    '',
    `${says.measured}: ${rates(measured)}`,
    `${says.assumed}: ${rates(assumed)}`,
  ].join('\n')
}
