/** Files of JSON: one document, a list of them, or one a line. */
import { fromUtf8, ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../../errors.js'
import { bytesOf, type Where } from '../../input.js'
import type { Io } from '../../io.js'

/** An object of JSON, of which nothing is known. */
export type Loose = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(text: string, where: Where): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ParseError(errorCatalogue, 'cli.json', { path: where, cause })
  }
}

/** The text of a file without a byte-order mark. @throws ParseError `cli.file`, `cli.empty`, `cli.not-utf8` */
export async function textOf(io: Io, path: string, where: Where): Promise<string> {
  const bytes = await bytesOf(io, path, where)
  let text: string
  try {
    text = fromUtf8(bytes).replace(/^\uFEFF/, '')
  } catch (cause) {
    throw new ParseError(errorCatalogue, 'cli.not-utf8', { path: where, cause })
  }
  if (text.trim() === '') throw new ParseError(errorCatalogue, 'cli.empty', { path: where })
  return text
}

/**
 * The documents in a text of JSON. Several lines that each are a document are read as such; anything else must be JSON as a whole.
 *
 * @throws ParseError `cli.json`, with the line where there are several
 */
export function documentsIn(text: string, where: Where): readonly unknown[] {
  const lines = text.split(/\r?\n/)
  const isWhole = (line: string) => /^\s*\{.*\}\s*$/.test(line)
  const filled = [...lines.entries()].filter(([, line]) => line.trim() !== '')
  if (filled.length > 1 && isWhole(filled[0]?.[1] ?? '')) {
    return filled.map(([index, line]) => parsed(line, [...where, index + 1]))
  }
  const whole = parsed(text, where)
  if (!Array.isArray(whole)) return [whole]
  if (whole.length === 0) throw new ParseError(errorCatalogue, 'cli.empty', { path: where })
  return whole as readonly unknown[]
}

/**
 * The documents of a file.
 *
 * @throws ParseError `cli.file`, `cli.empty`, `cli.not-utf8`, `cli.json`
 */
export async function documentsOf(io: Io, path: string, where: Where): Promise<readonly unknown[]> {
  return documentsIn(await textOf(io, path, where), where)
}
