import { csvRows } from './csv/csv-rows.js'
import type { CsvEncoding } from './encoding/bytes.js'
import { fullLayout } from './full-layout.js'
import { type FullOptions, type FullRow, fullRow } from './full-row.js'
import { type Layout, pl1Layout, supplementLayout } from './layout.js'
import { type Pl1Row, pl1Row } from './pl1-row.js'
import type { RowIssue } from './row-issue.js'
import type { CellOptions } from './column-reader.js'
import { noFacts, type RawRow, rowReader } from './row-reader.js'
import { type SupplementRow, supplementRow } from './supplement-row.js'
import type { WorkbookLimits } from './xlsx/workbook.js'
import { workbookCells } from './xlsx/workbook-cells.js'

/** How a list is read. */
export interface ReadListOptions extends CellOptions {
  readonly format: 'xlsx' | 'csv'
  /** How the bytes of CSV become characters. A byte-order mark is believed first. Default UTF-8. */
  readonly encoding?: CsvEncoding
  /**
   * Gives the sound rows although others have errors. Default false: as long as one row has an error,
   * no rows are given, so that nothing is imported in part by oversight.
   */
  readonly partial?: boolean
  /** How large a workbook may be. Default 20,000 rows, 200 MB unpacked, 500 parts. */
  readonly limits?: WorkbookLimits
}

/** What a list holds. */
export interface ListReading<Row> {
  /** Sound rows; none when a row is refused, unless `partial` was asked for. */
  readonly rows: readonly Row[]
  /** Everything that is wrong or worth a look, by row. */
  readonly issues: readonly RowIssue[]
  /** Rows that have an error. */
  readonly refused: number
  /** Rows that hold something, below the heading. */
  readonly listed: number
}

interface Read {
  readonly raws: readonly RawRow[]
  readonly notices: readonly RowIssue[]
}

async function readRows(
  bytes: Uint8Array,
  layout: Layout,
  options: ReadListOptions,
): Promise<Read> {
  const workbook =
    options.format === 'xlsx' ? await workbookCells(bytes, options.limits) : undefined
  const reader = rowReader(layout, options, workbook ?? noFacts)
  const raws: RawRow[] = []
  let row = 0
  const batches = workbook === undefined ? csvRows([bytes], options.encoding) : [workbook.rows]
  for await (const batch of batches) {
    for (const cells of batch) {
      row += 1
      const raw = reader.take(row, cells)
      if (raw !== undefined) raws.push(raw)
    }
  }
  reader.end()
  return { raws, notices: reader.notices }
}

function reading<Row>(
  { raws, notices }: Read,
  make: (raw: RawRow) => Row | undefined,
  { partial = false }: ReadListOptions,
): ListReading<Row> {
  const rows = raws.map(make).filter((row) => row !== undefined)
  const refused = raws.length - rows.length
  return {
    rows: partial || refused === 0 ? rows : [],
    issues: [...notices, ...raws.flatMap((raw) => raw.issues)],
    refused,
    listed: raws.length,
  }
}

/**
 * Reads a PL1 list. Every problem has its row, column and reason in both languages. The heading may
 * stand below a title, and columns in another order; numbers that lost a leading zero are refused with
 * the repaired number offered.
 *
 * It does not say that a number is the person's: that is for `@tiemchung/identity`.
 *
 * @throws ParseError for files that cannot be read at all: `tabular.not-a-workbook`, `tabular.markup`,
 *   `tabular.old-workbook`, `tabular.encrypted`, `tabular.truncated`, `tabular.damaged`,
 *   `tabular.unreadable`, `tabular.too-large`, `tabular.too-many-rows`, `tabular.too-wide`,
 *   `tabular.csv`, `tabular.is-workbook`, `tabular.not-utf8`, `tabular.not-utf16`, `tabular.no-heading`, `tabular.column-missing`,
 *   `tabular.column-twice`, `tabular.merged`
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises'
 * import { readPl1 } from '@tiemchung/schemas/tabular'
 * const { rows, issues } = await readPl1(await readFile('danh-sach.xlsx'), { format: 'xlsx' })
 * for (const one of issues) console.log(one.row, one.column, one.message.vi)
 * ```
 */
export async function readPl1(
  bytes: Uint8Array,
  options: ReadListOptions,
): Promise<ListReading<Pl1Row>> {
  return reading(await readRows(bytes, pl1Layout, options), pl1Row, options)
}

/**
 * Reads a supplement: consent, screening, infection, citizenship, guardian and permanent residence of
 * the people of a PL1 list.
 *
 * @throws ParseError as {@link readPl1} does
 */
export async function readSupplement(
  bytes: Uint8Array,
  options: ReadListOptions,
): Promise<ListReading<SupplementRow>> {
  return reading(await readRows(bytes, supplementLayout, options), supplementRow, options)
}

/**
 * Reads a list in one sheet: people with their number or the reason for none, guardian, citizenship, both
 * residences, consent, screening and doses. A lot past its expiry on the day of the dose is an error, and
 * with `volumes` a volume that the policy does not set.
 *
 * @throws ParseError as {@link readPl1} does
 */
export async function readFull(
  bytes: Uint8Array,
  options: ReadListOptions & FullOptions,
): Promise<ListReading<FullRow>> {
  return reading(
    await readRows(bytes, fullLayout, options),
    (raw) => fullRow(raw, options),
    options,
  )
}
