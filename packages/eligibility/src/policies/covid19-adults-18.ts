/** COVID-19 vaccination of adults: primary course by product, additional and booster doses, version by version. */
import type { CivilDate } from '@tiemchung/core'
import type {
  Cited,
  EligibilityPolicy,
  InfectionDeferral,
  PolicyInterval,
  PolicyProduct,
  PolicySeries,
  RowPeriod,
} from '../policy/format.js'
import { assumptions } from './assumptions.js'
import { instruments } from './instruments.js'
import { comirnaty30, spikevax100 } from './products.js'
import { precedence } from './screening.js'

const id = 'vn.covid19.adults-18'
const adults = { ageFrom: 'P18Y' }
const counts = { ageFrom: 'P12Y', graceDays: 0, cite: [], assumes: ['no-grace'] }
const civil = (text: string) => text as CivilDate

type SourceId = keyof typeof instruments

/** What differs from version to version. */
interface Version {
  readonly from: string
  readonly to: string | null
  readonly supersedes?: string
  readonly source: SourceId
  /** The wait before a booster, once there is one. */
  readonly boosterAfter: 'P6M' | 'P3M' | null
  /** The length within which the additional dose is to be given. */
  readonly additionalWithin?: string
  readonly infection: boolean
}

function whole(brand: string, name: string): PolicyProduct {
  return {
    id: brand,
    brand,
    name: { vi: name, en: name },
    volumeMl: '0.5',
    use: adults,
    counts,
    cite: ['3588'],
    assumes: ['adult-volume'],
  }
}

const products: readonly PolicyProduct[] = [
  whole('astrazeneca', 'AstraZeneca'),
  { ...comirnaty30, use: adults, counts },
  { ...spikevax100, use: adults, counts, review: false, cite: ['3588'], assumes: ['adult-volume'] },
  whole('vero-cell', 'Vero Cell (Sinopharm)'),
  whole('sputnik-v', 'Sputnik V'),
]

const all = products.map((product) => product.id)
const mrna = ['comirnaty-30', 'spikevax-100']
/** A primary course of these has an additional dose. */
const weaker = ['vero-cell', 'sputnik-v']

function wait(
  min: string,
  basis: Cited,
  more: Partial<Pick<PolicyInterval, 'after' | 'effective' | 'overdueAfter'>> = {},
  from: PolicyInterval['from'] = { dose: 1 },
): PolicyInterval {
  return { from, min, graceDays: 0, ...more, ...basis }
}

const text: Cited = { cite: ['3588'] }
const shorter: Cited = { cite: ['7820'] }
const between = (effective: RowPeriod) => ({ after: ['astrazeneca'], effective })

const secondDose: readonly PolicyInterval[] = [
  wait('P8W', text, between({ to: civil('2021-09-19') })),
  wait('P4W', shorter, between({ from: civil('2021-09-20') })),
  wait('P3W', text, { after: ['comirnaty-30', 'vero-cell', 'sputnik-v'] }),
  wait('P4W', text, { after: ['spikevax-100'] }),
]

const uncounted = (): PolicyInterval =>
  wait('P28D', { cite: [], assumes: ['spacing-after-any-dose'] }, {}, { previous: 'uncounted' })

const primary: PolicySeries = {
  id: 'primary',
  name: { vi: 'Liều cơ bản', en: 'Primary course' },
  doses: [
    { n: 1, products: all, intervals: [uncounted()], ...text },
    {
      n: 2,
      products: all,
      intervals: [...secondDose, uncounted()],
      ...text,
      assumes: ['adult-mixed-counts'],
    },
  ],
}

function laterDoses({ source, boosterAfter, additionalWithin }: Version): PolicySeries[] {
  if (boosterAfter === null) return []
  const basis: Cited = { cite: [source] }
  const offered: Cited = { ...basis, assumes: ['adult-mrna-offered'] }
  const none = { doses: { which: 'counted', products: weaker, atMost: 0 } } as const
  const late = additionalWithin === undefined ? {} : { overdueAfter: additionalWithin }
  const additional: PolicySeries = {
    id: 'additional',
    name: { vi: 'Liều bổ sung', en: 'Additional dose' },
    doses: [
      {
        n: 3,
        products: mrna,
        intervals: [wait('P28D', basis, late, { dose: 2 }), uncounted()],
        skipWhen: [{ for: 'both', anyOf: [{ allOf: [none] }], ...basis }],
        ...offered,
      },
    ],
  }
  const booster: PolicySeries = {
    id: 'booster',
    name: { vi: 'Liều nhắc lại', en: 'Booster' },
    doses: [
      {
        n: 4,
        products: mrna,
        intervals: [
          wait(boosterAfter, basis, {}, { dose: 2 }),
          wait(boosterAfter, basis, {}, { dose: 3 }),
          uncounted(),
        ],
        ...offered,
      },
    ],
  }
  return [additional, booster]
}

const named = [
  'age-on-dose-day',
  'no-grace',
  'spacing-after-any-dose',
  'adult-mixed-counts',
  'adult-volume',
  'adult-screening-apart',
] as const satisfies readonly (keyof typeof assumptions)[]

/** Six months after infection, as the screening of adults had it until 5785/QĐ-BYT. */
const sixMonths: InfectionDeferral = {
  id: 'infection',
  fact: 'covid19Infection',
  anchor: 'onset',
  for: 'P6M',
  says: { vi: 'Đã mắc COVID-19', en: 'COVID-19 infection' },
  cite: ['4355'],
  assumes: ['infection-anchor'],
}

function version(one: Version): EligibilityPolicy {
  const sources = new Set<SourceId>([one.source, '3588', '7820', '457'])
  if (one.infection) sources.add('4355')
  const more = [
    ...(one.boosterAfter === null ? [] : (['adult-mrna-offered'] as const)),
    ...(one.infection ? (['infection-anchor'] as const) : []),
  ]
  return {
    format: 'eligibility-policy/1',
    id,
    version: `${one.from}.1`,
    title: {
      vi: 'Tiêm vắc xin phòng COVID-19 cho người từ 18 tuổi',
      en: 'COVID-19 vaccination of adults from 18',
    },
    effective: { from: civil(one.from), to: one.to === null ? null : civil(one.to) },
    published: civil(one.from),
    ...(one.supersedes === undefined ? {} : { supersedes: `${id}@${one.supersedes}.1` }),
    sources: [...sources].map((source) => instruments[source]),
    assumptions: [...named, ...more].map((name) => assumptions[name]),
    calendar: { monthOverflow: 'forward', firstDay: 'same' },
    population: {
      ...adults,
      cite: [one.source],
      assumes: ['age-on-dose-day', 'adult-screening-apart'],
    },
    products,
    series: [primary, ...laterDoses(one)],
    infectionDeferrals: one.infection ? [sixMonths] : [],
    screeningDeferrals: [],
    contraindications: [],
    precautions: [],
    hospital: [],
    consent: null,
    precedence,
  }
}

/** The versions of 3588, 10225, 10722, and of the end of the deferral after infection. */
export const covid19Adults18: readonly EligibilityPolicy[] = [
  version({
    from: '2021-07-26',
    to: '2021-11-30',
    source: '3588',
    boosterAfter: null,
    infection: true,
  }),
  version({
    from: '2021-12-01',
    to: '2021-12-16',
    supersedes: '2021-07-26',
    source: '10225',
    boosterAfter: 'P6M',
    infection: true,
  }),
  version({
    from: '2021-12-17',
    to: '2021-12-20',
    supersedes: '2021-12-01',
    source: '10722',
    boosterAfter: 'P3M',
    additionalWithin: 'P3M',
    infection: true,
  }),
  version({
    from: '2021-12-21',
    to: null,
    supersedes: '2021-12-17',
    source: '10722',
    boosterAfter: 'P3M',
    additionalWithin: 'P3M',
    infection: false,
  }),
]
