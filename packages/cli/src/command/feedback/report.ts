import { type Language, ParseError, utf8 } from '@tiemchung/core'
import {
  type FeedbackReport,
  feedbackReport,
  parseFeedbackUnits,
  reportCsv,
  reportPage,
} from '@tiemchung/feedback/report'
import { feedbackPolicy9458 } from '@tiemchung/feedback/rules'
import { type FeedbackItem, feedbackItemSchema } from '@tiemchung/schemas'
import { errorCatalogue } from '../../errors.js'
import type { ExitCode } from '../../exit-code.js'
import { chunksOf, instantOr, jsonOf, linesOf, oneOf } from '../../input.js'
import type { Io } from '../../io.js'
import { writeTo } from '../../output.js'

/** The options of `feedback report`. */
export interface FeedbackReportCommand {
  /** A JSON list of the units that handle feedback. */
  readonly units: string
  /** Default: now. */
  readonly at?: string
  readonly format: string
  /** Default: standard output. */
  readonly out?: string
}

/** What is in a line; its own words may name a person and are not repeated. */
function itemIn(line: string, number: number): FeedbackItem {
  try {
    return feedbackItemSchema.parse(JSON.parse(line))
  } catch {
    throw new ParseError(errorCatalogue, 'cli.feedback-item', { path: ['input', number] })
  }
}

async function* itemsIn(io: Io, path: string): AsyncGenerator<FeedbackItem> {
  let number = 0
  for await (const line of linesOf(chunksOf(io, path, ['input']), ['input'])) {
    number += 1
    yield itemIn(line, number)
  }
}

const writers = {
  json: (report: FeedbackReport) => JSON.stringify(report),
  csv: reportCsv,
  html: reportPage,
} as const

const words: Readonly<Record<Language, (report: FeedbackReport) => string>> = {
  vi: ({ total, neverLoggedIn }) =>
    `${total.open} đang mở, ${total.overdue} quá hạn, ${total.untouched} chưa ai xem, ${neverLoggedIn.length} đơn vị chưa đăng nhập`,
  en: ({ total, neverLoggedIn }) =>
    `${total.open} open, ${total.overdue} overdue, ${total.untouched} untouched, ${neverLoggedIn.length} units never logged in`,
}

/**
 * Reports how units stand with their feedback, from items a line each. Done (0) only when nothing is overdue,
 * else 1.
 *
 * @throws ParseError `cli.file`, `cli.json`, `cli.not-utf8`, `cli.feedback-item`, `feedback.units`
 */
export async function reportFeedback(
  io: Io,
  path: string,
  { units, at, format, out }: FeedbackReportCommand,
  language: Language,
): Promise<ExitCode> {
  const write = writers[oneOf('--format', format, ['json', 'csv', 'html'])]
  const report = await feedbackReport(itemsIn(io, path), {
    at: instantOr(io, '--at', at),
    policy: feedbackPolicy9458,
    units: parseFeedbackUnits(await jsonOf(io, units, ['--units'])),
  })
  const text = write(report, language)
  if (out === undefined) io.out(text.trimEnd())
  else await writeTo(io, '--out', out, utf8(text))
  io.say(words[language](report))
  return report.total.overdue === 0 ? 0 : 1
}
