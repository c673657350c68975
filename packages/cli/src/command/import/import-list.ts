import {
  errorsOf,
  civilDateAt,
  isSdkError,
  type Language,
  parseCivilDate,
  utf8,
} from '@tiemchung/core'
import {
  type ColumnMap,
  type ColumnProposal,
  type CsvEncoding,
  detectEncoding,
  type ImportReading,
  importRows,
  type OldLetters,
  readFull,
  readPl1,
  readSheet,
  type SheetCells,
  writeCsv,
  writeWorkbook,
} from '@tiemchung/schemas/tabular'
import type { ExitCode } from '../../exit-code.js'
import { allOf, chunksOf, oneOf, optionOf } from '../../input.js'
import type { Io } from '../../io.js'
import { writeTo } from '../../output.js'
import { policyVolumes } from '../../volumes.js'
import { checkMap, keptMap, type MapWishes, newMap } from './map-of.js'
import { importWords, surenessWord } from './words.js'

/** The options of `import`. */
export interface ImportCommand {
  /** The column map; written when it is not there. */
  readonly map: string
  /** Where to write the list in the layout. Default: nowhere. */
  readonly out?: string
  readonly dryRun?: boolean
  readonly layout: string
  readonly encoding?: string
  readonly letters?: string
  /** The day as of which address codes hold, and after which nothing happened. Default today. */
  readonly on?: string
  readonly acceptSuggestions?: boolean
  readonly json?: boolean
}

type Format = 'xlsx' | 'csv'

interface Source {
  readonly bytes: Uint8Array
  readonly format: Format
}

const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

const cellsOf = ({ bytes, format }: Source, encoding?: CsvEncoding): Promise<SheetCells> =>
  readSheet(bytes, { format, ...(encoding === undefined ? {} : { encoding }) })

interface Counts {
  readonly rows: number
  readonly refused: number
  readonly notes: number
}

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1258'] as const
const oldLetters = ['tcvn3', 'vni', 'utf-8-twice'] as const

function wishesOf({ layout, encoding, letters }: ImportCommand): MapWishes {
  return {
    layout: oneOf('--layout', layout, ['pl1', 'full']),
    ...(encoding === undefined
      ? {}
      : { encoding: oneOf<CsvEncoding>('--encoding', encoding, encodings) }),
    ...(letters === undefined
      ? {}
      : { letters: oneOf<OldLetters>('--letters', letters, oldLetters) }),
  }
}

const countsOf = ({
  listed,
  refused,
  issues,
}: Pick<ImportReading, 'listed' | 'refused' | 'issues'>): Counts => ({
  rows: listed,
  refused,
  notes: issues.length - errorsOf(issues).length,
})

/** What the sheet comes to without a map, or why it cannot be read at all. */
async function withoutMap(
  { bytes, format }: Source,
  { layout }: ColumnMap,
  options: { readonly asOf: ReturnType<typeof parseCivilDate> },
): Promise<Counts | string> {
  try {
    const more = { format, partial: true, ...options } as const
    return countsOf(layout === 'full' ? await readFull(bytes, more) : await readPl1(bytes, more))
  } catch (caught) {
    if (isSdkError(caught)) return caught.code
    throw caught
  }
}

/** Says what bytes and letters seem to be where nobody has said it: it is never taken silently. */
async function sayEncoding(
  io: Io,
  { bytes, format }: Source,
  wishes: MapWishes,
  language: Language,
): Promise<void> {
  if (wishes.encoding !== undefined || wishes.letters !== undefined) return
  // A workbook named CSV is refused for what it is; its bytes are in no encoding.
  if (format === 'csv' && isWorkbook(bytes)) return
  const { encoding = 'utf-8', letters, because } = await detectEncoding(bytes, { format })
  const isUsual = encoding === 'utf-8' || because === 'byte-order-mark'
  const isOld = letters === 'mixed' || oldLetters.some((one) => one === letters)
  if (isUsual && !isOld) return
  io.say(importWords[language].seems(encoding, letters))
}

function showProposal(
  io: Io,
  { map, unmapped, missing }: ColumnProposal,
  { json }: ImportCommand,
  language: Language,
): void {
  const words = importWords[language]
  for (const { from, headings = [], to, confidence = 0, evidence = [] } of map.columns) {
    if (json === true) io.out(JSON.stringify({ kind: 'column', from, to, confidence, evidence }))
    else {
      const word = surenessWord(confidence, language, io.terminal.colour)
      const said = evidence.join(', ')
      io.out(`${from.join('+')} ${headings.join(' + ')} → ${to}  ${confidence} ${word} (${said})`)
    }
  }
  for (const { from, heading } of unmapped) {
    if (json === true) io.out(JSON.stringify({ kind: 'unmapped', from }))
    else io.out(`${from} ${heading}: ${words.unmapped}`)
  }
  for (const heading of missing) {
    if (json === true) io.out(JSON.stringify({ kind: 'missing', heading }))
    else io.out(`${words.missing} "${heading}"`)
  }
}

function showIssues(
  io: Io,
  { issues }: ImportReading,
  { json }: ImportCommand,
  language: Language,
) {
  for (const { row, column, heading, code, severity, message } of issues) {
    const says = message[language]
    if (json === true) {
      const kind = 'issue'
      io.out(JSON.stringify({ kind, row, column, heading, code, severity, message: says }))
    } else io.out(`${column}${row} ${heading}: ${says} [${code}]`)
  }
}

/** Writes the list, when it was asked for and every row is sound. */
async function save(
  io: Io,
  { layout }: ColumnMap,
  { written, refused, listed }: ImportReading,
  { out, dryRun }: ImportCommand,
): Promise<'saved' | 'notSaved' | 'nothingSaved' | 'noRows'> {
  if (listed === 0) return 'noRows'
  if (out === undefined || dryRun === true) return 'nothingSaved'
  if (refused > 0) return 'notSaved'
  const isCsv = out.toLowerCase().endsWith('.csv')
  const bytes = isCsv ? utf8(writeCsv(layout, written)) : await writeWorkbook(layout, written)
  await writeTo(io, '--out', out, bytes)
  return 'saved'
}

/** Options that say otherwise than the map that is there. The layout is `full` where nobody has said it. */
function outvoted({ layout, encoding, letters }: MapWishes, map: ColumnMap): readonly string[] {
  const others = map.columns.some((one) => one.letters !== letters)
  return [
    ...(layout !== 'full' && layout !== map.layout ? ['--layout'] : []),
    ...(encoding !== undefined && encoding !== (map.encoding ?? 'utf-8') ? ['--encoding'] : []),
    ...(letters !== undefined && others ? ['--letters'] : []),
  ]
}

async function mapFor(
  io: Io,
  source: Source,
  command: ImportCommand,
  language: Language,
): Promise<ColumnMap> {
  const wishes = wishesOf(command)
  const kept = await keptMap(io, command.map)
  if (kept !== undefined) {
    io.say(importWords[language].used)
    for (const option of outvoted(wishes, kept)) io.say(importWords[language].outvoted(option))
    checkMap(kept, await cellsOf(source, kept.encoding))
    return kept
  }
  await sayEncoding(io, source, wishes, language)
  const proposal = await newMap(io, command.map, await cellsOf(source, wishes.encoding), wishes)
  showProposal(io, proposal, command, language)
  io.say(importWords[language].written)
  return proposal.map
}

/**
 * Reads a clinic's own sheet through a column map: the one at `--map`, or a proposal that is written there for
 * review. Counts before and after; saves nothing without `--out`, and never a list with a refused row. Done
 * (0) only when there are rows and none is refused, else 65.
 */
export async function importList(
  io: Io,
  path: string,
  command: ImportCommand,
  language: Language,
): Promise<ExitCode> {
  const asOf =
    command.on === undefined
      ? civilDateAt(io.clock.now())
      : optionOf('--on', command.on, parseCivilDate)
  const bytes = await allOf(chunksOf(io, path, ['input']), ['input'])
  const isCsv = path === '-' ? !isWorkbook(bytes) : path.toLowerCase().endsWith('.csv')
  const source: Source = { bytes, format: isCsv ? 'csv' : 'xlsx' }
  const map = await mapFor(io, source, command, language)
  const acceptSuggestions = command.acceptSuggestions === true
  const options = { asOf, on: asOf, volumes: policyVolumes, acceptSuggestions }
  const reading = importRows(map, await cellsOf(source, map.encoding), options)
  showIssues(io, reading, command, language)
  const before = await withoutMap(source, map, options)
  const after = countsOf(reading)
  if (command.json === true) io.out(JSON.stringify({ kind: 'counts', before, after }))
  const words = importWords[language]
  io.say(words.before(before))
  io.say(words.after(after))
  io.say(words[await save(io, map, reading, command)])
  return reading.refused === 0 && reading.listed > 0 ? 0 : 65
}
