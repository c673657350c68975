/** What a sheet's XML tells before its cells are read: how many rows, which formulas, which merges. */
import { refuseFile } from './zip-directory.js'

/** A rectangle of cells, rows and columns counted from 1 and 0. */
export interface CellRange {
  readonly text: string
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** What is known of a sheet. */
export interface SheetFacts {
  /** References of cells that hold a formula: `B7`. */
  readonly formulas: ReadonlySet<string>
  /** References of cells that show an error, such as `#N/A`. */
  readonly faulty: ReadonlySet<string>
  readonly merged: readonly CellRange[]
}

/** How far a sheet may reach. */
export interface SheetLimits {
  /** Rows that hold something. */
  readonly rows: number
  /** Columns that hold something. */
  readonly columns: number
}

/** The index of a column's letters: A is 0, AA is 26. */
export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

const reference = /^([A-Z]{1,3})([1-9]\d{0,6})$/

/** A cell's reference as row (from 1) and column (from 0). */
export function readReference(text: string): { row: number; column: number } | undefined {
  const match = reference.exec(text)
  if (match === null) return undefined
  return { row: Number(match[2]), column: columnIndex(match[1] ?? '') }
}

function readRange(text: string): CellRange {
  const [from = '', to = from] = text.split(':')
  const first = readReference(from)
  const last = readReference(to)
  if (first === undefined || last === undefined) return refuseFile('tabular.unreadable')
  return {
    text,
    firstRow: first.row,
    lastRow: last.row,
    firstColumn: first.column,
    lastColumn: last.column,
  }
}

/** Finds the value of an attribute in the text of a tag. `name` is a pattern. */
export function attribute(name: string): (tag: string) => string | undefined {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  return (tag) => {
    const match = pattern.exec(tag)
    return match?.[1] ?? match?.[2]
  }
}

const mergeReference = attribute('ref')

const tags = /<(\/?)(?:[\w.-]*:)?(row|c|f|v|is|mergeCell|worksheet)(?=[\s/>])([^>]*)>/g

/** A tag longer than this is none that a spreadsheet program writes. */
const longestTag = 100_000

/** Rows that a worksheet has (ECMA-376, SpreadsheetML as Excel writes it). */
const lastRow = 1_048_576

const attributes = /\s+(?:([\w.-]*):)?([\w.-]+)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/gy
const rowNumber = /^[1-9]\d{0,6}$/

/**
 * The attributes of a row or a cell by their local names. What another reader might take in another way is
 * refused: a tag that is not well formed, and a name that stands twice.
 */
function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let end = 0
  for (const match of tag.matchAll(attributes)) {
    const [whole, prefix, name = ''] = match
    end = match.index + whole.length
    if (prefix === 'xmlns') continue
    if (found.has(name)) refuseFile('tabular.unreadable')
    found.set(name, match[3] ?? match[4] ?? '')
  }
  return /^\s*\/?$/.test(tag.slice(end)) ? found : refuseFile('tabular.unreadable')
}

/** Where the cells lie, by what rows and cells say of themselves, which must agree. */
function placeCells(): {
  readonly row: (number: string | undefined) => void
  readonly cell: (reference: string | undefined) => void
} {
  let current = 0
  return {
    row: (number) => {
      if (number !== undefined && !rowNumber.test(number)) refuseFile('tabular.unreadable')
      current = Number(number ?? 0)
      if (current > lastRow) refuseFile('tabular.unreadable')
    },
    cell: (text) => {
      const row = readReference(text ?? '')?.row ?? 0
      if (current === 0) current = row
      if (row === 0 || row > lastRow || row !== current) refuseFile('tabular.unreadable')
    },
  }
}

/** Counts the rows that hold something, and refuses cells that lie too far out. */
function countRows(limits: SheetLimits): (cell: string) => void {
  let rows = 0
  let before = 0
  return (cell) => {
    const at = readReference(cell)
    if (at === undefined) return refuseFile('tabular.unreadable')
    if (at.column >= limits.columns) refuseFile('tabular.too-wide', { most: limits.columns })
    if (at.row !== before) rows += 1
    before = at.row
    const far = at.row > limits.rows + 1000
    if (far || rows > limits.rows + 1) refuseFile('tabular.too-many-rows', { most: limits.rows })
  }
}

/** Takes a sheet's XML in pieces; refuses as soon as it reaches too far. */
export interface SheetScan {
  take(text: string): void
  end(): SheetFacts
}

/**
 * Starts to look through a sheet.
 *
 * @throws ParseError `tabular.too-many-rows`, `tabular.too-wide`, `tabular.unreadable`,
 *   `tabular.truncated` when the sheet does not end
 */

export function scanSheet(limits: SheetLimits): SheetScan {
  const formulas = new Set<string>()
  const faulty = new Set<string>()
  const merged: CellRange[] = []
  const place = placeCells()
  const count = countRows(limits)
  let rest = ''
  let cell = ''
  let closed = false

  const tag = (closing: boolean, name: string, text: string) => {
    if (closing) closed ||= name === 'worksheet'
    else if (name === 'row') place.row(attributesOf(text).get('r'))
    else if (name === 'c') {
      const said = attributesOf(text)
      cell = said.get('r') ?? ''
      place.cell(cell)
      if (said.get('t') === 'e') faulty.add(cell)
    } else if (name === 'mergeCell') merged.push(readRange(mergeReference(text) ?? ''))
    else if (name !== 'worksheet') {
      if (name === 'f') formulas.add(cell)
      count(cell)
    }
  }
  return {
    take: (text) => {
      const whole = rest + text
      const open = whole.lastIndexOf('<')
      const complete = open < 0 || whole.indexOf('>', open) >= 0 ? whole.length : open
      if (whole.length - complete > longestTag) refuseFile('tabular.unreadable')
      // Comments, CDATA and declarations could hide what a reader sees, or show what it does not.
      if (whole.includes('<!')) refuseFile('tabular.unreadable')
      for (const match of whole.slice(0, complete).matchAll(tags)) {
        tag(match[1] === '/', match[2] ?? '', match[3] ?? '')
      }
      rest = whole.slice(complete)
    },
    end: () => (closed ? { formulas, faulty, merged } : refuseFile('tabular.truncated')),
  }
}
