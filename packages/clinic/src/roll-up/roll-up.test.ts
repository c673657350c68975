import { parseCivilDate } from '@tiemchung/core'
import type { Facility } from '@tiemchung/schemas'
import { loadAdministrativeUnits, loadCommuneConversion } from '@tiemchung/schemas/units'
import { describe, expect, test } from 'vitest'
import type { ExpectedFacility, Hierarchy } from './expected-facility.js'
import { days, reportOf } from './generated.fixture.js'
import { rollUp } from './roll-up.js'
import { rollUpCsv } from './roll-up-csv.js'
import { rollUpPage } from './roll-up-page.js'

const madeAt = new Date('2022-05-20T15:00:00Z')
const from = parseCivilDate('2020-01-01')
const station = (code: string, change: Partial<ExpectedFacility> = {}): ExpectedFacility => ({
  code,
  name: `Trạm ${code}`,
  province: '22',
  district: '193',
  commune: '06790',
  canSign: true,
  ...change,
})
const period = (to: Facility['periods']): Pick<Facility, 'periods'> => ({ periods: to })
const army = period([
  {
    from,
    to: null,
    owner: 'ministry-or-branch',
    reportsTo: { line: 'ministry-or-branch', branch: 'defence' },
  },
])
const own = period([
  { from, to: null, owner: 'non-public', reportsTo: { line: 'province', province: '22' } },
])

describe('rollUp', () => {
  const date = days.threeLevels
  const expected = [
    station('22001'),
    station('22002', { commune: '06793' }),
    station('22003', { ...own, district: '195' }),
    station('22004', army),
    station('22005', { vaccinating: false }),
    station('22006', { vaccinating: false }),
  ]
  const reports = [
    reportOf('22001', date),
    reportOf('22002', date, { 'complete.not-found': 2, 'signed.retrying': 5 }),
    reportOf('22006', date),
  ]
  const result = rollUp({ date, madeAt, reports, expected })

  test('tells finished, each reason and silent, each facility in one', () => {
    expect(result.total).toMatchObject({
      vaccinating: 5,
      finished: 2,
      open: { 'signed.retrying': 1 },
      silent: 2,
    })
  })
  test('the army counts for the country and not for the province', () => {
    expect(result.lines.map(({ code, vaccinating }) => [code, vaccinating])).toEqual([
      ['defence', 1],
      ['province', 4],
    ])
    expect(result.areas.find(({ code }) => code === '22')).toMatchObject({
      vaccinating: 4,
      name: 'Quảng Ninh',
    })
  })
  test('a private one counts in its district, under its owner', () => {
    expect(result.owners.find(({ code }) => code === 'non-public')).toMatchObject({
      vaccinating: 1,
    })
    expect(result.areas.find(({ code }) => code === '195')).toMatchObject({
      vaccinating: 1,
      silent: 1,
    })
  })
  test('a facility without a plan that reports doses counts, and is pointed out', () => {
    expect(result.issues.map(({ code, path }) => [code, path])).toEqual([
      ['clinic.roll-up.unplanned', ['expected', 5]],
    ])
  })
  test('the open ones come with the oldest first: those that nothing is heard of since the morning', () => {
    expect(result.open.map(({ facility, state }) => [facility, state])).toEqual([
      ['22003', 'silent'],
      ['22004', 'silent'],
      ['22002', 'open'],
    ])
  })
  test('one whose store could not be read is open for that, whatever else is', () => {
    const open = { 'signed.retrying': 5 }
    const spoilt = [
      reportOf('22001', date, {}, { unreadable: 1, finished: false }),
      reportOf('22002', date, open, { unreadable: 1 }),
    ]
    const { total, open: facilities } = rollUp({ date, madeAt, reports: spoilt, expected })
    expect(total).toMatchObject({ vaccinating: 4, finished: 0, open: { unreadable: 2 } })
    const told = facilities.filter(({ state }) => state === 'open')
    expect(told.map(({ facility, reason, open: count }) => [facility, reason, count])).toEqual([
      ['22001', 'unreadable', 1],
      ['22002', 'unreadable', 6],
    ])
    const whole = rollUp({ date, madeAt, reports: spoilt, expected })
    expect(rollUpPage(whole, 'vi')).toContain('Không đọc được trong kho')
    expect(rollUpCsv(whole, 'en')).toContain('Open: Cannot be read in the store')
  })
  test('a facility that is listed twice counts once', () => {
    const twice = rollUp({ date, madeAt, reports, expected: [...expected, station('22001')] })
    expect(twice.total.vaccinating).toBe(5)
    expect(twice.issues.map(({ code }) => code)).toContain('clinic.roll-up.listed-twice')
  })
})

describe('the units of the day', () => {
  const units = loadAdministrativeUnits({
    asOf: '2025-07-01',
    provinces: [['22', 'Tỉnh Quảng Ninh']],
    communes: [['06799', 'Phường Mới', '22']],
  })
  const conversion = loadCommuneConversion({
    format: 'commune-conversion/1',
    source: 'invented for the test',
    communes: [['06790', '06799']],
  })
  const at = new Date('2026-08-03T15:00:00Z')
  const old = station('22001', { asOf: parseCivilDate('2022-01-01') })
  const roll = (hierarchy: Hierarchy, one = old) =>
    rollUp({ date: days.twoLevels, madeAt: at, reports: [], expected: [one], hierarchy })

  test('since 01/07/2025 there are no districts', () => {
    const result = roll({}, station('22001', { asOf: parseCivilDate('2025-07-01') }))
    expect(result.levels).toEqual(['province', 'commune'])
    expect(result.areas.map(({ level, code }) => [level, code])).toEqual([
      ['commune', '06790'],
      ['province', '22'],
    ])
  })
  test('an address of before is brought to the codes of the day by the table', () => {
    const result = roll({ units, conversion })
    expect(result.areas.map(({ code, name }) => [code, name])).toEqual([
      ['06799', 'Phường Mới'],
      ['22', 'Quảng Ninh'],
    ])
    expect(result.issues).toEqual([])
  })
  test('without a table its province is known, and its commune is said not to be', () => {
    const result = roll({ units })
    expect(result.areas.map(({ code }) => code)).toEqual(['22', 'unknown'])
    expect(result.issues.map(({ code }) => code)).toEqual(['clinic.roll-up.address'])
  })
})
