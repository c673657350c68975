import { ParseError, parseCivilDate } from '@tiemchung/core'
import {
  joinRows,
  type ListReading,
  type ReadListOptions,
  readPl1,
  readSupplement,
  type RowIssue,
  streamPl1,
  writeBack,
} from '@tiemchung/schemas/tabular'
import { marks } from '../corpus.js'
import { attempt, attemptNow, mustKeepSilent } from '../judge.js'
import { knownCodes } from '../known-codes.js'
import { must, type Outcome, refused, value } from '../long-run.js'
import { mutateBytes } from '../mutate-bytes.js'
import { bytesOfText, mutateText } from '../mutate-text.js'
import type { Random } from '../random.js'
import { family, type Kind, type Kinds } from './family.js'
import { csvOf, workbookParts } from './list-seeds.js'
import { zipOf } from './zip.js'

const on = parseCivilDate('2022-06-15')
const limits = { rows: 20_000, unpacked: 4_000_000, parts: 20 }

type Read = typeof readPl1 | typeof readSupplement

function checkIssues(issues: readonly RowIssue[]): void {
  for (const one of issues) must(knownCodes.has(one.code), `issue ${one.code} is in no catalogue`)
  mustKeepSilent(issues.slice(0, 50), marks)
}

/** Every list comes back whole or not at all, unless parts were asked for. */
function checkReading(
  { rows, issues, refused: bad, listed }: ListReading<unknown>,
  partial: boolean,
) {
  checkIssues(issues)
  const sound = listed - bad
  must(rows.length === (partial || bad === 0 ? sound : 0), 'a list was taken in part')
  const errors = issues.filter((one) => one.severity === 'error')
  must(bad === 0 || errors.length > 0, 'a row was refused without a word')
}

async function readOnce(read: Read, bytes: Uint8Array, options: ReadListOptions) {
  const tried = await attempt<ListReading<unknown>>(() => read(bytes, options))
  if ('error' in tried) {
    must(tried.error instanceof ParseError, `a list refused by a ${tried.error.name}`)
    must(tried.error.code.startsWith('tabular.'), `a list refused by ${tried.error.code}`)
    mustKeepSilent(tried.error, marks)
    return undefined
  }
  checkReading(tried.answer, options.partial === true)
  return tried.answer
}

const optionsOf = (random: Random, format: 'csv' | 'xlsx'): ReadListOptions => ({
  format,
  ...(random.chance(0.5) ? {} : { partial: random.chance(0.7) }),
  acceptSuggestions: random.chance(0.5),
  limits,
  ...(random.chance(0.5) ? { on } : {}),
})

const csvSeeds = { pl1: csvOf('pl1'), supplement: csvOf('supplement') }

/**
 * Rows of garbage have an issue for every column, so that time grows with their number: as many as fit
 * in a tenth of the time that a case has. What grows faster than the rows is over it all the same.
 */
const longest = { csv: 20_000, part: 80_000 } as const

function csvBytes(random: Random, seed: string): Uint8Array {
  if (random.chance(0.3)) {
    const bytes = mutateBytes(random, Object.values(csvSeeds).map(bytesOfText), bytesOfText(seed))
    return bytes.slice(0, longest.csv)
  }
  const text = mutateText(random, Object.values(csvSeeds), seed).slice(0, longest.csv)
  return bytesOfText(random.chance(0.2) ? text.replaceAll(',', random.pick([';', '\t'])) : text)
}

const csv: Kind = async (random) => {
  const pl1 = random.chance(0.7)
  const bytes = csvBytes(random, pl1 ? csvSeeds.pl1 : csvSeeds.supplement)
  const read = await readOnce(pl1 ? readPl1 : readSupplement, bytes, optionsOf(random, 'csv'))
  return read === undefined ? refused : value
}

/** The same bytes in pieces, wherever they are cut, hold the same list. */
const streamed: Kind = async (random) => {
  const bytes = csvBytes(random, csvSeeds.pl1)
  const whole = await readOnce(readPl1, bytes, { format: 'csv', partial: true })
  const cuts = Array.from({ length: random.below(4) }, () => random.below(bytes.length + 1))
  const edges = [0, ...cuts.sort((one, other) => one - other), bytes.length]
  const chunks = edges.slice(1).map((end, index) => bytes.subarray(edges[index], end))
  const rows: unknown[] = []
  const tried = await attempt(async () => {
    for await (const { row, issues } of streamPl1(chunks)) {
      checkIssues(issues)
      if (row !== undefined) rows.push(row)
    }
  })
  if ('error' in tried) {
    must(whole === undefined, 'refused in pieces, and read as a whole')
    return refused
  }
  must(whole !== undefined, 'read in pieces, and refused as a whole')
  must(JSON.stringify(rows) === JSON.stringify(whole.rows), 'pieces hold another list')
  return value
}

const parts = { pl1: workbookParts('pl1'), supplement: workbookParts('supplement') }
const workbooks = [parts.pl1, parts.supplement].flatMap((one) => [
  zipOf(one, true),
  zipOf(one, false),
])
const [packed = new Uint8Array(), stored = packed] = workbooks

/** A workbook with one of its parts changed, and packed as it should be. */
function changedParts(random: Random, id: 'pl1' | 'supplement'): Uint8Array {
  const seeds = parts[id].map(({ text }) => text)
  const at = random.chance(0.6) ? 2 : random.below(seeds.length)
  const changed = parts[id].map((part, index) =>
    index === at
      ? { ...part, text: mutateText(random, seeds, part.text).slice(0, longest.part) }
      : part,
  )
  if (random.chance(0.05)) changed.splice(random.below(changed.length), 1)
  return zipOf(changed, random.chance(0.3))
}

function written(bytes: Uint8Array, issues: readonly RowIssue[]): void {
  const tried = attemptNow(() => writeBack(bytes, issues, 'vi', limits))
  if ('error' in tried) mustKeepSilent(tried.error, marks)
  else must(tried.answer.length > 0, 'nothing was written back')
}

async function readWorkbook(random: Random, bytes: Uint8Array, pl1: boolean): Promise<Outcome> {
  const options = optionsOf(random, 'xlsx')
  const read = await readOnce(pl1 ? readPl1 : readSupplement, bytes, options)
  if (pl1 && random.chance(0.2)) written(bytes, read?.issues ?? [])
  return read === undefined ? refused : value
}

const xlsxParts: Kind = (random) => {
  const pl1 = random.chance(0.7)
  return readWorkbook(random, changedParts(random, pl1 ? 'pl1' : 'supplement'), pl1)
}

const xlsxBytes: Kind = (random) =>
  readWorkbook(random, mutateBytes(random, workbooks, random.pick([packed, stored])), true)

/** Two lists that were read are joined, or their rows are told not to fit. */
const joined: Kind = async (random) => {
  const options = { format: 'csv', partial: true } as const
  const [pl1, supplement] = [csvSeeds.pl1, csvSeeds.supplement].map((seed) =>
    csvBytes(random, seed),
  )
  if (pl1 === undefined || supplement === undefined) return refused
  const first = await attempt(() => readPl1(pl1, options))
  const second = await attempt(() => readSupplement(supplement, options))
  if ('error' in first || 'error' in second) return refused
  const list = joinRows(first.answer.rows, second.answer.rows, on)
  checkIssues(list.issues)
  must(list.rows.length <= first.answer.rows.length, 'a join made people')
  return value
}

const kinds: Kinds = [
  [40, csv],
  [15, streamed],
  [25, xlsxParts],
  [12, xlsxBytes],
  [8, joined],
]

/** Lists as people hand them over: CSV and workbooks. */
export const tables = family(
  'tables',
  'CSV and XLSX lists: whole or not at all, and nobody told in an error',
  () => kinds,
)
