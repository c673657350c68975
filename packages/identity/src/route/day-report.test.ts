import { civilDate, parseUuid } from '@tiemchung/core'
import { identityDayReportSchema } from '@tiemchung/schemas/wire'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseClass } from './case-class.js'
import type { CorrectionActor, CorrectionEvent, CorrectionStep } from './correction-event.js'
import { dayReportFaults, identityDayReport } from './day-report.js'

const health: CorrectionActor = { office: 'health', unit: '06790', officer: 'tram.06790' }
const police: CorrectionActor = { office: 'police', unit: '06790', officer: 'ca.06790' }
const date = civilDate(2022, 5, 20)
const madeAt = new Date('2022-05-20T16:00:00Z')
const classes: readonly CaseClass[] = ['wrong-name', 'no-number', 'unverified']

let next = 0
const event = (
  recordId: string,
  day: number,
  by: CorrectionActor,
  step: CorrectionStep,
): CorrectionEvent => ({
  id: parseUuid(`0180dedf-0820-7a73-b506-${String(next++).padStart(12, '0')}`),
  recordId,
  at: `2022-05-${day}T03:00:00.000Z`,
  by,
  step,
})

interface Life {
  readonly class: CaseClass
  readonly commune: string
  /** Days of opening, deciding and matching; a later step may be missing. */
  readonly days: readonly number[]
}

/** What happens to a case on the days of its life. */
function eventsOf({ class: cls, commune, days }: Life, index: number): readonly CorrectionEvent[] {
  const recordId = `r${index}`
  const mismatched = cls === 'wrong-name' ? (['name'] as const) : []
  const fields = [cls === 'no-number' ? 'number' : 'name'] as ('name' | 'number')[]
  const [open = 20, decide, match] = days
  const found = {
    kind: 'decided',
    outcome: 'claim-wrong',
    fields,
    because: 'birth-certificate',
  } as const
  const answer = { kind: 'answered', status: 'matched', class: 'correct', mismatched: [] } as const
  return [
    event(recordId, open, health, { kind: 'opened', class: cls, mismatched, commune }),
    ...(decide === undefined ? [] : [event(recordId, decide, police, found)]),
    ...(match === undefined
      ? []
      : [
          event(recordId, match, health, { kind: 'corrected', fields }),
          event(recordId, match, health, answer),
        ]),
  ]
}

const reportOf = (lives: readonly Life[]) =>
  identityDayReport(lives.flatMap(eventsOf), { date, madeAt })

describe('identityDayReport', () => {
  const lives: readonly Life[] = [
    { class: 'wrong-name', commune: '06790', days: [18] },
    { class: 'wrong-name', commune: '06790', days: [19, 20, 20] },
    { class: 'no-number', commune: '06790', days: [20, 20, 20] },
    { class: 'unverified', commune: '06793', days: [20, 21, 21] },
    { class: 'unverified', commune: '06793', days: [18, 19, 19] },
    { class: 'no-number', commune: '06793', days: [21] },
  ]

  test('counts what was open, came, was decided and went, by commune', () => {
    const report = reportOf(lives)
    expect(report.communes).toEqual([
      {
        commune: '06790',
        openBefore: 2,
        opened: 1,
        settled: 2,
        openAfter: 1,
        claimWrong: 2,
        registerWrong: 0,
        classes: { 'wrong-name': 1 },
      },
      {
        commune: '06793',
        openBefore: 0,
        opened: 1,
        settled: 0,
        openAfter: 1,
        claimWrong: 0,
        registerWrong: 0,
        classes: { unverified: 1 },
      },
    ])
    expect(report.total).toMatchObject({ openBefore: 2, opened: 2, settled: 2, openAfter: 2 })
    expect(identityDayReportSchema.parse(report)).toEqual(report)
    expect(dayReportFaults(report)).toEqual([])
  })

  test('whatever happened on which day, it adds up and follows from the day before', () => {
    const life = fc.record({
      class: fc.constantFrom(...classes),
      commune: fc.constantFrom('06790', '06793', '00001'),
      days: fc
        .array(fc.integer({ min: 18, max: 22 }), { minLength: 1, maxLength: 3 })
        .map((days) => days.sort()),
    })
    fc.assert(
      fc.property(fc.array(life, { maxLength: 30 }), (some) => {
        const events = some.flatMap(eventsOf)
        const [yesterday, today] = [civilDate(2022, 5, 19), date].map((day) =>
          identityDayReport(events, { date: day, madeAt }),
        )
        expect(dayReportFaults(today as never)).toEqual([])
        expect(today?.total.openBefore).toBe(yesterday?.total.openAfter)
      }),
    )
  })

  test.each([
    ['total: movements', { opened: 3 }],
    ['total: classes', { classes: {} }],
    ['total: communes', { claimWrong: 9 }],
  ])('%s: a total that does not add up is noticed', (fault, change) => {
    const report = reportOf(lives)
    expect(dayReportFaults({ ...report, total: { ...report.total, ...change } })).toContain(fault)
  })

  test('a commune that does not add up is noticed', () => {
    const report = reportOf(lives)
    const communes = report.communes.map((row) => ({ ...row, settled: row.settled + 1 }))
    expect(dayReportFaults({ ...report, communes })).toContain('06790: movements')
  })
})
