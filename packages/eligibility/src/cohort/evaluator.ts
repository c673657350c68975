/** One child of the columns after the other, into one place of the answers after the other. */
import { Births } from './births.js'
import type { CohortAnswers, CohortColumns } from './columns.js'
import type { CohortPlan } from './compile.js'
import { never, noDay, openEnd } from './ends.js'
import { FactDays, type ReadyFacts, readyFacts } from './facts.js'
import { code } from './integer-rules.js'
import { HistoryNumbers, type ReadyVersion, readyVersions, spanOn } from './judge.js'
import { agree, clearFlag, PieceList } from './pieces-list.js'
import { type Shape, type Skeleton, Skeletons } from './skeleton.js'
import { lookAhead, Walk } from './walk.js'

/** The stretches of days on which one dose may be given, by their places; `first` -1: none. */
export interface RunPlaces {
  first: number
  last: number
}

const lists = (size: number) =>
  [new PieceList(size), new PieceList(size), new PieceList(size)] as const

/** A bound of the stretches of one child. */
function sizeOf({ versions, reigns }: CohortPlan): number {
  const products = versions.reduce((sum, rules) => sum + rules.products.length, 0)
  const spans = reigns.flat().length * 2 + versions.length * 2 + products * 2 + 1
  return spans * 32 * 8
}

/** Evaluates children by a plan. It holds no child's data between two calls. */
export class Evaluator {
  readonly plan: CohortPlan
  readonly run: RunPlaces = { first: -1, last: -1 }
  readonly #ready: readonly ReadyVersion[]
  readonly #readyFacts: readonly ReadyFacts[]
  readonly #skeletons: Skeletons
  readonly #births: Births
  readonly #history: HistoryNumbers
  readonly #facts = new FactDays()
  readonly #walk: Walk
  readonly #lists: ReturnType<typeof lists>

  constructor(plan: CohortPlan) {
    this.plan = plan
    this.#ready = readyVersions(plan)
    const shared = new Map<string, ReadyFacts>()
    this.#readyFacts = plan.versions.map(({ facts }) => {
      const key = JSON.stringify(facts)
      const ready = shared.get(key) ?? readyFacts(facts)
      shared.set(key, ready)
      return ready
    })
    this.#skeletons = new Skeletons(plan)
    this.#births = new Births(plan.set)
    this.#history = new HistoryNumbers(plan, this.#ready)
    this.#walk = new Walk(plan)
    this.#lists = lists(sizeOf(plan))
  }

  /** The stretches of a child, without those before the last dose; valid until the next call. */
  pieces(columns: CohortColumns, child: number, on: number): PieceList {
    const first = columns.birthFirst[child] as number
    const last = columns.birthLast[child] as number
    const [list] = this.#lists
    if (first === last) {
      this.#branch(columns, child, first, on, undefined, list)
      return list
    }
    return this.#vague(columns, child, on)
  }

  /** The stretches of one possible day of birth. */
  #branch(
    columns: CohortColumns,
    child: number,
    birth: number,
    on: number,
    from: number | undefined,
    into: PieceList,
  ): void {
    const skeleton = this.#skeletons.of(birth)
    const history = this.#history
    history.judge(columns, child, skeleton, on)
    const start = from ?? startOf(history.lastGiven, birth, on)
    into.length = 0
    let facts: ReadyFacts | undefined
    const { shapes, ends } = skeleton
    const begin = from === undefined ? firstThatMatters(skeleton, on) : 0
    for (let place = begin; place < shapes.length; place += 1) {
      const end = ends[place] as number
      if (end <= start) continue
      const shape = shapes[place] as Shape
      const wanted = this.#readyFacts[shape.version] as ReadyFacts
      if (wanted !== facts) {
        facts = wanted
        this.#facts.read(facts, columns, child, on)
      }
      const version = this.#ready[shape.version] as ReadyVersion
      const target = version.doses[history.counted]
      const first = place === 0 ? start : Math.max(ends[place - 1] as number, start)
      this.#walk.span(shape, target, version, history, this.#facts, first, end, into)
    }
    lookAhead(into, this.plan.noDayLeftBit)
  }

  #vague(columns: CohortColumns, child: number, on: number): PieceList {
    const first = columns.birthFirst[child] as number
    const last = columns.birthLast[child] as number
    const from = columns.doseStart[child] as number
    const to = columns.doseStart[child + 1] as number
    const days = [on, ...columns.doseDay.subarray(from, to)]
    const births = this.#births.of(first, last, days)
    const start = this.#startOfAll(columns, child, on, births)
    const [, other] = this.#lists
    let [told, , spare] = this.#lists
    this.#branch(columns, child, first, on, start, told)
    for (const birth of births.slice(1)) {
      this.#branch(columns, child, birth, on, start, other)
      agree(told, other, code.unknown, spare)
      ;[told, spare] = [spare, told]
    }
    return this.#withBirthDate(told, on)
  }

  #startOfAll(columns: CohortColumns, child: number, on: number, births: readonly number[]) {
    let lastGiven = -never
    for (const birth of births) {
      this.#history.judge(columns, child, this.#skeletons.of(birth), on)
      lastGiven = Math.max(lastGiven, this.#history.lastGiven)
    }
    return startOf(lastGiven, births[0] as number, on)
  }

  /** Where possible days of birth do not agree, the birth date itself stands in the way. */
  #withBirthDate(list: PieceList, on: number): PieceList {
    const now = list.at(on)
    if (list.status[now] === code.unknown) {
      list.bits[now] = (list.bits[now] as number) | this.plan.birthDateBit
    }
    return list
  }

  /** Writes the answer about a child. */
  answer(columns: CohortColumns, child: number, into: CohortAnswers): void {
    const { on } = into
    const list = this.pieces(columns, child, on)
    const now = list.at(on)
    const status = list.status[now] as number
    const complete = status === code.complete
    if (complete) this.run.first = -1
    else findRun(list, on, this.run)
    const { first, last } = this.run
    into.status[child] = status
    into.blockedBy[child] = list.bits[now] as number
    into.nextChange[child] = changeAfter(list, now)
    if (first < 0) {
      into.dose[child] = complete ? 0 : (list.dose[now] as number)
      into.earliest[child] = noDay
      into.lastDay[child] = noDay
      into.products[child] = 0
      return
    }
    const end = list.end[last] as number
    const dose = list.dose[first] as number
    into.dose[child] = dose === 0 ? (list.dose[now] as number) : dose
    into.earliest[child] = list.from[first] as number
    into.lastDay[child] = end === never ? openEnd : end - 1
    into.products[child] = list.products[Math.max(first, Math.min(now, last))] as number
  }
}

/**
 * The place of the span that holds a day, or of the earliest from which days may run up to it without
 * one that age or period bar: what lies before changes no answer.
 */
function firstThatMatters({ shapes, ends }: Skeleton, on: number): number {
  let place = spanOn(ends, on)
  while (place > 0 && !(shapes[place - 1] as Shape).barred) place -= 1
  return place
}

const startOf = (lastGiven: number, birth: number, on: number) =>
  Math.min(on, lastGiven <= -never ? birth : lastGiven)

/** The run that holds a day, or the next one after it. As `runFrom` of the engine. */
export function findRun(list: PieceList, on: number, run: RunPlaces): void {
  run.first = -1
  for (let place = 0; place < list.length; place += 1) {
    const clear = ((list.flags[place] as number) & clearFlag) !== 0
    const { first, last } = run
    const joins =
      clear &&
      first >= 0 &&
      last === place - 1 &&
      list.dose[first] === list.dose[place] &&
      list.policy[first] === list.policy[place]
    if (joins) {
      run.last = place
      continue
    }
    if (first >= 0 && (list.end[last] as number) > on) return
    run.first = clear ? place : -1
    run.last = place
  }
}

function changeAfter(list: PieceList, now: number): number {
  for (let place = now + 1; place < list.length; place += 1) {
    if (!list.sameAnswer(place, now)) return list.from[place] as number
  }
  return noDay
}
