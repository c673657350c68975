import { fromUtf8, type Language, ParseError } from '@tiemchung/core'
import { strToU8, zipSync } from 'fflate'
import { errorCatalogue } from '../errors.js'
import { isHeading } from './headings.js'
import { columnLetters, foldHeading } from './layout.js'
import { isRefused, type RowIssue } from './row-issue.js'
import { withWidth } from './xlsx/column-width.js'
import { cellsOf, cellText, sharedTexts } from './xlsx/sheet-text.js'
import { unpackPart } from './xlsx/unpack-part.js'
import { layouts } from './write-list.js'
import { noTime, openWorkbook, type WorkbookLimits } from './xlsx/workbook.js'
import { readZipDirectory, refuseFile } from './xlsx/zip-directory.js'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escape = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)

const words = {
  accepted: { vi: 'Hợp lệ', en: 'Accepted' },
  noted: { vi: 'Hợp lệ, lưu ý', en: 'Accepted, note' },
  refused: { vi: 'Không hợp lệ', en: 'Refused' },
} as const

/** The column as people look for it: by its letters and by its heading. */
const placeOf = ({ column, heading }: RowIssue): string =>
  [column, heading === '' ? '' : `"${heading}"`].filter((part) => part !== '').join(' ')

/** What stands in the last column of a row: whether it was taken, and the reasons by column. */
function resultOf(issues: readonly RowIssue[], language: Language): string {
  if (issues.length === 0) return words.accepted[language]
  const word = isRefused(issues) ? words.refused : words.noted
  const reasons = issues.map((one) => `${placeOf(one)}: ${one.message[language]}`)
  return `${word[language]}. ${reasons.join(' ')}`
}

/** A row's XML with one cell set to a text, in the order of columns; the cell's style is kept. */
function withCell(row: string, number: number, column: number, text: string): string {
  const cells = cellsOf(row)
  const old = cells.find((cell) => cell.column === column)
  const next = cells.find((cell) => cell.column > column)
  const style = /\ss="\d+"/.exec(old?.tag ?? '')?.[0] ?? ''
  const reference = `${columnLetters(column)}${number}`
  const cell = `<c r="${reference}"${style} t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`
  if (old !== undefined) {
    return row.slice(0, old.at) + cell + row.slice(old.at + old.xml.length)
  }
  if (next !== undefined) return row.slice(0, next.at) + cell + row.slice(next.at)
  if (row.endsWith('/>')) return `${row.slice(0, -2)}>${cell}</row>`
  return row.replace(/<\/row>$/, () => `${cell}</row>`)
}

/** Narrower than this its heading does not fit, and wider than this nobody's screen is. */
const narrowest = 18
const widest = 140

interface Heading {
  readonly row: number
  /** The column of the results: the template's own, or the one behind the last. */
  readonly column: number
  readonly isNew: boolean
}

const rowPattern = /<row(\s[^>]*?)(?:\/>|>[\s\S]*?<\/row>)/g
const rowNumber = (tag: string): number => Number(/\sr="(\d+)"/.exec(tag)?.[1] ?? 0)

const resultHeading = 'Kết quả import'
const isResult = (text: string | null) => foldHeading(text ?? '') === foldHeading(resultHeading)

/** The heading of a list in any of the layouts. */
function findHeading(sheet: string, shared: readonly string[]): Heading {
  for (const match of sheet.matchAll(rowPattern)) {
    const texts: string[] = []
    for (const cell of cellsOf(match[0])) {
      if (cell.column >= 0) texts[cell.column] = cellText(cell, shared)
    }
    const cells = Array.from(texts, (text) => text ?? null)
    if (!Object.values(layouts).some((layout) => isHeading(layout, cells))) continue
    const results = [...cells.keys()].filter((index) => isResult(cells[index] ?? null))
    if (results.length > 1) refuseFile('tabular.column-twice', { heading: resultHeading })
    const [result] = results
    const row = rowNumber(match[1] ?? '')
    return { row, column: result ?? cells.length, isNew: result === undefined }
  }
  throw new ParseError(errorCatalogue, 'tabular.no-heading')
}

/** Whether a row holds anything beside a result of an earlier time. */
const isFilled = (row: string, result: number): boolean =>
  cellsOf(row).some(
    ({ column, inside }) => column !== result && /<(?:v|t)(?:\s[^>]*)?>[^<]/.test(inside),
  )

/** Every part of a workbook, those that nobody reads as well: they go into the new one as they are. */
function everyPart(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const parts = [...readZipDirectory(bytes)]
  return Object.fromEntries(parts.map(([name, part]) => [name, unpackPart(bytes, part)]))
}

/**
 * The same workbook with the template's last column ("Kết quả import") filled: for each row whether it
 * was accepted, and the reasons by column. That column is made wide enough to be read; every other cell,
 * format and sheet stays as it was.
 *
 * `limits` are those that the list was read with.
 *
 * @throws ParseError as `readPl1` does for files that cannot be read at all
 */
export function writeBack(
  bytes: Uint8Array,
  issues: readonly RowIssue[],
  language: Language = 'vi',
  limits?: WorkbookLimits,
): Uint8Array {
  const { sheetPath, parts } = openWorkbook(bytes, limits)
  const texts = Object.entries(parts).find(([name]) => /sharedStrings/i.test(name))?.[1]
  const shared = texts === undefined ? [] : sharedTexts(fromUtf8(texts))
  const sheet = fromUtf8(parts[sheetPath] ?? new Uint8Array())
  const heading = findHeading(sheet, shared)
  const byRow = new Map<number, RowIssue[]>()
  for (const one of issues) byRow.set(one.row, [...(byRow.get(one.row) ?? []), one])
  let width = narrowest
  const filled = sheet.replace(rowPattern, (row: string, tag: string) => {
    const number = rowNumber(tag)
    if (number === heading.row && heading.isNew) {
      return withCell(row, number, heading.column, resultHeading)
    }
    if (number <= heading.row || !isFilled(row, heading.column)) return row
    const result = resultOf(byRow.get(number) ?? [], language)
    width = Math.max(width, Math.min(widest, result.length))
    return withCell(row, number, heading.column, result)
  })
  // The extent and the spans of rows are hints; where they were too narrow they are left out.
  const bare = filled
    .replace(/<dimension\s[^>]*\/>/, '')
    .replace(/(<row\s[^>]*?)\sspans="[^"]*"/g, '$1')
  const wide = withWidth(bare, heading.column, width)
  return zipSync({ ...everyPart(bytes), [sheetPath]: strToU8(wide) }, { mtime: noTime })
}
