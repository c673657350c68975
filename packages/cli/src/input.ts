import { fromUtf8, InputError, ParseError, parseInstant } from '@tiemchung/core'
import { errorCatalogue } from './errors.js'
import type { Io } from './io.js'

/**
 * The bytes of a file, or of standard input for `-`.
 *
 * @throws ParseError `cli.file`
 */
export async function bytesOf(io: Io, path: string): Promise<Uint8Array> {
  try {
    return path === '-' ? await io.readStdin() : await io.readFile(path)
  } catch (cause) {
    throw new ParseError(errorCatalogue, 'cli.file', { cause })
  }
}

/**
 * The JSON in a file.
 *
 * @throws ParseError `cli.file`, `cli.json`
 */
export async function jsonOf(io: Io, path: string): Promise<unknown> {
  const bytes = await bytesOf(io, path)
  try {
    return JSON.parse(fromUtf8(bytes))
  } catch (cause) {
    throw new ParseError(errorCatalogue, 'cli.json', { cause })
  }
}

/** The lines of a text that hold something. */
export function linesOf(bytes: Uint8Array): readonly string[] {
  return fromUtf8(bytes)
    .split(/\r?\n/)
    .filter((line) => line !== '')
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

/** A choice among words. */
export function oneOf<Word extends string>(
  option: string,
  text: string,
  words: readonly Word[],
): Word {
  const found = words.find((one) => one === text)
  if (found === undefined) throw new InputError(errorCatalogue, 'cli.use', { path: [option] })
  return found
}
