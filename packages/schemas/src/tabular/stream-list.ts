import { type Chunks, csvRows } from './csv/csv-rows.js'
import type { CsvEncoding } from './encoding/bytes.js'
import { fullLayout } from './full-layout.js'
import { type FullOptions, type FullRow, fullRow } from './full-row.js'
import { type Layout, pl1Layout, supplementLayout } from './layout.js'
import { type Pl1Row, pl1Row } from './pl1-row.js'
import type { RowIssue } from './row-issue.js'
import type { CellOptions } from './column-reader.js'
import { noFacts, type RawRow, rowReader } from './row-reader.js'
import { type SupplementRow, supplementRow } from './supplement-row.js'

/** One row of a stream: its values, unless something in it is an error, and what is to be said of it. */
export interface StreamedRow<Row> {
  /** Number of the row in the sheet. */
  readonly number: number
  readonly row?: Row
  readonly issues: readonly RowIssue[]
}

/** How a stream of CSV is read. */
export interface StreamOptions extends CellOptions {
  /** How the bytes become characters. A byte-order mark is believed first. Default UTF-8. */
  readonly encoding?: CsvEncoding
}

async function* stream<Row>(
  chunks: Chunks,
  layout: Layout,
  options: StreamOptions,
  make: (raw: RawRow) => Row | undefined,
): AsyncGenerator<StreamedRow<Row>> {
  const reader = rowReader(layout, options, noFacts)
  let number = 0
  let told = false
  for await (const batch of csvRows(chunks, options.encoding)) {
    for (const cells of batch) {
      number += 1
      const raw = reader.take(number, cells)
      if (!told && reader.notices.length > 0) {
        told = true
        yield { number, issues: reader.notices }
      }
      if (raw === undefined) continue
      const row = make(raw)
      yield row === undefined ? { number, issues: raw.issues } : { number, row, issues: raw.issues }
    }
  }
  reader.end()
}

/**
 * Reads a PL1 list in CSV (comma, semicolon or tab) row by row, whatever its length: memory holds
 * a few rows at a time. What it says of the columns comes first, with the heading's number and no row.
 *
 * Rows come out as they are read, before the last one is known to be sound: a caller who wants no
 * partial import keeps them until the end.
 *
 * @throws ParseError `tabular.is-workbook`, `tabular.old-workbook`, `tabular.markup`, `tabular.csv`, `tabular.not-utf8`, `tabular.not-utf16`, `tabular.too-wide`, `tabular.no-heading`,
 *   `tabular.column-missing`, `tabular.column-twice`
 * @example
 * ```ts
 * import { createReadStream } from 'node:fs'
 * import { streamPl1 } from '@tiemchung/schemas/tabular'
 * let sound = 0
 * for await (const { row, issues } of streamPl1(createReadStream('danh-sach.csv'))) {
 *   if (row !== undefined) sound += 1
 *   for (const one of issues) console.log(one.row, one.column, one.message.vi)
 * }
 * ```
 */
export function streamPl1(
  chunks: Chunks,
  options: StreamOptions = {},
): AsyncGenerator<StreamedRow<Pl1Row>> {
  return stream(chunks, pl1Layout, options, pl1Row)
}

/**
 * Reads a supplement in CSV row by row; see {@link streamPl1}.
 *
 * @throws ParseError as {@link streamPl1} does
 */
export function streamSupplement(
  chunks: Chunks,
  options: StreamOptions = {},
): AsyncGenerator<StreamedRow<SupplementRow>> {
  return stream(chunks, supplementLayout, options, supplementRow)
}

/**
 * Reads a list in one sheet, in CSV, row by row; see {@link streamPl1}.
 *
 * @throws ParseError as {@link streamPl1} does
 */
export function streamFull(
  chunks: Chunks,
  options: StreamOptions & FullOptions,
): AsyncGenerator<StreamedRow<FullRow>> {
  return stream(chunks, fullLayout, options, (raw) => fullRow(raw, options))
}
