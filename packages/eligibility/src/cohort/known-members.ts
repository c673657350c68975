/** What the columns hold of the format: a policy that says more is refused, never judged by less. */
import type { EligibilityPolicy } from '../policy/format.js'
import { refuse } from './refuse.js'

/** Members that are judged, or that change no answer in numbers. */
const known = {
  policy:
    'format id version title effective published supersedes sources assumptions calendar population products series ageTransition infectionDeferrals screeningDeferrals contraindications precautions hospital consent precedence',
  product: 'id brand name cvx doseMcg volumeMl use counts review cite assumes',
  use: 'ageFrom ageBefore cite assumes',
  counts: 'ageFrom ageBefore graceDays cite assumes',
  population: 'ageFrom ageBefore cite assumes',
  calendar: 'monthOverflow firstDay',
  series: 'id name doses',
  dose: 'n products intervals sameBrandAs cite assumes',
  interval: 'from after min graceDays recommended overdueAfter cite assumes',
  from: 'dose previous',
  infection: 'id fact anchor for says cite assumes',
  screening: 'id item says cite assumes',
  consent: 'by cite assumes',
} as const

const members = new Map(
  Object.entries(known).map(([part, names]) => [part, new Set(names.split(' '))] as const),
)

const isEmpty = (value: unknown) =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)

/** @throws InputError `eligibility.not-columnar` with the member that the columns do not hold */
function checkPart(part: keyof typeof known, value: object | null, at: string): void {
  for (const [name, content] of Object.entries(value ?? {})) {
    if (!isEmpty(content) && members.get(part)?.has(name) !== true) throw refuse(`${at}.${name}`)
  }
}

function checkDoses({ id, series }: EligibilityPolicy): void {
  for (const one of series) {
    checkPart('series', one, `${id}/${one.id}`)
    for (const dose of one.doses) {
      checkPart('dose', dose, `${id}/dose-${dose.n}`)
      for (const [index, interval] of (dose.intervals ?? []).entries()) {
        const at = `${id}/dose-${dose.n}/interval-${index + 1}`
        checkPart('interval', interval, at)
        checkPart('from', interval.from, `${at}.from`)
        if ('previous' in interval.from && String(interval.from.previous) !== 'uncounted') {
          throw refuse(`${at}.from.previous`)
        }
      }
    }
  }
}

/**
 * Looks whether every rule of a policy can be judged in columns.
 *
 * @throws InputError `eligibility.not-columnar` with the first that cannot
 */
export function checkColumnar(policy: EligibilityPolicy): void {
  const { id } = policy
  checkPart('policy', policy, id)
  checkPart('population', policy.population, `${id}/population`)
  checkPart('calendar', policy.calendar, `${id}/calendar`)
  checkPart('consent', policy.consent, `${id}/consent`)
  for (const product of policy.products) {
    checkPart('product', product, `${id}/${product.id}`)
    checkPart('use', product.use, `${id}/${product.id}/use`)
    checkPart('counts', product.counts, `${id}/${product.id}/counts`)
  }
  checkDoses(policy)
  for (const rule of policy.infectionDeferrals) checkPart('infection', rule, `${id}/${rule.id}`)
  const form = [policy.contraindications, policy.screeningDeferrals, policy.precautions]
  for (const rule of [...form, policy.hospital].flat()) {
    checkPart('screening', rule, `${id}/${rule.id}`)
  }
}
