import type { Change } from '../store.js'
import { journalFormat, type Line, readHead, readLine, readOldLine } from './line.js'

/** A stretch of a journal that is not what was written. */
export interface Damage {
  /** Its line, the first is 1. */
  readonly line: number
  readonly start: number
  readonly end: number
}

/** What reading a journal found. */
export interface JournalReading {
  /** 0: there is nothing yet. */
  readonly format: number
  readonly id: string | undefined
  /** The batches that stand, in order; `damaged`: those that can be had beside the damage. */
  readonly batches: readonly (readonly Change[])[]
  /** Octets from the start that are sound. */
  readonly soundBytes: number
  /**
   * `torn`: the end is incomplete, as a power cut leaves it, and nothing of it was ever acknowledged.
   * `damaged`: what was once on the disk is not what was written. `newer`: another version wrote it.
   */
  readonly state: 'whole' | 'torn' | 'damaged' | 'newer'
  readonly damage: readonly Damage[]
  /** The last line says that everything before it was on the disk. */
  readonly isSealed: boolean
}

const lineFeed = 10

interface Segment extends Damage {
  /** The octets without the line feed; undefined when that is missing. */
  readonly bytes: Uint8Array | undefined
}

function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  let start = 0
  for (let line = 1; start < bytes.length; line += 1) {
    const found = bytes.indexOf(lineFeed, start)
    const end = found < 0 ? bytes.length : found + 1
    yield { line, start, end, bytes: found < 0 ? undefined : bytes.subarray(start, found) }
    start = end
  }
}

/** Journals before the head: a bad line is a torn end if nothing stands behind it. */
function readOld(bytes: Uint8Array): JournalReading {
  const batches: (readonly Change[])[] = []
  const damage: Damage[] = []
  for (const segment of segmentsOf(bytes)) {
    const batch = segment.bytes === undefined ? undefined : readOldLine(segment.bytes)
    if (batch === undefined) damage.push(segment)
    else batches.push(batch)
  }
  const [first] = damage
  const soundBytes = first?.start ?? bytes.length
  const read = { format: 1, id: undefined, batches, soundBytes, isSealed: false }
  if (first === undefined) return { ...read, state: 'whole', damage }
  if (first.end === bytes.length) return { ...read, state: 'torn', damage: [] }
  return { ...read, state: 'damaged', damage }
}

interface Placed {
  readonly segment: Segment
  readonly line: Line | undefined
}

/** What of a journal stands: the lines up to the first hole, and behind it what was flushed and is sound. */
function judge(placed: readonly Placed[], id: string, size: number): JournalReading {
  const holes: Segment[] = []
  const standing: Placed[] = []
  let last = 0
  let shift = 0
  let flushed = 0
  for (const one of placed) {
    const { segment, line } = one
    const mine = line?.id === id && line.at > last ? line : undefined
    const moved = mine === undefined ? shift : segment.start - mine.at
    // A line that moved without a hole before it: something between was taken out.
    if (mine === undefined || (moved !== shift && holes.at(-1)?.end !== segment.start)) {
      holes.push(segment)
    }
    shift = moved
    if (mine === undefined) continue
    last = mine.at
    // No power cut moves a line.
    flushed = Math.max(flushed, mine.flushed, moved === 0 ? 0 : segment.end)
    standing.push(one)
  }
  const damage = holes.filter(({ start }) => start < flushed)
  const torn = holes.find(({ start }) => start >= flushed)
  const end = torn?.start ?? size
  const batches = standing.flatMap(({ segment, line }) =>
    segment.start < end && line !== undefined ? [line.changes] : [],
  )
  const lastLine = standing.at(-1)?.line
  const isSealed = lastLine?.changes.length === 0 && lastLine.flushed === lastLine.at
  const state = damage.length > 0 ? 'damaged' : torn === undefined ? 'whole' : 'torn'
  const soundBytes = holes[0]?.start ?? size
  return { format: journalFormat, id, batches, soundBytes, state, damage, isSealed }
}

const nothing = {
  format: 0,
  id: undefined,
  batches: [],
  soundBytes: 0,
  damage: [],
  isSealed: false,
} as const

/**
 * Reads a journal.
 *
 * A hole is damage when a line behind it says that the place was flushed when that line was written. All else is the
 * tail of writes that nobody was told of: lost, torn or reordered by a power cut, and cut off from its first hole.
 */
export function readJournal(bytes: Uint8Array): JournalReading {
  const segments = [...segmentsOf(bytes)]
  const first = segments[0]?.bytes
  if (segments.length === 0) {
    return { ...nothing, state: 'whole' }
  }
  const head = first === undefined ? undefined : readHead(first)
  if (head !== undefined && head.format !== journalFormat) {
    const { format, id } = head
    return { ...nothing, format, id, state: 'newer' }
  }
  const isOld = first !== undefined && readOldLine(first) !== undefined
  const placed = (isOld ? [] : segments.slice(head === undefined ? 0 : 1)).map((segment) => ({
    segment,
    line: segment.bytes === undefined ? undefined : readLine(segment.bytes),
  }))
  const id = head?.id ?? placed.find(({ line }) => line !== undefined)?.line?.id
  return id === undefined ? readOld(bytes) : judge(placed, id, bytes.length)
}
