/** Letters of fonts from before Unicode, converted where somebody says so. */
import { fromUtf8Twice } from '@tiemchung/core'
import { fromTcvn3 } from './tcvn3.js'
import { fromVni } from './vni.js'

/** What the letters of a text are, when they are not Unicode. */
export type OldLetters = 'tcvn3' | 'vni' | 'utf-8-twice'

/** The old letters of a whole list, or of single columns by their keys: sheets are pasted together. */
export type LettersOption = OldLetters | Readonly<Partial<Record<string, OldLetters>>>

const conversions: Readonly<Record<OldLetters, (text: string) => string>> = {
  tcvn3: fromTcvn3,
  vni: fromVni,
  'utf-8-twice': (text) => fromUtf8Twice(text) ?? text,
}

/** Converts a text. */
export function fromOldLetters(letters: OldLetters, text: string): string {
  return conversions[letters](text)
}

/** The old letters of a column. */
export function lettersOf(option: LettersOption | undefined, key: string): OldLetters | undefined {
  if (option === undefined || typeof option === 'string') return option
  return Object.hasOwn(option, key) ? option[key] : undefined
}

/** All old letters that an option names: a heading may be in any of them. */
export function allLetters(option: LettersOption | undefined): readonly OldLetters[] {
  if (option === undefined) return []
  if (typeof option === 'string') return [option]
  return [...new Set(Object.values(option))].filter((one) => one !== undefined)
}
