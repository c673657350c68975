/** The judgement of the doses that were given, each by the policy in force on its own day. */
import type { Plan, PlanProduct } from '../policy-set/compile.js'
import type { PolicySet } from '../policy-set/define.js'
import type { ReadDose, ReadSubject } from '../subject/read.js'
import type { SubjectFacts } from '../subject/subject.js'
import type { DoseFinding, DoseReason, DoseValidity, JudgedDose } from './answer.js'
import type { Day } from './days.js'
import { type Bands, type Governing, governingOn } from './govern.js'
import { type Candidate, finding, judgeCourse, judgeProducts } from './judge-dose.js'
import type { History, PastDose, Standing } from './past.js'
import { placeOn } from './skip.js'

interface Draft {
  judged: JudgedDose[]
  counted: PastDose[]
  uncounted: PastDose[]
  given: PastDose[]
  needs: string[]
  position: number
}

const emptyDraft = (): Draft => ({
  judged: [],
  counted: [],
  uncounted: [],
  given: [],
  needs: [],
  position: 0,
})

const invalidating: ReadonlySet<DoseFinding> = new Set([
  'tooYoung',
  'tooOld',
  'inadvertent',
  'notAccepted',
  'otherBrand',
  'tooSoon',
  'spacing',
])

function validityOf(reasons: readonly DoseReason[]): DoseValidity {
  if (reasons.length === 0) return 'valid'
  if (reasons.some((one) => invalidating.has(one.finding))) return 'invalid'
  if (reasons.some((one) => one.finding === 'strengthUnknown')) return 'unknown'
  const early = reasons.some(({ finding: one }) => one === 'grace' || one === 'acceptedInterval')
  return early ? 'validByGrace' : 'valid'
}

function standingOf(validity: DoseValidity, reasons: readonly DoseReason[]): Standing {
  if (validity === 'valid' || validity === 'validByGrace') return 'counted'
  if (validity === 'extra') return 'extra'
  if (validity === 'unknown') return 'unknown'
  return reasons.some((one) => one.finding === 'inadvertent') ? 'never' : 'notCounted'
}

/** Product ids of a dose: also one that its day's policy does not know, since a later one may. */
function mayHaveBeen(dose: ReadDose, candidates: readonly PlanProduct[]): readonly string[] {
  if (candidates.length > 0) return candidates.map((one) => one.id)
  return dose.product === undefined ? [] : [dose.product]
}

/** What a dose was, as far as the policy knows it. */
function identify(dose: ReadDose, plan: Plan): readonly PlanProduct[] {
  return dose.product === undefined
    ? plan.products.filter((product) => product.brand === dose.brand)
    : plan.products.filter((product) => product.id === dose.product)
}

function settle(
  draft: Draft,
  index: number,
  past: Candidate,
  validity: DoseValidity,
  reasons: readonly DoseReason[],
  number: number | null = null,
): JudgedDose {
  const standing = standingOf(validity, reasons)
  const n = standing === 'counted' ? number : null
  const { day, brand, products, policy } = past
  const dose: PastDose = { day, brand, products, policy, standing, n }
  draft.given.push(dose)
  if (n === null) draft.uncounted.push(dose)
  else draft.counted.push(dose)
  return { index, n, validity, reasons }
}

/** A vaccine of another programme: it counts for nothing here, and may keep a distance. */
function settleOther(draft: Draft, dose: ReadDose, plan: Plan): JudgedDose {
  const { index, day, brand, product = '' } = dose
  const policy = plan.id
  draft.given.push({ day, brand, products: [product], policy, standing: 'other', n: null })
  return { index, n: null, validity: 'extra', reasons: [finding('otherVaccine', 'history')] }
}

interface Person {
  readonly plan: Plan
  readonly birth: Day
  readonly facts: SubjectFacts
}

function judgeByCourse(
  draft: Draft,
  dose: ReadDose,
  past: Candidate,
  candidates: readonly PlanProduct[],
  { plan, birth, facts }: Person,
): JudgedDose {
  const { index, day } = dose
  const view = { past: draft, birth, calendar: plan.calendar, facts, before: day }
  draft.position = placeOn(plan.doses, draft.position, 'history', view, day)
  const target = plan.doses[draft.position]
  if (target === undefined) {
    return settle(draft, index, past, 'extra', [finding('courseFull', 'course', plan.headGrounds)])
  }
  const bench = { plan, target, past: draft, birth }
  const reasons = judgeProducts(candidates, bench, day)
  judgeCourse(reasons, bench, past)
  const validity = validityOf(reasons)
  if (validity === 'unknown') draft.needs.push(`doses[${index}].product`)
  const judged = settle(draft, index, past, validity, reasons, target.n)
  if (judged.n !== null && !target.recurs) draft.position += 1
  return judged
}

function judgeOne(
  draft: Draft,
  dose: ReadDose,
  { plan, inForce }: Governing,
  birth: Day,
  facts: SubjectFacts,
): JudgedDose {
  const candidates = identify(dose, plan)
  const past: Candidate = {
    day: dose.day,
    brand: candidates[0]?.brand ?? dose.brand,
    products: mayHaveBeen(dose, candidates),
    policy: plan.id,
  }
  const open = (what: DoseFinding, need: 'policy' | 'product') => {
    draft.needs.push(`doses[${dose.index}].${need}`)
    const reasons = [finding(what, 'history', plan.headGrounds)]
    return settle(draft, dose.index, past, 'unknown', reasons)
  }
  if (!inForce) return open('noPolicy', 'policy')
  if (dose.product === undefined && dose.brand === undefined) {
    return open('productMissing', 'product')
  }
  if (candidates.length === 0) return open('productUnknown', 'product')
  return judgeByCourse(draft, dose, past, candidates, { plan, birth, facts })
}

function judgeImplausible(dose: ReadDose, what: DoseFinding): JudgedDose {
  const validity = what === 'sameDay' ? 'extra' : 'invalid'
  return { index: dose.index, n: null, validity, reasons: [finding(what, 'history')] }
}

/**
 * Judges every dose, in the order of days. An impossible date, a second dose on one day and a dose past
 * the end of the course are kept, flagged and never counted.
 */
export function judgeHistory(subject: ReadSubject, bands: Bands, set: PolicySet, on: Day): History {
  const { birth } = bands
  const draft = emptyDraft()
  const settled: Day[] = []
  const judge = (dose: ReadDose): JudgedDose => {
    if (dose.day > on) return judgeImplausible(dose, 'afterAssessment')
    if (dose.day < birth) return judgeImplausible(dose, 'beforeBirth')
    const governing = governingOn(set, bands, dose.day)
    const { plan } = governing
    // Vaccines of other programmes are given on the same day as one of this, in whatever order they are written.
    if (dose.product !== undefined && plan.others.has(dose.product)) {
      return settleOther(draft, dose, plan)
    }
    if (settled.includes(dose.day)) return judgeImplausible(dose, 'sameDay')
    const judged = judgeOne(draft, dose, governing, birth, subject.plain.facts)
    if (judged.validity !== 'invalid') settled.push(dose.day)
    return judged
  }
  for (const dose of subject.doses) draft.judged.push(judge(dose))
  draft.judged.sort((left, right) => left.index - right.index)
  return draft
}
