import { concatBytes, fromUtf8, InputError, ParseError, parseInstant } from '@tiemchung/core'
import { errorCatalogue } from './errors.js'
import type { Io } from './io.js'

/** A longer line is no text of a QR code: its end is not kept, and it is refused for its length. */
const longestLine = 65_536

/** Which argument a file was: the option, or the number of the input. Its path may name a person. */
export type Where = readonly (string | number)[]

/**
 * The bytes of a file, or of standard input for `-`, piece by piece.
 *
 * @throws ParseError `cli.file`
 */
export async function* chunksOf(io: Io, path: string, where: Where): AsyncGenerator<Uint8Array> {
  try {
    yield* path === '-' ? io.stdin() : io.open(path)
  } catch (cause) {
    throw new ParseError(errorCatalogue, 'cli.file', { path: where, cause })
  }
}

/**
 * All bytes of a file, or of standard input for `-`.
 *
 * @throws ParseError `cli.file`
 */
export async function bytesOf(io: Io, path: string, where: Where): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunksOf(io, path, where)) parts.push(chunk)
  return concatBytes(...parts)
}

/** Larger than any picture that is read, and than a PDF of a few pages. */
const mostBytes = 67_108_864

/**
 * All of some bytes that come piece by piece.
 *
 * @throws ParseError `cli.too-large`
 */
export async function allOf(chunks: AsyncIterable<Uint8Array>, where: Where): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > mostBytes) throw new ParseError(errorCatalogue, 'cli.too-large', { path: where })
    parts.push(chunk)
  }
  return concatBytes(...parts)
}

/**
 * The JSON in a file. A byte-order mark, which some programs of Windows write, is passed over.
 *
 * @throws ParseError `cli.file`, `cli.json`
 */
export async function jsonOf(io: Io, path: string, where: Where): Promise<unknown> {
  const bytes = await bytesOf(io, path, where)
  try {
    return JSON.parse(fromUtf8(bytes).replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new ParseError(errorCatalogue, 'cli.json', { path: where, cause })
  }
}

/**
 * The lines of a text that hold something, as they come: memory holds one line and one piece. Lines
 * end as Windows, Unix or old Macs end them; byte-order marks are passed over.
 *
 * @throws ParseError `cli.not-utf8`
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  where: Where,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch (cause) {
      throw new ParseError(errorCatalogue, 'cli.not-utf8', { path: where, cause })
    }
  }
  let rest = ''
  const take = (text: string) => {
    const [first = '', ...others] = text.split(/\r\n?|\n/)
    const lines = [rest.length < longestLine ? rest + first : rest, ...others]
    rest = lines.pop() ?? ''
    return lines
  }
  const full = (line: string) => line.replace(/^\uFEFF/, '')
  for await (const chunk of chunks) yield* take(decode(chunk)).map(full).filter(Boolean)
  yield* take(`${decode()}\n`).map(full).filter(Boolean)
}

/**
 * The value of an option. One that cannot be read is wrong use, not an unreadable file.
 *
 * @throws InputError `cli.use`, with the option as its path and never the value
 */
export function optionOf<Value>(
  option: string,
  text: string,
  read: (text: string) => Value,
): Value {
  try {
    return read(text)
  } catch (cause) {
    throw new InputError(errorCatalogue, 'cli.use', { path: [option], cause })
  }
}

/** The instant of an option, or now. */
export function instantOr(io: Io, option: string, text: string | undefined): Date {
  return text === undefined ? io.clock.now() : optionOf(option, text, parseInstant)
}

/**
 * A choice among words.
 *
 * @throws InputError `cli.use`
 */
export function oneOf<Word extends string>(
  option: string,
  text: string,
  words: readonly Word[],
): Word {
  const found = words.find((one) => one === text)
  if (found === undefined) throw new InputError(errorCatalogue, 'cli.use', { path: [option] })
  return found
}
