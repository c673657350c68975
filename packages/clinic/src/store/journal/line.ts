/**
 * The lines of a journal. The first is its head, `<checksum> {"journal":2,"id":"…"}`; every other is one batch,
 * `<checksum> <id> <at> <flushed> <JSON>`: the journal's own id, the octet that the line begins at, and how many octets
 * were known to be on the disk when it was written. So a line that a power cut tore is seen for what it is, a line of
 * another file or place is no line, and a hole is told from a torn tail: something was flushed behind the one.
 *
 * Journals of the first format have no head, and lines of `<checksum> <JSON>`.
 */
import { fromUtf8, utf8 } from '@tiemchung/core'
import type { Change } from '../store.js'
import { checksum } from './checksum.js'

/** The format that is written. */
export const journalFormat = 2

/** Where a line stands. */
export interface Place {
  /** The id of its journal: eight hex digits. */
  readonly id: string
  /** The octet that it begins at. */
  readonly at: number
  /** Octets from the start that were on the disk when it was written. */
  readonly flushed: number
}

/** A line that is what was written. */
export interface Line extends Place {
  readonly changes: readonly Change[]
}

const encoder = /* @__PURE__ */ new TextEncoder()

/** The body is JSON and what we write before it: no half of a surrogate pair is in it, so none is looked for. */
const withChecksum = (body: string): Uint8Array => {
  const bytes = encoder.encode(`00000000 ${body}\n`)
  bytes.set(utf8(checksum(bytes.subarray(9, -1))))
  return bytes
}

/** A batch as the text that a line ends in. */
export function textOf(changes: readonly Change[]): string {
  return JSON.stringify(changes.map(({ collection, id, value }) => [collection, id, value]))
}

/** The batch of such a text. */
export function batchOf(text: string): readonly Change[] {
  const rows = JSON.parse(text) as [string, string, Change['value']][]
  return rows.map(([collection, id, value]) => ({ collection, id, value }))
}

/** The head of a journal, with its line feed. */
export function writeHead(id: string): Uint8Array {
  return withChecksum(JSON.stringify({ journal: journalFormat, id }))
}

/** The line of one batch, with its line feed. */
export function writeLine(text: string, { id, at, flushed }: Place): Uint8Array {
  return withChecksum(`${id} ${at} ${flushed} ${text}`)
}

/** What stands behind a checksum that fits; undefined when it does not. */
function bodyOf(line: Uint8Array): string | undefined {
  const body = line.subarray(9)
  if (line[8] !== 32) return undefined
  try {
    return fromUtf8(line.subarray(0, 8)) === checksum(body) ? fromUtf8(body) : undefined
  } catch {
    return undefined
  }
}

function soundly<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** The format and the id that a head names; undefined when it is none. */
export function readHead(
  line: Uint8Array,
): { readonly format: number; readonly id: string } | undefined {
  const body = bodyOf(line)
  if (body?.startsWith('{') !== true) return undefined
  return soundly(() => {
    const { journal, id } = JSON.parse(body) as { journal: number; id: string }
    return { format: journal, id }
  })
}

/** A line, wherever it stands; undefined when it is not what was written. */
export function readLine(line: Uint8Array): Line | undefined {
  const [, id, at, flushed, text] =
    /^([0-9a-f]{8}) (\d+) (\d+) (\[.*)$/.exec(bodyOf(line) ?? '') ?? []
  if (id === undefined || text === undefined) return undefined
  return soundly(() => ({ id, at: Number(at), flushed: Number(flushed), changes: batchOf(text) }))
}

/** A line of the first format. */
export function readOldLine(line: Uint8Array): readonly Change[] | undefined {
  const body = bodyOf(line)
  return body?.startsWith('[') === true ? soundly(() => batchOf(body)) : undefined
}
