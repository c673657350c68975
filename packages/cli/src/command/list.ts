import { concatBytes, errorsOf, InputError, type Language } from '@tiemchung/core'
import { readPl1, type RowIssue, streamPl1, writeBack } from '@tiemchung/schemas/tabular'
import { errorCatalogue } from '../errors.js'
import type { ExitCode } from '../exit-code.js'
import { chunksOf } from '../input.js'
import type { Io } from '../io.js'
import { writeTo } from '../output.js'

/** The options of `list`. */
export interface ListCommand {
  readonly json?: boolean
  /** Where to write the workbook with its last column filled. */
  readonly writeBack?: string
  readonly acceptSuggestions?: boolean
}

/** What was counted. */
interface Tally {
  rows: number
  refused: number
  notes: number
}

type Show = (issue: RowIssue) => void

function showing(io: Io, { json }: ListCommand, language: Language): Show {
  return ({ row, column, heading, code, severity, message }) => {
    const says = message[language]
    if (json === true) {
      io.out(JSON.stringify({ row, column, heading, code, severity, message: says }))
    } else io.out(`${[`${column}${row}`, heading].join(' ').trimEnd()}: ${says} [${code}]`)
  }
}

const words: Readonly<Record<Language, (tally: Tally) => string>> = {
  vi: ({ rows, refused, notes }) => `${rows} dòng, ${refused} dòng có lỗi, ${notes} ghi chú`,
  en: ({ rows, refused, notes }) => `${rows} rows, ${refused} refused, ${notes} notes`,
}

/** The bytes again, behind the first of them, by which the kind of a file without a name is told. */
async function sniffed(chunks: AsyncGenerator<Uint8Array>): Promise<{
  readonly isZip: boolean
  readonly all: AsyncIterable<Uint8Array>
}> {
  let head: Uint8Array = new Uint8Array()
  while (head.length < 2) {
    const next = await chunks.next()
    if (next.done === true) break
    head = concatBytes(head, next.value)
  }
  const all = async function* () {
    yield head
    yield* chunks
  }
  return { isZip: head[0] === 0x50 && head[1] === 0x4b, all: all() }
}

/** A CSV file, row by row: memory does not grow with its length. */
async function listCsv(
  chunks: AsyncIterable<Uint8Array>,
  show: Show,
  acceptSuggestions: boolean,
): Promise<Tally> {
  const tally: Tally = { rows: 0, refused: 0, notes: 0 }
  for await (const { row, issues } of streamPl1(chunks, { acceptSuggestions })) {
    const errors = errorsOf(issues).length
    // What is said of the columns comes without a row, and never as an error.
    if (row !== undefined || errors > 0) tally.rows += 1
    if (errors > 0) tally.refused += 1
    tally.notes += issues.length - errors
    for (const one of issues) show(one)
  }
  return tally
}

async function listWorkbook(
  io: Io,
  chunks: AsyncIterable<Uint8Array>,
  show: Show,
  { acceptSuggestions = false, writeBack: result }: ListCommand,
  language: Language,
): Promise<Tally> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  const bytes = concatBytes(...parts)
  const options = { format: 'xlsx', partial: true, acceptSuggestions } as const
  const { listed, refused, issues } = await readPl1(bytes, options)
  for (const one of issues) show(one)
  if (result !== undefined) {
    await writeTo(io, '--write-back', result, writeBack(bytes, issues, language))
  }
  return { rows: listed, refused, notes: issues.length - errorsOf(issues).length }
}

/**
 * Checks a PL1 list, row by row. Done (0) only when no row has an error, else unreadable input (65).
 *
 * A name that ends in `.csv` is CSV, another a workbook; standard input is what it looks like.
 */
export async function list(
  io: Io,
  path: string,
  command: ListCommand,
  language: Language,
): Promise<ExitCode> {
  const chunks = chunksOf(io, path, ['input'])
  const { isZip, all } = await sniffed(chunks)
  const isCsv = path === '-' ? !isZip : path.toLowerCase().endsWith('.csv')
  if (isCsv && command.writeBack !== undefined) {
    throw new InputError(errorCatalogue, 'cli.use', { path: ['--write-back'] })
  }
  const show = showing(io, command, language)
  const tally = isCsv
    ? await listCsv(all, show, command.acceptSuggestions === true)
    : await listWorkbook(io, all, show, command, language)
  io.say(words[language](tally))
  return tally.refused === 0 ? 0 : 65
}
