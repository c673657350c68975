/** Workbooks made by hand, so that tests can hold what no writer of ours would write. */
import { utf8 } from '@tiemchung/core'
import { strToU8, zipSync } from 'fflate'
import { columnLetters, type Layout, pl1Layout } from './layout.js'

/** A cell: text, a number, or XML of one's own with `{ref}` for the reference. */
export type RawCell = string | number | undefined | { readonly xml: string }

const escape = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)

function cellXml(cell: RawCell, reference: string): string {
  if (cell === undefined) return ''
  if (typeof cell === 'object') return cell.xml.replaceAll('{ref}', reference)
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`
}

/** A cell that Excel shows as a date, by its serial number. */
export const dateCell = (serial: number): RawCell => ({
  xml: `<c r="{ref}" s="1"><v>${serial}</v></c>`,
})
/** A cell that is computed. */
export const formulaCell = (formula: string, result: string): RawCell => ({
  xml: `<c r="{ref}" t="str"><f>${formula}</f><v>${result}</v></c>`,
})

/** The XML of rows from row `first` on. */
export function rowsXml(rows: readonly (readonly RawCell[])[], first = 1): string {
  return rows
    .map((cells, index) => {
      const row = first + index
      const inside = cells.map((cell, at) => cellXml(cell, `${columnLetters(at)}${row}`)).join('')
      return `<row r="${row}" spans="1:27">${inside}</row>`
    })
    .join('')
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A worksheet's XML around its rows; `after` stands behind them, where merges do. */
export function sheetXml(rows: string, after = ''): string {
  return `${declaration}<worksheet xmlns="${main}"><dimension ref="A1:AA2"/><sheetData>${rows}</sheetData>${after}</worksheet>`
}

/** The parts of a workbook with these sheets, by name. */
export function workbookParts(
  sheets: readonly string[],
  hidden: readonly number[] = [],
): Record<string, Uint8Array> {
  const list = sheets.map(
    (_, index) =>
      `<sheet name="S${index}" sheetId="${index + 1}" ${hidden.includes(index) ? 'state="hidden" ' : ''}r:id="rId${index}"/>`,
  )
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index}" Type="${relations}/worksheet" Target="worksheets/page${sheets.length - index}.xml"/>`,
  )
  return {
    '[Content_Types].xml': strToU8(`${declaration}<Types/>`),
    'xl/workbook.xml': strToU8(
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${declaration}<Relationships xmlns="${packageRelations}">${links.join('')}<Relationship Id="rIdS" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `${declaration}<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(
      sheets.map((xml, index) => [`xl/worksheets/page${sheets.length - index}.xml`, utf8(xml)]),
    ),
  }
}

/** A workbook of one sheet. */
export function workbookOf(rows: readonly (readonly RawCell[])[], after = ''): Uint8Array {
  return zipSync(workbookParts([sheetXml(rowsXml(rows), after)]))
}

/** The headings of a layout. */
export const headingsOf = (layout: Layout): string[] => layout.columns.map((one) => one.heading)

/** A sound row of PL1 by key, for tests to change. */
export const soundRow: Readonly<Record<string, RawCell>> = {
  listNumber: 1,
  fullName: 'Nguyễn Thị Bông',
  birthDate: '01/06/2015',
  sex: 1,
  priorityGroup: 16,
  workplace: 'Trường Tiểu học Bản Mẫu',
  phone: '0912000001',
  identityNumber: '001315000001',
  provinceName: 'Hà Nội',
  province: '01',
  districtName: 'Ba Đình',
  district: '001',
  communeName: 'Phúc Xá',
  commune: '00001',
}

/** Cells of a row in the order of a layout. */
export function cellsFor(
  changes: Readonly<Record<string, RawCell>> = {},
  layout: Layout = pl1Layout,
): RawCell[] {
  const row = { ...soundRow, ...changes }
  return layout.columns.map(({ key }) => row[key])
}

/** A PL1 workbook with these rows. */
export function pl1Workbook(
  rows: readonly Readonly<Record<string, RawCell>>[],
  after = '',
): Uint8Array {
  return workbookOf([headingsOf(pl1Layout), ...rows.map((row) => cellsFor(row))], after)
}
