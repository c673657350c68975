/** COVID-19 vaccination of children from 5 to under 12, version by version. */
import type { CivilDate } from '@tiemchung/core'
import type { Cited, EligibilityPolicy, PolicyInterval } from '../policy/format.js'
import { assumptions } from './assumptions/children.js'
import { instruments } from './instruments/children.js'
import { comirnaty10, comirnaty30, spikevax50 } from './products.js'
import { precedence, screening, threeMonthsAfterInfection } from './screening.js'

const id = 'vn.covid19.children-5-11'
const ages = { ageFrom: 'P5Y', ageBefore: 'P12Y' }

type SourceId = keyof typeof instruments

/** What differs from version to version. */
interface Version {
  readonly from: string
  readonly to: string | null
  readonly supersedes?: string
  /** The instrument that brought the version first. */
  readonly sources: readonly [SourceId, ...SourceId[]]
  readonly population: Cited
  readonly spikevax: boolean
  readonly interval: Cited
  readonly sameBrand: Cited
  readonly infection: Cited
}

const shared = {
  format: 'eligibility-policy/1',
  id,
  title: {
    vi: 'Tiêm vắc xin phòng COVID-19 cho trẻ từ 5 đến dưới 12 tuổi',
    en: 'COVID-19 vaccination of children from 5 to under 12',
  },
  calendar: { monthOverflow: 'forward', firstDay: 'same' },
  ...screening,
  ageTransition: {
    toPolicy: 'vn.covid19.adolescents-12-17',
    review: true,
    cite: [],
    assumes: ['turning-12'],
  },
  consent: { by: ['father', 'mother', 'guardian'], cite: ['1535'] },
  precedence,
} as const satisfies Partial<EligibilityPolicy>

function interval(from: PolicyInterval['from'], basis: Cited) {
  return { from, min: 'P28D', graceDays: 0, ...basis }
}

function courseOf({ spikevax, interval: basis, sameBrand }: Version): EligibilityPolicy['series'] {
  const products = spikevax ? ['comirnaty-10', 'spikevax-50'] : ['comirnaty-10']
  const afterAny = { cite: [], assumes: ['spacing-after-any-dose'] }
  const second = [interval({ dose: 1 }, basis), interval({ previous: 'uncounted' }, afterAny)]
  return [
    {
      id: 'primary',
      name: { vi: 'Liều cơ bản', en: 'Primary course' },
      doses: [
        {
          n: 1,
          products,
          intervals: [interval({ previous: 'uncounted' }, afterAny)],
          cite: ['457'],
        },
        { n: 2, products, intervals: second, sameBrandAs: 1, ...sameBrand },
      ],
    },
  ]
}

/** Assumptions of every version. */
const always: readonly (keyof typeof assumptions)[] = [
  'infection-anchor',
  'spacing-after-any-dose',
  'no-grace',
  'turning-12',
  'other-strength-counts',
  'contraindicated-for-all',
  'hospital-by-elimination',
  'item-8-defers',
  'no-other-vaccine-interval',
  'age-on-dose-day',
]

/** Assumptions of the versions that came before a text. */
const passing: readonly (keyof typeof assumptions)[] = [
  'interval-before-947',
  'infection-before-text',
]

function version(one: Version): EligibilityPolicy {
  const from = one.from as CivilDate
  const moderna = { ...spikevax50, use: { ageFrom: 'P6Y', ageBefore: 'P12Y' } }
  const used = ['457', '1535', '5002', ...(one.spikevax ? (['moderna-6'] as const) : [])] as const
  const sources = [...new Set<SourceId>([...one.sources, ...used])]
  const named = [one.population, one.interval, one.sameBrand, one.infection]
  const varying = new Set(named.flatMap((rule) => rule.assumes ?? []))
  return {
    ...shared,
    version: `${one.from}.1`,
    effective: { from, to: one.to as CivilDate | null },
    published: from,
    ...(one.supersedes === undefined ? {} : { supersedes: `${id}@${one.supersedes}.1` }),
    sources: sources.map((source) => instruments[source]),
    assumptions: [...always, ...passing.filter((name) => varying.has(name))].map(
      (name) => assumptions[name],
    ),
    population: { ...ages, ...one.population },
    products: [{ ...comirnaty10, use: ages }, comirnaty30, ...(one.spikevax ? [moderna] : [])],
    series: courseOf(one),
    infectionDeferrals: [threeMonthsAfterInfection(one.infection)],
  }
}

const age = { cite: ['1535'], assumes: ['age-on-dose-day'] }
const waitAs1535 = {
  cite: ['1535'],
  assumes: ['interval-before-947', 'no-other-vaccine-interval'],
}
const waitAs947 = { cite: ['947'], assumes: ['no-other-vaccine-interval'] }
const earlyInfection = { cite: [], assumes: ['infection-before-text', 'infection-anchor'] }
const infectionAs1848 = { cite: ['1848'], assumes: ['infection-anchor'] }

/** The versions of 1535, of Spikevax's approval, of 1848, of 947 and of 3405, in this order. */
export const covid19Children5To11: readonly EligibilityPolicy[] = [
  version({
    from: '2022-03-28',
    to: '2022-03-30',
    sources: ['1535'],
    population: age,
    spikevax: false,
    interval: waitAs1535,
    sameBrand: { cite: ['1535'] },
    infection: earlyInfection,
  }),
  version({
    from: '2022-03-31',
    to: '2022-04-12',
    supersedes: '2022-03-28',
    sources: ['moderna-6'],
    population: age,
    spikevax: true,
    interval: waitAs1535,
    sameBrand: { cite: ['1535'] },
    infection: earlyInfection,
  }),
  version({
    from: '2022-04-13',
    to: '2022-04-24',
    supersedes: '2022-03-31',
    sources: ['1848'],
    population: age,
    spikevax: true,
    interval: waitAs1535,
    sameBrand: { cite: ['1535'] },
    infection: infectionAs1848,
  }),
  version({
    from: '2022-04-25',
    to: '2022-06-28',
    supersedes: '2022-04-13',
    sources: ['947', '1848'],
    population: age,
    spikevax: true,
    interval: waitAs947,
    sameBrand: { cite: ['947'] },
    infection: infectionAs1848,
  }),
  version({
    from: '2022-06-29',
    to: null,
    supersedes: '2022-04-25',
    sources: ['3405', '947', '1848'],
    population: { cite: ['3405'], assumes: ['age-on-dose-day'] },
    spikevax: true,
    interval: { cite: ['947', '3405'], assumes: ['no-other-vaccine-interval'] },
    sameBrand: { cite: ['3405'] },
    infection: { cite: ['3405', '1848'], assumes: ['infection-anchor'] },
  }),
]
