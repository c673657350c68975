import { isSdkError, parseCivilDate, utf8 } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import type { CellValue } from '../cells.js'
import { readFull } from '../read-list.js'
import { dateCell, formulaCell, type RawCell, workbookOf } from '../workbook.fixture.js'
import { writeSheet, writeWorkbook } from '../write-list.js'
import { applyColumnMap } from './apply-column-map.js'
import { type ColumnMap, parseColumnMap } from './column-map.js'
import { findHeading } from './find-heading.js'
import { importRows } from './import-rows.js'
import { lintColumnMap } from './lint-column-map.js'
import { proposeColumnMap } from './propose-column-map.js'
import { readSheet } from './read-sheet.js'

const asOf = parseCivilDate('2022-04-10')
const csv = { format: 'csv' } as const

/** `B,C → fullName 0.8`, as people read a proposal. */
const lines = ({ columns }: ColumnMap) =>
  columns.map(({ from, to, confidence }) => `${from.join()} → ${to} ${confidence}`)

const school = `TRƯỜNG TIỂU HỌC BẢN MẪU
,,,,,,,,,
TT,Họ và tên đệm,Tên,Ngày,Tháng,Năm,Nam,Nữ,SĐT phụ huynh,Họ tên mẹ,Nhận xét
1,Nguyễn Thị,Bông,1,6,2015,,x,0912000001,Trần Thị Lá,ngoan
2,Lê Văn,Cây,14,11,2014,x,,0912000002,Lê Thị Cỏ,
`

describe('proposeColumnMap', () => {
  test('knows headings of its own, and others by words and values, with what speaks for each', () => {
    const { map, unmapped, missing } = proposeColumnMap(
      ['STT', 'HỌ TÊN TRẺ', 'NGÀY SINH', 'Phái', 'Số CCCD', 'Cân nặng (kg)', 'Số liên lạc'],
      [
        [1, 'Nguyễn Thị Bông', '06/15/2015', 2, '001315000001', 20.5, '0912000001'],
        [2, 'Lê Văn Cây', '11/14/2014', 1, '001214000017', 22, '0912000002'],
      ],
    )
    expect(lines(map)).toEqual([
      'A → listNumber 1',
      'B → fullName 1',
      'C → birthDate 1',
      'D → sex 1',
      'E → identityNumber 1',
      'G → phone 0.4',
    ])
    expect(map.columns[2]).toMatchObject({
      dateOrder: 'mdy',
      evidence: ['heading', 'values 100%', 'date-order mdy'],
    })
    expect(map.columns[3]).toMatchObject({ codes: { '1': 'Nam', '2': 'Nữ' } })
    expect(unmapped).toEqual([{ from: 'F', heading: 'Cân nặng (kg)' }])
    expect(missing).toEqual(['Quốc tịch', 'Mã tỉnh', 'Mã xã'])
  })
  test('puts together what a sheet keeps apart', async () => {
    const { rows } = await readSheet(utf8(school), csv)
    const found = findHeading(rows)
    expect(found?.headingRow).toBe(3)
    const { map, unmapped } = proposeColumnMap(found?.headings ?? [], found?.sampleRows ?? [])
    expect(lines(map)).toEqual([
      'A → listNumber 1',
      'B,C → fullName 0.8',
      'D,E,F → birthDate 0.8',
      'G → sex 0.8',
      'H → sex 0.8',
      'I → guardianPhone 1',
      'J → guardianName 1',
    ])
    expect(unmapped).toEqual([{ from: 'K', heading: 'Nhận xét' }])
  })
  test.each<[string, CellValue[], object]>([
    ['a day above 12 first', ['14/04/2015', '01/02/2015'], { confidence: 1 }],
    [
      'nothing above 12',
      ['01/02/2015'],
      { confidence: 0.8, evidence: ['heading', 'values 100%', 'date-order-assumed'] },
    ],
    ['both orders', ['14/04/2015', '04/14/2015'], { confidence: 0.5 }],
    ['the year first', ['2015-04-14'], { dateOrder: 'ymd', confidence: 1 }],
    ['dates of Excel', [new Date('2015-04-14')], { confidence: 1 }],
  ])('dates with %s', (_, cells, expected) => {
    const { map } = proposeColumnMap(
      ['Ngày sinh'],
      cells.map((cell) => [cell]),
    )
    expect(map.columns[0]).toMatchObject(expected)
  })
  test.each<[string, CellValue[], object]>([
    ['0 and 1', [0, 1], { confidence: 1 }],
    [
      '1 alone, which may be either',
      [1, 1],
      { confidence: 0.5, evidence: ['heading', 'values 100%', 'sex-coding-unclear'] },
    ],
    ['words', ['nam', 'NỮ'], { confidence: 1 }],
    ['trai and gái', ['Trai', 'Gái'], { codes: { trai: 'Nam', gái: 'Nữ' } }],
  ])('sexes as %s', (_, cells, expected) => {
    const { map } = proposeColumnMap(
      ['Giới tính'],
      cells.map((cell) => [cell]),
    )
    expect(map.columns[0]).toMatchObject(expected)
  })
  test('maps a template of ours to itself', async () => {
    const row = {
      listNumber: 1,
      fullName: 'Nguyễn Thị Bông',
      birthDate: '15/06/2015',
      sex: 'Nữ',
      nationality: 'VN',
    }
    const sheet = await readSheet(await writeWorkbook('full', [row]), { format: 'xlsx' })
    const { map, missing } = proposeColumnMap(sheet.rows[0] ?? [], sheet.rows.slice(1))
    expect(missing).toEqual([])
    for (const { headings } of map.columns) expect(headings).toHaveLength(1)
    expect(new Set(map.columns.map(({ to }) => to)).size).toBe(map.columns.length)
    expect(map.columns.length).toBeGreaterThan(45)
    expect(lintColumnMap(map)).toEqual([])
  })
  test('proposes nothing for a sheet of something else', () => {
    const { map } = proposeColumnMap(
      ['Ngày nhập kho', 'Số lượng'],
      [
        ['kho A', 12],
        ['kho B', 7],
      ],
    )
    expect(map.columns).toEqual([])
  })
  test('no evidence repeats a value', async () => {
    const { rows } = await readSheet(utf8(school), csv)
    const said = JSON.stringify(proposeColumnMap(rows[2] ?? [], rows.slice(3)))
    for (const text of ['Bông', '0912000001', 'Trần']) expect(said).not.toContain(text)
  })
})

describe('findHeading', () => {
  test('takes no row for a heading that names fewer than two columns', () => {
    expect(findHeading([['Bông', 'Lá', 'Cỏ'], ['Ngày sinh', 'x'], []])).toBeUndefined()
    expect(findHeading([['Bông'], ['Ngày sinh', 'Họ tên']])?.headingRow).toBe(2)
  })
})

const map = (changes: object = {}): ColumnMap =>
  parseColumnMap({
    format: 'column-map/1',
    layout: 'full',
    headingRow: 1,
    columns: [
      { from: ['A', 'B'], to: 'fullName' },
      { from: ['C'], to: 'birthDate', dateOrder: 'mdy' },
      { from: ['D'], to: 'sex', codes: { '1': 'Nam', '2': 'Nữ' } },
      { from: ['E'], to: 'identityNumber' },
      { from: ['F'], to: 'guardianName', split: { by: '-', part: 1 } },
      { from: ['F'], to: 'guardianPhone', split: { by: '-', part: -1 } },
    ],
    constants: {
      nationality: 'VN',
      province: '01',
      district: '001',
      commune: '00001',
      relationship: 'Mẹ',
    },
    ...changes,
  })
const own: CellValue[][] = [
  ['Họ', 'Tên', 'Ngày sinh', 'Giới', 'CCCD', 'Mẹ'],
  ['Nguyễn Thị', 'Bông', '06/15/2015', 2, '001315000001', 'Trần Thị Lá - 0912000002'],
  [null, null, null, null, null, null],
  ['Lê Văn', 'Cây', new Date('2014-11-14'), '1', 1_214_000_017, null],
]
const sheetOf = (rows: CellValue[][]) => ({
  rows,
  formulas: new Set<string>(),
  faulty: new Set<string>(),
  merged: [],
})

describe('applyColumnMap', () => {
  test('joins, parts, turns dates and words, fills constants, and numbers what has no number', () => {
    expect(applyColumnMap(map(), own)).toEqual([
      {
        row: 2,
        cells: {
          listNumber: 1,
          fullName: 'Nguyễn Thị Bông',
          birthDate: '15/06/2015',
          sex: 'Nữ',
          identityNumber: '001315000001',
          guardianName: 'Trần Thị Lá',
          guardianPhone: '0912000002',
          relationship: 'Mẹ',
          nationality: 'VN',
          province: '01',
          district: '001',
          commune: '00001',
        },
      },
      expect.objectContaining({
        row: 4,
        cells: expect.objectContaining({
          listNumber: 2,
          fullName: 'Lê Văn Cây',
          birthDate: '14/11/2014',
          sex: 'Nam',
          identityNumber: 1_214_000_017,
        }),
      }),
    ])
  })
  test('leaves a word that the map does not know, to be refused', () => {
    const rows = applyColumnMap(map(), [own[0] ?? [], ['Lê', 'Cây', '1/2/2015', 'nữ?', null, null]])
    expect(rows[0]?.cells).toMatchObject({ sex: 'nữ?', birthDate: '2/1/2015' })
  })
})

describe('importRows', () => {
  test('names the rows and columns of the sheet that the clinic has', () => {
    const { issues, refused, listed, rows } = importRows(map(), sheetOf(own), { asOf })
    expect({ refused, listed, rows }).toEqual({ refused: 1, listed: 2, rows: [] })
    expect(issues.map(({ row, column, code }) => `${column}${row} ${code}`)).toEqual([
      'E4 tabular.lost-zero',
    ])
    expect(issues[0]?.suggestion).toBe('001214000017')
    expect(Object.keys(issues[0] ?? {})).not.toContain('suggestion')
  })
  test('gives the rows and what to write once all are sound', async () => {
    const options = { asOf, acceptSuggestions: true }
    const { rows, written, refused } = importRows(map(), sheetOf(own), options)
    expect(refused).toBe(0)
    expect(rows.map((row) => ('person' in row ? row.person.fullName : ''))).toEqual([
      'Nguyễn Thị Bông',
      'Lê Văn Cây',
    ])
    // Whoever reads the list afterwards need not take anything once more.
    expect(written[1]?.['identityNumber']).toBe('001214000017')
    const again = await readFull(await writeWorkbook('full', written), { format: 'xlsx', asOf })
    expect(again.rows).toHaveLength(2)
    expect(again.issues).toEqual([])
  })
  test('reads PL1 too', () => {
    const { rows } = importRows(
      map({
        layout: 'pl1',
        constants: { province: '01', district: '001', commune: '00001' },
        columns: map().columns.slice(0, 4),
      }),
      sheetOf(own),
      { asOf, acceptSuggestions: true },
    )
    expect(rows.map((row) => ('fullName' in row ? row.fullName : ''))).toEqual([
      'Nguyễn Thị Bông',
      'Lê Văn Cây',
    ])
  })
  test('tells of what a cell alone does not tell', async () => {
    const faulty: RawCell = { xml: '<c r="{ref}" t="e"><v>#N/A</v></c>' }
    const bytes = workbookOf(
      [
        ['Họ', 'Tên', 'Ngày sinh', 'Giới', 'CCCD', 'Mẹ'],
        [formulaCell('A9', 'Lê'), 'Cây', dateCell(42_156), 1, '001214000017', faulty],
        ['Lê', 'Lá', dateCell(42_156), 1, '001214000017', undefined],
      ],
      '<mergeCells count="1"><mergeCell ref="E3:F3"/></mergeCells>',
    )
    const { issues, refused } = importRows(map(), await readSheet(bytes, { format: 'xlsx' }), {
      asOf,
    })
    const codes = issues.map(({ row, column, code }) => `${column}${row} ${code}`)
    expect(refused).toBe(2)
    expect(codes).toContain('A2 tabular.formula')
    expect(codes).toContain('F2 tabular.cell-error')
    expect(codes).toContain('E3 tabular.merged')
  })
  test('converts the letters of a column', () => {
    const columns = [
      { from: ['A', 'B'], to: 'fullName', letters: 'tcvn3' },
      ...map().columns.slice(1, 4),
    ]
    const rows: CellValue[][] = [own[0] ?? [], ['Ph¹m V¨n', 'B¶o', '06/15/2015', 1]]
    const { written } = importRows(map({ columns }), sheetOf(rows), { asOf })
    expect(written[0]?.['fullName']).toBe('Phạm Văn Bảo')
  })
})

describe('parseColumnMap', () => {
  test.each([
    ['another format', { format: 'column-map/2' }],
    ['a column without letters', { columns: [{ from: ['1'], to: 'sex' }] }],
    ['an unknown member', { extra: 1 }],
    ['an encoding that nobody reads', { encoding: 'latin1' }],
  ])('refuses %s', (_, changes) => {
    const read = () => map(changes)
    expect(read).toThrow(expect.objectContaining({ code: 'schema.invalid' }))
  })
})

describe('lintColumnMap', () => {
  const codes = (changes: object) =>
    lintColumnMap(map(changes)).map(
      ({ code, path }) => `${path.join('.')} ${code.replace('tabular.', '')}`,
    )
  test('finds nothing in a sound map', () => {
    expect(codes({})).toEqual([])
  })
  const base = map().columns
  test.each<[string, object, string[]]>([
    [
      'a key that the layout does not have',
      { columns: [...base, { from: ['G'], to: 'weight' }] },
      ['columns.6.to map-key'],
    ],
    [
      'a key given twice',
      { columns: [...base, { from: ['G'], to: 'sex' }] },
      ['columns.6.to map-twice'],
    ],
    [
      'crosses, which may be two columns',
      { columns: [...base, { from: ['G'], to: 'sex', codes: { x: 'Nữ' } }] },
      [],
    ],
    [
      'a date order for a name',
      { columns: [...base, { from: ['G'], to: 'phone', dateOrder: 'dmy' }] },
      ['columns.6.dateOrder map-conversion'],
    ],
    [
      'codes that the column refuses',
      { columns: [...base, { from: ['G'], to: 'consent', codes: { '1': 'maybe' } }] },
      ['columns.6.codes map-conversion'],
    ],
    [
      'a part that does not exist',
      { columns: [...base, { from: ['G'], to: 'phone', split: { by: ' ', part: 0 } }] },
      ['columns.6.split map-conversion'],
    ],
    [
      'a constant that is refused',
      { constants: { ...map().constants, province: '1x' } },
      ['constants.province map-conversion'],
    ],
    [
      'a constant for no column',
      { constants: { ...map().constants, weight: '1' } },
      ['constants.5 map-key'],
    ],
    ['a needed column that nothing gives', { columns: base.slice(1) }, ['columns map-needed']],
    [
      'a column of the sheet used twice',
      { columns: [...base, { from: ['E'], to: 'phone' }] },
      ['columns.6.from map-source-twice'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(codes(changes)).toEqual(expected)
  })
})

describe('lintColumnMap with the rows of a sheet', () => {
  const kept = map({
    columns: map().columns.map((one) => ({
      ...one,
      headings: one.from.map((letters) => String(own[0]?.[letters.charCodeAt(0) - 65])),
    })),
  })
  const places = (one: ColumnMap, rows: CellValue[][]) =>
    lintColumnMap(one, rows).map(
      ({ code, path, message }) => `${path.join('.')} ${code} ${message.en}`,
    )
  test('finds nothing where the headings are those of the map, however they are written', () => {
    expect(places(kept, own)).toEqual([])
    expect(places(kept, [['HỌ', 'tên *', ' Ngày  sinh', 'GIỚI', 'cccd', 'Mẹ']])).toEqual([])
    expect(places(map(), [])).toEqual([])
  })
  test('finds each column above which something else stands', () => {
    const moved = [['Họ', 'Ngày sinh', 'Tên', 'Giới', 'CCCD', 'Mẹ']]
    const says = (letters: string) =>
      `tabular.map-heading The heading of column ${letters} is not the one that the column map was made for.`
    expect(places(kept, moved)).toEqual([
      `columns.0.from ${says('B')}`,
      `columns.1.from ${says('C')}`,
    ])
    expect(places({ ...kept, headingRow: 3 }, own)).toHaveLength(7)
  })
  test('reads headings in the letters of the column', () => {
    const columns = [
      { from: ['A'], to: 'fullName', letters: 'tcvn3', headings: ['Họ và tên'] },
      ...map().columns.slice(1, 4),
    ]
    expect(places(map({ columns }), [['Hä vµ tªn']])).toEqual([])
  })
})

describe('readSheet and writeSheet', () => {
  test('give back what was written', async () => {
    const rows = [
      ['Họ tên', 'Số'],
      ['Bông', 7],
      [null, 'x'],
    ]
    const { rows: read } = await readSheet(await writeSheet(rows), { format: 'xlsx' })
    expect(read).toEqual(rows)
  })
  test('refuse what is no sheet', async () => {
    try {
      await readSheet(utf8('<html>'), { format: 'xlsx' })
      expect.unreachable()
    } catch (caught) {
      expect(isSdkError(caught) && caught.code).toBe('tabular.markup')
    }
  })
})
