/** Texts in lines, of which each may be NDJSON. */
import { ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { linesOf, type Where } from '../input.js'
import type { Entry, Place } from './entry.js'

/** `{"text": …, "id"?: …}`. */
function readJsonLine(line: string): { readonly text: string; readonly id?: string } | undefined {
  try {
    const { text, id } = (JSON.parse(line) ?? {}) as Readonly<Record<string, unknown>>
    if (typeof text !== 'string') return undefined
    if (id === undefined || id === null) return { text }
    return typeof id === 'string' || typeof id === 'number' ? { text, id: String(id) } : undefined
  } catch {
    return undefined
  }
}

function entryOf(line: string, place: Place, where: Where): Entry {
  if (!line.startsWith('{')) return { text: line, place }
  const read = readJsonLine(line)
  if (read !== undefined) return { ...read, place }
  const path = [...where, 'line', place.line ?? 0]
  return { error: new ParseError(errorCatalogue, 'cli.ndjson', { path }), place }
}

/**
 * The texts in some bytes, one a line, as the lines come. An input without any is an error: nothing was proven, and a script
 * whose pipe ran dry must not read it as valid.
 */
export async function* textEntries(
  chunks: AsyncIterable<Uint8Array>,
  place: Place,
  where: Where,
): AsyncGenerator<Entry> {
  let line = 0
  for await (const text of linesOf(chunks, where)) {
    line += 1
    yield entryOf(text, { ...place, line }, where)
  }
  if (line === 0) throw new ParseError(errorCatalogue, 'cli.empty', { path: where })
}
