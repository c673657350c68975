import { parseCivilDate, utf8 } from '@tiemchung/core'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { pl1Layout, supplementLayout } from './layout.js'
import { type ReadListOptions, readPl1, readSupplement } from './read-list.js'
import type { RowIssue } from './row-issue.js'
import {
  cellsFor,
  dateCell,
  formulaCell,
  headingsOf,
  pl1Workbook,
  type RawCell,
  rowsXml,
  sheetXml,
  workbookOf,
  workbookParts,
} from './workbook.fixture.js'
import { writeCsv, writeWorkbook } from './write-list.js'

const xlsx = { format: 'xlsx' } as const
const csv = { format: 'csv' } as const
type Row = Readonly<Record<string, RawCell>>
const short = ({ row, column, code, severity }: RowIssue) =>
  `${column}${row} ${code.replace('tabular.', '')}${severity === 'warning' ? ' (warning)' : ''}`
const issuesOf = async (row: Row, options: Partial<ReadListOptions> = {}) =>
  (await readPl1(pl1Workbook([row]), { ...xlsx, ...options })).issues.map(short)
const rowOf = async (row: Row, options: Partial<ReadListOptions> = {}) =>
  (await readPl1(pl1Workbook([row]), { ...xlsx, ...options })).rows[0]
const dose = (number: 1 | 2, name: string, date: string, lot = 'FN1234', site = '01234') => ({
  [`product${number}`]: name,
  [`date${number}`]: date,
  [`lot${number}`]: lot,
  [`site${number}`]: site,
})

describe('readPl1', () => {
  test('reads a sound row', async () => {
    const { rows, issues, refused, listed } = await readPl1(pl1Workbook([{}]), xlsx)
    expect({ issues, refused, listed }).toEqual({ issues: [], refused: 0, listed: 1 })
    expect(rows).toEqual([
      {
        row: 2,
        listNumber: 1,
        fullName: 'Nguyễn Thị Bông',
        birthDate: '2015-06-01',
        sex: 'female',
        identityDocument: { kind: 'personal-number', number: '001315000001' },
        province: '01',
        district: '001',
        commune: '00001',
        doses: [],
        workplace: 'Trường Tiểu học Bản Mẫu',
        phone: '0912000001',
        priorityGroup: 16,
      },
    ])
  })

  test.each<[string, Row, string[]]>([
    ['a decomposed name', { fullName: 'Bông'.normalize('NFD') }, ['B2 composed (warning)']],
    ['a formula in the name', { fullName: formulaCell('A1', 'Bông') }, ['B2 formula']],
    [
      'a formula without a result',
      { fullName: { xml: '<c r="{ref}"><f>A1</f></c>' } },
      ['B2 formula'],
    ],
    [
      'an error of Excel in an optional cell',
      { workplace: { xml: '<c r="{ref}" t="e"><f>VLOOKUP(1)</f><v>#N/A</v></c>' } },
      ['F2 cell-error'],
    ],
    ['a cell of 1 MB', { workplace: 'x'.repeat(1_000_000) }, ['F2 too-long']],
    ['a date as text that is none', { birthDate: '31/02/2015' }, ['C2 date']],
    ['a missing birth date', { birthDate: undefined }, ['C2 missing']],
    ['a missing sex', { sex: undefined }, ['D2 missing']],
    ['a sex that is none', { sex: 3 }, ['D2 sex']],
    ['a number without its zero', { identityNumber: 1_315_000_001 }, ['H2 lost-zero']],
    ['a phone without its zero', { phone: 912_000_001 }, ['G2 lost-zero']],
    ['a province without its zero', { province: 1 }, ['K2 lost-zero']],
    ['a malformed number', { identityNumber: '0013150000' }, ['H2 identity-number (warning)']],
    ['no number', { identityNumber: undefined }, ['H2 identity-missing (warning)']],
    ['a dose', dose(1, 'Pfizer trẻ em', '14/04/2022'), []],
    ['an unknown vaccine', dose(1, 'Novavax', '14/04/2022'), ['R2 product']],
    ['a vaccine of two strengths', dose(1, 'Pfizer', '14/04/2022'), ['R2 product-strength']],
    ['a dose without vaccine', { date1: '14/04/2022' }, ['R2 prior-dose']],
    ['a dose without date', { product1: 'Pfizer trẻ em' }, ['S2 prior-dose']],
    ['a dose with a wrong date', dose(1, 'Pfizer trẻ em', '31/02/2022'), ['S2 date']],
    ['a dose of a month', dose(1, 'Pfizer trẻ em', '02/2022'), ['S2 date-incomplete']],
    ['a dose before the birth', dose(1, 'Pfizer trẻ em', '14/04/2014'), ['S2 date-before-birth']],
    ['dose 2 without dose 1', dose(2, 'Pfizer trẻ em', '14/04/2022'), ['W2 prior-dose-order']],
    [
      'dose 2 on the day of dose 1',
      { ...dose(1, 'Pfizer trẻ em', '14/04/2022'), ...dose(2, 'Pfizer trẻ em', '14/04/2022') },
      ['W2 prior-dose-order'],
    ],
    [
      'a site of four digits',
      dose(1, 'Pfizer trẻ em', '14/04/2022', 'FN1', '1234'),
      ['U2 lost-zero'],
    ],
  ])('%s', async (_, row, expected) => {
    expect(await issuesOf(row)).toEqual(expected)
  })

  test('reads dates that Excel keeps as dates', async () => {
    expect((await rowOf({ birthDate: dateCell(42_156) }))?.birthDate).toBe('2015-06-01')
  })
  test('reads a birth date of which only the year is known', async () => {
    expect((await rowOf({ birthDate: 2015 }))?.birthDate).toBe('2015')
  })
  test('keeps a malformed number as none, with the reason', async () => {
    expect((await rowOf({ identityNumber: 'x' }))?.identityDocument).toEqual({
      kind: 'none',
      reason: 'malformed',
    })
    expect((await rowOf({ identityNumber: undefined }))?.identityDocument).toEqual({
      kind: 'none',
      reason: 'not-presented',
    })
  })
  test.each([
    ['12345678', 'military-8'],
    ['012345678', 'cmnd-9'],
    ['001315000001', 'personal-number'],
  ])('takes %s for a %s', async (identityNumber, kind) => {
    expect((await rowOf({ identityNumber }))?.identityDocument.kind).toBe(kind)
  })
  test('reads earlier doses by product id', async () => {
    const row = {
      ...dose(1, 'Pfizer trẻ em', '14/03/2022'),
      ...dose(2, 'Comirnaty trẻ em', '14/04/2022'),
    }
    expect((await rowOf(row))?.doses).toEqual([
      { number: 1, date: '2022-03-14', product: 'comirnaty-10', lot: 'FN1234', facility: '01234' },
      { number: 2, date: '2022-04-14', product: 'comirnaty-10', lot: 'FN1234', facility: '01234' },
    ])
  })

  test('offers a lost zero where no log sees it, and takes it only when told', async () => {
    const row = { identityNumber: 1_315_000_001, phone: 912_000_001 }
    const { issues } = await readPl1(pl1Workbook([row]), xlsx)
    expect(issues.map((one) => one.suggestion)).toEqual(['0912000001', '001315000001'])
    expect(JSON.stringify(issues)).not.toContain('001315')
    expect(await rowOf(row)).toBeUndefined()
    const taken = await rowOf(row, { acceptSuggestions: true })
    expect(taken?.phone).toBe('0912000001')
    expect(taken?.identityDocument).toEqual({ kind: 'personal-number', number: '001315000001' })
    expect(await issuesOf(row, { acceptSuggestions: true })).toEqual([
      'G2 lost-zero (warning)',
      'H2 lost-zero (warning)',
    ])
  })
  test('reads an accepted date as it would be typed', async () => {
    const row = { birthDate: '06/25/2015' }
    expect((await rowOf(row, { acceptSuggestions: true }))?.birthDate).toBe('2015-06-25')
  })
  test('refuses dates after the day of reading', async () => {
    const on = parseCivilDate('2022-04-14')
    expect(await issuesOf({ birthDate: '15/04/2022' }, { on })).toEqual(['C2 date-future'])
    expect(await issuesOf({ birthDate: '14/04/2022' }, { on })).toEqual([])
    expect(await issuesOf({ birthDate: '2022' }, { on })).toEqual([])
  })

  test('gives no rows when one is refused, unless a part is asked for', async () => {
    const bytes = pl1Workbook([{}, { sex: 7 }, { listNumber: 3 }])
    const whole = await readPl1(bytes, xlsx)
    expect(whole.rows).toEqual([])
    expect({ refused: whole.refused, listed: whole.listed }).toEqual({ refused: 1, listed: 3 })
    const part = await readPl1(bytes, { ...xlsx, partial: true })
    expect(part.rows.map((row) => row.row)).toEqual([2, 4])
    expect(part.issues.map(short)).toEqual(['D3 sex'])
  })
  test('numbers rows as the sheet does, below a title and across empty rows', async () => {
    const rows = [['DANH SÁCH'], [], headingsOf(pl1Layout), cellsFor(), [], cellsFor({ sex: 7 })]
    const { issues, listed } = await readPl1(workbookOf(rows), xlsx)
    expect(listed).toBe(2)
    expect(issues.map(short)).toEqual(['D6 sex'])
  })
  test('says it in both languages with the heading', async () => {
    const { issues } = await readPl1(pl1Workbook([{ sex: 7 }]), xlsx)
    expect(issues[0]).toMatchObject({
      row: 2,
      column: 'D',
      heading: 'Giới tính',
      path: [2, 'D'],
      message: {
        vi: 'Giới tính phải là 0 (nam) hoặc 1 (nữ).',
        en: 'Sex is 0 (male) or 1 (female).',
      },
    })
  })

  const merge = (ref: string) => `<mergeCells count="1"><mergeCell ref="${ref}"/></mergeCells>`
  test('refuses each row under a merged cell, where columns of the list are', async () => {
    const { issues } = await readPl1(
      pl1Workbook([{}, { workplace: undefined }, {}], merge('F2:F3')),
      xlsx,
    )
    expect(issues.map(short)).toEqual(['F2 merged', 'F3 merged'])
    expect(issues[0]?.message.vi).toContain('F2:F3')
  })
  test('passes over merged cells above the heading', async () => {
    const bytes = zipSync(
      workbookParts([
        sheetXml(rowsXml([['DANH SÁCH'], headingsOf(pl1Layout), cellsFor()]), merge('A1:H1')),
      ]),
    )
    expect((await readPl1(bytes, xlsx)).rows).toHaveLength(1)
  })
  test.each<[string, Uint8Array, string]>([
    ['a merged heading', pl1Workbook([{}], merge('A1:B1')), 'tabular.merged'],
    ['no heading', workbookOf([['x'], ['y']]), 'tabular.no-heading'],
    [
      'a heading too far down',
      workbookOf([...Array.from({ length: 21 }, () => ['x']), headingsOf(pl1Layout)]),
      'tabular.no-heading',
    ],
    [
      'a renamed column',
      workbookOf([headingsOf(pl1Layout).map((one) => one.replace('Giới tính', 'Phái'))]),
      'tabular.column-missing',
    ],
    ['a web page', utf8('<html>'), 'tabular.markup'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(readPl1(bytes, xlsx)).rejects.toMatchObject({ code })
  })
  test('an empty template is a list of nobody', async () => {
    expect(await readPl1(await writeWorkbook('pl1', []), xlsx)).toEqual({
      rows: [],
      issues: [],
      refused: 0,
      listed: 0,
    })
  })
})

describe('readPl1 of CSV', () => {
  const row = {
    listNumber: 1,
    fullName: 'Nguyễn Thị "Bông"; Lá'.replace('"Bông"; Lá', 'Bông'),
    birthDate: '01/06/2015',
    sex: 1,
    identityNumber: '001315000001',
    province: '01',
    district: '001',
    commune: '00001',
    workplace: 'Lớp 1A, "điểm lẻ"; thôn Hạ',
  }
  const read = (text: string) => readPl1(utf8(text), csv)
  test('reads what writeCsv writes', async () => {
    const { rows, issues } = await read(writeCsv('pl1', [row]))
    expect(issues).toEqual([])
    expect(rows[0]?.workplace).toBe('Lớp 1A, "điểm lẻ"; thôn Hạ')
  })
  test.each([';', '\t'])('reads fields apart by %j', async (sign) => {
    const cells = ['1', 'Bông', '01/06/2015', '1', '001315000001', '01', '001', '00001']
    const heads = ['STT', 'Họ tên', 'Ngày sinh', 'Giới tính', 'CCCD', 'Mã tỉnh', 'Mã quận', 'Mã xã']
    const { rows } = await read([heads.join(sign), cells.join(sign)].join('\r\n'))
    expect(rows[0]?.fullName).toBe('Bông')
  })
  test('tells of the zeros that Excel took away', async () => {
    const { issues } = await read(writeCsv('pl1', [{ ...row, identityNumber: '1315000001' }]))
    expect(issues.map(short)).toEqual(['H2 lost-zero'])
  })
  test.each<[string, Uint8Array, string]>([
    ['Windows-1258', Uint8Array.of(0x48, 0xf2, 0xe0, 0x0a), 'tabular.not-utf8'],
    ['a quote that never closes', utf8(`${writeCsv('pl1', [row])}"2,x`), 'tabular.csv'],
    ['a quote in the middle', utf8(`${writeCsv('pl1', [row])}2,x"y"z`), 'tabular.csv'],
    ['201 columns', utf8(','.repeat(200)), 'tabular.too-wide'],
    ['an empty file', utf8(''), 'tabular.no-heading'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(readPl1(bytes, csv)).rejects.toMatchObject({ code })
  })
})

describe('readSupplement', () => {
  const row = {
    listNumber: 1,
    fullName: 'Nguyễn Thị Bông',
    birthDate: '01/06/2015',
    nationality: 'Việt Nam',
    relationship: 'Mẹ',
    guardianName: 'Trần Thị Lá',
    guardianPhone: '0912000002',
    consent: 'Có',
    consentDate: '10/04/2022',
    infection: 'Không rõ',
  }
  const read = async (changes: Record<string, string | undefined>) =>
    readSupplement(await writeWorkbook('supplement', [{ ...row, ...changes }]), xlsx)
  test('reads words into the words of the records', async () => {
    const { rows, issues } = await read({})
    expect(issues).toEqual([])
    expect(rows[0]?.cells).toMatchObject({
      nationality: 'VN',
      relationship: 'mother',
      consent: 'yes',
      consentDate: '2022-04-10',
      infection: 'unknown',
    })
  })
  test.each<[string, Record<string, string | undefined>, string[]]>([
    ['no citizenship', { nationality: undefined }, ['D2 missing']],
    ['a consent without date', { consentDate: undefined }, ['I2 consent-incomplete (warning)']],
    [
      'a consent by nobody',
      { relationship: undefined },
      ['F2 guardian-incomplete (warning)', 'I2 consent-incomplete (warning)'],
    ],
    ['an infection without date', { infection: 'Có' }, ['L2 infection-incomplete (warning)']],
    ['an answer that is none', { anyAllergy: 'có thể' }, ['O2 yes-no']],
  ])('%s', async (_, changes, expected) => {
    expect((await read(changes)).issues.map(short)).toEqual(expected)
  })
  test('does not take one layout for the other', async () => {
    const bytes = await writeWorkbook('pl1', [])
    await expect(readSupplement(bytes, xlsx)).rejects.toMatchObject({
      code: 'tabular.column-missing',
    })
    expect(supplementLayout.columns.some(({ key }) => key === 'consent')).toBe(true)
  })
})
