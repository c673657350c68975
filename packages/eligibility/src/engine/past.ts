/** What the doses that were given come to. */
import type { JudgedDose } from './answer.js'
import type { Day } from './days.js'

/**
 * What a dose is to the course: `never`: given by mistake, it only spaces; `other`: a vaccine of another
 * programme.
 */
export type Standing = 'counted' | 'notCounted' | 'never' | 'extra' | 'unknown' | 'other'

/** A plausible dose that was given. */
export interface PastDose {
  readonly day: Day
  readonly brand: string | undefined
  /** The products it may have been: one, or all of its brand. */
  readonly products: readonly string[]
  /** Id of the policy that judged it. */
  readonly policy: string
  readonly standing: Standing
  /** Its number in the course, when it counts. */
  readonly n: number | null
}

/** The doses before a day, as far as rules look back on them. */
export interface Past {
  readonly counted: readonly PastDose[]
  /** Doses of the course that were given and do not count, by day: they still space the next. */
  readonly uncounted: readonly PastDose[]
  /** All of them, and those of other programmes, by day. */
  readonly given: readonly PastDose[]
  /** How many doses of the course are done or passed over. */
  readonly position: number
}

/** What the history comes to. */
export interface History extends Past {
  readonly judged: readonly JudgedDose[]
  /** Facts that would settle the doses that could not be judged. */
  readonly needs: readonly string[]
}

const ofCourse: ReadonlySet<Standing> = new Set(['counted', 'notCounted', 'unknown'])

/** The last dose of the course before a day, whether it counts or not. */
export function lastOfCourse({ given }: Pick<Past, 'given'>, before: Day): PastDose | undefined {
  return given.findLast((one) => one.day < before && ofCourse.has(one.standing))
}

/** The counted dose of a number; of a dose that recurs, the last; none without a number. */
export function countedDose(
  { counted }: Pick<Past, 'counted'>,
  n: number | undefined,
): PastDose | undefined {
  return counted.findLast((one) => one.n === n)
}
