/** The rows of a CSV file as a stream: bytes in, rows of cells out, never more in memory than a few rows. */
import { ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../../errors.js'
import { rowParser } from './row-parser.js'

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

/** Text of the chunks, UTF-8 without its byte-order mark. */
async function* texts(chunks: Chunks): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch {
      throw new ParseError(errorCatalogue, 'tabular.not-utf8')
    }
  }
  for await (const chunk of chunks) yield decode(chunk)
  yield decode()
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

/**
 * Reads rows of cells. Row numbers are those that a spreadsheet shows: the n-th row of the result is row
 * n; empty lines are rows.
 *
 * @throws ParseError `tabular.not-utf8`, `tabular.csv` with the row, `tabular.too-wide`
 */
export async function* csvRows(chunks: Chunks): AsyncGenerator<readonly string[]> {
  const source = texts(chunks)
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
    yield* parser.take()
  }
  await parser.end()
  yield* parser.take()
}
