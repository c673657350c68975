/** The three ways to print answers: sentences, one JSON document, one JSON object a line. */
import { type Language, openChecks } from '@tiemchung/core'
import type { Io } from '../io.js'
import { sayError } from '../say-error.js'
import type { Place } from '../source/entry.js'
import type { Answer, TextAnswer, UnreadableAnswer } from './answer.js'
import { explained, scanFault } from './reason.js'
import { exitOf, summary, type Tally, totalOf } from './tally.js'
import { outcomeWord } from './words.js'

/** How answers are printed. */
export interface Printing {
  readonly format: 'human' | 'json' | 'ndjson'
  readonly language: Language
  /** Whether the names of files are shown: they may name a person. */
  readonly names: boolean
}

/** Prints answers as they come. */
export interface Printer {
  answer(answer: Answer, count: number): void
  end(tally: Tally): void
}

const placeWords: Readonly<
  Record<Language, Readonly<Record<'argument' | 'file' | 'line' | 'page' | 'code', string>>>
> = {
  vi: { argument: 'đầu vào', file: 'tệp', line: 'dòng', page: 'trang', code: 'mã' },
  en: { argument: 'input', file: 'file', line: 'line', page: 'page', code: 'code' },
}

/** Where it stood, when it stood in a file. */
function placeText(place: Place, { language, names }: Printing): string {
  const { name, argument, file, line, page, code } = place
  if (name === undefined || name === '-') return ''
  const words = placeWords[language]
  const parts = names ? [name] : [`${words.argument} ${argument}`]
  if (!names && file !== undefined) parts.push(`${words.file} ${file}`)
  for (const [key, value] of Object.entries({ line, page, code })) {
    if (value !== undefined) parts.push(`${words[key as 'line']} ${value}`)
  }
  return ` (${parts.join(', ')})`
}

const indent = (parts: readonly string[]) => `  ${parts.filter(Boolean).join(' ')}`

function printHuman(io: Io, answer: TextAnswer, count: number, printing: Printing): void {
  const { report, text, id, place } = answer
  const { language } = printing
  const named = id === undefined ? '' : ` ${JSON.stringify(id)}`
  const word = outcomeWord(report.verdict, language, io.terminal.colour)
  io.out(`${count} ${word}${named}${placeText(place, printing)}`)
  const scan = report.verdict === 'invalid' ? scanFault(text, language) : undefined
  if (scan !== undefined) {
    io.out(indent([scan.says, scan.todo, `[${scan.reason}]`]))
    return
  }
  for (const check of openChecks(report)) {
    const { says, todo, reason } = explained(check, language)
    io.out(indent([`${check.id}:`, says, todo, `[${reason}]`]))
  }
}

function placeJson({ name, ...place }: Place, { names }: Printing): object {
  return names && name !== undefined ? { ...place, name } : place
}

function answerJson(answer: TextAnswer, count: number, printing: Printing): object {
  const { report, text, id, place } = answer
  const { language } = printing
  const { verdict, checks, basis } = report
  const scan = verdict === 'invalid' ? scanFault(text, language) : undefined
  return {
    input: count,
    ...(id === undefined ? {} : { id }),
    verdict,
    from: placeJson(place, printing),
    ...(scan === undefined ? {} : { scan }),
    checks: checks.map((check) => {
      if (check.reason === undefined) return check
      const { says, todo } = explained(check, language)
      return { ...check, says, todo }
    }),
    basis,
  }
}

function unreadableJson({ error, place }: UnreadableAnswer, printing: Printing): object {
  const { code, sentences, todo } = error
  const { language } = printing
  return {
    verdict: 'unreadable',
    from: placeJson(place, printing),
    error: { code, says: sentences[language], todo: todo[language] },
  }
}

const jsonOf = (answer: Answer, count: number, printing: Printing): string =>
  JSON.stringify(
    'error' in answer ? unreadableJson(answer, printing) : answerJson(answer, count, printing),
  )

const tallyJson = (tally: Tally): string =>
  JSON.stringify({ texts: totalOf(tally), ...tally, exitCode: exitOf(tally) })

/** One document, written piece by piece: a batch is not held in memory for it. */
function documentPrinter(io: Io, printing: Printing): Printer {
  let some = false
  const part = (text: string) => {
    io.out(some ? `,${text}` : `{"results":[${text}`)
    some = true
  }
  return {
    answer: (answer, count) => {
      part(jsonOf(answer, count, printing))
    },
    end: (tally) => {
      io.out(`${some ? '' : '{"results":['}],"summary":${tallyJson(tally)}}`)
    },
  }
}

const noRevocation: Readonly<Record<Language, string>> = {
  vi: 'Không có danh sách thu hồi: chứng nhận đã bị thu hồi cũng ra hợp lệ. Đưa danh sách bằng --revocation, hoặc lưu bằng tiemchung trust update.',
  en: 'There is no revocation list: a certificate that was revoked comes out as valid too. Give one with --revocation, or keep one with tiemchung trust update.',
}

const unasked = ({ report }: TextAnswer) =>
  report.verdict === 'valid' && report.checks.some(({ reason }) => reason === 'no-revocation-data')

/** Answers for a reader: at the first valid one that no list was asked about, that is said once. */
function humanPrinter(io: Io, printing: Printing): Pick<Printer, 'answer'> {
  let isSaid = false
  return {
    answer: (answer, count) => {
      if ('error' in answer) return
      printHuman(io, answer, count, printing)
      if (isSaid || !unasked(answer)) return
      isSaid = true
      io.say(noRevocation[printing.language])
    },
  }
}

/** A printer of answers; what could not be read is also said aside, in every format. */
export function printerFor(io: Io, printing: Printing): Printer {
  const { format, language } = printing
  const human = humanPrinter(io, printing)
  const document = format === 'json' ? documentPrinter(io, printing) : undefined
  return {
    answer: (answer, count) => {
      if ('error' in answer) sayError(io, answer.error, language)
      if (document !== undefined) document.answer(answer, count)
      else if (format === 'ndjson') io.out(jsonOf(answer, count, printing))
      else human.answer(answer, count)
    },
    end: (tally) => {
      document?.end(tally)
      if (totalOf(tally) > 1) io.say(summary(tally, language, io.terminal.colour))
    },
  }
}
