import { isSdkError } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { headingNotices, isHeading, placeColumns } from './headings.js'
import { columnLetters, foldHeading, pl1Layout, supplementLayout } from './layout.js'
import { headingsOf } from './workbook.fixture.js'

const headings = headingsOf(pl1Layout)
const without = (name: string) => headings.filter((one) => one !== name)
function refusal(cells: readonly string[]) {
  try {
    placeColumns(pl1Layout, cells)
  } catch (caught) {
    if (isSdkError(caught)) return caught
  }
  return undefined
}

describe('the layouts', () => {
  test('PL1 has the 27 columns of the template, the results last', () => {
    expect(pl1Layout.columns).toHaveLength(27)
    expect(pl1Layout.columns[26].heading).toBe('Kết quả import')
  })
  test.each([pl1Layout, supplementLayout])(
    'no two columns of $id go by one name',
    ({ columns }) => {
      const names = columns.flatMap((column) => [
        foldHeading(column.heading),
        ...('synonyms' in column ? column.synonyms : []),
      ])
      expect(new Set(names).size).toBe(names.length)
    },
  )
  test('synonyms are written as headings fold', () => {
    for (const column of [...pl1Layout.columns, ...supplementLayout.columns]) {
      const synonyms: readonly string[] = 'synonyms' in column ? column.synonyms : []
      for (const one of synonyms) expect(foldHeading(one)).toBe(one)
    }
  })
})

describe('foldHeading', () => {
  test.each([
    ['Mã tỉnh *', 'ma tinh'],
    ['  HỌ  VÀ TÊN\n(*)', 'ho va ten'],
    ['Địa chỉ', 'dia chi'],
    ['Số CMT/CCCD'.normalize('NFD'), 'so cmt cccd'],
    ['#', '#'],
  ])('%j is %j', (heading, folded) => {
    expect(foldHeading(heading)).toBe(folded)
  })
})

describe('columnLetters', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters)
  })
})

describe('placeColumns', () => {
  test('finds columns in any order, by heading or synonym, with or without marks', () => {
    const mixed = [
      'STT',
      'HO TEN',
      'ngày sinh (*)',
      'GIOI TINH *',
      'CCCD',
      'Mã xã',
      'Mã huyện',
      'Ma tinh',
    ]
    const places = placeColumns(pl1Layout, mixed)
    expect(places.get('listNumber')).toBe(0)
    expect(places.get('fullName')).toBe(1)
    expect(places.get('identityNumber')).toBe(4)
    expect(places.get('district')).toBe(6)
    expect(places.get('province')).toBe(7)
  })
  test('names every mandatory column that is missing', () => {
    const error = refusal(without('Giới tính').filter((one) => one !== 'Số CMT/CCCD'))
    expect(error?.code).toBe('tabular.column-missing')
    expect(error?.issues.map((one) => one.params?.['heading'])).toEqual([
      'Giới tính',
      'Số CMT/CCCD',
    ])
  })
  test('refuses a renamed mandatory column, whose cells would be lost', () => {
    const renamed = headings.map((one) => (one === 'Ngày sinh' ? 'Ngày' : one))
    expect(refusal(renamed)?.sentences.vi).toContain('Ngày sinh')
  })
  test('refuses a column that is there twice, also by a synonym', () => {
    const error = refusal([...headings, 'CCCD'])
    expect(error?.code).toBe('tabular.column-twice')
    expect(error?.params).toEqual({ heading: 'Số CMT/CCCD' })
  })
})

describe('headingNotices', () => {
  const notices = (cells: readonly string[]) =>
    headingNotices(pl1Layout, placeColumns(pl1Layout, cells), 1, cells).map(
      ({ code, column, severity }) => `${severity} ${code} ${column}`,
    )
  test('has nothing to say of the template', () => {
    expect(notices(headings)).toEqual([])
  })
  test('tells of a column that is not read, and of one that is not there', () => {
    const renamed = headings.map((one) => (one === 'Ngày tiêm mũi 1' ? 'Ngày tiêm 1' : one))
    expect(notices(renamed)).toEqual([
      'warning tabular.column-unknown S',
      'warning tabular.column-absent AB',
    ])
  })
})

describe('isHeading', () => {
  test.each<[string, readonly string[], boolean]>([
    ['the template', headings, true],
    ['a heading with one column renamed', without('Họ và tên'), true],
    ['a title', ['DANH SÁCH ĐỐI TƯỢNG TIÊM'], false],
    ['a row of data', ['1', 'Nguyễn Thị Bông', '01/06/2015', '1'], false],
    ['nothing', [], false],
  ])('%s: %s', (_, cells, expected) => {
    expect(isHeading(pl1Layout, cells)).toBe(expected)
  })
})
