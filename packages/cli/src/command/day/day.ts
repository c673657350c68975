/** `day status`, `day report` and `day close`. */
import { InputError, type Language, utf8 } from '@tiemchung/core'
import { nextSteps } from '@tiemchung/clinic'
import { dayReportCsv, dayReportPage } from '@tiemchung/clinic/report'
import type { DayReport } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../../errors.js'
import type { ExitCode } from '../../exit-code.js'
import { oneOf } from '../../input.js'
import type { Io } from '../../io.js'
import { writeTo } from '../../output.js'
import { withDay } from './with-day.js'

/** The options of `day status`. */
export interface DayStatusCommand {
  readonly policy: string
  readonly json?: boolean
}

/** The options of `day report`. */
export interface DayReportCommand {
  readonly policy: string
  readonly format: string
  readonly feedbackOpen?: string
  readonly out?: string
}

/** The options of `day close`. */
export interface DayCloseCommand {
  readonly policy: string
  readonly by: string
  readonly reason?: string
  readonly json?: boolean
}

/** 2 where a deadline was not understood: what is left may be finished and late all the same. */
function codeOf({ finished, policy }: DayReport): ExitCode {
  if (!finished) return 1
  return (policy?.unknownSteps ?? 0) > 0 ? 2 : 0
}

const summary: Readonly<Record<Language, (report: DayReport) => string>> = {
  vi: ({ given, entered, complete, settled, signed, acknowledged, finished }) =>
    `${given} mũi đã tiêm, ${entered} đã nhập, ${complete} đầy đủ, ${settled} đã xác thực, ${signed} đã ký, ${acknowledged} nền tảng đã nhận: ${finished ? 'đã hoàn thành' : 'chưa hoàn thành'}`,
  en: ({ given, entered, complete, settled, signed, acknowledged, finished }) =>
    `${given} doses given, ${entered} entered, ${complete} complete, ${settled} settled, ${signed} signed, ${acknowledged} acknowledged: ${finished ? 'finished' : 'not finished'}`,
}

/** What is open and who does what next, a line each. */
function openLines(report: DayReport, language: Language): readonly string[] {
  const { open, unreadable = 0 } = report
  const all = { ...open, ...(unreadable === 0 ? {} : { unreadable }) }
  const reasons = Object.entries(all).map(([reason, count]) => `${count}\t${reason}`)
  const steps = (report.next ?? []).map(({ who, code, count, overdue, dueAt = '–' }) => {
    const known: Readonly<
      Record<string, { readonly says: Readonly<Record<Language, string>> } | undefined>
    > = nextSteps
    const says = known[code]?.says[language] ?? code
    return `${count}\t${who}\t${dueAt}\t${overdue}\t${says}`
  })
  return [...reasons, ...steps]
}

/** Says how the day in a folder stands: 0 finished, 1 open, 2 when that cannot be told. */
export function dayStatus(
  io: Io,
  folder: string,
  { policy, json = false }: DayStatusCommand,
  language: Language,
): Promise<ExitCode> {
  return withDay(io, folder, policy, language, async ({ day, policyIssues }) => {
    const report = await day.report({ policyIssues })
    if (json) io.out(JSON.stringify({ report, open: await day.next() }))
    else
      for (const line of [summary[language](report), ...openLines(report, language)]) io.out(line)
    return codeOf(report)
  })
}

const writers = {
  json: (report: DayReport) => JSON.stringify(report),
  csv: dayReportCsv,
  html: dayReportPage,
} as const

/** @throws InputError `cli.use` */
function countIn(option: string, text: string | undefined): { readonly feedbackOpen?: number } {
  if (text === undefined) return {}
  if (/^\d{1,9}$/.test(text)) return { feedbackOpen: Number(text) }
  throw new InputError(errorCatalogue, 'cli.use', { path: [option] })
}

/** Prints or writes the report of the day in a folder. Codes as of {@link dayStatus}. */
export function reportDay(
  io: Io,
  folder: string,
  { policy, format, out, feedbackOpen }: DayReportCommand,
  language: Language,
): Promise<ExitCode> {
  const write = writers[oneOf('--format', format, ['json', 'csv', 'html'])]
  const feedback = countIn('--feedback-open', feedbackOpen)
  return withDay(io, folder, policy, language, async ({ day, policyIssues }) => {
    const report = await day.report({ policyIssues, ...feedback })
    const text = write(report, language)
    if (out === undefined) io.out(text.trimEnd())
    else await writeTo(io, '--out', out, utf8(text))
    io.say(summary[language](report))
    return codeOf(report)
  })
}

/** Closes the day in a folder: 0 closed, 1 when something is open and no reason was given. */
export function closeDay(
  io: Io,
  folder: string,
  { policy, by, reason, json = false }: DayCloseCommand,
  language: Language,
): Promise<ExitCode> {
  return withDay(io, folder, policy, language, async ({ day }) => {
    const outcome = await day.close({ by, ...(reason === undefined ? {} : { reason }) })
    const { report } = outcome
    if (json) io.out(JSON.stringify(outcome))
    else
      for (const line of [summary[language](report), ...openLines(report, language)]) io.out(line)
    if (outcome.closed) return 0
    io.say(`${outcome.issue.message[language]} [${outcome.issue.code}]`)
    return 1
  })
}
