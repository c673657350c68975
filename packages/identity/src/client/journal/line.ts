/** The lines of a journal in a file: one entry a line, as JSON. */
import { fromUtf8, isUuid, utf8 } from '@tiemchung/core'
import { verificationBatchSchema } from '@tiemchung/schemas/wire'
import type { JournalEntry } from './journal.js'

type Loose = Readonly<Record<string, unknown>>

const isIdList = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isUuid)

/** What each kind of entry must have beside its batch. */
const isWhole: Readonly<Record<string, (entry: Loose) => boolean>> = {
  asked: ({ questions }) => isIdList(questions),
  answered: ({ batch: id, results }) =>
    verificationBatchSchema.safeParse({ id, state: 'done', results }).success,
  refused: () => true,
}

const lineFeed = 10

/** The line of an entry, with its line feed. */
export function writeLine(entry: JournalEntry): Uint8Array {
  return utf8(`${JSON.stringify(entry)}\n`)
}

function readLine(line: Uint8Array): JournalEntry | undefined {
  try {
    const entry = JSON.parse(fromUtf8(line)) as Loose
    const sound = isUuid(entry['batch']) && isWhole[String(entry['kind'])]?.(entry) === true
    return sound ? (entry as unknown as JournalEntry) : undefined
  } catch {
    return undefined
  }
}

/** What reading a journal found. */
export interface JournalReading {
  readonly entries: readonly JournalEntry[]
  /** Bytes from the start that are sound. */
  readonly soundBytes: number
  /** `torn`: the last line has no end, as a power cut leaves it. `damaged`: a line is not what was written. */
  readonly state: 'whole' | 'torn' | 'damaged'
}

/** Reads a journal as far as it is sound. A last line without its line feed was never acknowledged. */
export function readLines(bytes: Uint8Array): JournalReading {
  const entries: JournalEntry[] = []
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(lineFeed, start)
    if (end < 0) return { entries, soundBytes: start, state: 'torn' }
    const entry = readLine(bytes.subarray(start, end))
    if (entry === undefined) return { entries, soundBytes: start, state: 'damaged' }
    entries.push(entry)
    start = end + 1
  }
  return { entries, soundBytes: start, state: 'whole' }
}
