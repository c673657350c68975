import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rollUpFaults } from './faults.js'
import { days, expectedOf, facilitiesArbitrary, reportsOf } from './generated.fixture.js'
import { rollUp } from './roll-up.js'
import { rollUpCsv } from './roll-up-csv.js'
import { rollUpPage } from './roll-up-page.js'

const madeAt = new Date('2026-08-03T15:00:00Z')
const dayArbitrary = fc.constantFrom(days.threeLevels, days.twoLevels)

test('on every level vaccinating = finished + every reason + silent, and rows make up what is above', () => {
  fc.assert(
    fc.property(facilitiesArbitrary, dayArbitrary, (rows, date) => {
      const result = rollUp({
        date,
        madeAt,
        reports: reportsOf(rows, date),
        expected: expectedOf(rows),
      })
      expect(rollUpFaults(result)).toEqual([])
      const counted = rows.filter(
        ({ vaccinating, report }) =>
          vaccinating !== false || ['finished', 'open', 'unreadable'].includes(report ?? ''),
      )
      expect(result.total.vaccinating).toBe(counted.length)
      expect(result.total.silent).toBe(counted.filter(({ report }) => report === undefined).length)
      expect(result.total.finished).toBe(
        counted.filter(({ report }) => report === 'finished' || report === 'none-given').length,
      )
    }),
    { numRuns: 200 },
  )
})

test('the oldest open comes first', () => {
  fc.assert(
    fc.property(facilitiesArbitrary, dayArbitrary, (rows, date) => {
      const { open, areas } = rollUp({
        date,
        madeAt,
        reports: reportsOf(rows, date),
        expected: expectedOf(rows),
      })
      const since = open.map((one) => one.since ?? '9')
      expect(since).toEqual([...since].sort())
      const ages = areas.map((one) => one.oldest ?? '9')
      expect(ages).toEqual([...ages].sort())
    }),
  )
})

test('page and spreadsheet show whatever was rolled up', () => {
  fc.assert(
    fc.property(facilitiesArbitrary, dayArbitrary, (rows, date) => {
      const result = rollUp({
        date,
        madeAt,
        reports: reportsOf(rows, date),
        expected: expectedOf(rows),
      })
      const page = rollUpPage(result, 'vi')
      expect(page).not.toMatch(/<script|src=|href=|url\(|undefined|NaN|\[object/)
      expect(page).toContain(`${result.total.finished}/${result.total.vaccinating}`)
      const lines = rollUpCsv(result, 'en').trimEnd().split('\r\n')
      expect(lines).toHaveLength(
        2 + result.lines.length + result.owners.length + result.areas.length,
      )
    }),
    { numRuns: 50 },
  )
})

test('a roll-up that was changed by hand does not add up', () => {
  const rows = fc.sample(facilitiesArbitrary, { numRuns: 20, seed: 1815 }).flat()
  const date = days.threeLevels
  const result = rollUp({
    date,
    madeAt,
    reports: reportsOf(rows, date),
    expected: expectedOf(rows),
  })
  const { total, lines, areas } = result
  expect(rollUpFaults(result)).toEqual([])
  expect(rollUpFaults({ ...result, total: { ...total, silent: total.silent + 1 } })).toContain(
    'total: parts',
  )
  expect(rollUpFaults({ ...result, lines: lines.slice(1) })).toContain('lines: sum')
  expect(rollUpFaults({ ...result, areas: areas.slice(1) }).length).toBeGreaterThan(0)
  expect(rollUpFaults({ ...result, open: [] })).toContain('open: facilities')
})
