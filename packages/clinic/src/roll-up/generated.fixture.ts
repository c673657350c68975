/** Facilities of every kind and their reports, for properties. */
import { type CivilDate, parseCivilDate } from '@tiemchung/core'
import type { DayReport } from '@tiemchung/schemas/wire'
import fc from 'fast-check'
import type { ExpectedFacility } from './expected-facility.js'

export const days = {
  threeLevels: parseCivilDate('2022-05-20'),
  twoLevels: parseCivilDate('2026-08-03'),
}

const from = parseCivilDate('2020-01-01')
const period = (owner: string, reportsTo: object) => [{ from, to: null, owner, reportsTo }]

const periods = [
  undefined,
  period('province', { line: 'province', province: '22' }),
  period('non-public', { line: 'province', province: '22' }),
  period('ministry-of-health', { line: 'ministry-of-health' }),
  period('ministry-or-branch', { line: 'ministry-or-branch', branch: 'defence' }),
  period('ministry-or-branch', { line: 'ministry-or-branch', branch: 'public-security' }),
  // Twice on one day: whose it is cannot be told.
  [
    ...period('province', { line: 'province', province: '22' }),
    ...period('non-public', { line: 'ministry-of-health' }),
  ],
  // Over before the day.
  [{ ...period('province', { line: 'province', province: '22' })[0], to: from }],
]

const rowArbitrary = fc.record({
  periods: fc.constantFrom(...periods),
  province: fc.constantFrom('22', '01', '82'),
  district: fc.constantFrom('193', '195', undefined),
  commune: fc.constantFrom('06790', '06793', '00001'),
  asOf: fc.constantFrom(undefined, '2022-01-01', '2025-07-01'),
  vaccinating: fc.constantFrom(undefined, true, true, false),
  report: fc.constantFrom(undefined, 'finished', 'open', 'open', 'none-given', 'unreadable'),
  open: fc.dictionary(
    fc.constantFrom(
      'complete.not-found',
      'settled.not-signed-yet',
      'signed.retrying',
      'entered.completeness.lot',
    ),
    fc.integer({ min: 1, max: 9 }),
    { minKeys: 1 },
  ),
})

/** Facilities with what they reported. */
export const facilitiesArbitrary = fc.array(rowArbitrary, { maxLength: 40 })

type Row = typeof rowArbitrary extends fc.Arbitrary<infer One> ? One : never

export const codeOf = (index: number): string => String(10_000 + index)

/** A report with sums that hold. */
export function reportOf(
  facility: string,
  date: CivilDate,
  open: Readonly<Record<string, number>> = {},
  change: Partial<DayReport> = {},
): DayReport {
  const left = Object.values(open).reduce((sum, one) => sum + one, 0)
  const given = 10 + left
  const numbers = { given, entered: given, complete: given, settled: given, signed: given }
  return {
    format: 'day-report/1',
    facility,
    date,
    madeAt: `${date}T11:00:00.000Z`,
    ...numbers,
    sent: given,
    byMinutes: 0,
    acknowledged: 10,
    open,
    finished: left === 0,
    ...change,
  }
}

export function expectedOf(rows: readonly Row[]): readonly ExpectedFacility[] {
  return rows.map(
    ({ report: _, open: __, ...place }, index) =>
      ({
        ...place,
        code: codeOf(index),
        name: `Trạm ${index}`,
        canSign: true,
      }) as unknown as ExpectedFacility,
  )
}

export function reportsOf(rows: readonly Row[], date: CivilDate): readonly DayReport[] {
  return rows.flatMap(({ report, open }, index) => {
    if (report === undefined) return []
    if (report === 'none-given') {
      const none = {
        given: 0,
        entered: 0,
        complete: 0,
        settled: 0,
        signed: 0,
        sent: 0,
        acknowledged: 0,
      }
      return [reportOf(codeOf(index), date, {}, none)]
    }
    if (report === 'unreadable') {
      return [reportOf(codeOf(index), date, {}, { unreadable: 1, finished: false })]
    }
    return [reportOf(codeOf(index), date, report === 'open' ? open : {})]
  })
}
