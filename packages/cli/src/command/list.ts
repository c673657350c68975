import {
  civilDateAt,
  concatBytes,
  errorsOf,
  InputError,
  type Language,
  parseCivilDate,
} from '@tiemchung/core'
import {
  type FullOptions,
  readFull,
  readPl1,
  type RowIssue,
  streamFull,
  streamPl1,
  writeBack,
} from '@tiemchung/schemas/tabular'
import { errorCatalogue } from '../errors.js'
import type { ExitCode } from '../exit-code.js'
import { chunksOf, oneOf, optionOf } from '../input.js'
import type { Io } from '../io.js'
import { writeTo } from '../output.js'
import { policyVolumes } from '../volumes.js'

/** The options of `list`. */
export interface ListCommand {
  readonly json?: boolean
  /** Where to write the workbook with its last column filled. */
  readonly writeBack?: string
  readonly acceptSuggestions?: boolean
  /** `pl1`, or `full`: one sheet with the number, guardian, consent and screening. */
  readonly layout: string
  /** The day as of which the addresses of `full` are valid; default today. */
  readonly on?: string
}

/** What the list is read as, with what reading it takes. */
type Reading = FullOptions & {
  readonly layout: 'pl1' | 'full'
  readonly acceptSuggestions: boolean
}

function readingOf(io: Io, { layout, on, acceptSuggestions = false }: ListCommand): Reading {
  return {
    layout: oneOf('--layout', layout, ['pl1', 'full']),
    asOf: on === undefined ? civilDateAt(io.clock.now()) : optionOf('--on', on, parseCivilDate),
    volumes: policyVolumes,
    acceptSuggestions,
  }
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
  reading: Reading,
): Promise<Tally> {
  const tally: Tally = { rows: 0, refused: 0, notes: 0 }
  const streamed =
    reading.layout === 'full' ? streamFull(chunks, reading) : streamPl1(chunks, reading)
  for await (const { row, issues } of streamed) {
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
  reading: Reading,
  { result, language }: { readonly result: string | undefined; readonly language: Language },
): Promise<Tally> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  const bytes = concatBytes(...parts)
  const options = { format: 'xlsx', partial: true, ...reading } as const
  const { listed, refused, issues } =
    reading.layout === 'full' ? await readFull(bytes, options) : await readPl1(bytes, options)
  for (const one of issues) show(one)
  if (result !== undefined) {
    await writeTo(io, '--write-back', result, writeBack(bytes, issues, language))
  }
  return { rows: listed, refused, notes: issues.length - errorsOf(issues).length }
}

/**
 * Checks a list, row by row: PL1, or `full`. Done (0) only when no row has an error, else unreadable input (65).
 *
 * A name that ends in `.csv` is CSV, another a workbook; standard input is what it looks like.
 */
export async function list(
  io: Io,
  path: string,
  command: ListCommand,
  language: Language,
): Promise<ExitCode> {
  const reading = readingOf(io, command)
  const chunks = chunksOf(io, path, ['input'])
  const { isZip, all } = await sniffed(chunks)
  const isCsv = path === '-' ? !isZip : path.toLowerCase().endsWith('.csv')
  if (isCsv && command.writeBack !== undefined) {
    throw new InputError(errorCatalogue, 'cli.use', { path: ['--write-back'] })
  }
  const show = showing(io, command, language)
  const tally = isCsv
    ? await listCsv(all, show, reading)
    : await listWorkbook(io, all, show, reading, { result: command.writeBack, language })
  io.say(words[language](tally))
  return tally.refused === 0 ? 0 : 65
}
