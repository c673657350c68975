/** Which days of birth stand for all that a partial birth date allows, worked out once. */
import { possibleBirths } from '../engine/possible-births.js'
import type { PolicySet } from '../policy-set/define.js'
import type { ReadSubject } from '../subject/read.js'

const nobody = {
  doses: [],
  infection: 'unknown',
  onset: undefined,
  recovery: undefined,
  consentFrom: Number.NEGATIVE_INFINITY,
  plain: { birthDate: '2000' as ReadSubject['plain']['birthDate'], doses: [], facts: {} },
} as const

/** More are not remembered at a time. */
const enough = 20_000

/** The possible days of birth of many children. */
export class Births {
  readonly #set: PolicySet
  readonly #known = new Map<string, readonly number[]>()

  constructor(set: PolicySet) {
    this.#set = set
  }

  /** The days that stand for `[first, last]`, as seen from one day. */
  #onDay(first: number, last: number, day: number): readonly number[] {
    const key = `${first} ${last} ${day}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    if (this.#known.size >= enough) this.#known.clear()
    const found = possibleBirths(this.#set, { ...nobody, births: [first, last] }, day)
    this.#known.set(key, found)
    return found
  }

  /** The days that stand for `[first, last]`, as seen from the day of each dose and the day asked about. */
  of(first: number, last: number, days: Iterable<number>): readonly number[] {
    const all = new Set<number>()
    for (const day of days) for (const birth of this.#onDay(first, last, day)) all.add(birth)
    return [...all].sort((one, other) => one - other)
  }
}
