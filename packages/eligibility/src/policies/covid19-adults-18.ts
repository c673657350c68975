/** COVID-19 vaccination of adults: primary course by product, additional and booster doses, version by version. */
import type {
  Cited,
  EligibilityPolicy,
  InfectionDeferral,
  PolicyDose,
  PolicyInterval,
  PolicySeries,
  RowPeriod,
  SkipCondition,
} from '../policy/format.js'
import {
  additionalDoses,
  adultProducts,
  adults,
  all,
  boosterDoses,
  civil,
  firstDoses,
  mrna,
  secondDoses,
  single,
  thirdDoses,
  weaker,
} from './adult-products.js'
import { assumptions } from './assumptions/adults.js'
import { instruments } from './instruments/adults.js'
import { precedence } from './screening.js'

const id = 'vn.covid19.adults-18'

type SourceId = keyof typeof instruments

/** What differs from version to version. */
interface Version {
  readonly from: string
  readonly to: string | null
  readonly supersedes?: string
  /** What the version rests on. */
  readonly basis: Cited & { readonly cite: readonly [SourceId] }
  /** Instruments that say something by what is no longer there. */
  readonly also?: readonly SourceId[]
  /** The wait before a booster, once there is one. */
  readonly boosterAfter: 'P6M' | 'P3M' | null
  /** The length within which the additional dose is to be given. */
  readonly additionalWithin?: string
  /** The basis of the second booster, once there is one. */
  readonly fourth?: Cited
  readonly infections: readonly InfectionDeferral[]
}

type More = Partial<Pick<PolicyInterval, 'after' | 'effective' | 'overdueAfter'>>

function wait(
  min: string,
  basis: Cited,
  more: More = {},
  from: PolicyInterval['from'] = { dose: 1 },
): PolicyInterval {
  return { from, min, graceDays: 0, ...more, ...basis }
}

const uncounted = (): PolicyInterval =>
  wait('P28D', { cite: [], assumes: ['spacing-after-any-dose'] }, {}, { previous: 'uncounted' })

const text: Cited = { cite: ['3588'] }
const afterAstra = (effective: RowPeriod, overdueAfter = 'P12W'): More => ({
  after: ['astrazeneca'],
  overdueAfter,
  effective,
})

/** By the first vaccine; AstraZeneca from 8 to 12 weeks, and from 4 on since 7820. */
const secondIntervals: readonly PolicyInterval[] = [
  wait('P8W', text, afterAstra({ to: civil('2021-09-19') })),
  wait('P4W', { cite: ['7820'] }, afterAstra({ from: civil('2021-09-20') })),
  wait('P3W', text, { after: ['comirnaty-30', 'sputnik-v'] }),
  wait('P3W', text, { after: ['vero-cell'], overdueAfter: 'P4W' }),
  wait('P3W', { cite: [], assumes: ['hayat-vax-as-vero-cell'] }, { after: ['hayat-vax'] }),
  wait('P4W', text, { after: ['spikevax-100'] }),
  wait('P4W', { cite: ['covaxin'], assumes: ['covaxin-interval'] }, { after: ['covaxin'] }),
  wait('P14D', { cite: ['abdala'] }, { after: ['abdala'] }),
  uncounted(),
]

const had = (products: readonly string[], atLeast: number): SkipCondition => ({
  doses: { which: 'counted', products, atLeast },
})
const lacks = (products: readonly string[], atMost: number): SkipCondition => ({
  doses: { which: 'counted', products, atMost },
})

/** The dose is passed over, in judging and in planning, where the conditions hold. */
const unless = (allOf: readonly SkipCondition[], basis: Cited) => ({
  skipWhen: [{ for: 'both' as const, anyOf: [{ allOf }], ...basis }],
})

const ofTwo = all.filter((product) => !single.includes(product))

const primary: PolicySeries = {
  id: 'primary',
  name: { vi: 'Liều cơ bản', en: 'Primary course' },
  doses: [
    { n: 1, products: all, offers: firstDoses, intervals: [uncounted()], ...text },
    {
      n: 2,
      products: ofTwo,
      offers: secondDoses,
      intervals: secondIntervals,
      ...unless([had(single, 1)], { cite: ['10225'] }),
      ...text,
      assumes: ['adult-mixed-counts'],
    },
    {
      n: 3,
      products: ['abdala'],
      offers: thirdDoses,
      intervals: [wait('P14D', { cite: ['abdala'] }, {}, { dose: 2 }), uncounted()],
      ...unless([lacks(['abdala'], 1)], { cite: ['abdala'], assumes: ['adult-mixed-counts'] }),
      cite: ['abdala'],
    },
  ],
}

/** Since the last dose of the primary course, of whichever it is the last. */
function sincePrimary(min: string, basis: Cited, more: More = {}): PolicyInterval[] {
  const one: Cited = { ...basis, assumes: [...(basis.assumes ?? []), 'adult-one-dose-booster'] }
  return [
    wait(min, one, { ...more, after: single }),
    wait(min, basis, more, { dose: 2 }),
    wait(min, basis, more, { dose: 3 }),
  ]
}

function additional(basis: Cited, within: string | undefined): PolicyDose {
  const late = within === undefined ? {} : { overdueAfter: within }
  const notNeeded = [lacks(weaker, 0), { fact: 'immunocompromised', is: 'no' } as const]
  return {
    n: 4,
    products: all,
    offers: additionalDoses(basis),
    intervals: [...sincePrimary('P28D', basis, late), uncounted()],
    ...unless(notNeeded, { ...basis, assumes: ['hayat-vax-as-vero-cell'] }),
    ...basis,
  }
}

function booster(basis: Cited, min: string): PolicyDose {
  const intervals = [...sincePrimary(min, basis), wait(min, basis, {}, { dose: 4 }), uncounted()]
  return { n: 5, products: all, offers: boosterDoses(basis), intervals, ...basis }
}

/** For those from 50 on, the immunocompromised and the highly exposed. */
function secondBooster(basis: Cited): PolicyDose {
  const notNeeded: readonly SkipCondition[] = [
    { age: { before: 'P50Y' } },
    { fact: 'immunocompromised', is: 'no' },
    { fact: 'highExposure', is: 'no' },
  ]
  return {
    n: 6,
    products: mrna,
    intervals: [wait('P4M', basis, {}, { dose: 5 }), uncounted()],
    ...unless(notNeeded, basis),
    ...basis,
    assumes: [...(basis.assumes ?? []), 'adult-fourth-mrna'],
  }
}

function laterDoses(one: Version): PolicySeries[] {
  const { basis, boosterAfter, additionalWithin, fourth } = one
  if (boosterAfter === null) return []
  const series = (name: string, vi: string, en: string, dose: PolicyDose): PolicySeries => ({
    id: name,
    name: { vi, en },
    doses: [dose],
  })
  return [
    series('additional', 'Liều bổ sung', 'Additional dose', additional(basis, additionalWithin)),
    series('booster', 'Liều nhắc lại', 'Booster', booster(basis, boosterAfter)),
    ...(fourth === undefined
      ? []
      : [
          series(
            'second-booster',
            'Liều nhắc lại lần hai',
            'Second booster',
            secondBooster(fourth),
          ),
        ]),
  ]
}

const says = { vi: 'Đã mắc COVID-19', en: 'COVID-19 infection' }

/** Six months after infection, as the screening of adults had it until 5785/QĐ-BYT. */
const sixMonths: InfectionDeferral = {
  id: 'infection',
  fact: 'covid19Infection',
  anchor: 'onset',
  for: 'P6M',
  says,
  cite: ['4355'],
  assumes: ['infection-anchor'],
}

/** Three months before the second booster. */
const beforeFourth = (source: SourceId): InfectionDeferral => ({
  ...sixMonths,
  id: 'infection-second-booster',
  for: 'P3M',
  doses: [6],
  cite: [source],
})

/** The booster of those who were infected: right after recovery. */
const afterRecovery: InfectionDeferral = {
  id: 'infection-booster',
  fact: 'covid19Infection',
  anchor: 'recovery',
  for: 'P0D',
  doses: [4, 5],
  says,
  cite: ['july-2022'],
  assumes: ['adult-day-reported'],
}

/** Whatever the document cites and assumes, once. */
function groundsOf(document: unknown): { cite: Set<string>; assumes: Set<string> } {
  const found = { cite: new Set<string>(), assumes: new Set<string>() }
  JSON.stringify(document, (key, value: unknown) => {
    if ((key === 'cite' || key === 'assumes') && Array.isArray(value)) {
      for (const one of value) found[key].add(String(one))
    }
    return value
  })
  return found
}

function version(one: Version): EligibilityPolicy {
  const { basis, infections, from, to } = one
  const population = {
    ...adults,
    ...basis,
    cite: [...basis.cite, ...(one.also ?? [])],
    assumes: [
      ...['age-on-dose-day', 'adult-screening-apart', 'adult-dose-places'],
      ...(basis.assumes ?? []),
    ],
  }
  const series = [primary, ...laterDoses(one)]
  const used = groundsOf({ population, series, infections, adultProducts })
  const [main] = basis.cite
  const others = Object.values(instruments).filter(({ id: it }) => it !== main && used.cite.has(it))
  return {
    format: 'eligibility-policy/1',
    id,
    version: `${from}.1`,
    title: {
      vi: 'Tiêm vắc xin phòng COVID-19 cho người từ 18 tuổi',
      en: 'COVID-19 vaccination of adults from 18',
    },
    effective: { from: civil(from), to: to === null ? null : civil(to) },
    published: civil(from),
    ...(one.supersedes === undefined ? {} : { supersedes: `${id}@${one.supersedes}.1` }),
    sources: [instruments[main], ...others],
    assumptions: Object.values(assumptions).filter((it) => used.assumes.has(it.id)),
    calendar: { monthOverflow: 'forward', firstDay: 'same' },
    population,
    products: adultProducts,
    series,
    infectionDeferrals: infections,
    ...{ screeningDeferrals: [], contraindications: [], precautions: [], hospital: [] },
    consent: null,
    precedence,
  }
}

const reported = { assumes: ['adult-day-reported'] }
const three = { boosterAfter: 'P3M', additionalWithin: 'P3M' } as const
const fourth: Cited = { cite: ['fourth-2022-05'], ...reported }

/** By day: 3588, 10225, 10722, 5785, the second booster of May 2022, 3309, and July 2022. */
export const covid19Adults18: readonly EligibilityPolicy[] = [
  version({
    from: '2021-07-26',
    to: '2021-11-30',
    basis: { cite: ['3588'] },
    boosterAfter: null,
    infections: [sixMonths],
  }),
  version({
    from: '2021-12-01',
    to: '2021-12-16',
    supersedes: '2021-07-26',
    basis: { cite: ['10225'] },
    boosterAfter: 'P6M',
    infections: [sixMonths],
  }),
  version({
    from: '2021-12-17',
    to: '2021-12-20',
    supersedes: '2021-12-01',
    basis: { cite: ['10722'] },
    ...three,
    infections: [sixMonths],
  }),
  version({
    from: '2021-12-21',
    also: ['5785'],
    to: '2022-05-11',
    supersedes: '2021-12-17',
    basis: { cite: ['10722'] },
    ...three,
    infections: [],
  }),
  version({
    from: '2022-05-12',
    also: ['5785'],
    to: '2022-06-22',
    supersedes: '2021-12-21',
    basis: { cite: ['10722'] },
    ...three,
    fourth,
    infections: [beforeFourth('fourth-2022-05')],
  }),
  version({
    from: '2022-06-23',
    also: ['5785'],
    to: '2022-07-23',
    supersedes: '2022-05-12',
    basis: { cite: ['3309'], assumes: ['adult-3309-as-before'] },
    ...three,
    fourth,
    infections: [beforeFourth('fourth-2022-05')],
  }),
  version({
    from: '2022-07-24',
    to: null,
    supersedes: '2022-06-23',
    basis: { cite: ['july-2022'], ...reported },
    ...three,
    fourth: { cite: ['july-2022'], ...reported },
    infections: [afterRecovery, beforeFourth('july-2022')],
  }),
]
