import type { Handler } from '@tiemchung/schemas'
import type { Account } from '../account/accounts.js'
import { Problem } from '../problem.js'
import { deskOf } from './desk.js'
import type { Whose } from './table.js'

/** What is said of a thing, so that it can be told whose it is. What is not said is nobody's. */
export interface Thing {
  readonly facility?: string | undefined
  readonly commune?: string | undefined
  /** Province and district together; the province alone where there is no district. */
  readonly district?: string | undefined
}

const owns: Readonly<Partial<Record<Whose, (unit: string, thing: Thing) => boolean>>> = {
  any: () => true,
  'own-facility': (unit, { facility }) => facility === unit,
  'own-commune': (unit, { commune }) => commune === unit,
  'own-district': (unit, { district }) => district === unit,
  'own-province': (unit, { district }) => district?.startsWith(unit) === true,
}

/**
 * Whose data a caller may act on in one request. An operation asks it before it acts; one that answers without having
 * asked is stopped, unless it may act on everybody's data.
 */
export class Scope {
  readonly whose: Whose
  readonly #account: Account
  #asked: boolean

  constructor(whose: Whose, account: Account) {
    this.whose = whose
    this.#account = account
    this.#asked = whose === 'any' || whose === 'own-item'
  }

  /** Whether the operation has asked what it may act on. */
  get wasAsked(): boolean {
    return this.#asked
  }

  /** The caller, for what belongs to callers themselves: their unit and what they asked for. */
  get own(): Account {
    this.#asked = true
    return this.#account
  }

  /** The desk of the caller; whether an item is with it, the rules of feedback say. */
  get desk(): Handler {
    this.#asked = true
    return deskOf(this.#account)
  }

  /** Whether a thing is among what the caller may act on. */
  covers(thing: Thing): boolean {
    this.#asked = true
    const { unit } = this.#account
    if (this.whose === 'any') return true
    return unit !== undefined && unit !== '' && owns[this.whose]?.(unit, thing) === true
  }

  /**
   * Goes on only when all things are among what the caller may act on.
   *
   * @throws Problem `platform.forbidden`
   */
  check(...things: readonly Thing[]): void {
    this.#asked = true
    if (!things.every((thing) => this.covers(thing))) throw new Problem(403, 'platform.forbidden')
  }
}
