import { parseCivilDate, utf8 } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { personSchema } from '../person/person.js'
import { fullLayout } from './full-layout.js'
import { readFull, readPl1 } from './read-list.js'
import type { RowIssue } from './row-issue.js'
import { streamFull } from './stream-list.js'
import { workbookOf } from './workbook.fixture.js'
import { writeBack } from './write-back.js'
import { writeCsv, writeWorkbook, type WrittenRow } from './write-list.js'
import { workbookCells } from './xlsx/workbook-cells.js'

const asOf = parseCivilDate('2022-04-10')
const volumes = { 'comirnaty-10': '0.2' }
const options = { format: 'xlsx', asOf, volumes } as const

const sound: WrittenRow = {
  listNumber: 1,
  fullName: 'Nguyễn Thị Bông',
  birthDate: '01/06/2015',
  sex: 1,
  identityNumber: '001315000001',
  nationality: 'Việt Nam',
  phone: '0912000001',
  guardianName: 'Trần Thị Lá',
  relationship: 'Mẹ',
  guardianPhone: '0912000002',
  workplace: 'Trường Tiểu học Bản Mẫu',
  province: '01',
  district: '001',
  commune: '00001',
  permanentProvince: '01',
  permanentDistrict: '001',
  permanentCommune: '00004',
  consent: 'Có',
  consentDate: '10/04/2022',
  infection: 'Không',
  anyAllergy: 'Không',
  product1: 'Pfizer trẻ em',
  date1: '14/04/2022',
  lot1: 'FN1234',
  expiry1: '09/2022',
  volume1: '0,2',
  site1: '01234',
}
const without = (...keys: readonly string[]): WrittenRow =>
  Object.fromEntries(Object.entries(sound).filter(([key]) => !keys.includes(key)))
const short = ({ row, heading, code, severity }: RowIssue) =>
  `${row} ${heading}: ${code.replace('tabular.', '')}${severity === 'warning' ? ' (warning)' : ''}`
const issuesOf = async (row: WrittenRow, day = asOf) => {
  const bytes = await writeWorkbook('full', [row])
  return (await readFull(bytes, { ...options, asOf: day })).issues.map(short)
}

describe('readFull', () => {
  test('reads in one sheet what else takes two', async () => {
    const { rows, issues } = await readFull(await writeWorkbook('full', [sound]), options)
    expect(issues).toEqual([])
    const [row] = rows
    expect(personSchema.parse(row?.person)).toEqual(row?.person)
    expect(row).toMatchObject({
      row: 2,
      person: {
        fullName: 'Nguyễn Thị Bông',
        nationality: 'VN',
        identityDocument: { kind: 'personal-number', number: '001315000001' },
        guardian: { relationship: 'mother', fullName: 'Trần Thị Lá', phone: '0912000002' },
        permanentResidence: { province: '01', district: '001', commune: '00004', asOf },
        currentResidence: { province: '01', district: '001', commune: '00001', asOf },
      },
      consent: { state: 'agreed', by: 'mother', date: '2022-04-10' },
      screening: { anyAllergy: 'no', anaphylaxisToVaccine: 'unknown' },
      infection: { state: 'no' },
      doses: [
        {
          number: 1,
          date: '2022-04-14',
          product: 'comirnaty-10',
          lot: 'FN1234',
          expiry: '2022-09',
          volumeMl: '0.2',
          facility: '01234',
        },
      ],
    })
  })

  test.each<[string, WrittenRow, string[]]>([
    [
      'no number and no reason',
      without('identityNumber'),
      ['2 Số định danh cá nhân: number-or-reason'],
    ],
    [
      'a reason for no number',
      { ...without('identityNumber'), noNumberReason: 'Chưa được cấp' },
      [],
    ],
    [
      'a reason that is none',
      { ...without('identityNumber'), noNumberReason: 'không' },
      ['2 Lý do không có số: no-number-reason', '2 Số định danh cá nhân: number-or-reason'],
    ],
    ['a passport', { ...without('identityNumber'), passport: 'X1234567', nationality: 'LA' }, []],
    [
      'a malformed number, which is told once',
      { ...sound, identityNumber: '0013150000' },
      ['2 Số định danh cá nhân: identity-number'],
    ],
    ['no citizenship', without('nationality'), ['2 Quốc tịch: missing']],
    [
      'a guardian without relationship',
      { ...without('relationship', 'consent') },
      ['2 Quan hệ: guardian-incomplete (warning)'],
    ],
    ['2 ml for 0.2 ml', { ...sound, volume1: 2 }, ['2 Liều lượng mũi 1 (ml): volume-policy']],
    ['0.20 ml for 0.2 ml', { ...sound, volume1: '0.20 ml' }, []],
    ['a volume that is none', { ...sound, volume1: '0,2,0' }, ['2 Liều lượng mũi 1 (ml): volume']],
    ['no volume at all', { ...sound, volume1: '0' }, ['2 Liều lượng mũi 1 (ml): volume']],
    [
      'a product without a policy',
      { ...sound, product1: 'Abdala' },
      ['2 Liều lượng mũi 1 (ml): volume-unknown (warning)'],
    ],
    [
      'a lot past its expiry',
      { ...sound, expiry1: '31/03/2022' },
      ['2 Hạn dùng lô mũi 1: lot-expired'],
    ],
    [
      'a lot on the last day of its month',
      { ...sound, expiry1: '04/2022', date1: '30/04/2022' },
      [],
    ],
    [
      'a lot of which only the year is known',
      { ...sound, expiry1: '2022' },
      ['2 Hạn dùng lô mũi 1: date-incomplete'],
    ],
    [
      'dose 3 without dose 2',
      { ...sound, product3: 'Pfizer trẻ em', date3: '14/08/2022' },
      ['2 Ngày tiêm mũi 3: prior-dose-order'],
    ],
    [
      'dose 2 without dose 1',
      {
        ...without('product1', 'date1', 'lot1', 'expiry1', 'volume1', 'site1'),
        product2: 'Pfizer trẻ em',
        date2: '14/08/2022',
      },
      ['2 Ngày tiêm mũi 2: prior-dose-order'],
    ],
    [
      'a volume without a product',
      { ...without('product1', 'date1', 'lot1', 'expiry1', 'site1') },
      ['2 Tên vắc xin mũi 1: prior-dose'],
    ],
    ['no district', without('district'), ['2 Mã quận: missing']],
  ])('%s', async (_, row, expected) => {
    expect(await issuesOf(row)).toEqual(expected)
  })

  test('asks for no district where there are none any more', async () => {
    const current = without('district', 'permanentDistrict')
    expect(await issuesOf(current, parseCivilDate('2025-07-01'))).toEqual([])
    expect(await issuesOf(sound, parseCivilDate('2025-06-30'))).toEqual([])
    expect(await issuesOf(sound, parseCivilDate('2025-07-01'))).toEqual([
      '2 Mã quận: district-abolished',
      '2 Thường trú: mã huyện: district-abolished',
    ])
    const bytes = await writeWorkbook('full', [current])
    const { rows } = await readFull(bytes, { ...options, asOf: parseCivilDate('2025-07-01') })
    expect(rows[0]?.person.currentResidence).not.toHaveProperty('district')
  })

  test('keeps the reason for having no number', async () => {
    const row = { ...without('identityNumber'), noNumberReason: 'Chưa được cấp' }
    const { rows } = await readFull(await writeWorkbook('full', [row]), options)
    expect(rows[0]?.person.identityDocument).toEqual({ kind: 'none', reason: 'not-issued' })
  })

  test('does not compare volumes when no policy is given', async () => {
    const bytes = await writeWorkbook('full', [{ ...sound, volume1: 2 }])
    expect((await readFull(bytes, { format: 'xlsx', asOf })).issues).toEqual([])
  })

  test('is written back like PL1', async () => {
    const bytes = await writeWorkbook('full', [sound, { ...sound, volume1: 2 }])
    const { issues } = await readFull(bytes, options)
    const at = fullLayout.columns.findIndex(({ key }) => key === 'result')
    const { rows } = await workbookCells(writeBack(bytes, issues))
    expect(rows.map((row) => row[at])).toEqual([
      'Kết quả import',
      'Hợp lệ',
      'Không hợp lệ. AP "Liều lượng mũi 1 (ml)": Liều lượng khác liều lượng quy định 0.2 ml.',
    ])
  })

  test('streams from CSV', async () => {
    const found: string[] = []
    const chunks = [utf8(writeCsv('full', [sound, { ...sound, expiry1: '01/2022' }]))]
    for await (const { number, row, issues } of streamFull(chunks, { asOf })) {
      found.push(
        `${number} ${row?.doses[0]?.expiry ?? '-'} ${issues.map(({ code }) => code).join()}`,
      )
    }
    expect(found).toEqual(['2 2022-09 ', '3 - tabular.lot-expired'])
  })
})

describe('the template', () => {
  test('is an empty list with notes on each column, and reads as such', async () => {
    const bytes = await writeWorkbook('full', [], { notes: 'vi', blank: 3 })
    const reading = await readFull(bytes, options)
    expect(reading).toEqual({ rows: [], issues: [], refused: 0, listed: 0 })
    const english = await writeWorkbook('pl1', [], { notes: 'en' })
    expect((await readPl1(english, { format: 'xlsx' })).listed).toBe(0)
  })

  test('keeps what is typed into it as text', async () => {
    const cells = fullLayout.columns.map(({ heading }) => heading)
    const plain = await workbookCells(workbookOf([cells]))
    const template = await workbookCells(await writeWorkbook('full', [], { blank: 2 }))
    expect(template.rows[0]).toEqual(plain.rows[0])
    expect(
      template.rows
        .slice(1)
        .flat()
        .filter((cell) => cell !== null),
    ).toEqual([])
  })
})
