/** Durations of a document, compared. */
import { civilDate, parseDuration, toDayNumber } from '@tiemchung/core'
import { addToDay, type Day } from '../engine/days.js'
import type { AgeWindow } from './format.js'

const someBirth = /* @__PURE__ */ toDayNumber(/* @__PURE__ */ civilDate(2000, 1, 1))

/** The length of a duration, comparable with others. */
export const length = (text: string, birth: Day = someBirth): Day =>
  addToDay(birth, parseDuration(text), 'forward')

/** The length of a duration; no end where there is none. */
export const lengthOrNever = (text: string | undefined, birth?: Day): Day =>
  text === undefined ? Number.POSITIVE_INFINITY : length(text, birth)

/** Whether one age window lies within another. */
export const within = (inner: AgeWindow, outer: AgeWindow): boolean =>
  length(inner.ageFrom) >= length(outer.ageFrom) &&
  lengthOrNever(inner.ageBefore) <= lengthOrNever(outer.ageBefore)

/** Whether durations grow, or stay; those that are absent are passed over. */
export function grow(...texts: readonly (string | undefined)[]): boolean {
  const lengths = texts.filter((text) => text !== undefined).map((text) => length(text))
  return lengths.every((one, index) => index === 0 || (lengths[index - 1] as Day) <= one)
}
