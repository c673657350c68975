/** Words, days and lengths of time in one language. */
import { type CivilDate, type Language, parseDuration } from '@tiemchung/core'
import { en } from './words-en.js'
import { vi, type WordId } from './words-vi.js'

type Values = Readonly<Record<string, string | number>>

/** What a page is written with. */
export interface Voice {
  readonly language: Language
  readonly say: (id: WordId, values?: Values) => string
  readonly day: (day: CivilDate) => string
  /** A decimal text, with the sign of the language. */
  readonly decimal: (text: string) => string
  readonly age: (duration: string) => string
  readonly span: (duration: string) => string
}

const tables: Readonly<Record<Language, Readonly<Record<WordId, string>>>> = { vi, en }

function count(say: Voice['say'], one: WordId, many: WordId, n: number): string[] {
  return n === 0 ? [] : [say(n === 1 ? one : many, { n })]
}

function spanOf(say: Voice['say'], duration: string, yearsWord: WordId): string {
  const { months, days } = parseDuration(duration)
  const inYears = months % 12 === 0 && months >= 24
  const parts = [
    ...(inYears
      ? [say(yearsWord, { n: months / 12 })]
      : count(say, 'span.month', 'span.months', months)),
    ...(days % 7 === 0 && days >= 14
      ? [`${say('span.days', { n: days })} (${say('span.weeks', { n: days / 7 })})`]
      : count(say, 'span.day', 'span.days', days)),
  ]
  return parts.length === 0 ? say('span.days', { n: 0 }) : parts.join(' + ')
}

/** The voice of a language. */
export function voiceOf(language: Language): Voice {
  const say: Voice['say'] = (id, values = {}) =>
    tables[language][id].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
  const inVietnamese = language === 'vi'
  return {
    language,
    say,
    day: (day) => (inVietnamese ? day.split('-').reverse().join('/') : day),
    decimal: (text) => (inVietnamese ? text.replace('.', ',') : text),
    age: (duration) => spanOf(say, duration, 'years'),
    span: (duration) => spanOf(say, duration, 'span.years'),
  }
}
