import type { Path } from '@tiemchung/core'
import { type PayloadTolerance, payloadTolerances } from './tolerance.js'

/** The rules that a payload can break: closed words, never its content. */
export type PayloadRule =
  | 'missing'
  | 'type'
  | 'length'
  | 'pattern'
  | 'range'
  | 'date'
  | 'one-group'
  | 'one-entry'
  | 'event-before-birth'
  | PayloadTolerance

/** A rule that was broken, and where. */
export interface Breach {
  readonly rule: PayloadRule
  readonly path: Path
}

const isLiberty = (rule: PayloadRule): rule is PayloadTolerance =>
  (payloadTolerances as readonly PayloadRule[]).includes(rule)

/** What a reading of a payload found: rules broken, liberties granted and used. */
export class Findings {
  readonly breaches: Breach[] = []
  readonly used = new Set<PayloadTolerance>()
  readonly #granted: readonly string[]

  constructor(granted: readonly string[]) {
    this.#granted = granted
  }

  /** Notes a rule that is not kept: a liberty when it is one that is granted, else a breach. */
  meet(rule: PayloadRule, ...path: Path): void {
    if (isLiberty(rule) && this.#granted.includes(rule)) this.used.add(rule)
    else this.breaches.push({ rule, path })
  }
}
