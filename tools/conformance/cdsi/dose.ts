/** One target dose of a CDSi series as a dose of our format. */
import type {
  DoseAcceptance,
  DoseAge,
  DoseSeason,
  PolicyDose,
  PolicyInterval,
  SkipCondition,
  SkipRule,
} from '@tiemchung/eligibility'
import type { AgeRow, ConditionRow, DoseTable, IntervalRow, SkipRow, VaccineRow } from './tables.js'
import {
  dayBefore,
  dayOf,
  effectiveOf,
  isoOf,
  lengthOf,
  productId,
  productIds,
  when,
} from './words.js'

export const cite = ['cdsi']

function ageOf(row: AgeRow): DoseAge {
  const floor = lengthOf(row.absMinAge ?? row.minAge ?? '0 days')
  return {
    from: isoOf(row.minAge ?? row.absMinAge ?? '0 days'),
    countsFrom: floor.iso,
    graceDays: floor.graceDays,
    ...when('recommended', row.earliestRecAge, isoOf),
    ...when('overdueAfter', row.latestRecAge, isoOf),
    ...when('before', row.maxAge, isoOf),
    ...effectiveOf(row),
    cite,
  }
}

function fromOf(row: IntervalRow): PolicyInterval['from'] {
  if (row.fromTargetDose !== undefined) return { dose: Number(row.fromTargetDose) }
  if (row.fromMostRecent !== undefined) return { lastOf: productIds(row.fromMostRecent) }
  return { previous: 'given' }
}

function intervalOf(row: IntervalRow): PolicyInterval {
  const floor = lengthOf(row.absMinInt ?? row.minInt ?? '0 days')
  return {
    from: fromOf(row),
    min: row.minInt === undefined ? floor.iso : isoOf(row.minInt),
    countsFrom: floor.iso,
    graceDays: floor.graceDays,
    ...when('recommended', row.earliestRecInt, isoOf),
    ...when('overdueAfter', row.latestRecInt, isoOf),
    ...effectiveOf(row),
    cite,
  }
}

function acceptanceOf({ cvx, beginAge, endAge }: VaccineRow): DoseAcceptance {
  const from = lengthOf(beginAge ?? '0 days')
  return {
    product: productId(cvx),
    ageFrom: from.iso,
    ...when('ageBefore', endAge, isoOf),
    graceDays: from.graceDays,
  }
}

/** The products that count: those that are allowable, and the preferable that are not said to be. */
function acceptsOf(dose: DoseTable): DoseAcceptance[] {
  const all = [...(dose.preferableVaccine ?? []), ...(dose.allowableVaccine ?? [])]
  return [...new Map(all.map((row) => [row.cvx, acceptanceOf(row)])).values()]
}

const counts: Readonly<Record<string, (count: number) => object>> = {
  'greater than': (count) => ({ atLeast: count + 1 }),
  'equal to': (count) => ({ atLeast: count, atMost: count }),
  'less than': (count) => ({ atMost: count - 1 }),
}

/** A condition, or undefined where the format has no such thing. */
function conditionOf(row: ConditionRow): SkipCondition | undefined {
  const floor = row.beginAge === undefined ? undefined : lengthOf(row.beginAge)
  const graceDays = floor?.graceDays ?? 0
  if (row.conditionType === 'Age') {
    const from = floor === undefined ? {} : { from: floor.iso }
    return { age: { ...from, graceDays, ...when('before', row.endAge, isoOf) } }
  }
  if (row.conditionType === 'Interval') {
    const { iso, graceDays: grace } = lengthOf(row.interval ?? '')
    return { sinceLast: { atLeast: iso, graceDays: grace } }
  }
  const compare = counts[row.doseCountLogic?.toLowerCase() ?? '']
  if (!row.conditionType.startsWith('Vaccine Count') || compare === undefined) return undefined
  return {
    doses: {
      which: row.doseType === 'Valid' ? 'counted' : 'given',
      ...when('products', row.vaccineTypes, productIds),
      ...(floor === undefined ? {} : { ageFrom: floor.iso }),
      ...when('ageBefore', row.endAge, isoOf),
      graceDays,
      ...when('from', row.startDate, dayOf),
      ...when('to', row.endDate, dayBefore),
      ...compare(Number(row.doseCount)),
    },
  }
}

type Alternatives = SkipRule['anyOf']

/** The alternatives of a set; none where a condition is not known. */
function alternativesOf(set: SkipRow['set'][number]): Alternatives {
  const conditions = set.condition.map(conditionOf)
  const known = conditions.filter((one) => one !== undefined)
  if (set.conditionLogic === 'OR') return known.map((one) => ({ allOf: [one] }))
  return known.length === conditions.length && known.length > 0 ? [{ allOf: known }] : []
}

/** Every alternative of one together with every one of the other. */
const both = (left: Alternatives, right: Alternatives): Alternatives =>
  left.flatMap((one) => right.map((other) => ({ allOf: [...one.allOf, ...other.allOf] })))

const purposes = { Evaluation: 'history', Forecast: 'plan', Both: 'both' } as const

function skipOf(row: SkipRow): SkipRule[] {
  const sets = row.set.map(alternativesOf)
  const anyOf = row.setLogic === 'AND' ? sets.reduce(both) : sets.flat()
  if (anyOf.length === 0) return []
  return [{ for: purposes[row.context as keyof typeof purposes], anyOf, cite }]
}

const some = <Name extends string, Row>(name: Name, rows: readonly Row[]) =>
  rows.length === 0 ? {} : ({ [name]: rows } as { readonly [Key in Name]: readonly Row[] })

function seasonsOf({ seasonalRecommendation = [] }: DoseTable): DoseSeason[] {
  return seasonalRecommendation.flatMap(({ startDate, endDate }) =>
    startDate === undefined
      ? []
      : [{ from: dayOf(startDate), ...when('to', endDate, dayOf), cite }],
  )
}

/** The n-th dose. */
export function doseOf(dose: DoseTable, index: number): PolicyDose {
  const preferable = dose.preferableVaccine ?? []
  const windows = new Map(preferable.map((row) => [row.cvx, acceptanceOf(row)]))
  return {
    n: index + 1,
    products: [...windows.values()].map((one) => one.product),
    uses: [...windows.values()].map(({ graceDays: _, ...window }) => window),
    ...some('accepts', acceptsOf(dose)),
    ...some(
      'never',
      (dose.inadvertentVaccine ?? []).map((row) => productId(row.cvx)),
    ),
    ages: (dose.age ?? []).map(ageOf),
    intervals: (dose.interval ?? []).map(intervalOf),
    ...some('acceptedIntervals', (dose.allowableInterval ?? []).map(intervalOf)),
    skipWhen: (dose.conditionalSkip ?? []).flatMap(skipOf),
    ...some('seasons', seasonsOf(dose)),
    ...(dose.recurringDose === 'Yes' ? { recurs: true } : {}),
    cite,
  }
}
