/**
 * Days that do not exist. The interpreter makes a date of them that compares false with every other, or
 * rolls them over into the next month, so they are looked for before (eu-dcc-business-rules, issue 129).
 */
import { isCivilDate } from '@tiemchung/core'
import { evaluateLogic } from './evaluate-logic.js'

const dayInFront = /^\d{4}-\d{2}-\d{2}(?:$|T)/
const month = /^\d{4}-\d{2}$/

/** Whether CertLogic makes a date of this text that is none. Text of which it makes none at all is not meant. */
function isNoDate(text: string): boolean {
  const read = evaluateLogic({ plusTime: [{ var: '' }, 0, 'day'] }, text)
  return (
    read.outcome === 'value' && read.value instanceof Date && Number.isNaN(read.value.getTime())
  )
}

/** Whether a text is written like a day, or a moment of one, that does not exist. */
export function isImpossibleDay(text: string): boolean {
  return dayInFront.test(text) && (!isCivilDate(text.slice(0, 10)) || isNoDate(text))
}

/** The same for a birth date, which may be a month alone. */
export function isImpossibleBirth(text: string): boolean {
  return isImpossibleDay(text) || (month.test(text) && isNoDate(text))
}
