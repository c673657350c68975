/** The tables of one antigen as policies: one course for each standard series. */
import {
  type CivilDate,
  type CourseChoice,
  definePolicySet,
  type EligibilityPolicy,
  parseEligibilityPolicy,
  type PolicyProduct,
  type PolicySet,
  type SpacingRule,
  statuses,
} from '@tiemchung/eligibility'
import { cite, doseOf } from './dose.js'
import type {
  AntigenTable,
  LiveConflict,
  ScheduleTable,
  SeriesTable,
  VaccineRow,
} from './tables.js'
import { isoOf, lengthOf, productId, when } from './words.js'

/** Vaccines by code: what they are called and against what they are. */
export interface Vaccines {
  readonly names: ReadonlyMap<string, string>
  readonly antigens: ReadonlyMap<string, readonly string[]>
  readonly conflicts: readonly LiveConflict[]
}

/** The vaccines of the schedule. */
export function vaccinesOf(schedule: ScheduleTable): Vaccines {
  const rows = schedule.cvxToAntigenMap.cvxMap
  return {
    names: new Map(rows.map((row) => [row.cvx, row.shortDescription])),
    antigens: new Map(rows.map((row) => [row.cvx, row.association.map((one) => one.antigen)])),
    conflicts: schedule.liveVirusConflicts.liveVirusConflict,
  }
}

const lifelong = { ageFrom: 'P0D' }

function productOf(
  cvx: string,
  planned: readonly VaccineRow[],
  { names }: Vaccines,
): PolicyProduct {
  const name = names.get(cvx) ?? cvx
  const row = planned.find((one) => one.cvx === cvx)
  return {
    id: productId(cvx),
    brand: productId(cvx),
    name: { vi: name, en: name },
    cvx,
    ...(row === undefined ? {} : { volumeMl: row.volume ?? '0.5' }),
    use: row === undefined ? null : lifelong,
    counts: { ...lifelong, graceDays: 0, cite },
    cite,
  }
}

/** Live vaccines that keep a distance, the pairs of one length together. */
function spacingOf(own: ReadonlySet<string>, { conflicts }: Vaccines): SpacingRule[] {
  const pairs = conflicts.filter((one) => own.has(one.current.cvx))
  return [...new Set(pairs.map((one) => one.current.cvx))].flatMap((current) => {
    const of = pairs.filter((one) => one.current.cvx === current)
    const key = (one: LiveConflict) => `${one.minConflictEndInterval} ${one.conflictEndInterval}`
    return [...new Set(of.map(key))].map((length, index) => {
      const same = of.filter((one) => key(one) === length)
      const { minConflictEndInterval: least, conflictEndInterval: end } = same[0] as LiveConflict
      return {
        id: `live-${current}-${index + 1}`,
        after: [...new Set(same.map((one) => productId(one.previous.cvx)))],
        give: [productId(current)],
        min: isoOf(end),
        minAfterCounted: isoOf(least),
        cite,
      }
    })
  })
}

function choiceOf(group: string, { selectSeries: row }: SeriesTable, index: number): CourseChoice {
  return {
    group,
    standard: row.defaultSeries === 'Yes',
    preference: Number(row.seriesPreference ?? 90 + index),
    productPath: row.productPath === 'Yes',
    ...when('startFrom', row.minAgeToStart, isoOf),
    ...when('startBefore', row.maxAgeToStart, isoOf),
    ...when('startGraceDays', row.maxAgeToStart, (text) => lengthOf(text).graceDays),
    cite,
  }
}

function sexOf({ requiredGender = [] }: SeriesTable) {
  if (requiredGender.length === 0) return {}
  return { sex: requiredGender.includes('Male') ? ('male' as const) : ('female' as const) }
}

function policyOf(
  antigen: string,
  series: SeriesTable,
  index: number,
  vaccines: Vaccines,
): EligibilityPolicy {
  const planned = series.seriesDose.flatMap((dose) => dose.preferableVaccine ?? [])
  const against = [...vaccines.antigens].filter(([, list]) => list.includes(antigen))
  const named = series.seriesDose.flatMap((dose) => [
    ...(dose.allowableVaccine ?? []),
    ...(dose.inadvertentVaccine ?? []),
  ])
  const own = new Set([
    ...against.map(([cvx]) => cvx),
    ...[...planned, ...named].map((one) => one.cvx),
  ])
  const cdsi = { id: 'cdsi', number: 'CDSi 4.64', confidence: 'text' } as const
  const says = { vi: series.seriesName, en: series.seriesName }
  return {
    format: 'eligibility-policy/1',
    id: `us.${antigen}.${index + 1}`,
    version: '4.64',
    effective: { from: '1900-01-01' as CivilDate, to: null },
    published: '2025-11-10' as CivilDate,
    sources: [cdsi],
    assumptions: [],
    title: says,
    calendar: { monthOverflow: 'forward', firstDay: 'same' },
    population: { ...lifelong, ...sexOf(series), cite },
    products: [...own].map((cvx) => productOf(cvx, planned, vaccines)),
    others: [...vaccines.names.keys(), ...vaccines.conflicts.map((one) => one.previous.cvx)]
      .filter((cvx, place, all) => !own.has(cvx) && all.indexOf(cvx) === place)
      .map((cvx) => ({ id: productId(cvx), cite })),
    series: [{ id: 'course', name: says, doses: series.seriesDose.map(doseOf) }],
    spacing: spacingOf(own, vaccines),
    choice: choiceOf(antigen, series, index),
    ...{ infectionDeferrals: [], screeningDeferrals: [], contraindications: [] },
    ...{ precautions: [], hospital: [], consent: null },
    precedence: statuses,
  }
}

/** The courses against one antigen, each linted. */
export function coursesOf(antigen: string, table: AntigenTable, vaccines: Vaccines): PolicySet[] {
  return table.series
    .filter((series) => series.seriesType === 'Standard')
    .map((series, index) =>
      definePolicySet([parseEligibilityPolicy(policyOf(antigen, series, index, vaccines))]),
    )
}
