/** All that the arguments of a command stand for. */
import { isSdkError, ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { allOf, chunksOf } from '../input.js'
import type { Io } from '../io.js'
import { isScan } from '../scan.js'
import type { Entry, Place } from './entry.js'
import { filesOf, isPattern } from './glob.js'
import { sniff } from './kind.js'
import { pdfEntries } from './pdf.js'
import { pictureEntries } from './picture.js'
import { textEntries } from './text.js'

/** One thing to read: a text that stands there itself, or a file by its path. */
export interface Input {
  readonly place: Place
  readonly text?: string
  readonly path?: string
  readonly error?: ParseError
}

async function inputsOf(io: Io, argument: string, number: number): Promise<readonly Input[]> {
  const place = { argument: number }
  if (isScan(argument)) return [{ place, text: argument }]
  if (!isPattern(argument)) return [{ place: { ...place, name: argument }, path: argument }]
  const files = await filesOf(io, argument)
  if (files.length === 0) {
    const path = ['input', number]
    return [{ place, error: new ParseError(errorCatalogue, 'cli.no-match', { path }) }]
  }
  return files.map((path, index) => ({ place: { ...place, file: index + 1, name: path }, path }))
}

/** What arguments stand for, with patterns resolved; standard input when there are none. */
export async function resolveInputs(io: Io, given: readonly string[]): Promise<readonly Input[]> {
  const inputs: Input[] = []
  for (const [index, argument] of (given.length === 0 ? ['-'] : given).entries()) {
    inputs.push(...(await inputsOf(io, argument, index + 1)))
  }
  return inputs
}

async function* fileEntries(io: Io, path: string, place: Place): AsyncGenerator<Entry> {
  const where = ['input', place.argument, ...(place.file === undefined ? [] : [place.file])]
  const { kind, all } = await sniff(chunksOf(io, path, where))
  if (kind === 'text') yield* textEntries(all, place, where)
  else if (kind === 'pdf') yield* pdfEntries(io, await allOf(all, where), place, where)
  else yield* pictureEntries(await allOf(all, where), place, where)
}

/** The texts of one input. What cannot be read of it is an entry as well, and ends it. */
export async function* entriesOf(io: Io, input: Input): AsyncGenerator<Entry> {
  const { place, text, path, error } = input
  try {
    if (error !== undefined) throw error
    if (text !== undefined) yield { text, place }
    if (path !== undefined) yield* fileEntries(io, path, place)
  } catch (caught) {
    if (!isSdkError(caught) || caught.name !== 'ParseError') throw caught
    yield { error: caught, place }
  }
}
