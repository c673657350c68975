/** The time that an item has for its answer, read off its events. */
import type { FeedbackItem, FeedbackState } from '@tiemchung/schemas'
import type { FeedbackClock, Level } from '../policy/feedback-policy.js'

/**
 * How an item stands against its limit. `due`, `warned` and `paused` are before it, `overdue` and
 * `escalated` behind it; `met`, `missed` and `withdrawn` are final.
 */
export type Standing =
  | 'not-started'
  | 'due'
  | 'warned'
  | 'paused'
  | 'overdue'
  | 'escalated'
  | 'met'
  | 'missed'
  | 'withdrawn'

/** What the clock of an item shows at an instant. */
export interface ClockReading {
  readonly standing: Standing
  /** What the item was at that instant; absent where its events cannot be read. */
  readonly state?: FeedbackState
  readonly startedAt?: Date
  /** The limit; pauses so far move it. */
  readonly dueAt?: Date
  readonly answeredAt?: Date
  /** Hours that counted, until the answer or until the instant. */
  readonly spentHours: number
  /** Levels above the handler that are shown the item. */
  readonly escalatedTo: readonly Level[]
}

/** What of an item the clock looks at. */
export type Clocked = Pick<FeedbackItem, 'events'>

interface Step {
  readonly at: number
  readonly event: FeedbackItem['events'][number]
}

const hour = 3_600_000
const answers: ReadonlySet<string> = new Set(['approve', 'reject'])

/** The events until an instant, or undefined where their times cannot be read or run backwards. */
function stepsUntil({ events }: Clocked, at: Date): readonly Step[] | undefined {
  const steps = events.map((event) => ({ at: Date.parse(event.at), event }))
  const sound = steps.every((step, index) => step.at >= (steps[index - 1]?.at ?? step.at))
  return sound ? steps.filter((step) => step.at <= at.getTime()) : undefined
}

/** Milliseconds between two instants that were spent in states in which the clock stands still. */
function pausedBetween(
  steps: readonly Step[],
  from: number,
  until: number,
  { pausedIn }: FeedbackClock,
): number {
  let sum = 0
  for (const [index, { at, event }] of steps.entries()) {
    if (!pausedIn.includes(event.state)) continue
    const end = Math.min(steps[index + 1]?.at ?? until, until)
    sum += Math.max(0, end - Math.max(at, from))
  }
  return sum
}

function openStanding(left: number, state: FeedbackState, clock: FeedbackClock): Standing {
  if (left < 0) {
    const passed = clock.escalations.some(({ afterHours }) => -left >= afterHours * hour)
    return passed ? 'escalated' : 'overdue'
  }
  if (clock.pausedIn.includes(state)) return 'paused'
  return left <= clock.warnHours * hour ? 'warned' : 'due'
}

const escalatedTo = (left: number, { escalations }: FeedbackClock): readonly Level[] =>
  escalations.filter((one) => left < 0 && -left >= one.afterHours * hour).map(({ to }) => to)

/**
 * What the clock of an item shows at an instant; events after it are not looked at, so that yesterday's
 * reading stays what it was. Exactly at the limit is in time. Events that cannot be read make an item overdue.
 *
 * It does not establish that the answer was right.
 *
 * @example
 * ```ts
 * import { feedbackPolicy9458, readClock } from '@tiemchung/feedback/rules'
 * const recorded = { at: '2022-05-20T02:00:00Z', action: 'confirm', state: 'received' } as const
 * const item = { events: [recorded] }
 * readClock(item, new Date('2022-05-22T02:00:01Z'), feedbackPolicy9458.clock).standing // => 'overdue'
 * ```
 */
export function readClock(item: Clocked, at: Date, clock: FeedbackClock): ClockReading {
  const steps = stepsUntil(item, at)
  if (steps === undefined) return { standing: 'overdue', spentHours: 0, escalatedTo: [] }
  const start = steps.find(({ event }) => event.action === 'confirm')
  const last = steps.at(-1)
  if (start === undefined || last === undefined) {
    return { standing: 'not-started', spentHours: 0, escalatedTo: [] }
  }
  return readRunning(steps, start.at, at.getTime(), last.event.state, clock)
}

function isAnswer({ event }: Step, clock: FeedbackClock): boolean {
  return answers.has(event.action) || (clock.laterMeets && event.action === 'postpone')
}

function readRunning(
  steps: readonly Step[],
  start: number,
  at: number,
  state: FeedbackState,
  clock: FeedbackClock,
): ClockReading {
  const end = steps.find((step) => step.event.action === 'withdraw' || isAnswer(step, clock))
  const answer = end?.event.action === 'withdraw' ? undefined : end
  const until = end?.at ?? at
  const paused = pausedBetween(steps, start, until, clock)
  const left = clock.hours * hour - (until - start - paused)
  const open = end === undefined
  const ended: Standing = answer === undefined ? 'withdrawn' : left < 0 ? 'missed' : 'met'
  return {
    standing: open ? openStanding(left, state, clock) : ended,
    state,
    startedAt: new Date(start),
    dueAt: new Date(start + clock.hours * hour + paused),
    ...(answer === undefined ? {} : { answeredAt: new Date(answer.at) }),
    spentHours: (until - start - paused) / hour,
    escalatedTo: open ? escalatedTo(left, clock) : [],
  }
}
