/**
 * First and last day for each child as one would write it on a date library: ages, 28 days, three months, and
 * the later and the earlier of them. Dates are made beforehand; screening, consent, brands and reasons, which
 * cost no date, are left out. All of these clamp 29 February.
 */
import type { CohortColumns } from '@tiemchung/eligibility/cohort'
import type { Entrant } from '../contest.js'
import { peer } from '../peers.js'

/** What is asked of a date library. */
interface Dates<Value> {
  readonly make: (day: number) => Value
  readonly years: (value: Value, years: number) => Value
  readonly months: (value: Value, months: number) => Value
  readonly days: (value: Value, days: number) => Value
  readonly isBefore: (left: Value, right: Value) => boolean
}

interface Child<Value> {
  readonly birth: Value
  readonly dose: Value | undefined
  readonly onset: Value | undefined
}

function childrenOf<Value>(columns: CohortColumns, make: Dates<Value>['make']): Child<Value>[] {
  return Array.from({ length: columns.length }, (_, child) => {
    const dose = columns.doseStart[child] as number
    const has = dose < (columns.doseStart[child + 1] as number)
    return {
      birth: make(columns.birthFirst[child] as number),
      dose: has ? make(columns.doseDay[dose] as number) : undefined,
      onset: columns.infection[child] === 2 ? make(columns.onset[child] as number) : undefined,
    }
  })
}

function forAll<Value>(columns: CohortColumns, dates: Dates<Value>): () => number {
  const { years, months, days, isBefore } = dates
  const children = childrenOf(columns, dates.make)
  const inForce = dates.make(19_079)
  const on = dates.make(19_188)
  const later = (left: Value, right: Value) => (isBefore(left, right) ? right : left)
  return () => {
    let eligible = 0
    for (const { birth, dose, onset } of children) {
      let from = later(years(birth, 5), inForce)
      const end = years(birth, 12)
      if (dose !== undefined) from = later(from, days(dose, 28))
      if (onset !== undefined) from = later(from, months(onset, 3))
      if (!isBefore(on, from) && isBefore(on, end)) eligible += 1
    }
    return eligible
  }
}

type Amounts = Readonly<Record<string, number>>

interface DateFns {
  addYears(date: Date, years: number): Date
  addMonths(date: Date, months: number): Date
  addDays(date: Date, days: number): Date
}

interface LuxonDate {
  plus(amounts: Amounts): LuxonDate
  valueOf(): number
}

interface Plain {
  add(amounts: Amounts): Plain
}

const milliseconds = 86_400_000

function onDateFns(columns: CohortColumns) {
  const { addYears, addMonths, addDays } = peerOf<DateFns>('date-fns')
  return forAll<Date>(columns, {
    make: (day) => {
      const utc = new Date(day * milliseconds)
      return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate())
    },
    years: addYears,
    months: addMonths,
    days: addDays,
    isBefore: (left, right) => left < right,
  })
}

function onLuxon(columns: CohortColumns) {
  const { DateTime } = peerOf<{
    DateTime: { fromMillis(at: number, options: { zone: string }): LuxonDate }
  }>('luxon')
  return forAll<LuxonDate>(columns, {
    make: (day) => DateTime.fromMillis(day * milliseconds, { zone: 'utc' }),
    years: (value, years) => value.plus({ years }),
    months: (value, months) => value.plus({ months }),
    days: (value, days) => value.plus({ days }),
    isBefore: (left, right) => left.valueOf() < right.valueOf(),
  })
}

function onTemporal(columns: CohortColumns) {
  const { Temporal } = peerOf<{
    Temporal: {
      PlainDate: {
        new (year: number, month: number, day: number): Plain
        compare(a: Plain, b: Plain): number
      }
    }
  }>('temporal-polyfill')
  const { PlainDate } = Temporal
  return forAll<Plain>(columns, {
    make: (day) => {
      const utc = new Date(day * milliseconds)
      return new PlainDate(utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate())
    },
    years: (value, years) => value.add({ years }),
    months: (value, months) => value.add({ months }),
    days: (value, days) => value.add({ days }),
    isBefore: (left, right) => PlainDate.compare(left, right) < 0,
  })
}

const peerOf = <Module>(name: string) => peer<Module>(name, 'dates')

/** The same children on each library. */
export function dateLibraries(columns: CohortColumns): readonly Entrant[] {
  return [
    { name: 'date-fns 4.4.0, dates only', from: 'dates', enter: () => onDateFns(columns) },
    {
      name: 'temporal-polyfill 1.0.8, dates only',
      from: 'dates',
      enter: () => onTemporal(columns),
    },
    { name: 'luxon 3.7.2, dates only', from: 'dates', enter: () => onLuxon(columns) },
  ]
}
