/** The routine programme of 10/2024/TT-BYT, as far as its text is known: birth dose, BCG, and DPT through Td. */
import type { CivilDate, Sentences } from '@tiemchung/core'
import type {
  AgeWindow,
  Cited,
  EligibilityPolicy,
  PolicyDose,
  PolicyInterval,
  PolicyProduct,
} from '../policy/format.js'
import { assumptions } from './assumptions/routine.js'
import { instruments } from './instruments/routine.js'
import { precedence } from './screening.js'

const circular: Cited = { cite: ['10/2024'] }
const from = '2024-08-01' as CivilDate

function product(id: string, name: string, volumeMl: string, use: AgeWindow): PolicyProduct {
  return {
    id,
    brand: id,
    name: { vi: name, en: name },
    volumeMl,
    use,
    counts: { ...use, graceDays: 0, cite: [], assumes: ['no-grace'] },
    ...circular,
    assumes: ['routine-volume'],
  }
}

/** What differs from vaccine to vaccine. */
interface Vaccine {
  readonly id: string
  readonly title: Sentences
  readonly ages: AgeWindow
  readonly basis: Cited
  readonly products: readonly PolicyProduct[]
  readonly doses: readonly PolicyDose[]
}

function policyOf({ id, title, ages, basis, products, doses }: Vaccine): EligibilityPolicy {
  const rules = [
    basis,
    ...products.flatMap((one) => [one, one.counts]),
    ...doses.flatMap((dose) => [dose, ...(dose.ages ?? []), ...(dose.intervals ?? [])]),
  ]
  const named = new Set(rules.flatMap((rule) => rule.assumes ?? []))
  return {
    format: 'eligibility-policy/1',
    id,
    version: `${from}.1`,
    title,
    effective: { from, to: null },
    published: '2024-06-13' as CivilDate,
    sources: [instruments['10/2024']],
    assumptions: Object.values(assumptions).filter((one) => named.has(one.id)),
    calendar: { monthOverflow: 'forward', firstDay: 'same' },
    population: { ...ages, ...basis },
    products,
    series: [{ id: 'routine', name: { vi: 'Tiêm chủng thường xuyên', en: 'Routine' }, doses }],
    infectionDeferrals: [],
    screeningDeferrals: [],
    contraindications: [],
    precautions: [],
    hospital: [],
    consent: null,
    precedence,
  }
}

const firstDay = { ageFrom: 'P0D', ageBefore: 'P2D' }
const firstMonth = { ageFrom: 'P0D', ageBefore: 'P1M' }

const hepatitisB = policyOf({
  id: 'vn.routine.hepb-birth',
  title: {
    vi: 'Viêm gan B sơ sinh trong 24 giờ đầu',
    en: 'Hepatitis B, birth dose within 24 hours',
  },
  ages: firstDay,
  basis: { ...circular, assumes: ['routine-24-hours'] },
  products: [product('hepb', 'Viêm gan B', '0.5', firstDay)],
  doses: [{ n: 1, products: ['hepb'], ...circular }],
})

const bcg = policyOf({
  id: 'vn.routine.bcg',
  title: { vi: 'Lao (BCG) trong tháng đầu', en: 'Tuberculosis (BCG) within a month' },
  ages: firstMonth,
  basis: circular,
  products: [product('bcg', 'BCG', '0.1', firstMonth)],
  doses: [{ n: 1, products: ['bcg'], ...circular }],
})

const month = (
  since: PolicyInterval['from'],
  assumes: 'routine-one-month' | 'routine-booster-spacing',
  basis: Cited,
): PolicyInterval => ({ from: since, min: 'P1M', graceDays: 0, ...basis, assumes: [assumes] })

const primary = (n: number): PolicyDose => ({
  n,
  products: ['dpt-hepb-hib'],
  ages: [{ from: 'P2M', graceDays: 0, recommended: `P${n + 1}M`, ...circular }],
  intervals: [
    ...(n === 1 ? [] : [month({ dose: n - 1 }, 'routine-one-month', circular)]),
    month({ previous: 'uncounted' }, 'routine-one-month', circular),
  ],
  ...circular,
})

const booster = (n: number, vaccine: string, age: string): PolicyDose => ({
  n,
  products: [vaccine],
  ages: [{ from: age, graceDays: 0, recommended: age, ...circular }],
  intervals: [
    month({ dose: n - 1 }, 'routine-booster-spacing', { cite: [] }),
    month({ previous: 'uncounted' }, 'routine-booster-spacing', { cite: [] }),
  ],
  ...circular,
})

const diphtheria = policyOf({
  id: 'vn.routine.dpt',
  title: {
    vi: 'Bạch hầu, ho gà, uốn ván, viêm gan B, Hib',
    en: 'Diphtheria, pertussis, tetanus, hepatitis B, Hib',
  },
  ages: { ageFrom: 'P2M' },
  basis: circular,
  products: [
    product('dpt-hepb-hib', 'DPT-VGB-Hib', '0.5', { ageFrom: 'P2M', ageBefore: 'P7Y' }),
    product('dpt', 'DPT', '0.5', { ageFrom: 'P18M', ageBefore: 'P7Y' }),
    product('td', 'Td', '0.5', { ageFrom: 'P7Y' }),
  ],
  doses: [primary(1), primary(2), primary(3), booster(4, 'dpt', 'P18M'), booster(5, 'td', 'P7Y')],
})

/**
 * Birth dose of hepatitis B, BCG, and DPT through Td, each a policy of its own: ask for one at a time. It proves that
 * the format holds a routine schedule; what the circular says beyond this is not here.
 */
export const routineChildhood2024: readonly EligibilityPolicy[] = [hepatitisB, bcg, diphtheria]
