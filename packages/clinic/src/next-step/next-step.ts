import type { CivilDate, Sentences } from '@tiemchung/core'
import { type RoutingPolicy, routeCase, routingPolicy2262 } from '@tiemchung/identity/route'
import { enteredAtOf, type RecordCase } from '../day/record-case.js'
import type { Operation } from '../outbox/operation.js'
import type { DayPolicy, DayStep } from '../regime/day-policy.js'
import { type RecordTimes, stepDueAt, type StepDues } from '../regime/step-due.js'
import { type Standing, standings } from './standing.js'
import { type NextStepCode, nextSteps, type StepTaker } from './words.js'

/** What is to be done next with a record, and by whom. */
export interface NextStep {
  readonly step: DayStep
  readonly who: StepTaker
  readonly code: NextStepCode
  /** Why it has not come further: a stable word or code. */
  readonly reason: string
  readonly says: Sentences
  /** Code of the commune whose police or health station is meant, where it is somebody's of a place. */
  readonly unit?: string
  /** The instant from which it is late; undefined when the policy sets no deadline. */
  readonly dueAt?: Date
  readonly overdue: boolean
}

/** What the next step is told by. */
export interface NextStepFacts {
  readonly policy: DayPolicy
  readonly now: Date
  /** Whether the facility has a signing certificate. */
  readonly canSign: boolean
  /** The operation that sends the record, when it is queued. */
  readonly operation?: Operation | undefined
  /** Who corrects which identity error. Default `routingPolicy2262`. */
  readonly routing?: RoutingPolicy
}

const sendingCodes: Readonly<Record<string, NextStepCode>> = {
  'not-queued': 'clinic.next.look',
  'not-sent-yet': 'clinic.next.send',
  retrying: 'clinic.next.wait',
  'depends-on': 'clinic.next.wait',
  rejected: 'clinic.next.rejected',
  conflict: 'clinic.next.conflict',
}

const identityCodes: Readonly<Record<string, NextStepCode>> = {
  'collect-number': 'clinic.next.collect-number',
  'correct-number': 'clinic.next.correct-number',
  'verify-person': 'clinic.next.verify-person',
  'ask-again': 'clinic.next.match',
}

function identityStep(
  { record }: RecordCase,
  routing: RoutingPolicy,
): { readonly code: NextStepCode; readonly unit?: string } {
  const { id, person, identity, dose } = record
  const { status } = identity
  const route = routeCase({ recordId: id, status, person, facility: dose.facility }, routing)
  const code = identityCodes[route?.action ?? ''] ?? 'clinic.next.look'
  const isElsewhere = code === 'clinic.next.verify-person' || code === 'clinic.next.collect-number'
  return route === undefined || !isElsewhere ? { code } : { code, unit: route.unit }
}

/** Which step is next, and at which unit where it is somebody's of a place. */
export function stepCodeOf(
  one: RecordCase,
  { step, reason }: NonNullable<Standing['open']>,
  { canSign, routing = routingPolicy2262 }: Pick<NextStepFacts, 'canSign' | 'routing'>,
): { readonly code: NextStepCode; readonly unit?: string } {
  if (step === 'complete') return { code: 'clinic.next.complete' }
  if (step === 'settled') return identityStep(one, routing)
  if (step === 'signed') return { code: canSign ? 'clinic.next.sign' : 'clinic.next.minutes' }
  return { code: sendingCodes[reason] ?? 'clinic.next.look' }
}

/** From what the deadlines of a record run. */
export function timesOf(one: RecordCase): RecordTimes {
  const { dose, amends } = one.record
  const isAmendment = amends !== undefined
  const date: CivilDate = dose.date
  return { date, givenAt: dose.givenAt, enteredAt: enteredAtOf(one), isAmendment }
}

/**
 * The next step of a record and who takes it; undefined when it is done. It says nothing of the other records of the
 * day, and not whether the deadline was kept once a record is done.
 *
 * @example
 * ```ts
 * import { covid2022SameDayPolicy, nextStep, type RecordCase } from '@tiemchung/clinic'
 * declare const one: RecordCase
 * const now = new Date('2022-05-20T09:00:00Z')
 * const next = nextStep(one, { policy: covid2022SameDayPolicy, now, canSign: true })
 * next?.who // => 'signer' for a complete and matched record
 * ```
 */
export function nextStep(one: RecordCase, facts: NextStepFacts): NextStep | undefined {
  const { open } = standings()(one, facts.operation)
  const dueOf: StepDues = (times, step) => stepDueAt(times, step, facts.policy)
  return open === undefined ? undefined : nextStepBy(one, open, facts, dueOf)
}

/** {@link nextStep} of a record that is known to be open, with the deadlines of many records worked out together. */
export function nextStepBy(
  one: RecordCase,
  open: NonNullable<Standing['open']>,
  facts: Omit<NextStepFacts, 'operation'>,
  dueOf: StepDues,
): NextStep {
  const { code, unit } = stepCodeOf(one, open, facts)
  const due = dueOf(timesOf(one), open.step)
  return {
    step: open.step,
    ...nextSteps[code],
    code,
    reason: open.reason,
    ...(unit === undefined ? {} : { unit }),
    ...(due === undefined ? {} : { dueAt: new Date(due) }),
    overdue: due !== undefined && due <= facts.now.getTime(),
  }
}
