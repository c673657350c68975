/** What became of a text, in words: never by colour alone. */
import type { Language, Verdict } from '@tiemchung/core'

/** A verdict, or that there was nothing to judge. */
export type Outcome = Verdict | 'unreadable'

export const outcomes = ['valid', 'invalid', 'indeterminate', 'unreadable'] as const

export const outcomeWords: Readonly<Record<Language, Readonly<Record<Outcome, string>>>> = {
  vi: {
    valid: 'hợp lệ',
    invalid: 'không hợp lệ',
    indeterminate: 'chưa kết luận được',
    unreadable: 'không đọc được',
  },
  en: {
    valid: 'valid',
    invalid: 'invalid',
    indeterminate: 'indeterminate',
    unreadable: 'unreadable',
  },
}

/** Green, red and yellow as every terminal has them. */
const colours: Readonly<Record<Outcome, number>> = {
  valid: 32,
  invalid: 31,
  indeterminate: 33,
  unreadable: 31,
}

/** The word, coloured where a person's terminal shows it. */
export function outcomeWord(outcome: Outcome, language: Language, colour: boolean): string {
  const word = outcomeWords[language][outcome]
  return colour ? `\u001B[${colours[outcome]}m${word}\u001B[0m` : word
}
