/** Lists of invented children, as text and as the parts of a workbook. */
import { pl1Layout, supplementLayout, type WrittenRow, writeCsv } from '@tiemchung/schemas/tabular'
import type { ZipPart } from './zip.js'

type LayoutId = 'pl1' | 'supplement'

const pl1Rows: readonly WrittenRow[] = [
  {
    listNumber: 1,
    fullName: 'Nguyễn Thị Mẫu Thử',
    birthDate: '02/09/2014',
    sex: 'Nữ',
    priorityGroup: 16,
    workplace: 'Trường Tiểu học Bản Mẫu',
    phone: '0912000017',
    identityNumber: '001314000017',
    province: '01',
    district: '001',
    commune: '00001',
    product1: 'Comirnaty',
    date1: '20/04/2022',
    lot1: 'FN1234',
    site1: '01234',
  },
  {
    listNumber: 2,
    fullName: 'Trần, "Bé" Mẫu Thử',
    birthDate: '2015',
    sex: '0',
    phone: '912000017',
    identityNumber: '1314000017',
    province: '1',
    district: '001',
    commune: '00001',
    note: 'ghi chú\nhai dòng',
  },
]

const supplementRows: readonly WrittenRow[] = [
  {
    listNumber: 1,
    fullName: 'Nguyễn Thị Mẫu Thử',
    birthDate: '02/09/2014',
    nationality: 'VN',
    passport: 'B7700017',
    relationship: 'Mẹ',
    guardianName: 'Trần Thị Mẫu Thử',
    guardianPhone: '0912000017',
    consent: 'Có',
    consentDate: '19/05/2022',
    infection: 'Không',
    anyAllergy: 'Không',
  },
]

const rowsOf: Readonly<Record<LayoutId, readonly WrittenRow[]>> = {
  pl1: pl1Rows,
  supplement: supplementRows,
}

/** A list as CSV. */
export const csvOf = (id: LayoutId): string => writeCsv(id, rowsOf[id])

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)

const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + letters(index % 26)

function cellOf(value: string | number | undefined, reference: string, shared: string[]): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return `<c r="${reference}" s="1"><v>${value}</v></c>`
  if (value.length % 2 === 0) {
    return `<c r="${reference}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
  }
  shared.push(`<si><t xml:space="preserve">${escaped(value)}</t></si>`)
  return `<c r="${reference}" t="s"><v>${shared.length - 1}</v></c>`
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

function sheetOf(id: LayoutId, shared: string[]): string {
  const { columns } = id === 'pl1' ? pl1Layout : supplementLayout
  const heading = Object.fromEntries(columns.map(({ key, heading: text }) => [key, text]))
  const rows = [heading as WrittenRow, ...rowsOf[id]].map((row, index) => {
    const cells = columns.map(({ key }, at) =>
      cellOf(row[key], `${letters(at)}${index + 1}`, shared),
    )
    return `<row r="${index + 1}" spans="1:${columns.length}">${cells.join('')}</row>`
  })
  const merged = '<mergeCells count="1"><mergeCell ref="AD9:AE9"/></mergeCells>'
  return `${declared}<worksheet xmlns="${main}"><dimension ref="A1:AA3"/><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`
}

/** The parts of a workbook as spreadsheets write them. */
export function workbookParts(id: LayoutId): readonly ZipPart[] {
  const shared: string[] = []
  const sheet = sheetOf(id, shared)
  const related = (name: string, number: number) =>
    `<Relationship Id="rId${number}" Type="${relations}/${name.replace(/s?\/.*|\..*/, '')}" Target="${name}"/>`
  const targets = ['worksheets/sheet1.xml', 'styles.xml', 'sharedStrings.xml']
  return [
    {
      name: 'xl/workbook.xml',
      text: `${declared}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="PL1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${declared}<Relationships xmlns="${packages}">${targets.map((name, index) => related(name, index + 1)).join('')}</Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', text: sheet },
    {
      name: 'xl/sharedStrings.xml',
      text: `${declared}<sst xmlns="${main}">${shared.join('')}</sst>`,
    },
    {
      name: 'xl/styles.xml',
      text: `${declared}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
  ]
}
