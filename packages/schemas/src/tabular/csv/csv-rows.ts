/** The rows of a CSV file as a stream: bytes in, rows of cells out, never more in memory than a few rows. */
import { ParseError } from '@tiemchung/core'
import { CsvError, type Parser, parse } from 'csv-parse'
import { errorCatalogue } from '../../errors.js'

/** Bytes of a file, piece by piece: a stream of Node, the chunks of a `fetch` body, or a plain list. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** A record longer than this is a quote that never closes. */
const longestRecord = 4_000_000
const widest = 200
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

/** Waits until the parser takes more, or is closed. */
function ready(parser: Parser): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      parser.off('drain', done)
      parser.off('close', done)
      resolve()
    }
    parser.on('drain', done)
    parser.on('close', done)
  })
}

async function feed(parser: Parser, source: AsyncIterable<string>): Promise<void> {
  for await (const text of source) {
    if (parser.destroyed) return
    if (!parser.write(text)) await ready(parser)
  }
  parser.end()
}

/** An error of the parser in our words: its own quote the field. Others come from the source. */
function broken(caught: unknown): unknown {
  if (!(caught instanceof CsvError)) return caught
  const { records } = caught as CsvError & { readonly records?: unknown }
  const row = typeof records === 'number' ? records + 1 : 1
  return new ParseError(errorCatalogue, 'tabular.csv', { params: { row } })
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
  const parser = parse({
    delimiter: separatorOf(head.split('\n', 1)[0] ?? ''),
    relaxColumnCount: true,
    skipEmptyLines: false,
    maxRecordSize: longestRecord,
  })
  const feeding = feed(parser, joined(head, source)).catch((caught: unknown) => {
    parser.destroy(caught as Error)
  })
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      if (record.length > widest) {
        throw new ParseError(errorCatalogue, 'tabular.too-wide', { params: { most: widest } })
      }
      yield record
    }
  } catch (caught) {
    throw broken(caught)
  } finally {
    parser.destroy()
    await feeding
  }
}
