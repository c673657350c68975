import type { CellValue } from '../cells.js'
import { type Column, columnLetters, foldHeading, type Layout } from '../layout.js'
import { layouts } from '../write-list.js'
import type { ColumnMap, MappedColumn } from './column-map.js'
import {
  crossOf,
  filled,
  isDateKind,
  isTelling,
  orderOf,
  sexCoding,
  shareOf,
} from './column-values.js'
import { knownAs } from './heading-words.js'

/** A column of the sheet that no column of the layout was found for. */
export interface UnmappedColumn {
  readonly from: string
  readonly heading: string
}

/** A map to be looked at, and what it leaves open. */
export interface ColumnProposal {
  readonly map: ColumnMap
  readonly unmapped: readonly UnmappedColumn[]
  /** Headings of the layout that every row needs and nothing gives. */
  readonly missing: readonly string[]
}

interface Source {
  readonly letters: string
  readonly heading: string
  readonly folded: string
  readonly cells: readonly CellValue[]
}

interface Candidate {
  readonly source: Source
  readonly column: Column
  readonly score: number
  readonly evidence: readonly string[]
}

/** What a heading and a column's values weigh together: neither is enough to be sure. */
const headingWeight = 0.6
const wordsWeight = 0.4
const shapeWeight = 0.4
/** Below this a proposal would be a guess. */
const least = 0.35

function byHeading({ folded }: Source, column: Column): readonly [number, string] | undefined {
  const names = knownAs(column)
  if (names.includes(folded)) return [headingWeight, 'heading']
  const padded = ` ${folded} `
  const part = names.some((name) => name.length > 3 && padded.includes(` ${name} `))
  return part ? [wordsWeight, 'heading-words'] : undefined
}

function byValues({ cells }: Source, { kind }: Column): readonly [number, string] | undefined {
  const share = shareOf(cells, kind)
  if (share === undefined) return undefined
  return [shapeWeight * share, `values ${Math.round(share * 100)}%`]
}

function candidateOf(source: Source, column: Column): Candidate | undefined {
  const heading = byHeading(source, column)
  const values = byValues(source, column)
  if (heading === undefined && !isTelling(column.kind)) return undefined
  // Names and dates are many in a sheet: without a heading nobody knows whose.
  const loose = heading === undefined && (values === undefined || values[0] < shapeWeight * 0.9)
  if (loose) return undefined
  const found = [heading, values].filter((one) => one !== undefined)
  const score = found.reduce((sum, [weight]) => sum + weight, 0)
  const evidence = found.map(([, said]) => said)
  return score < least ? undefined : { source, column, score, evidence }
}

/** Conversions that the values ask for, each with what speaks for it. */
function conversionOf(
  { cells }: Source,
  column: Column,
): Partial<MappedColumn> & {
  readonly said: readonly string[]
  readonly sure: number
} {
  if (column.kind === 'sex') {
    const coding = sexCoding(cells)
    if (coding === undefined) return { said: ['sex-coding-unclear'], sure: 0.5 }
    return { ...coding, said: coding.codes === undefined ? [] : ['sex-coding'], sure: 1 }
  }
  const order = isDateKind(column.kind) ? orderOf(cells) : 'none'
  if (order === 'none') return { said: [], sure: 1 }
  if (order === undefined) return { said: ['date-order-unclear'], sure: 0.5 }
  const said = [order.shown ? `date-order ${order.order}` : 'date-order-assumed']
  const sure = order.shown ? 1 : 0.8
  return order.order === 'dmy' ? { said, sure } : { dateOrder: order.order, said, sure }
}

const hundredths = (value: number) => Math.round(value * 100) / 100

function mappedOf({ source, column, score, evidence }: Candidate): MappedColumn {
  const { said, sure, ...conversion } = conversionOf(source, column)
  return {
    from: [source.letters],
    headings: [source.heading],
    to: column.key,
    ...conversion,
    confidence: hundredths(Math.min(1, score) * sure),
    evidence: [...evidence, ...said],
  }
}

const joined = (
  sources: readonly Source[],
  to: string,
  said: string,
  more: Partial<MappedColumn> = {},
): MappedColumn => ({
  from: sources.map(({ letters }) => letters),
  headings: sources.map(({ heading }) => heading),
  to,
  ...more,
  confidence: 0.8,
  evidence: [said],
})

const familyHeadings = [
  'ho',
  'ho dem',
  'ho lot',
  'ho va dem',
  'ho va ten dem',
  'ho va chu dem',
  'ho ten dem',
]

/** Columns that hold one thing between them: a name in two, a day in three, a cross for each sex. */
function together(sources: readonly Source[]): readonly MappedColumn[] {
  const found: MappedColumn[] = []
  for (const [index, source] of sources.entries()) {
    const [second, third] = [sources[index + 1], sources[index + 2]]
    if (second === undefined) continue
    if (familyHeadings.includes(source.folded) && second.folded === 'ten') {
      found.push(joined([source, second], 'fullName', 'family-and-given-name'))
    }
    const isDay = source.folded.startsWith('ngay') && second.folded.startsWith('thang')
    if (isDay && third?.folded.startsWith('nam') === true) {
      found.push(joined([source, second, third], 'birthDate', 'day-month-year', { join: '/' }))
    }
    const crosses = [crossOf(source.cells), crossOf(second.cells)]
    const [male, female] = crosses
    if (
      source.folded === 'nam' &&
      second.folded === 'nu' &&
      male !== undefined &&
      female !== undefined
    ) {
      found.push(joined([source], 'sex', 'cross', { codes: { [male]: 'Nam' } }))
      found.push(joined([second], 'sex', 'cross', { codes: { [female]: 'Nữ' } }))
    }
  }
  return found
}

function sourcesOf(
  headings: readonly CellValue[],
  rows: readonly (readonly CellValue[])[],
): readonly Source[] {
  const width = Math.min(200, Math.max(headings.length, ...rows.map((row) => row.length)))
  return Array.from({ length: width }, (_, index) => {
    const heading = String(headings[index] ?? '').slice(0, 200)
    const cells = filled(rows.map((row) => row[index] ?? null))
    return { letters: columnLetters(index), heading, folded: foldHeading(heading), cells }
  })
}

/** The best candidates first; each column of the sheet and of the layout once. */
function assign(candidates: readonly Candidate[], taken: Set<string>): readonly MappedColumn[] {
  const keys = new Set<string>()
  const mapped: MappedColumn[] = []
  for (const one of candidates.toSorted((left, right) => right.score - left.score)) {
    const { source, column } = one
    if (taken.has(source.letters) || taken.has(`> ${column.key}`) || keys.has(column.key)) continue
    taken.add(source.letters)
    keys.add(column.key)
    mapped.push(mappedOf(one))
  }
  return mapped
}

/**
 * A column map for a clinic's own sheet, with a confidence and the evidence of each column: the heading is
 * one that the layout knows, part of it is, and how many of the sample's values read as what the column
 * holds. It says what it left open.
 *
 * It is a proposal for somebody to review: two columns of names look alike, and a list whose days are all
 * below 13 does not say whether the day or the month stands first.
 *
 * @example
 * ```ts
 * import { proposeColumnMap } from '@tiemchung/schemas/tabular'
 * const { map } = proposeColumnMap(['STT', 'HỌ TÊN TRẺ', 'NĂM SINH'], [[1, 'Nguyễn Thị Bông', 2015]])
 * map.columns.map(({ to }) => to) // => ['listNumber', 'fullName', 'birthDate']
 * ```
 */
export function proposeColumnMap(
  headings: readonly CellValue[],
  sampleRows: readonly (readonly CellValue[])[],
  {
    layout = 'full',
    headingRow = 1,
  }: { readonly layout?: ColumnMap['layout']; readonly headingRow?: number } = {},
): ColumnProposal {
  const sources = sourcesOf(headings, sampleRows)
  const target: Layout = layouts[layout]
  const whole = together(sources)
  const taken = new Set(whole.flatMap(({ from, to }) => [...from, `> ${to}`]))
  const candidates = target.columns
    .filter(({ kind }) => kind !== 'ignored')
    .flatMap((column) => sources.flatMap((source) => candidateOf(source, column) ?? []))
  const columns = [...whole, ...assign(candidates, taken)].sort(
    (left, right) => indexOf(sources, left) - indexOf(sources, right),
  )
  const given = new Set(['listNumber', ...columns.map(({ to }) => to)])
  return {
    map: { format: 'column-map/1', layout, headingRow, columns, constants: {} },
    unmapped: sources
      .filter(
        ({ letters, heading, cells }) =>
          !taken.has(letters) && (heading !== '' || cells.length > 0),
      )
      .map(({ letters, heading }) => ({ from: letters, heading })),
    missing: target.columns
      .filter(({ key, needed }: Column) => needed === true && !given.has(key))
      .map(({ heading }) => heading),
  }
}

const indexOf = (sources: readonly Source[], { from }: MappedColumn): number =>
  sources.findIndex(({ letters }) => letters === from[0])
