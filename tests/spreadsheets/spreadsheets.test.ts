/** Lists that a spreadsheet program has saved, read by us; workbooks of ours, opened by a spreadsheet program. */
import { isSdkError } from '@tiemchung/core'
import {
  detectEncoding,
  type ListReading,
  type Pl1Row,
  pl1Layout,
  type ReadListOptions,
  readPl1,
  streamPl1,
  writeBack,
  writeCsv,
  writeWorkbook,
} from '@tiemchung/schemas/tabular'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cellsOf, list, shown } from './list.fixture.js'
import {
  type ColumnFormat,
  type Kind,
  libreOffice,
  type Office,
  openOffice,
} from './soffice.fixture.js'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

function withByteOrderMark(bytes: Uint8Array): Uint8Array {
  expect(bytes[0]).not.toBe(0xef)
  return new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])
}

describe.skipIf(libreOffice.skip)(libreOffice.title, () => {
  let office: Office
  let ours: Uint8Array
  /** What the list says, read from the workbook that no other program has touched. */
  let expected: ListReading<Pl1Row>
  const saved = new Map<Kind, Uint8Array>()

  const convert = (file: Uint8Array | string, to: Kind, columns?: readonly ColumnFormat[]) => {
    const name = typeof file === 'string' ? 'list.csv' : 'list.xlsx'
    return office.convert({ [name]: file }, to, columns)[name] ?? new Uint8Array()
  }
  const savedAs = (kind: Kind): Uint8Array => {
    const made = saved.get(kind) ?? convert(ours, kind)
    saved.set(kind, made)
    return made
  }

  beforeAll(async () => {
    office = openOffice()
    ours = await writeWorkbook('pl1', list)
    expected = await readPl1(ours, { format: 'xlsx' })
  })
  afterAll(() => office.close())

  test('the list is sound before anybody else has it', () => {
    expect(expected.rows).toHaveLength(list.length)
    expect(expected.rows.map((row) => row.fullName)).toEqual(list.map((row) => row['fullName']))
  })

  describe('saves our template with sixty rows', () => {
    const readings: readonly (readonly [string, () => Uint8Array, ReadListOptions])[] = [
      ['.xlsx', () => savedAs('xlsx'), { format: 'xlsx' }],
      ['.csv with commas', () => savedAs('csv'), { format: 'csv' }],
      ['.csv with semicolons', () => savedAs('semicolons'), { format: 'csv' }],
      [
        '.csv with semicolons, with a byte-order mark put before it',
        () => withByteOrderMark(savedAs('semicolons')),
        { format: 'csv' },
      ],
      ['text with tabs in UTF-16', () => savedAs('utf16'), { format: 'csv' }],
      [
        '.csv in Windows-1258',
        () => savedAs('windows1258'),
        { format: 'csv', encoding: 'windows-1258' },
      ],
    ]
    test.each(readings)('as %s, and every row is read as it went in', async (_, made, options) => {
      const reading = await readPl1(made(), options)
      expect(reading.rows).toEqual(expected.rows)
      expect(reading.issues).toEqual(expected.issues)
    })

    test.each(['xls', 'ods'] as const)('as .%s, and from that as .xlsx', async (kind) => {
      const again = office.convert({ [`list.${kind}`]: savedAs(kind) }, 'xlsx')[`list.${kind}`]
      const reading = await readPl1(again ?? new Uint8Array(), { format: 'xlsx' })
      expect(reading.rows).toEqual(expected.rows)
    })

    test.each([
      ['xls', 'tabular.old-workbook'],
      ['ods', 'tabular.unreadable'],
      ['html', 'tabular.markup'],
      ['csv', 'tabular.not-a-workbook'],
    ] as const)('as %s, which is refused as a workbook with %s', async (kind, code) => {
      const refused = await readPl1(savedAs(kind), { format: 'xlsx' }).catch(
        (error: unknown) => error,
      )
      expect(isSdkError(refused) && refused.code).toBe(code)
    })

    test('in Windows-1258, which is told and not taken for UTF-8', async () => {
      const refused = await readPl1(savedAs('windows1258'), { format: 'csv' }).catch(
        (error: unknown) => error,
      )
      expect(isSdkError(refused) && refused.code).toBe('tabular.not-utf8')
      const told = await detectEncoding(savedAs('windows1258'), { format: 'csv' })
      expect(told.encoding).toBe('windows-1258')
    })

    test('and row by row it says the same', async () => {
      const rows: Pl1Row[] = []
      for await (const { row } of streamPl1([savedAs('semicolons')])) {
        if (row !== undefined) rows.push(row)
      }
      expect(rows).toEqual(expected.rows)
    })
  })

  describe('opens a CSV file of ours and saves it as a workbook', () => {
    const columns = (choose: (kind: string) => ColumnFormat) =>
      pl1Layout.columns.map(({ kind }) => choose(kind))
    const isDay = (kind: string) => kind === 'date' || kind === 'day'
    /** Columns in which a text that looks like a number is none. */
    const words = new Set(['text', 'lot', 'note', 'ignored'])

    test('with all columns as text', async () => {
      const made = convert(
        writeCsv('pl1', list),
        'xlsx',
        columns(() => 2),
      )
      const reading = await readPl1(made, { format: 'xlsx' })
      expect(reading.rows).toEqual(expected.rows)
    })
    test('with its days as cells that are dates', async () => {
      const made = convert(
        writeCsv('pl1', list),
        'xlsx',
        columns((kind) => (isDay(kind) ? 4 : 2)),
      )
      const reading = await readPl1(made, { format: 'xlsx' })
      expect(reading.rows).toEqual(expected.rows)
    })
    test('as it likes: every lost zero is told, none is guessed, and taken when that is said', async () => {
      const likes = columns((kind) => (isDay(kind) ? 4 : words.has(kind) ? 2 : 1))
      const made = convert(writeCsv('pl1', list), 'xlsx', likes)
      const refused = await readPl1(made, { format: 'xlsx' })
      expect(refused.rows).toEqual([])
      const errors = refused.issues.filter(({ severity }) => severity === 'error')
      expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['tabular.lost-zero']))
      const taken = await readPl1(made, { format: 'xlsx', acceptSuggestions: true })
      expect(taken.rows).toEqual(expected.rows)
    })
  })

  describe('shows what we write', () => {
    test('every cell of a workbook', () => {
      expect(cellsOf(text(savedAs('csv')))).toEqual(shown)
    })
    test('every cell of a CSV file, when it is told to take all for text', () => {
      const made = convert(
        writeCsv('pl1', list),
        'csv',
        pl1Layout.columns.map(() => 2),
      )
      expect(cellsOf(text(made))).toEqual(shown)
    })
    test('every cell of a workbook of its own that we wrote results into, and the results', async () => {
      const faulty = list.map((row, index) => (index % 10 === 3 ? { ...row, sex: 7 } : row))
      const theirs = convert(await writeWorkbook('pl1', faulty), 'xlsx')
      const { issues, refused } = await readPl1(theirs, { format: 'xlsx' })
      expect(refused).toBe(6)
      const before = cellsOf(text(convert(theirs, 'csv')))
      const after = cellsOf(text(convert(writeBack(theirs, issues), 'csv')))
      const others = (rows: readonly (readonly string[])[]) => rows.map((row) => row.slice(0, -1))
      expect(others(after)).toEqual(others(before))
      const results = after.slice(1).map((row) => row.at(-1) ?? '')
      expect(
        results.filter((result) => result.startsWith('Không hợp lệ. D "Giới tính": ')),
      ).toHaveLength(6)
      expect(results.filter((result) => result.startsWith('Hợp lệ'))).toHaveLength(54)
    })
  })
})
