/** What a batch came to. */
import type { Language } from '@tiemchung/core'
import { codeOf, type ExitCode, worst } from '../exit-code.js'
import { type Outcome, outcomes, outcomeWord } from './words.js'

/** How many of each. */
export type Tally = Record<Outcome, number>

export const emptyTally = (): Tally => ({ valid: 0, invalid: 0, indeterminate: 0, unreadable: 0 })

export const totalOf = (tally: Tally): number =>
  outcomes.reduce((sum, outcome) => sum + tally[outcome], 0)

/** The worst that was met. */
export function exitOf(tally: Tally): ExitCode {
  const met = outcomes.filter((outcome) => tally[outcome] > 0)
  return worst(met.map((outcome) => (outcome === 'unreadable' ? 65 : codeOf(outcome))))
}

const heads: Readonly<Record<Language, string>> = { vi: 'Tổng cộng', en: 'Total' }

/** One line: how many, and how many of each that was met. */
export function summary(tally: Tally, language: Language, colour: boolean): string {
  const parts = outcomes
    .filter((outcome) => tally[outcome] > 0)
    .map((outcome) => `${tally[outcome]} ${outcomeWord(outcome, language, colour)}`)
  return `${heads[language]} ${totalOf(tally)}: ${parts.join(', ')}`
}
