import { ParseError, parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { loadAdministrativeUnits } from '../index.js'
import type { UnitListOptions } from './load-units.js'

/** Few real units; the town and the district of one name are of Hà Tĩnh. */
const small = {
  asOf: '2022-04-10',
  provinces: [
    ['01', 'Thành phố Hà Nội'],
    ['42', 'Tỉnh Hà  Tĩnh'],
  ],
  districts: [
    ['001', 'Quận Ba Đình', '01'],
    ['447', 'Huyện Kỳ Anh', '42'],
    ['449', 'Thị xã Kỳ Anh', '42'],
  ],
  communes: [
    ['00004', 'Phường Trúc Bạch', '001'],
    ['00001', 'Phường Phúc Xá', '001'],
    ['18757', 'Xã Kỳ Xuân', '447'],
  ],
}

const nested2025 = [
  {
    Type: 'province',
    Code: '01',
    FullName: 'Thành phố Hà Nội',
    Wards: [{ Code: '00004', FullName: 'Phường Ba Đình', ProvinceCode: '01' }],
  },
]
const nested2022 = [
  {
    Code: '01',
    FullName: 'Thành phố Hà Nội',
    District: [
      {
        Code: '001',
        FullName: 'Quận Ba Đình',
        Ward: [{ Code: '00001', FullName: 'Phường Phúc Xá' }],
      },
    ],
  },
]

function issuesOf(document: unknown, options?: UnitListOptions) {
  try {
    loadAdministrativeUnits(document, options)
    return []
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    expect(error.code).toBe('units.list')
    return error.issues.map(({ code, path }) => [code, path.join('.')])
  }
}

describe('loadAdministrativeUnits', () => {
  const units = loadAdministrativeUnits(small)
  const codes = (found: readonly { readonly code: string }[]) => found.map((one) => one.code)

  test('finds a unit by its code', () => {
    const name = 'Tỉnh Hà Tĩnh'
    expect(units.find('42')).toEqual({ code: '42', name, level: 'province', parent: null })
    expect(units.find('001')?.parent).toBe('01')
    for (const code of ['43', '42 ', '', 'constructor']) expect(units.find(code)).toBeUndefined()
  })
  test('gives the units below, in the order of their codes', () => {
    expect(codes(units.childrenOf(null))).toEqual(['01', '42'])
    expect(codes(units.childrenOf('001'))).toEqual(['00001', '00004'])
    expect(units.childrenOf('00001')).toEqual([])
  })
  test.each([
    ['00001', '001', true],
    ['00001', '01', true],
    ['00001', '00001', true],
    ['00001', '42', false],
    ['01', '001', false],
    ['99', '99', false],
  ])('%s within %s: %s', (code, outer, is) => {
    expect(units.isWithin(code, outer)).toBe(is)
  })
  test.each([
    ['with its kind', 'quận ba đình', {}, ['001']],
    ['without its kind', 'Ba Đình', {}, ['001']],
    ['of two kinds', 'Kỳ Anh', {}, ['447', '449']],
    ['of one kind of the two', 'TX Kỳ Anh', {}, ['449']],
    ['of another kind', 'Huyện Ba Đình', {}, []],
    ['in its province', 'Ba Đình', { within: '01' }, ['001']],
    ['in another province', 'Ba Đình', { within: '42' }, []],
    ['without marks', 'ba dinh', {}, []],
    ['without marks, when they are ignored', 'Ba Dinh', { marks: 'ignored' as const }, ['001']],
    ['of a part only', 'Ba', {}, []],
    ['of nothing', '', {}, []],
  ])('looks a district up by a name %s', (_, name, query, found) => {
    expect(codes(units.named(name, { level: 'district', ...query }))).toEqual(found)
  })
  test('looks a commune up within a province that is not its parent', () => {
    const query = { level: 'commune', within: '01' } as const
    expect(codes(units.named('Phường Phúc Xá', query))).toEqual(['00001'])
  })
  test('cannot be changed, nor can what it gives', () => {
    expect(Object.isFrozen(units)).toBe(true)
    expect(Object.isFrozen(units.find('01'))).toBe(true)
    ;(units.childrenOf('001') as unknown[]).pop()
    expect(units.childrenOf('001')).toHaveLength(2)
  })
  test('says for which days it is good', () => {
    expect([units.from, units.to, units.levels.length]).toEqual(['2022-04-10', '2025-06-30', 3])
    const until = parseCivilDate('2023-12-31')
    expect(loadAdministrativeUnits(small, { until }).to).toBe(until)
    const asOf = parseCivilDate('2025-07-01')
    const now = loadAdministrativeUnits(nested2025, { asOf })
    expect([now.from, now.to, now.levels.length]).toEqual([asOf, null, 2])
  })
  test('reads the nested form of the dataset, of three levels and of two', () => {
    const before = loadAdministrativeUnits(nested2022, { asOf: parseCivilDate('2022-04-10') })
    expect(before.isWithin('00001', '01')).toBe(true)
    const after = loadAdministrativeUnits(nested2025, { asOf: parseCivilDate('2025-07-01') })
    expect(after.find('00004')).toMatchObject({ name: 'Phường Ba Đình', parent: '01' })
  })

  const change = (part: object) => ({ ...small, ...part })
  test.each([
    ['no object', 'text', [['units.list.shape', '']]],
    ['null', null, [['units.list.shape', '']]],
    ['no rows', { asOf: '2022-04-10', provinces: [] }, [['units.list.shape', '']]],
    ['provinces that are no array', { asOf: '2022-04-10' }, [['units.list.shape', '']]],
    ['no day', change({ asOf: undefined }), [['units.list.as-of', 'asOf']]],
    ['a day that is none', change({ asOf: '2022-02-30' }), [['units.list.as-of', 'asOf']]],
    ['the nested form without a day', nested2025, [['units.list.as-of', 'asOf']]],
    [
      'a code that lost its zero',
      change({ provinces: [[1, 'Thành phố Hà Nội'], ...small.provinces] }),
      [['units.list.row', 'provinces.0']],
    ],
    [
      'a code of four digits',
      change({ communes: [['0001', 'Xã', '001']] }),
      [['units.list.row', 'communes.0']],
    ],
    [
      'a name of blanks',
      change({ communes: [['00001', ' ', '001']] }),
      [['units.list.row', 'communes.0']],
    ],
    ['a row that is no array', change({ communes: ['00001'] }), [['units.list.row', 'communes.0']]],
    [
      'a district without its province',
      change({ districts: [['001', 'Quận Ba Đình']], communes: [] }),
      [['units.list.row', 'districts.0']],
    ],
    [
      'a code twice',
      change({ provinces: [...small.provinces, ['01', 'Tỉnh Khác']] }),
      [['units.list.repeated', 'provinces.2']],
    ],
    [
      'a parent that is not there',
      change({ districts: [...small.districts, ['999', 'Quận', '99']] }),
      [['units.list.parent', 'districts.3']],
    ],
    [
      'a commune right below a province in 2022',
      change({ communes: [['00001', 'Phường Phúc Xá', '01']] }),
      [['units.list.parent', 'communes.0']],
    ],
  ])('refuses a list with %s', (_, document, issues) => {
    expect(issuesOf(document)).toEqual(issues)
  })
  test('refuses districts since 01/07/2025', () => {
    const issues = issuesOf(change({ asOf: '2025-07-01', communes: [] }))
    expect(new Set(issues.map(([code]) => code))).toEqual(
      new Set(['units.list.levels', 'units.list.parent']),
    )
  })
  test('refuses an end before the beginning', () => {
    const until = parseCivilDate('2022-04-09')
    expect(issuesOf(small, { until })).toEqual([['units.list.as-of', 'until']])
  })
  test('refuses a list of three levels for days that have two', () => {
    const until = parseCivilDate('2025-07-01')
    expect(issuesOf(small, { until })).toEqual([['units.list.as-of', 'until']])
  })
  test('refuses a nested list that goes deeper than units do, and does not follow it', () => {
    let deep: object = { Code: '00001', FullName: 'Xã' }
    for (let index = 0; index < 10_000; index++) deep = { Code: '01', FullName: 'A', Wards: [deep] }
    const issues = issuesOf([deep], { asOf: parseCivilDate('2025-07-01') })
    expect(issues.length).toBeGreaterThan(0)
    expect(issues.length).toBeLessThan(10)
  })
  test('tells of a hundred faults at most', () => {
    const communes = Array.from({ length: 500 }, () => ['x', 'y', 'z'])
    expect(issuesOf(change({ communes }))).toHaveLength(100)
  })
})
