/** What the demo prints at its end. */
import type { RollUp } from '@tiemchung/schemas/wire'
import type { DayOutcome } from '../day/run-day.js'
import type { DayTable } from '../table/day-table.js'
import { left, right } from './columns.js'
import { ratesTable } from './rates-table.js'
import { textTable } from './text-table.js'
import { type Language, reasonWord, word } from './words.js'

const text = {
  vi: {
    title: (day: string, codes: string) =>
      `Buổi tiêm ngày ${day.split('-').reverse().join('/')} của phường Mẫu: các cơ sở ${codes}`,
    facilities: 'Từng cơ sở trong huyện: đã tiêm, và vì sao chưa xong',
    amendments: 'Sửa đổi và cấp lại, theo mã bản ghi đầu tiên',
    amendment: 'bản sửa đổi',
    trials: 'Chứng nhận đem thử, và kết quả kiểm tra',
    adds: 'Các dòng cộng khớp; mỗi trẻ thuộc đúng một nhóm.',
    wrong: 'KHÔNG KHỚP',
    noReport: 'có kế hoạch tiêm, không có báo cáo',
  },
  en: {
    title: (day: string, codes: string) =>
      `The day of ${day} in the commune of Mẫu: facilities ${codes}`,
    facilities: 'Each facility of the district: given, and why it is not finished',
    amendments: 'Amendments and re-issues, by first record id',
    amendment: 'amendment',
    trials: 'Certificates that were tried, and what the verifier said',
    adds: 'All rows add up; each child is in one class.',
    wrong: 'DOES NOT ADD UP',
    noReport: 'vaccinates by the plan, no report',
  },
} as const

/** Open reasons of a report, the largest first. */
export function openText(open: Readonly<Record<string, number>>, language: Language): string {
  return Object.entries(open)
    .sort(([, one], [, other]) => other - one)
    .map(([reason, count]) => `${reasonWord(reason, language)} ${count}`)
    .join(', ')
}

function facilityLines({ truth, rollUp }: DayOutcome, language: Language): readonly string[] {
  return rollUp.rows.map(({ facility, state, report }: RollUp['rows'][number]) => {
    const name = truth.facilities.find(({ code }) => code === facility)?.name ?? ''
    const open = openText(report?.open ?? {}, language)
    const why = state === 'silent' ? text[language].noReport : open
    const given = report === undefined ? '–' : String(report.given)
    return `  ${facility}  ${left(name, 31)}${left(word(state, language), 16)}${right(given, 4)}  ${why}`.trimEnd()
  })
}

/** What was amended and issued again, each behind the first record that it goes back to. */
function amendmentLines({ feedback }: DayOutcome, language: Language): readonly string[] {
  return feedback.amended.map(({ firstRecordId, amendmentId }) => {
    const again = feedback.reissued.find(({ request }) =>
      (request.recordIds as readonly string[]).includes(amendmentId),
    )
    const certificate = again === undefined ? '' : `; ${again.certificate.certificateId}`
    return `  ${firstRecordId} → ${text[language].amendment} ${amendmentId}${certificate}`
  })
}

/** The final table. */
export function summary(outcome: DayOutcome, table: DayTable, language: Language): string {
  const says = text[language]
  const { truth, verified, feedback } = outcome
  const codes = truth.facilities.filter(({ ofCommune }) => ofCommune).map(({ code }) => code)
  const trials = [...verified.trials, ...feedback.trials]
  return [
    says.title(truth.day, codes.join(', ')),
    '',
    textTable(table.stages, language),
    '',
    textTable(table.beside, language),
    '',
    ...(feedback.amended.length === 0
      ? []
      : [`${says.amendments}:`, ...amendmentLines(outcome, language), '']),
    `${says.facilities}:`,
    ...facilityLines(outcome, language),
    '',
    `${says.trials}:`,
    ...trials.map(({ what, reason }) => `  ${left(word(what, language), 28)}${reason}`),
    '',
    ratesTable(truth, language),
    '',
    table.faults.length === 0 ? says.adds : `${says.wrong}: ${table.faults.join('; ')}`,
  ].join('\n')
}
