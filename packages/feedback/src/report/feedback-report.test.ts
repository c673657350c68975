import type { FeedbackEvent, Handler } from '@tiemchung/schemas'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedbackPolicy9458 as policy } from '../rules/policy/feedback-policy-9458.js'
import { feedbackReport, type ReportedItem } from './feedback-report.js'
import { reportCsv } from './report-csv.js'
import { reportPage } from './report-page.js'
import type { FeedbackUnit } from './units.js'

const start = Date.parse('2022-05-20T02:00:00Z')
const after = (hours: number) => new Date(start + hours * 3_600_000)

const ministry: FeedbackUnit = {
  level: 'ministry',
  unit: 'BYT',
  name: 'Bộ Y tế',
  lastLogIn: after(1),
}
const province: FeedbackUnit = {
  level: 'province',
  unit: '22',
  name: 'Sở Y tế tỉnh Mẫu',
  parent: ministry,
  lastLogIn: after(2),
}
const clinic: FeedbackUnit = {
  level: 'facility',
  unit: '22001',
  name: '=Trạm Y tế <xã> Mẫu',
  parent: province,
  lastLogIn: after(3),
}
const silent: FeedbackUnit = {
  level: 'facility',
  unit: '22002',
  name: 'Trạm Y tế xã Vắng',
  parent: province,
}
const units = [ministry, province, clinic, silent]

type Story = 'untouched' | 'taken' | 'answered' | 'late' | 'later' | 'withdrawn' | 'unconfirmed'

const event = (hours: number, action: FeedbackEvent['action'], state: FeedbackEvent['state']) =>
  ({
    at: after(hours).toISOString(),
    action,
    state,
    ...(action === 'confirm' || action === 'withdraw' ? {} : { officer: 'head.22001' }),
  }) as FeedbackEvent

const stories: Readonly<Record<Story, readonly FeedbackEvent[]>> = {
  unconfirmed: [],
  untouched: [event(0, 'confirm', 'received')],
  taken: [event(0, 'confirm', 'received'), event(1, 'take', 'in-review')],
  answered: [
    event(0, 'confirm', 'received'),
    event(1, 'take', 'in-review'),
    event(10, 'approve', 'approved'),
  ],
  late: [
    event(0, 'confirm', 'received'),
    event(1, 'take', 'in-review'),
    event(50, 'reject', 'rejected'),
  ],
  later: [
    event(0, 'confirm', 'received'),
    event(1, 'take', 'in-review'),
    event(5, 'postpone', 'later'),
  ],
  withdrawn: [event(0, 'confirm', 'received'), event(2, 'withdraw', 'withdrawn')],
}

const item = (story: Story, unit: Handler, openTo?: Handler[]): ReportedItem => ({
  events: [...stories[story]],
  handler: { level: unit.level, unit: unit.unit },
  ...(openTo === undefined ? {} : { openTo }),
})

const items = [
  item('untouched', clinic),
  item('taken', clinic),
  item('answered', clinic),
  item('late', silent),
  item('later', province),
  item('untouched', province, [province]),
  item('withdrawn', clinic),
  item('unconfirmed', clinic),
]

const reported = (hours: number, over: readonly ReportedItem[] = items) =>
  feedbackReport(over, { at: after(hours), policy, units })

describe('feedbackReport', () => {
  test('counts what is with a unit, and what is with it and all below', async () => {
    const { rows, total } = await reported(55)
    const of = (unit: FeedbackUnit) => rows.find((row) => row.unit.unit === unit.unit)
    expect(of(clinic)?.own).toEqual({
      recorded: 4,
      open: 2,
      untouched: 1,
      unassigned: 0,
      dueToday: 0,
      overdue: 2,
      escalated: 0,
      withdrawn: 1,
      met: 1,
      missed: 0,
      medianHours: 10,
      p90Hours: 10,
      oldestOpen: after(0),
    })
    expect(of(silent)?.own).toMatchObject({ recorded: 1, missed: 1, medianHours: 50 })
    expect(of(province)?.own).toMatchObject({ recorded: 2, open: 2, unassigned: 1, untouched: 1 })
    expect(of(province)?.all).toEqual(total)
    expect(of(ministry)?.own.recorded).toBe(0)
    expect(of(ministry)?.all).toEqual(total)
    expect(total).toMatchObject({ recorded: 7, open: 4, met: 1, missed: 1, withdrawn: 1 })
  })

  test('reads the limit in two ways', async () => {
    const { readings } = await reported(55)
    expect(readings.strict).toEqual({ overdue: 4, met: 1, missed: 1 })
    expect(readings.lenient).toEqual({ overdue: 3, met: 2, missed: 1 })
  })

  test('puts untouched items first and names who never logged in', async () => {
    const { rows, neverLoggedIn } = await reported(55, [
      item('taken', province),
      item('untouched', clinic),
    ])
    expect(rows.map((row) => row.unit.unit)).toEqual(['22001', '22', 'BYT', '22002'])
    expect(neverLoggedIn).toEqual([silent])
  })

  test('says what falls due on the day, Viet Nam time', async () => {
    // The limit is 09:00 on 22 May; 17:30 UTC on 21 May is half past midnight of that day.
    expect((await reported(39.5)).total.dueToday).toBe(5)
    expect((await reported(38.5)).total.dueToday).toBe(0)
    expect((await reported(48.1)).total.dueToday).toBe(0)
  })

  test('gives a unit that the list does not know a row of its own', async () => {
    const stranger = { level: 'facility', unit: '99999' } as const
    const { rows, total } = await reported(55, [item('taken', stranger)])
    expect(rows.find((row) => row.unit.unit === '99999')).toMatchObject({ known: false, name: '' })
    expect(total.recorded).toBe(1)
  })

  test('ends where units stand in a circle', async () => {
    const [one, other] = [
      { ...province, parent: clinic },
      { ...clinic, parent: province },
    ]
    const { rows } = await feedbackReport([item('taken', clinic)], {
      at: after(1),
      policy,
      units: [one, other],
    })
    expect(rows.map((row) => row.all.recorded)).toEqual([1, 1])
  })

  test('every recorded item is in exactly one class of exactly one unit', async () => {
    const where = fc.constantFrom(ministry, province, clinic, silent)
    const what = fc.constantFrom(...(Object.keys(stories) as Story[]))
    const many = fc.array(
      fc.tuple(what, where).map(([story, unit]) => item(story, unit)),
      { maxLength: 40 },
    )
    await fc.assert(
      fc.asyncProperty(many, fc.nat(120), async (list, hours) => {
        const { rows, total } = await reported(hours, list)
        const sum = (key: 'recorded' | 'open' | 'met' | 'missed' | 'withdrawn' | 'overdue') =>
          rows.reduce((before, row) => before + row.own[key], 0)
        const confirmed = list.filter(({ events }) => events.length > 0)
        expect(total.recorded).toBe(confirmed.length)
        expect(total.open + total.met + total.missed + total.withdrawn).toBe(total.recorded)
        for (const key of ['recorded', 'open', 'met', 'missed', 'withdrawn', 'overdue'] as const) {
          expect(sum(key)).toBe(total[key])
        }
        expect(rows.find((row) => row.unit.unit === 'BYT')?.all).toEqual(total)
      }),
    )
  })
})

describe('the report as a table', () => {
  test('has a row for each unit, and no formula', async () => {
    const lines = reportCsv(await reported(55), 'en')
      .trimEnd()
      .split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines.find((line) => line.startsWith('facility,22001'))).toContain(
      "'=Trạm Y tế <xã> Mẫu",
    )
    expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1)
  })

  test('is a page without script that escapes what it shows', async () => {
    const page = reportPage(await reported(55), 'vi')
    expect(page).not.toMatch(/<script|https?:/)
    expect(page).toContain('=Trạm Y tế &lt;xã&gt; Mẫu')
    expect(page).toContain('chưa từng đăng nhập')
    expect(page).toContain('<svg')
    expect(page).toContain('Trạm Y tế xã Vắng (Cơ sở tiêm chủng 22002)')
  })

  test('of nothing says so', async () => {
    const page = reportPage(await reported(0, []), 'en')
    expect(page).not.toContain('<svg')
    expect(page).toContain('None.')
  })
})
