/** One column of a list, read cell by cell: its letters, its kind, what is offered and what is too late. */
import { type CivilDate, earliestDay } from '@tiemchung/core'
import { certain } from './cell/certain.js'
import type { CellCode, CellReading } from './cell/reading.js'
import { type CellValue, dateKinds, partialDay, readCell } from './cells.js'
import {
  fromOldLetters,
  type LettersOption,
  lettersOf,
  type OldLetters,
} from './encoding/letters.js'
import type { Column } from './layout.js'
import type { CellIssueDetails } from './row-issue.js'

/** How cells are read. */
export interface CellOptions {
  /** Takes what is offered, such as a lost leading zero. Default false: the row is an error. */
  readonly acceptSuggestions?: boolean
  /** The day of reading: later dates are refused. Default: no date is too late. */
  readonly on?: CivilDate
  /**
   * What the letters of the texts are, when they are those of old fonts: `tcvn3` (.VnTime), `vni`
   * (VNI-Times), `utf-8-twice`; for the list or by column key. Default: Unicode, and nothing is
   * converted. `detectEncoding` tells what they seem to be.
   */
  readonly letters?: LettersOption
}

/** Something to be said of a cell, wherever it stands. */
export interface CellNotice {
  readonly code: CellCode
  readonly details: CellIssueDetails
}

/** A cell's value, unless there is none or it is refused, and what is to be said. */
export interface ReadCell {
  readonly value: string | undefined
  readonly notices: readonly CellNotice[]
}

/** What a routed column lets pass: a wrong number; one that lost its zero is refused all the same. */
const malformed: CellCode = 'tabular.identity-number'

const silent: readonly CellNotice[] = []

type Refusal = Extract<CellReading, { readonly refused: CellCode }>

const warn = (code: CellCode, details: CellIssueDetails): readonly CellNotice[] => [
  { code, details: { severity: 'warning', ...details } },
]

/** A cell that its kind refuses: as if what is offered had been typed, where that is wished for. */
function afterRefusal(refusal: Refusal, column: Column, options: CellOptions): ReadCell {
  const { refused, params, suggestion } = refusal
  const details = {
    ...(Object.keys(params).length === 0 ? {} : { params }),
    ...(suggestion === undefined ? {} : { suggestion }),
  }
  const accept = options.acceptSuggestions === true && suggestion !== undefined
  const second = accept ? readCell(suggestion, column.kind) : refusal
  if ('value' in second && second.value !== undefined) {
    return { value: second.value, notices: warn(refused, details) }
  }
  if (column.routed !== true || refused !== malformed) {
    return { value: undefined, notices: [{ code: refused, details }] }
  }
  return { value: '', notices: warn(refused, details) }
}

function readOne(cell: CellValue, column: Column, options: CellOptions): ReadCell {
  const reading = readCell(cell, column.kind)
  if (!('value' in reading)) return afterRefusal(reading, column, options)
  const { value, notice, params } = reading
  if (notice === undefined) return { value, notices: silent }
  return { value, notices: warn(notice, params === undefined ? {} : { params }) }
}

/** Refuses a day that has not come yet. Lots expire later than today. */
function inTime(read: ReadCell, { kind }: Column, on: CivilDate | undefined): ReadCell {
  if (on === undefined || kind === 'expiry' || !dateKinds.has(kind)) return read
  const date = partialDay(read.value)
  if (date === undefined || earliestDay(date) <= on) return read
  const late: CellNotice = { code: 'tabular.date-future', details: {} }
  return { value: undefined, notices: [...read.notices, late] }
}

const inUnicode = (cell: CellValue, letters: OldLetters | undefined): CellValue =>
  letters === undefined || typeof cell !== 'string' ? cell : fromOldLetters(letters, cell)

/** Texts that are remembered of one column (ten years have 3,652 days), and the length of the longest. */
const mostKept = 4000
const longestKept = 64

type Reader = (cell: NonNullable<CellValue>) => ReadCell

/** What a text was read as is remembered, because lists repeat themselves: codes, days, products, lots. */
function remembering(read: Reader): Reader {
  const kept = new Map<string, ReadCell>()
  let last = ''
  let lastRead: ReadCell | undefined
  return (cell) => {
    if (typeof cell !== 'string' || cell.length > longestKept) return read(cell)
    if (lastRead !== undefined && cell === last) return lastRead
    let found = kept.get(cell)
    if (found === undefined) {
      found = read(cell)
      if (kept.size >= mostKept) kept.clear()
      kept.set(cell, found)
    }
    last = cell
    lastRead = found
    return found
  }
}

/** A reader of a column's cells that are not empty. */
export function columnReader(column: Column, options: CellOptions): Reader {
  const letters = lettersOf(options.letters, column.key)
  const read: Reader = (cell) =>
    inTime(readOne(inUnicode(cell, letters), column, options), column, options.on)
  const sure = certain.get(column.kind)
  if (sure === undefined) return remembering(read)
  if (letters !== undefined) return read
  return (cell) =>
    typeof cell === 'string' && sure.test(cell) ? { value: cell, notices: silent } : read(cell)
}
