import { isSdkError } from '@tiemchung/core'
import { csvRows } from '../csv/csv-rows.js'
import { columnLetters } from '../layout.js'
import { workbookCells } from '../xlsx/workbook-cells.js'
import type { WorkbookLimits } from '../xlsx/workbook.js'
import { type CsvEncoding, decoderFor, markedEncoding } from './bytes.js'
import { type ColumnLetters, judgeLetters } from './detect-letters.js'
import type { OldLetters } from './letters.js'

/** What the bytes and letters of a list seem to be, and what speaks for it. Nothing is converted. */
export interface EncodingReport {
  /** How the bytes of CSV become characters; undefined for a workbook, whose characters are known. */
  readonly encoding?: CsvEncoding
  /**
   * What speaks for the encoding: a byte-order mark; zero bytes in every other place; bytes that are
   * UTF-8 without exception; or that the words come out as syllables.
   */
  readonly because?: 'byte-order-mark' | 'zero-bytes' | 'valid-utf-8' | 'syllables'
  /**
   * What the letters of all columns are that have any but plain ones. `mixed`: columns differ, and
   * `letters` of the reader names them one by one. `unclear`: at least one column cannot be told.
   */
  readonly letters: OldLetters | 'unicode' | 'plain' | 'mixed' | 'unclear'
  /** The columns that hold more than ASCII. */
  readonly columns: readonly ColumnLetters[]
}

/** Rows that are looked at: a list does not change its mind after so many. */
const mostRows = 500
/** Bytes of CSV that are looked at. */
const mostBytes = 1_000_000

type Rows = readonly (readonly unknown[])[]

function lettersIn(rows: Rows): Pick<EncodingReport, 'letters' | 'columns'> {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const texts = Array.from({ length: width }, (_, index) => {
    const cells = rows.map((row) => row[index]).filter((cell) => typeof cell === 'string')
    return [columnLetters(index), cells] as const
  })
  const columns = judgeLetters(new Map(texts)).filter(({ letters }) => letters !== 'plain')
  const kinds = new Set(columns.map(({ letters }) => letters))
  if (kinds.has('unclear')) return { letters: 'unclear', columns }
  if (kinds.size > 1) return { letters: 'mixed', columns }
  const [only = 'plain'] = kinds
  return { letters: only, columns }
}

async function firstRows(bytes: Uint8Array, encoding: CsvEncoding): Promise<Rows> {
  const rows: (readonly string[])[] = []
  try {
    for await (const batch of csvRows([bytes.subarray(0, mostBytes)], encoding)) {
      rows.push(...batch)
      if (rows.length >= mostRows) break
    }
  } catch (caught) {
    // The last row may be cut, and the file may be broken further on: what was read is judged.
    if (!isSdkError(caught)) throw caught
  }
  return rows.slice(0, mostRows)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    const decode = decoderFor('utf-8')
    decode(bytes)
    if (bytes.length < mostBytes) decode()
    return true
  } catch (caught) {
    if (!isSdkError(caught)) throw caught
    return false
  }
}

/** UTF-16 without a mark: letters of Latin scripts leave every other byte zero, or nearly. */
function zeroBytes(bytes: Uint8Array): CsvEncoding | undefined {
  const head = bytes.subarray(0, 4096)
  const half = head.length / 2
  const zeros = (odd: number) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length
  if (zeros(1) > half / 2 && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > half / 2 && zeros(1) === 0 ? 'utf-16be' : undefined
}

const score = ({ columns }: Pick<EncodingReport, 'columns'>): number =>
  columns.reduce((sum, { syllables }) => sum + Math.max(...Object.values(syllables)), 0)

/** One byte a letter: Windows-1258, or old fonts, whose bytes are those of Windows-1252. */
async function singleByte(bytes: Uint8Array): Promise<EncodingReport> {
  const because = 'syllables'
  const [windows1252, windows1258] = await Promise.all([
    firstRows(bytes, 'windows-1252').then(lettersIn),
    firstRows(bytes, 'windows-1258').then(lettersIn),
  ])
  return score(windows1258) > score(windows1252)
    ? { encoding: 'windows-1258', because, ...windows1258 }
    : { encoding: 'windows-1252', because, ...windows1252 }
}

async function detectCsv(bytes: Uint8Array): Promise<EncodingReport> {
  const known = async (encoding: CsvEncoding, because: EncodingReport['because']) => ({
    encoding,
    ...(because === undefined ? {} : { because }),
    ...lettersIn(await firstRows(bytes, encoding)),
  })
  const marked = markedEncoding(bytes)
  if (marked !== undefined) return known(marked, 'byte-order-mark')
  const zeros = zeroBytes(bytes)
  if (zeros !== undefined) return known(zeros, 'zero-bytes')
  return isUtf8(bytes.subarray(0, mostBytes)) ? known('utf-8', 'valid-utf-8') : singleByte(bytes)
}

/**
 * What the bytes of a CSV file, and the letters of its columns or a workbook's, seem to be: Unicode,
 * Windows-1258, the letters of TCVN3 or VNI fonts, or UTF-8 that was encoded twice. The first 500 rows
 * are looked at.
 *
 * It converts nothing, and does not establish what anybody typed: say `encoding` and `letters` to the
 * reader when you agree.
 *
 * @throws ParseError for workbooks, as `readPl1` does
 * @example
 * ```ts
 * import { detectEncoding, readPl1 } from '@tiemchung/schemas/tabular'
 * declare const bytes: Uint8Array
 * const { encoding, letters } = await detectEncoding(bytes, { format: 'csv' })
 * if (letters === 'tcvn3' && encoding !== undefined) await readPl1(bytes, { format: 'csv', encoding, letters })
 * ```
 */
export async function detectEncoding(
  bytes: Uint8Array,
  { format, limits }: { readonly format: 'xlsx' | 'csv'; readonly limits?: WorkbookLimits },
): Promise<EncodingReport> {
  if (format === 'csv') return detectCsv(bytes)
  const { rows } = await workbookCells(bytes, limits)
  return lettersIn(rows.slice(0, mostRows))
}
