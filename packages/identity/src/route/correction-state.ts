import { canonicalJson, InputError, isInstant, parseInstant } from '@tiemchung/core'
import type { MatchField } from '@tiemchung/schemas/wire'
import { correctionErrors } from '../errors/correction-errors.js'
import { type CaseClass, classifyCase, isClassOf, isOpenClass } from './case-class.js'
import type { CorrectionActor, CorrectionEvent, CorrectionStep } from './correction-event.js'

/** How far a case has come. `settled`: matched, or found not to be matched at all; nobody is left to act. */
export type CorrectionStage = 'open' | 'handed-over' | 'decided' | 'corrected' | 'settled'

type Decision = Extract<CorrectionStep, { kind: 'decided' }>

/** A case as its events leave it. */
export interface CorrectionState {
  readonly recordId: string
  readonly stage: CorrectionStage
  readonly class: CaseClass
  readonly mismatched: readonly MatchField[]
  readonly commune: string
  /** The decision that stands, by whom and when. */
  readonly decision?: Decision & { readonly by: CorrectionActor; readonly at: string }
  /** Events so far, the last one last. */
  readonly events: readonly CorrectionEvent[]
}

function refuse(code: keyof typeof correctionErrors): never {
  throw new InputError(correctionErrors, code)
}

/** From which stages a step may be taken. */
const from: Readonly<
  Record<Exclude<CorrectionStep['kind'], 'opened'>, readonly CorrectionStage[]>
> = {
  'handed-over': ['open', 'handed-over'],
  decided: ['open', 'handed-over'],
  corrected: ['decided'],
  answered: ['corrected'],
}

/** Fields that a decision may be about: those that differ, or the number where there is none. */
export function openFields(one: {
  readonly class: CaseClass
  readonly mismatched: readonly MatchField[]
}): readonly MatchField[] {
  if (one.class === 'no-number' || one.class === 'malformed-number') return ['number']
  return one.mismatched.length > 0 ? one.mismatched : ['number', 'name', 'birth-date', 'sex']
}

const isWithin = (some: readonly string[], all: readonly string[]) =>
  some.length > 0 && some.every((one) => all.includes(one))

/** 9438/BYT-CNTT: the police answer for facts of identity; health collects what is missing. */
function checkDecision(state: CorrectionState, step: Decision, by: CorrectionActor): void {
  const fields = openFields(state)
  const bare = state.class === 'no-number' || state.class === 'malformed-number'
  if (by.office !== 'police' && !(bare && by.office === 'health')) {
    refuse('identity.correction.not-entitled')
  }
  if (bare && step.outcome === 'register-wrong') refuse('identity.correction.outcome')
  if (!isWithin(step.fields, fields)) refuse('identity.correction.field')
}

/** The police amend the population database; the record is amended by health. */
function checkCorrected(
  { decision }: CorrectionState,
  fields: readonly MatchField[],
  by: CorrectionActor,
): void {
  const office = decision?.outcome === 'register-wrong' ? 'police' : 'health'
  if (by.office !== office) refuse('identity.correction.not-entitled')
  const decided = decision?.fields ?? []
  if (!isWithin(fields, decided) || !isWithin(decided, fields)) refuse('identity.correction.field')
}

function checkHead(
  state: CorrectionState | undefined,
  { at, by, recordId }: CorrectionEvent,
): void {
  if (by.officer.trim() === '' || by.unit === '' || !isInstant(at)) {
    refuse('identity.correction.who-and-when')
  }
  if (state === undefined) return
  if (state.recordId !== recordId) refuse('identity.correction.other-record')
  const last = state.events.at(-1)
  if (last !== undefined && parseInstant(at) < parseInstant(last.at)) {
    refuse('identity.correction.order')
  }
}

function opened(event: CorrectionEvent): CorrectionState {
  const { step, recordId } = event
  if (step.kind !== 'opened') return refuse('identity.correction.order')
  const { class: cls, mismatched, commune } = step
  if (!isOpenClass(cls)) refuse('identity.correction.nothing-open')
  if (!isClassOf(cls, mismatched)) refuse('identity.case.contradiction')
  return { recordId, stage: 'open', class: cls, mismatched, commune, events: [event] }
}

type Answer = Extract<CorrectionStep, { kind: 'answered' }>

/** Whether an answer is in the class that follows from it, by whatever policy a number that nobody has is counted. */
function isClassified({ status, class: cls, mismatched }: Answer): boolean {
  const facts = { entered: true, status, mismatched }
  const policies = [{ notFound: 'unverified' }, { notFound: 'wrong-number' }] as const
  return status !== 'pending' && policies.some((policy) => classifyCase(facts, policy) === cls)
}

function answered({ decision: _, ...state }: CorrectionState, answer: Answer): CorrectionState {
  if (!isClassified(answer)) refuse('identity.case.contradiction')
  const { class: cls, mismatched } = answer
  const stage = isOpenClass(cls) ? 'open' : 'settled'
  return { ...state, stage, class: cls, mismatched }
}

function stepped(state: CorrectionState, { step, by, at }: CorrectionEvent): CorrectionState {
  if (step.kind === 'opened' || !from[step.kind].includes(state.stage)) {
    return refuse('identity.correction.order')
  }
  if (step.kind === 'handed-over') return { ...state, stage: 'handed-over' }
  if (step.kind === 'answered') return answered(state, step)
  if (step.kind === 'corrected') {
    checkCorrected(state, step.fields, by)
    return { ...state, stage: 'corrected' }
  }
  checkDecision(state, step, by)
  return { ...state, stage: 'decided', decision: { ...step, by, at } }
}

/**
 * A case after one more event. Nothing is corrected that was not decided on, by whom and why; an event that
 * came before is passed over when it is the same, and refused when it is another under its id.
 *
 * @throws InputError `identity.correction.order`, `.who-and-when`, `.other-record`, `.not-entitled`,
 *   `.outcome`, `.field`, `.nothing-open`, `.twice`; `identity.case.contradiction`, `.status` or `.field` for a
 *   class that is not that of the answer
 */
export function applyCorrection(
  state: CorrectionState | undefined,
  event: CorrectionEvent,
): CorrectionState {
  const before = state?.events.find(({ id }) => id === event.id)
  if (before !== undefined && state !== undefined) {
    if (canonicalJson(before) !== canonicalJson(event)) refuse('identity.correction.twice')
    return state
  }
  checkHead(state, event)
  if (state === undefined) return opened(event)
  return { ...stepped(state, event), events: [...state.events, event] }
}

/**
 * Every case that a journal of events holds, by record, in the order in which they were opened.
 *
 * @throws InputError as {@link applyCorrection} does
 */
export function correctionsOf(
  events: Iterable<CorrectionEvent>,
): ReadonlyMap<string, CorrectionState> {
  const states = new Map<string, CorrectionState>()
  const recordOf = new Map<string, string>()
  for (const event of events) {
    const { id, recordId } = event
    if ((recordOf.get(id) ?? recordId) !== recordId) refuse('identity.correction.twice')
    recordOf.set(id, recordId)
    states.set(recordId, applyCorrection(states.get(recordId), event))
  }
  return states
}
