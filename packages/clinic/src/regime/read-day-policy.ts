import {
  type Issue,
  issue,
  lintPolicyHead,
  ParseError,
  type Path,
  type PolicyHead,
} from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { type DayPolicy, daySteps } from './day-policy.js'
import { minutesOf } from './step-due.js'

type Loose = Readonly<Record<string, unknown>>

const loose = (value: unknown): Loose =>
  typeof value === 'object' && value !== null ? (value as Loose) : {}
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const isWithin = (value: unknown, most: number): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most
const isTime = (value: unknown): boolean =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
const isStep = (value: unknown): boolean => daySteps.some((step) => step === value)

/** A week: what is due later is not a matter of the day. */
const longestMinutes = 7 * 24 * 60

function isDue(value: unknown): boolean {
  const { kind, days, time, from, minutes, ...more } = loose(value)
  if (Object.keys(more).length > 0) return false
  if (kind === 'end-of-day') return isWithin(days, 31)
  if (kind === 'at') return isTime(time)
  return (
    kind === 'after' &&
    (from === 'given' || from === 'entered') &&
    isWithin(minutes, longestMinutes)
  )
}

/** Ids that a deadline may rest on. */
function groundsOf({ sources, assumptions }: Loose): ReadonlySet<unknown> {
  return new Set([...listed(sources), ...listed(assumptions)].map((one) => loose(one)['id']))
}

const wrong = (path: Path): Issue => issue(errorCatalogue, 'clinic.policy.field', { path })

function lintDeadlines(document: Loose): readonly Issue[] {
  if (!Array.isArray(document['deadlines'])) return [wrong(['deadlines'])]
  const grounds = groundsOf(document)
  const seen = new Set<unknown>()
  return listed(document['deadlines']).flatMap((one, index) => {
    const { step, due, by } = loose(one)
    const path = ['deadlines', index]
    if (!isStep(step))
      return [issue(errorCatalogue, 'clinic.policy.step', { path: [...path, 'step'] })]
    const twice = seen.has(step)
    seen.add(step)
    return [
      ...(twice ? [wrong([...path, 'step'])] : []),
      ...(isDue(due) ? [] : [wrong([...path, 'due'])]),
      ...(grounds.has(by) ? [] : [wrong([...path, 'by'])]),
    ]
  })
}

function lintSessions({ sessions }: Loose): readonly Issue[] {
  if (!Array.isArray(sessions) || sessions.length === 0) return [wrong(['sessions'])]
  const all = sessions.map(loose)
  return all.flatMap(({ id, from }, index) => {
    const before = all[index - 1]?.['from']
    const named = typeof id === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(id)
    const twice = all.findIndex((other) => other['id'] === id) !== index
    const first = typeof before === 'string' ? minutesOf(before) : -1
    const ordered = typeof from === 'string' && isTime(from) && first < minutesOf(from)
    return [
      ...(named && !twice ? [] : [wrong(['sessions', index, 'id'])]),
      ...(ordered ? [] : [wrong(['sessions', index, 'from'])]),
    ]
  })
}

/** Everything that is wrong with a day policy; empty when it is sound. An unknown step is `clinic.policy.step`. */
export function lintDayPolicy(document: unknown): readonly Issue[] {
  const head = lintPolicyHead(document, 'day-policy/1')
  const body = loose(document)
  const { regime, amendmentsFrom, matchBeforeFirstDose } = body
  return [
    ...head,
    ...(typeof regime === 'string' && /^[a-z][a-z0-9-]{0,59}$/.test(regime)
      ? []
      : [wrong(['regime'])]),
    ...(amendmentsFrom === 'entered' || amendmentsFrom === 'given'
      ? []
      : [wrong(['amendmentsFrom'])]),
    ...(typeof matchBeforeFirstDose === 'boolean' ? [] : [wrong(['matchBeforeFirstDose'])]),
    ...lintDeadlines(body),
    ...lintSessions(body),
  ]
}

/** A day policy as far as it is understood, and what of it is not. */
export interface DayPolicyReading {
  readonly policy: DayPolicy
  /** `clinic.policy.step` for every deadline of a step that is not known here; it is left out. */
  readonly issues: readonly Issue[]
}

const isOfUnknownStep = ({ code }: Issue): boolean => code === 'clinic.policy.step'

/**
 * A day policy from its document. Deadlines of steps that are not known here, as a newer version may have, are left
 * out and named; a day judged by what is left is not known to be in time, so give the issues to `dayReport` too.
 *
 * @throws ParseError `clinic.policy` when anything else is wrong, with an issue for each field
 */
export function readDayPolicy(document: unknown): DayPolicyReading {
  const issues = lintDayPolicy(document)
  const unknown = issues.filter(isOfUnknownStep)
  if (unknown.length < issues.length)
    throw new ParseError(errorCatalogue, 'clinic.policy', { issues })
  if (unknown.length === 0) return { policy: document as PolicyHead as DayPolicy, issues }
  const policy = document as PolicyHead as DayPolicy
  const known = policy.deadlines.filter(({ step }) => isStep(step))
  return { policy: { ...policy, deadlines: known }, issues: unknown }
}

/**
 * A day policy whose every step is known.
 *
 * @throws ParseError `clinic.policy`, with an issue for each field
 */
export function parseDayPolicy(document: unknown): DayPolicy {
  const { policy, issues } = readDayPolicy(document)
  if (issues.length > 0) throw new ParseError(errorCatalogue, 'clinic.policy', { issues })
  return policy
}
