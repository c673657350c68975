/** Which course speaks from a day on, and what it says: the answers of the courses, joined. */
import { toDayNumber } from '@tiemchung/core'
import type { Answer, RuleRef, TimelinePiece } from './answer.js'
import { type Asked, chosenOf, courseOn, isSure, startDays } from './choice.js'
import { type Day, toDate } from './days.js'
import { insertDay, planOf } from './govern.js'

/** What is said from a day on, and by which course; by none where the day of birth decides. */
interface Spoken {
  readonly from: Day
  readonly by: Asked | undefined
  readonly piece: Omit<TimelinePiece, 'from' | 'to'>
  /** Why it speaks. */
  readonly chosen: RuleRef
}

/** The answer where the day of birth decides which course speaks. */
export const undecided: Spoken['piece'] = {
  status: 'unknown',
  dose: null,
  products: [],
  policy: null,
}

/** A day, and every later one on which an answer, a version or a starting age changes. */
function daysFrom(courses: readonly Asked[], births: readonly Day[], on: Day): Day[] {
  const days = [on]
  const add = (day: Day) => {
    if (Number.isFinite(day)) insertDay(days, Math.max(day, on))
  }
  for (const { answer, set } of courses) {
    for (const { from } of answer.timeline) add(toDayNumber(from))
    for (const plan of set.programs.flatMap(({ plans }) => plans)) {
      add(plan.from)
      if (plan.choice === undefined) continue
      for (const birth of births) Object.values(startDays(plan, plan.choice, birth)).forEach(add)
    }
  }
  return days
}

/** What is said on a day; undefined where no course is for the person. */
function spokenOn(
  courses: readonly Asked[],
  [first, last = first]: readonly [Day] | readonly [Day, Day],
  on: Day,
): Spoken | undefined {
  const seenFrom = (birth: Day) => courses.flatMap((asked) => courseOn(asked, birth, on))
  const judged = seenFrom(first)
  if (judged.length === 0) return undefined
  const { asked, choice, piece } = chosenOf(judged)
  if (isSure(judged, seenFrom(last))) {
    return { from: on, by: asked, piece, chosen: { rule: 'choice', cite: choice.grounds.cite } }
  }
  const { cite } = planOf(asked.set, asked.set.program, on).ageGrounds
  return { from: on, by: undefined, piece: undecided, chosen: { rule: 'birth-date', cite } }
}

/**
 * What is said from a day on, each time that it changes, the day itself first. It changes with the piece of the
 * course's own timeline. Where no course is for the person any more, the last that spoke goes on.
 */
export function spokenFrom(
  courses: readonly Asked[],
  births: readonly [Day] | readonly [Day, Day],
  on: Day,
): readonly Spoken[] {
  const all: Spoken[] = []
  for (const day of daysFrom(courses, births, on)) {
    const next = spokenOn(courses, births, day)
    if (next !== undefined && next.piece !== all.at(-1)?.piece) all.push(next)
  }
  return all
}

/** The day on which something else is said: a change of the course itself, or another course. */
export function changeAhead([now, next]: readonly Spoken[]): Answer['nextChange'] {
  if (next === undefined) return null
  const on = toDate(next.from)
  const own = next.by === now?.by ? next.by?.answer.nextChange : undefined
  const because = own?.on === on ? own.because : next.chosen
  return { on, status: next.piece.status, because }
}

/** The past of the course that speaks on the first of the days, then what is said from then on. */
export function timelineAhead(said: readonly Spoken[]): readonly TimelinePiece[] {
  const ahead = said.map(({ from, piece }, place): TimelinePiece => {
    const next = said[place + 1]?.from
    return { ...piece, from: toDate(from), to: next === undefined ? null : toDate(next - 1) }
  })
  const [first, ...rest] = ahead as [TimelinePiece, ...TimelinePiece[]]
  const past = (said[0]?.by?.answer.timeline ?? []).filter(({ from }) => from <= first.from)
  const now = past.pop()
  return [...past, { ...first, from: now?.from ?? first.from }, ...rest]
}
