/** Rules with the places where they stand in a document. */
import type { Path } from '@tiemchung/core'
import type { policyErrors } from '../errors/policy-errors.js'
import type { AgeWindow } from './format.js'
import { length, lengthOrNever } from './lengths.js'

type Code = keyof typeof policyErrors & `eligibility.policy.${string}`

/** Reports one fault at one place. */
export type Fault = (code: Code, path: Path, severity?: 'warning') => void

/** A rule with the place where it stands. */
export type Placed<Rule> = readonly [rule: Rule, path: Path]

/** Each rule of a list with its place. */
export const place = <Rule>(rules: readonly Rule[], path: Path): Placed<Rule>[] =>
  rules.map((rule, index) => [rule, [...path, index]])

/** An age window begins before it ends. */
export function checkWindow(window: AgeWindow, path: Path, fault: Fault): void {
  if (length(window.ageFrom) >= lengthOrNever(window.ageBefore)) {
    fault('eligibility.policy.age-order', [...path, 'ageBefore'])
  }
}
