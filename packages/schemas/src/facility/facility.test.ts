import { type CivilDate, parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { facilityIssues, loadAdministrativeUnits, periodOn, reportsTo } from '../units/index.js'
import { type Facility, facilitySchema } from './facility.js'
import { unitPeriodIssues } from './facility-issues.js'
import type { ReportingLine, UnitPeriod } from './unit-period.js'

const campaign = parseCivilDate('2022-04-14')
const since = parseCivilDate('2025-07-01')

const army: ReportingLine = { line: 'ministry-or-branch', branch: 'defence' }
const hanoi: ReportingLine = { line: 'province', province: '01' }
const owners = { province: 'province', 'ministry-or-branch': 'ministry-or-branch' } as const
function period(from: string, to: string | null, line: ReportingLine = hanoi): UnitPeriod {
  const owner = line.line === 'ministry-of-health' ? line.line : owners[line.line]
  return {
    from: parseCivilDate(from),
    to: to === null ? null : parseCivilDate(to),
    owner,
    reportsTo: line,
  }
}

const facility: Facility = {
  code: '01234',
  name: 'Bệnh viện Bản Mẫu',
  province: '01',
  district: '001',
  commune: '00001',
  canSign: true,
}

describe('facilitySchema', () => {
  const accepts = (part: object) => facilitySchema.safeParse({ ...facility, ...part }).success
  test.each([
    ['of 2022', {}],
    ['of the two levels', { district: undefined, asOf: '2025-07-01' }],
    ['of a province', { periods: [period('2020-01-01', null)] }],
    ['of an army', { periods: [period('2020-01-01', null, army)] }],
    ['of the ministry', { periods: [period('2020-01-01', null, { line: 'ministry-of-health' })] }],
  ])('accepts one %s', (_, part) => {
    expect(accepts(part)).toBe(true)
  })
  test.each([
    ['a district of two digits', { district: '01' }],
    ['no period at all', { periods: [] }],
    ['a period without an end', { periods: [{ ...period('2020-01-01', null), to: undefined }] }],
    ['an owner that is none', { periods: [{ ...period('2020-01-01', null), owner: 'x' }] }],
    [
      'a province of no code',
      { periods: [{ ...period('2020-01-01', null), reportsTo: { line: 'province' } }] },
    ],
    [
      'a branch of no kind',
      { periods: [{ ...period('2020-01-01', null), reportsTo: { line: 'ministry-or-branch' } }] },
    ],
  ])('refuses %s', (_, part) => {
    expect(accepts(part)).toBe(false)
  })
})

describe('reportsTo', () => {
  const periods = [period('2020-01-01', '2022-03-31', army), period('2022-04-01', null)]
  test.each([
    ['before the first period', '2019-12-31', undefined],
    ['on its first day', '2020-01-01', army],
    ['on its last day', '2022-03-31', army],
    ['on the first day of the next', '2022-04-01', hanoi],
    ['long after', '2030-01-01', hanoi],
  ])('%s', (_, day, line) => {
    expect(reportsTo({ periods }, parseCivilDate(day))).toEqual(line)
  })
  test('is not known where two periods have the day, nor without any', () => {
    expect(
      reportsTo({ periods: [...periods, period('2022-04-10', null)] }, campaign),
    ).toBeUndefined()
    expect(reportsTo({}, campaign)).toBeUndefined()
  })
  test('comes with the owner of that day', () => {
    expect(periodOn({ periods }, campaign)?.owner).toBe('province')
  })
})

describe('unitPeriodIssues', () => {
  const found = (...periods: readonly UnitPeriod[]) =>
    unitPeriodIssues(periods, ['periods']).map(({ code, path }) => [code.slice(16), path[1]])
  test.each<[string, readonly UnitPeriod[], unknown]>([
    ['one period', [period('2020-01-01', null)], []],
    ['two that meet', [period('2020-01-01', '2021-12-31'), period('2022-01-01', null)], []],
    [
      'the same in another order',
      [period('2022-01-01', null), period('2020-01-01', '2021-12-31')],
      [],
    ],
    [
      'a day in common',
      [period('2020-01-01', '2022-01-01'), period('2022-01-01', null)],
      [['overlap', 1]],
    ],
    [
      'a day between',
      [period('2020-01-01', '2021-12-30'), period('2022-01-01', null)],
      [['gap', 1]],
    ],
    [
      'two without an end',
      [period('2020-01-01', null), period('2022-01-01', null)],
      [['overlap', 1]],
    ],
    [
      'one inside another',
      [
        period('2020-01-01', '2022-12-31'),
        period('2021-01-01', '2021-01-02'),
        period('2023-01-01', null),
      ],
      [['overlap', 1]],
    ],
    ['one that ends before it begins', [period('2022-01-02', '2022-01-01')], [['backward', 0]]],
    ['one of a day', [period('2022-01-01', '2022-01-01'), period('2022-01-02', null)], []],
    ['the same twice', [period('2022-01-01', null), period('2022-01-01', null)], [['overlap', 1]]],
  ])('%s', (_, periods, issues) => {
    expect(found(...periods)).toEqual(issues)
  })
})

describe('facilityIssues', () => {
  const codesOf = (
    one: Facility,
    on: CivilDate,
    codes?: { provinceFirst: boolean; keptAtMerger: boolean },
  ) =>
    facilityIssues(one, { on, ...(codes === undefined ? {} : { codes }) })
      .filter(({ code }) => code !== 'units.not-covered')
      .map(({ code, severity, path }) => [code, severity, path.join('.')])
  const warning = ['facility.code.province', 'warning', 'code']
  const merged: Facility = { ...facility, code: '27001', province: '24', district: undefined }

  test('has nothing to say about a sound one', () => {
    expect(codesOf(facility, campaign)).toEqual([])
  })
  test('warns of a code that begins with another province', () => {
    expect(codesOf({ ...facility, code: '79234' }, campaign)).toEqual([warning])
  })
  test('takes a code of before the merger for good, unless told that codes were changed', () => {
    expect(codesOf(merged, since)).toEqual([])
    const changed = { provinceFirst: true, keptAtMerger: false }
    expect(codesOf(merged, since, changed)).toEqual([warning])
  })
  test('says nothing about 13 digits, nor about five where the rule says so', () => {
    expect(codesOf({ ...facility, code: '7912345678901' }, campaign)).toEqual([])
    const free = { provinceFirst: false, keptAtMerger: true }
    expect(codesOf({ ...facility, code: '79234' }, campaign, free)).toEqual([])
  })
  test('judges the address by the day that the facility names, else by the day given', () => {
    expect(codesOf({ ...facility, asOf: campaign }, since)).toEqual([])
    expect(codesOf(facility, since)).toEqual([['units.district.abolished', 'error', 'district']])
  })
  test('judges the periods, and the communes by a list', () => {
    const lists = [
      loadAdministrativeUnits({
        asOf: '2022-04-10',
        provinces: [['01', 'Thành phố Hà Nội']],
        districts: [['001', 'Quận Ba Đình', '01']],
        communes: [['00004', 'Phường Trúc Bạch', '001']],
      }),
    ]
    const one = { ...facility, periods: [period('2022-01-02', '2022-01-01')] }
    const issues = facilityIssues(one, { lists, on: campaign, at: ['facilities', 3] })
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['units.commune.unknown', ['facilities', 3, 'commune']],
      ['facility.period.backward', ['facilities', 3, 'periods', 0]],
    ])
  })
})
