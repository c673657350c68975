import { type Issue, issue, type Path } from '@tiemchung/core'
import { verifyErrors } from '../errors/verify-errors.js'
import type { PayloadTolerance } from './tolerance.js'

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

/** What a reading of a payload found: rules broken, liberties granted and used. */
export class Findings {
  readonly issues: Issue[] = []
  readonly used = new Set<PayloadTolerance>()
  readonly #granted: readonly string[]

  constructor(granted: readonly string[]) {
    this.#granted = granted
  }

  /** Notes a broken rule. */
  broken(rule: PayloadRule, path: Path): void {
    this.issues.push(issue(verifyErrors, 'certificate-verify.payload', { path, params: { rule } }))
  }

  /** Notes a liberty, which breaks a rule unless it is granted. */
  took(liberty: PayloadTolerance, path: Path): void {
    if (this.#granted.includes(liberty)) this.used.add(liberty)
    else this.broken(liberty, path)
  }
}
