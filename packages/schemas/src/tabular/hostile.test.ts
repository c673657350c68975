/** Bad input: each slip has a code, a row, a column and a sentence in both languages, and memory stays bounded. */
import { isSdkError, parseCivilDate, utf8 } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { fullLayout } from './full-layout.js'
import { columnLetters } from './layout.js'
import { readFull, readPl1 } from './read-list.js'
import { streamPl1 } from './stream-list.js'
import { workbookOf } from './workbook.fixture.js'
import { writeCsv, type WrittenRow } from './write-list.js'

const asOf = parseCivilDate('2022-04-14')
const options = { format: 'csv', asOf, on: asOf, volumes: { 'comirnaty-10': '0.2' } } as const
const sound = {
  listNumber: 1,
  fullName: 'Nguyễn Thị Bông',
  birthDate: '01/06/2015',
  sex: 1,
  identityNumber: '001315000001',
  nationality: 'VN',
  phone: '0912000001',
  province: '01',
  district: '001',
  commune: '00001',
  product1: 'Pfizer trẻ em',
  date1: '14/04/2022',
  lot1: 'FN1234',
  site1: '01234',
} as const satisfies WrittenRow
const columnOf = (key: string) =>
  columnLetters(fullLayout.columns.findIndex((column) => column.key === key))

describe('a slip in a row', () => {
  test.each<[string, string, string | number, string]>([
    ['a name with a digit', 'fullName', 'Nguyễn Thị Bông 2', 'schema.name.digit'],
    ['a name with an emoji', 'fullName', 'Nguyễn Bông 😀', 'schema.name.emoji'],
    ['a name of only blanks', 'fullName', '   ', 'tabular.missing'],
    ['a name with a zero-width space', 'fullName', 'Nguyễn\u200bBông', 'tabular.hidden'],
    ['a name with a Cyrillic letter', 'fullName', 'Nguyễn Thị Hоа', 'tabular.name-lookalike'],
    ['a name in Cyrillic', 'fullName', 'Иван', 'schema.name.script'],
    ['a name in a TCVN3 font', 'fullName', 'Ph¹m V¨n B¶o', 'tabular.legacy-encoding'],
    ['a birth on 31 February', 'birthDate', '31/02/2015', 'tabular.date'],
    ['a birth tomorrow', 'birthDate', '15/04/2022', 'tabular.date-future'],
    ['a birth in 1850', 'birthDate', '01/06/1850', 'tabular.date-range'],
    ['a phone of nine digits that lost its zero', 'phone', '912000001', 'tabular.lost-zero'],
    ['a phone of nine digits with its zero', 'phone', '091200000', 'tabular.phone'],
    ['2 ml', 'volume1', '2', 'tabular.volume-policy'],
    ['a lot past its expiry', 'expiry1', '03/2022', 'tabular.lot-expired'],
    ['a facility code of letters', 'site1', 'BVDK1', 'tabular.code'],
    ['a facility code of six digits', 'site1', '012345', 'tabular.code'],
    ['a cell of a million letters', 'workplace', 'x'.repeat(1_000_000), 'tabular.too-long'],
  ])('%s', async (_, key, value, code) => {
    const { issues, rows } = await readFull(
      utf8(writeCsv('full', [sound, { ...sound, [key]: value }])),
      options,
    )
    expect(rows).toEqual([])
    expect(issues).toHaveLength(1)
    const [found] = issues
    expect(found).toMatchObject({ row: 3, column: columnOf(key), code, severity: 'error' })
    expect(found?.message.vi).toMatch(/^\p{Lu}.+[.)]$/u)
    expect(found?.message.en).toMatch(/^\p{Lu}.+[.)]$/u)
    if (String(value).trim().length > 3) expect(JSON.stringify(found)).not.toContain(String(value))
  })
  test('dose 2 without dose 1', async () => {
    const { product1, date1, lot1, site1, ...rest } = sound
    const row = { ...rest, product2: product1, date2: date1, lot2: lot1, site2: site1 }
    const { issues } = await readFull(utf8(writeCsv('full', [row])), options)
    expect(issues.map(({ row: at, column, code }) => [at, column, code])).toEqual([
      [2, columnOf('date2'), 'tabular.prior-dose-order'],
    ])
  })
})

/** What reading a file is refused with. */
async function codeOf(bytes: Uint8Array, format: 'csv' | 'xlsx'): Promise<string> {
  try {
    await readPl1(bytes, { format })
  } catch (caught) {
    if (isSdkError(caught)) return caught.code
  }
  return 'read'
}
const page = '<!DOCTYPE html><html><table><tr><td>Họ và tên</td></tr></table></html>'

describe('a file that is another', () => {
  test.each<[string, Uint8Array, 'csv' | 'xlsx', string]>([
    ['a web page named .xlsx', utf8(page), 'xlsx', 'tabular.markup'],
    ['a web page named .csv', utf8(page), 'csv', 'tabular.markup'],
    ['XML named .csv', utf8('<?xml version="1.0"?><Workbook/>'), 'csv', 'tabular.markup'],
    ['a workbook named .csv', workbookOf([['#']]), 'csv', 'tabular.is-workbook'],
    [
      'an old workbook named .csv',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
      'csv',
      'tabular.old-workbook',
    ],
    [
      'an old workbook named .xlsx',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
      'xlsx',
      'tabular.old-workbook',
    ],
    ['CSV named .xlsx', utf8(writeCsv('pl1', [])), 'xlsx', 'tabular.not-a-workbook'],
    ['nothing', new Uint8Array(), 'xlsx', 'tabular.not-a-workbook'],
  ])('%s', async (_, bytes, format, code) => {
    expect(await codeOf(bytes, format)).toBe(code)
  })
})

/** Pieces of one line that never ends, and how much of it was taken. */
function endless(start: string, piece: string) {
  const taken = { bytes: 0 }
  function* chunks(): Generator<Uint8Array> {
    yield utf8(start)
    while (taken.bytes < 50_000_000) {
      taken.bytes += piece.length
      yield utf8(piece)
    }
  }
  return { taken, chunks }
}

describe('a file without measure', () => {
  const head = writeCsv('pl1', [])
  test.each([
    ['a line of 50 MB', head, 'x'.repeat(65_536)],
    ['a quote of 50 MB', `${head}1,"`, 'x\r\n'.repeat(20_000)],
    ['a first line of 50 MB', '', 'x'.repeat(65_536)],
    ['a line of 50 million empty cells', head, ','.repeat(65_536)],
  ])('%s is refused after a tenth of it', async (_, start, piece) => {
    const { taken, chunks } = endless(start, piece)
    const read = async () => {
      for await (const _one of streamPl1(chunks())) continue
    }
    await expect(read()).rejects.toMatchObject({ code: 'tabular.csv' })
    expect(taken.bytes).toBeLessThan(5_000_000)
  })
  test.each([
    [200, 'read'],
    [201, 'tabular.too-wide'],
  ])('a list of %i columns: %s', async (width, code) => {
    const more = Array.from({ length: width - 27 }, (_, index) => `Cột ${index}`).join(',')
    const [heading = ''] = head.split('\r\n')
    expect(await codeOf(utf8(`${heading},${more}\r\n`), 'csv')).toBe(code)
  })
  test('tells of each of many columns that it does not know', async () => {
    const more = Array.from({ length: 173 }, (_, index) => `Cột ${index}`).join(',')
    const [heading = ''] = head.split('\r\n')
    const { issues } = await readPl1(utf8(`${heading},${more}\r\n`), { format: 'csv' })
    expect(issues).toHaveLength(173)
    expect(issues.at(-1)).toMatchObject({ code: 'tabular.column-unknown', column: 'GR', row: 1 })
  })
  test('rows before the broken one come out first', async () => {
    const rows = writeCsv('pl1', [sound, sound])
    const found: number[] = []
    const read = async () => {
      const chunks = [utf8(`${rows}1,"a"b\r\n`)]
      for await (const { number } of streamPl1(chunks)) found.push(number)
    }
    await expect(read()).rejects.toMatchObject({ code: 'tabular.csv', params: { row: 4 } })
    expect(found).toEqual([2, 3])
  })
})
