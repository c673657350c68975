/** All of time as it lies before everybody born on one day: whose rules speak, at which age, with which products. */
import { dayNumberOf } from '@tiemchung/core'
import { addToDay } from '../engine/days.js'
import type { CohortPlan, Reign } from './compile.js'
import { always, never, toWhole } from './ends.js'
import { code, type RuleNumbers } from './integer-rules.js'

/** What is the same for everybody on days under the same rules. Many days of birth share one. */
export interface Shape {
  readonly rules: RuleNumbers
  readonly version: number
  readonly inForce: boolean
  /** Whether age or period stand in the way, how, and by which rules. */
  readonly barred: boolean
  /** Whether it is the age. */
  readonly aged: boolean
  readonly rank: number
  readonly bits: number
  readonly tooOld: boolean
  /** Products that are planned at this age, and those that will be at a later one, as bits. */
  readonly usable: number
  readonly coming: number
}

/** All of time before those born on a day. */
export interface Skeleton {
  readonly birth: number
  /** What holds, span after span. */
  readonly shapes: readonly Shape[]
  /** The end of each span, which is where the next begins; the first begins with time. */
  readonly ends: readonly number[]
  /** Two days per version and product: from when on and until when a dose counts. */
  readonly counts: readonly number[]
}

/** Shapes and rows of shapes, each once: what many look up stays in the processor's memory. */
class Shared {
  readonly #shapes = new Map<string, Shape>()
  readonly #rows = new Map<string, readonly Shape[]>()

  #key({ version, inForce, bits, rank, tooOld, usable, coming }: Shape): string {
    return [version, inForce, bits, rank, tooOld, usable, coming].join()
  }

  shape(shape: Shape): Shape {
    const key = this.#key(shape)
    const known = this.#shapes.get(key)
    if (known !== undefined) return known
    this.#shapes.set(key, shape)
    return shape
  }

  row(shapes: readonly Shape[]): readonly Shape[] {
    const key = shapes.map((shape) => this.#key(shape)).join(';')
    const known = this.#rows.get(key)
    if (known !== undefined) return known
    this.#rows.set(key, shapes)
    return shapes
  }
}

const none = 1000

interface Speaking {
  readonly reign: Reign
  readonly age: 'below' | 'within' | 'above'
}

const reignOn = (reigns: readonly Reign[], day: number): Reign =>
  reigns.find((reign) => day < reign.end) as Reign

class Builder {
  readonly #plan: CohortPlan
  readonly #birth: number
  readonly #shared: Shared

  constructor(plan: CohortPlan, birth: number, shared: Shared) {
    this.#plan = plan
    this.#birth = birth
    this.#shared = shared
  }

  #ageDays({ ages, calendar }: RuleNumbers) {
    const overflow = calendar.monthOverflow
    return {
      from: toWhole(addToDay(this.#birth, ages.from, overflow)),
      end: toWhole(addToDay(this.#birth, ages.before, overflow)),
    }
  }

  /** As `governingOn` of the engine: the youngest band that is not outgrown, or the last. */
  #speaking(day: number): Speaking {
    let nearest: Speaking | undefined
    for (const reigns of this.#plan.reigns) {
      const reign = reignOn(reigns, day)
      const band = this.#ageDays(this.#plan.versions[reign.version] as RuleNumbers)
      if (day < band.from) return nearest ?? { reign, age: 'below' }
      if (day < band.end) return { reign, age: 'within' }
      nearest = { reign, age: 'above' }
    }
    return nearest as Speaking
  }

  #windows(rules: RuleNumbers) {
    const overflow = rules.calendar.monthOverflow
    return rules.products.flatMap(({ product, use }) =>
      use === null
        ? []
        : [
            {
              bit: 1 << product,
              from: toWhole(addToDay(this.#birth, use.from, overflow)),
              end: toWhole(addToDay(this.#birth, use.before, overflow)),
            },
          ],
    )
  }

  #cuts(): number[] {
    const cuts = new Set<number>([always])
    for (const rules of this.#plan.versions) {
      for (const { from, end } of [this.#ageDays(rules), ...this.#windows(rules)]) {
        cuts.add(from).add(end)
      }
    }
    for (const reign of this.#plan.reigns.flat()) cuts.add(reign.from).add(reign.end)
    cuts.delete(never)
    return [...cuts].sort((left, right) => left - right)
  }

  #shape(from: number): Shape {
    const { reign, age } = this.#speaking(from)
    const rules = this.#plan.versions[reign.version] as RuleNumbers
    const { rank } = rules.facts
    const aged = age === 'within' ? none : rank[age === 'above' ? code.tooOld : code.tooYoung]
    const timed = reign.inForce ? none : rank[code.notRecommended]
    const windows = this.#windows(rules)
    const bitsOf = (some: typeof windows) => some.reduce((bits, one) => bits | one.bit, 0)
    return this.#shared.shape({
      rules,
      version: reign.version,
      inForce: reign.inForce,
      barred: age !== 'within' || !reign.inForce,
      aged: age !== 'within',
      rank: Math.min(aged as number, timed as number),
      bits: (age === 'within' ? 0 : rules.ageBit) | (reign.inForce ? 0 : rules.periodBit),
      tooOld: age === 'above',
      usable: bitsOf(windows.filter((one) => one.from <= from && from < one.end)),
      coming: bitsOf(windows.filter((one) => one.from > from)),
    })
  }

  #counts(): number[] {
    const { versions, products } = this.#plan
    const counts = new Array<number>(versions.length * products.length * 2).fill(0)
    for (const [place, { products: own, calendar }] of versions.entries()) {
      for (const { product, counts: ages, graceDays } of own) {
        const at = (place * products.length + product) * 2
        const first = toWhole(addToDay(this.#birth, ages.from, calendar.monthOverflow))
        counts[at] = first === never ? never : first - graceDays
        counts[at + 1] = toWhole(addToDay(this.#birth, ages.before, calendar.monthOverflow))
      }
    }
    return counts
  }

  build(): Skeleton {
    const cuts = this.#cuts()
    const shapes: Shape[] = []
    const ends: number[] = []
    for (const [place, from] of cuts.entries()) {
      const shape = this.#shape(from)
      if (shapes.at(-1) === shape) ends.pop()
      else shapes.push(shape)
      ends.push(cuts[place + 1] ?? never)
    }
    const row = this.#shared.row(shapes)
    return { birth: this.#birth, shapes: row, ends, counts: this.#counts() }
  }
}

/** Days of birth that are found by their place, without a search. */
const firstNear = dayNumberOf(1990, 1, 1)
const nearDays = dayNumberOf(2040, 1, 1) - firstNear

/** More days of birth than this, of all others, are not remembered at a time. */
const enough = 40_000

/** The skeletons of all days of birth, each worked out once. */
export class Skeletons {
  readonly #plan: CohortPlan
  readonly #near: (Skeleton | undefined)[] = new Array<undefined>(nearDays).fill(undefined)
  readonly #far = new Map<number, Skeleton>()
  readonly #shared = new Shared()

  constructor(plan: CohortPlan) {
    this.#plan = plan
  }

  of(birth: number): Skeleton {
    const place = birth - firstNear
    if (place < 0 || place >= nearDays) return this.#farOff(birth)
    const known = this.#near[place]
    if (known !== undefined) return known
    const built = new Builder(this.#plan, birth, this.#shared).build()
    this.#near[place] = built
    return built
  }

  #farOff(birth: number): Skeleton {
    const known = this.#far.get(birth)
    if (known !== undefined) return known
    if (this.#far.size >= enough) this.#far.clear()
    const built = new Builder(this.#plan, birth, this.#shared).build()
    this.#far.set(birth, built)
    return built
  }
}
