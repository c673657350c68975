import type { Language } from '@tiemchung/core'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { columnLetters, pl1Layout } from './layout.js'
import type { RowIssue } from './row-issue.js'
import { openWorkbook } from './workbook.js'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escape = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)

/** What stands in the last column of a row: the reasons, each with its column. */
function sentenceFor(issues: readonly RowIssue[], language: Language): string {
  return issues.map((one) => `${one.column}: ${one.message[language]}`).join(' ')
}

const done: Readonly<Record<Language, string>> = { vi: 'Hợp lệ', en: 'Accepted' }

/** A row's XML with its last cell set; a cell that was there is replaced. */
function withCell(row: string, number: string, letters: string, text: string): string {
  const reference = `${letters}${number}`
  const old = new RegExp(`<c r="${reference}"(?:[^>]*/>|[^>]*>[\\s\\S]*?</c>)`)
  const cell = `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`
  const bare = row.replace(old, '')
  return bare.endsWith('/>')
    ? bare.replace(/\/>$/, `>${cell}</row>`)
    : bare.replace(/<\/row>$/, `${cell}</row>`)
}

/**
 * The same workbook with the template's last column ("Kết quả import") filled: the reasons of each row
 * that has any, else that it was accepted. Everything else in the workbook stays as it was.
 *
 * @throws ParseError `tabular.unreadable`, `tabular.encrypted`, `tabular.too-large`
 */
export function writeBack(
  bytes: Uint8Array,
  issues: readonly RowIssue[],
  language: Language = 'vi',
): Uint8Array {
  const { sheetPath, xml } = openWorkbook(bytes)
  const byRow = new Map<number, RowIssue[]>()
  for (const one of issues) byRow.set(one.row, [...(byRow.get(one.row) ?? []), one])
  const letters = columnLetters(pl1Layout.columns.length - 1)
  const filled = xml.replace(
    /<row r="(\d+)"[^>]*(?:\/>|>[\s\S]*?<\/row>)/g,
    (row: string, number: string) => {
      if (number === '1') return row
      const found = byRow.get(Number(number))
      const text = found === undefined ? done[language] : sentenceFor(found, language)
      return withCell(row, number, letters, text)
    },
  )
  const last = `${letters}$2`
  const sized = filled.replace(/(<dimension ref="A1:)[A-Z]+(\d+)"/, `$1${last}"`)
  return zipSync({ ...unzipSync(bytes), [sheetPath]: strToU8(sized) })
}
