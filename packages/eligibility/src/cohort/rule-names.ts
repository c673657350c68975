import { refuse } from './refuse.js'

const bits = 32

/** Gives each rule of a set its bit, in the order in which they are met. */
export class RuleNames {
  readonly #names: string[] = []

  get names(): readonly string[] {
    return this.#names
  }

  /** @throws InputError `eligibility.not-columnar` when there are more rules than bits */
  bit(name: string): number {
    const known = this.#names.indexOf(name)
    if (known >= 0) return 1 << known
    if (this.#names.length === bits) throw refuse(name)
    this.#names.push(name)
    return 1 << (this.#names.length - 1)
  }
}
