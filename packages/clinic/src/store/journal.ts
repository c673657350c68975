/**
 * The journal's lines: one batch a line, `<checksum> <JSON>`, so that a line that a power cut tore is
 * seen for what it is.
 */
import { fromUtf8, utf8 } from '@tiemchung/core'
import type { Change } from './store.js'

const lineFeed = 10

/** CRC-32 (ISO-HDLC) table. */
const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 of bytes as eight hex digits. It finds torn writes, not forgery. */
export function checksum(bytes: Uint8Array): string {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 255] ?? 0) ^ (value >>> 8)
  return ((value ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0')
}

/** The line of one batch, with its line feed. */
export function writeLine(changes: readonly Change[]): Uint8Array {
  const text = JSON.stringify(changes.map(({ collection, id, value }) => [collection, id, value]))
  return utf8(`${checksum(utf8(text))} ${text}\n`)
}

function readLine(line: Uint8Array): readonly Change[] | undefined {
  try {
    const sum = fromUtf8(line.subarray(0, 8))
    const body = line.subarray(9)
    if (line[8] !== 32 || checksum(body) !== sum) return undefined
    const rows = JSON.parse(fromUtf8(body)) as [string, string, Change['value']][]
    return rows.map(([collection, id, value]) => ({ collection, id, value }))
  } catch {
    return undefined
  }
}

/** What reading a journal found. */
export interface JournalReading {
  readonly batches: readonly (readonly Change[])[]
  /** Bytes from the start that are sound. */
  readonly soundBytes: number
  /** `torn`: the last line is incomplete, as a power cut leaves it. `damaged`: a line before the end is. */
  readonly state: 'whole' | 'torn' | 'damaged'
}

/** Reads a journal as far as it is sound. */
export function readJournal(bytes: Uint8Array): JournalReading {
  const batches: (readonly Change[])[] = []
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(lineFeed, start)
    const batch = end < 0 ? undefined : readLine(bytes.subarray(start, end))
    if (batch === undefined) {
      const last = end < 0 || end === bytes.length - 1
      return { batches, soundBytes: start, state: last ? 'torn' : 'damaged' }
    }
    batches.push(batch)
    start = end + 1
  }
  return { batches, soundBytes: start, state: 'whole' }
}
