/** COVID-19 vaccination of adolescents from 12 to 17, version by version. */
import type { CivilDate } from '@tiemchung/core'
import type { Cited, EligibilityPolicy, PolicyInterval, PolicySeries } from '../policy/format.js'
import { assumptions } from './assumptions/adolescents.js'
import { instruments } from './instruments/adolescents.js'
import { comirnaty10, comirnaty30, spikevax50, spikevax100 } from './products.js'
import { precedence, screening, threeMonthsAfterInfection } from './screening.js'

const id = 'vn.covid19.adolescents-12-17'
const ages = { ageFrom: 'P12Y', ageBefore: 'P18Y' }

type SourceId = keyof typeof instruments

/** What differs from version to version. */
interface Version {
  readonly from: string
  readonly to: string | null
  readonly supersedes?: string
  readonly source: SourceId
  /** The basis of the third dose, once there is one. */
  readonly booster: Cited | null
  readonly infection: Cited
}

const adolescent = { cite: ['8688'], assumes: ['adolescent-interval'] }

const afterAny = { cite: [], assumes: ['spacing-after-any-dose'] }

function wait(
  from: PolicyInterval['from'],
  min: string,
  basis: Cited,
  after?: readonly string[],
): PolicyInterval {
  return { from, min, graceDays: 0, ...(after && { after }), ...basis }
}

const shortAfter = ['comirnaty-30']
const longAfter = ['comirnaty-10', 'spikevax-50', 'spikevax-100']

const secondDose: readonly PolicyInterval[] = [
  wait({ dose: 1 }, 'P21D', adolescent, shortAfter),
  wait({ dose: 1 }, 'P28D', adolescent, longAfter),
  wait({ previous: 'uncounted' }, 'P21D', afterAny, shortAfter),
  wait({ previous: 'uncounted' }, 'P28D', afterAny, longAfter),
]

const primary: PolicySeries = {
  id: 'primary',
  name: { vi: 'Liều cơ bản', en: 'Primary course' },
  doses: [
    {
      n: 1,
      products: ['comirnaty-30', 'spikevax-100'],
      intervals: [wait({ previous: 'uncounted' }, 'P28D', afterAny)],
      cite: ['8688'],
    },
    {
      n: 2,
      products: ['comirnaty-30', 'spikevax-100'],
      intervals: secondDose,
      sameBrandAs: 1,
      cite: ['8688'],
    },
  ],
}

function boosterOf(basis: Cited): PolicySeries {
  const intervals = [
    wait({ dose: 2 }, 'P5M', basis),
    wait({ previous: 'uncounted' }, 'P28D', afterAny),
  ]
  return {
    id: 'booster',
    name: { vi: 'Liều nhắc lại', en: 'Booster' },
    doses: [{ n: 3, products: ['comirnaty-30'], intervals, ...basis }],
  }
}

const named = [
  'infection-anchor',
  'spacing-after-any-dose',
  'no-grace',
  'other-strength-counts',
  'adolescent-spikevax',
  'adolescent-interval',
  'contraindicated-for-all',
  'hospital-by-elimination',
  'item-8-defers',
  'age-on-dose-day',
] as const satisfies readonly (keyof typeof assumptions)[]

function version(one: Version): EligibilityPolicy {
  const from = one.from as CivilDate
  const sources = [...new Set<SourceId>([one.source, '8688', '457', '5002', 'moderna-6'])]
  const before = one.infection.cite.length === 0
  return {
    format: 'eligibility-policy/1',
    id,
    version: `${one.from}.1`,
    title: {
      vi: 'Tiêm vắc xin phòng COVID-19 cho trẻ từ 12 đến 17 tuổi',
      en: 'COVID-19 vaccination of adolescents from 12 to 17',
    },
    effective: { from, to: one.to as CivilDate | null },
    published: from,
    ...(one.supersedes === undefined ? {} : { supersedes: `${id}@${one.supersedes}.1` }),
    sources: sources.map((source) => instruments[source]),
    assumptions: [
      ...named.map((name) => assumptions[name]),
      ...(before ? [assumptions['infection-before-text']] : []),
    ],
    calendar: { monthOverflow: 'forward', firstDay: 'same' },
    population: { ...ages, cite: [one.source], assumes: ['age-on-dose-day'] },
    products: [
      { ...comirnaty30, use: ages },
      { ...spikevax100, use: ages },
      comirnaty10,
      spikevax50,
    ],
    series: one.booster === null ? [primary] : [primary, boosterOf(one.booster)],
    infectionDeferrals: [threeMonthsAfterInfection(one.infection)],
    ...screening,
    consent: { by: ['father', 'mother', 'guardian'], cite: ['8688'] },
    precedence,
  }
}

/** The versions of 8688, of 3181 (third dose) and of 3309, in this order. */
export const covid19Adolescents12To17: readonly EligibilityPolicy[] = [
  version({
    from: '2021-10-14',
    to: '2022-06-16',
    source: '8688',
    booster: null,
    infection: { cite: [], assumes: ['infection-before-text', 'infection-anchor'] },
  }),
  version({
    from: '2022-06-17',
    to: '2022-06-22',
    supersedes: '2021-10-14',
    source: '3181',
    booster: { cite: ['3181'] },
    infection: { cite: ['3181'], assumes: ['infection-anchor'] },
  }),
  version({
    from: '2022-06-23',
    to: null,
    supersedes: '2022-06-17',
    source: '3309',
    booster: { cite: ['3309'] },
    infection: { cite: ['3309'], assumes: ['infection-anchor'] },
  }),
]
