/** What of a rule is the same for everybody: worked out once for a plan, not once for a person. */
import type { Sentences } from '@tiemchung/core'
import type { ScreeningItem, Status } from '../policy/format.js'
import type {
  Grounds,
  Plan,
  PlanInfection,
  PlanInterval,
  PlanScreeningRule,
} from '../policy-set/compile.js'
import type { ReasonKind } from './answer.js'
import { type RuleDays, type RuleHead, silent, spoken, standing, type Weight } from './rule-days.js'

/** A rule of the screening form, as it stands in the way and as it does not. */
export interface ScreeningHead {
  readonly item: ScreeningItem
  readonly yes: RuleDays
  readonly other: RuleDays
}

/** A deferral after infection, by what is known of the infection. */
export interface InfectionHead {
  readonly rule: PlanInfection
  /** There was none. */
  readonly none: RuleDays
  /** Nobody said whether there was one. */
  readonly unasked: RuleDays
  readonly dated: RuleHead
  readonly undated: RuleHead
}

/** The unchanging part of every rule of a plan. */
export interface Heads {
  readonly tooYoung: RuleHead
  readonly tooOld: RuleHead
  readonly inForce: RuleDays
  readonly outOfForce: RuleDays
  readonly course: RuleHead
  readonly history: RuleHead
  readonly intervals: ReadonlyMap<PlanInterval, RuleHead>
  readonly infections: readonly InfectionHead[]
  readonly screening: readonly ScreeningHead[]
  readonly form: RuleHead
  readonly formDone: RuleDays
  readonly consent: RuleHead | undefined
}

const always = Number.NEGATIVE_INFINITY
const never = Number.POSITIVE_INFINITY

function headOf(
  rule: string,
  kind: ReasonKind,
  grounds: Grounds,
  status: Status,
  weight: Weight,
  says?: Sentences,
): RuleHead {
  return { rule, kind, grounds, status, weight, says }
}

const rescreen = { needs: ['rescreen'] }

function contraindicationHead({ id, item, says, grounds }: PlanScreeningRule): ScreeningHead {
  const head = headOf(id, 'contraindication', grounds, 'contraindicated', 'open', says)
  return { item, yes: standing(head), other: silent(head) }
}

function deferralHead({ id, item, says, grounds }: PlanScreeningRule): ScreeningHead {
  const head = headOf(id, 'screeningDeferral', grounds, 'deferred', 'open', says)
  return { item, yes: standing(head, rescreen), other: silent(head, rescreen) }
}

function infectionHead(rule: PlanInfection): InfectionHead {
  const { id, grounds, says } = rule
  const dated = headOf(id, 'infection', grounds, 'deferred', 'dated', says)
  const unasked = headOf(id, 'infection', grounds, 'unknown', 'awaits', says)
  const undated = headOf(id, 'infection', grounds, 'unknown', 'open', says)
  return {
    rule,
    none: silent(dated),
    unasked: standing(unasked, { needs: ['covid19Infection'] }),
    dated,
    undated,
  }
}

function intervalHeads(plan: Plan): ReadonlyMap<PlanInterval, RuleHead> {
  const intervals = plan.doses.flatMap((dose) => dose.intervals)
  return new Map(
    intervals.map((one) => [one, headOf(one.rule, 'interval', one.grounds, 'tooSoon', 'dated')]),
  )
}

function makeHeads(plan: Plan): Heads {
  const { ageGrounds, headGrounds, consent } = plan
  const form = headOf('screening', 'screening', plan.screeningGrounds, 'needsScreening', 'awaits')
  const period = headOf('policy-period', 'policyPeriod', headGrounds, 'notRecommended', 'dated')
  const allowed = { from: plan.from, end: plan.end }
  return {
    tooYoung: headOf('age', 'age', ageGrounds, 'tooYoung', 'dated'),
    tooOld: headOf('age', 'age', ageGrounds, 'tooOld', 'dated'),
    inForce: spoken(period, always, always, { allowed }),
    outOfForce: spoken(period, always, never, { allowed }),
    course: headOf('course', 'course', headGrounds, 'complete', 'dated'),
    history: headOf('history', 'history', headGrounds, 'unknown', 'open'),
    intervals: intervalHeads(plan),
    infections: plan.infections.map(infectionHead),
    screening: [
      ...plan.contraindications.map(contraindicationHead),
      ...plan.deferrals.map(deferralHead),
    ],
    form,
    formDone: silent(form, { params: { open: 0 }, needs: [] }),
    consent:
      consent === null
        ? undefined
        : headOf('consent', 'consent', consent.grounds, 'needsConsent', 'awaits'),
  }
}

const made = /* @__PURE__ */ new WeakMap<Plan, Heads>()

/** The heads of a plan, made when they are first asked for. */
export function headsOf(plan: Plan): Heads {
  let heads = made.get(plan)
  if (heads === undefined) {
    heads = makeHeads(plan)
    made.set(plan, heads)
  }
  return heads
}
