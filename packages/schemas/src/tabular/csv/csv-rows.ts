/** The rows of a CSV file as a stream: bytes in, rows of cells out, never more in memory than a few rows. */
import { concatBytes } from '@tiemchung/core'
import { type CsvEncoding, type Decode, decoderFor, markedEncoding } from '../encoding/bytes.js'
import { refuseFile } from '../xlsx/zip-directory.js'
import { type RowBatch, rowParser } from './row-parser.js'

/** Bytes of a file, piece by piece: a stream of Node, the chunks of a `fetch` body, or a plain list. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** How far the end of the first line is looked for before its separator is taken from what there is. */
const longestHeading = 65_536

/** Separators by how Excel saves: commas, semicolons where the comma is decimal, tabs. */
const separators = [',', ';', '\t'] as const

/** The separator of a heading line: the one that occurs most. */
function separatorOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '')
  const count = (sign: string) => bare.split(sign).length
  return separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** Bytes by which a byte-order mark is known. */
const longestMark = 3

/** Bytes that are parsed at a time: a file given in one piece is no reason to hold all its rows. */
const longestPiece = 65_536

async function* inPieces(chunks: Chunks): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += longestPiece) {
      yield chunk.subarray(at, at + longestPiece)
    }
  }
}

const beginsWith = (start: Uint8Array, ...bytes: readonly number[]) =>
  bytes.every((byte, index) => start[index] === byte)

/** Refuses what is named CSV and is a workbook or a web page. */
function refuseOther(start: Uint8Array): void {
  if (beginsWith(start, 0x50, 0x4b, 0x03)) refuseFile('tabular.is-workbook')
  if (beginsWith(start, 0xd0, 0xcf, 0x11)) refuseFile('tabular.old-workbook')
  if (/^<[!?a-z]/i.test(String.fromCharCode(...start.subarray(0, 2)))) refuseFile('tabular.markup')
}

/** Text of the chunks without its byte-order mark, which is believed whatever was said of the encoding. */
async function* texts(chunks: Chunks, encoding: CsvEncoding): AsyncGenerator<string> {
  let decode: Decode | undefined
  let start: Uint8Array = new Uint8Array()
  const begin = () => {
    refuseOther(start)
    decode = decoderFor(markedEncoding(start) ?? encoding)
    return decode(start)
  }
  for await (const chunk of inPieces(chunks)) {
    if (decode !== undefined) {
      yield decode(chunk)
      continue
    }
    start = start.length === 0 ? chunk : concatBytes(start, chunk)
    if (start.length >= longestMark) yield begin()
  }
  if (decode === undefined) yield begin()
  yield decode?.() ?? ''
}

/** Puts what was read ahead before the rest. */
async function* joined(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield head
  for (;;) {
    const next = await rest.next()
    if (next.done === true) return
    yield next.value
  }
}

/** Windows-1258 writes a tone behind its vowel: together they are one letter. */
const composed = ({ rows, failure }: RowBatch): RowBatch => ({
  rows: rows.map((row) => row.map((cell) => cell.normalize('NFC'))),
  ...(failure === undefined ? {} : { failure }),
})

/** Rows as they were parsed together: a step of an iterator for each row would cost more than the row. */
async function* batches(chunks: Chunks, encoding: CsvEncoding): AsyncGenerator<RowBatch> {
  const source = texts(chunks, encoding)
  let head = ''
  let ended = false
  while (!ended && !head.includes('\n') && head.length < longestHeading) {
    const next = await source.next()
    ended = next.done === true
    head += next.value ?? ''
  }
  const parser = rowParser(separatorOf(head.split('\n', 1)[0] ?? ''))
  for await (const text of joined(head, source)) {
    if (text === '') continue
    await parser.write(text)
    yield parser.take()
  }
  await parser.end()
  yield parser.take()
}

/**
 * Reads rows of cells, some at a time. Row numbers are those that a spreadsheet shows: the n-th row of the
 * result is row n; empty lines are rows.
 *
 * @throws ParseError `tabular.is-workbook`, `tabular.old-workbook`, `tabular.markup`, `tabular.not-utf8`,
 *   `tabular.not-utf16`, `tabular.csv` with the row, `tabular.too-wide`, behind the rows before it
 */
export async function* csvRows(
  chunks: Chunks,
  encoding: CsvEncoding = 'utf-8',
): AsyncGenerator<readonly (readonly string[])[]> {
  for await (const batch of batches(chunks, encoding)) {
    const { rows, failure } = encoding === 'windows-1258' ? composed(batch) : batch
    yield rows
    if (failure !== undefined) throw failure
  }
}
