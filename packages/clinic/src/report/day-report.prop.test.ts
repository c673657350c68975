import { dayReportSchema } from '@tiemchung/schemas/wire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, generatedDate, rowsArbitrary } from '../day/generated-day.fixture.js'
import { niis2026RealTime } from '../regime/real-time.js'
import { dayReport, reportUpwards } from './day-report.js'
import { dayReportFaults } from './faults.js'

const closed = { state: 'closed', at: '2022-05-20T08:00:00Z', by: 'head-1', open: {} } as const
const facts = {
  facility: '01234',
  canSign: true,
  date: generatedDate,
  madeAt: new Date('2022-05-20T11:00:00Z'),
}

test('the sums of every report hold, whenever the day was closed and by every policy', () => {
  fc.assert(
    fc.property(
      rowsArbitrary,
      fc.boolean(),
      fc.boolean(),
      fc.nat(2),
      (rows, isClosed, isRealTime, unreadable) => {
        const documents = { ...dayOf(rows), closings: isClosed ? [closed] : [], unreadable }
        const policy = isRealTime ? { policy: niis2026RealTime() } : {}
        const report = dayReport(documents, { ...facts, ...policy })
        expect(dayReportFaults(report)).toEqual([])
        expect(dayReportFaults({ ...report, finished: !report.finished })).toEqual(['finished'])
        expect(() => dayReportSchema.parse(report)).not.toThrow()
        expect(JSON.stringify(report)).not.toContain('Nguyễn')
        expect(reportUpwards(report)).not.toHaveProperty('vaccinators')
      },
    ),
    { numRuns: 200 },
  )
})

test('every dose given is counted once, in time or late', () => {
  fc.assert(
    fc.property(rowsArbitrary, (rows) => {
      const report = dayReport(dayOf(rows), facts)
      const { late } = report
      const given = rows.filter((one) => one.attendance === 'given').length
      expect(report.given + (late?.ofDay.given ?? 0) + (late?.ofEarlierDays.given ?? 0)).toBe(given)
      const earlier = rows.filter(
        (one) => one.attendance === 'given' && one.entered && one.earlier > 0,
      )
      expect(late?.ofEarlierDays.entered).toBe(earlier.length)
    }),
  )
})

test('a report is finished exactly when nothing that was given is left open or cannot be read', () => {
  fc.assert(
    fc.property(rowsArbitrary, fc.constantFrom(0, 0, 3), (rows, unreadable) => {
      const day = { ...dayOf(rows), unreadable }
      const report = dayReport(day, facts)
      const states = new Map(day.operations.map((one) => [one.id as string, one.state]))
      const isOpen = ({ operationId }: (typeof day.records)[number]) =>
        states.get(operationId ?? '') !== 'acknowledged'
      const missing = rows.some((one) => one.attendance === 'given' && !one.entered)
      expect(report.finished).toBe(!day.records.some(isOpen) && !missing && unreadable === 0)
    }),
  )
})

test('what is to be done next is everything that is open and has a record', () => {
  fc.assert(
    fc.property(rowsArbitrary, (rows) => {
      const report = dayReport(dayOf(rows), facts)
      const { late } = report
      const all = [report.open, late?.ofDay.open ?? {}, late?.ofEarlierDays.open ?? {}]
      const open = all.flatMap((one) => Object.entries(one))
      const counted = open.filter(([key]) => key !== 'given.not-entered')
      const next = (report.next ?? []).reduce((sum, { count }) => sum + count, 0)
      expect(next).toBe(counted.reduce((sum, [, count]) => sum + count, 0))
    }),
  )
})

test('a report that was changed by hand does not add up', () => {
  const rows = fc.sample(rowsArbitrary, { numRuns: 1, seed: 1815 })[0] ?? []
  const report = dayReport(dayOf(rows), facts)
  expect(dayReportFaults({ ...report, given: report.given + 1 })).toContain('day: open')
  expect(dayReportFaults({ ...report, finished: !report.finished })).toContain('finished')
  expect(dayReportFaults({ ...report, complete: report.entered + 1 })).toContain('day: stages')
  expect(dayReportFaults({ ...report, sessions: [] })).toContain('sessions: groups')
  const amendments = { made: 1_000_000, signed: 0, acknowledged: 0 }
  expect(dayReportFaults({ ...report, amendments })).toContain('amendments: open')
})
