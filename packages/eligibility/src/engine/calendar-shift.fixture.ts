/** The calendar repeats itself every 400 years. */
import { addDays, type CivilDate } from '@tiemchung/core'
import { civil } from './people.fixture.js'

export const shiftDay = (day: CivilDate): CivilDate => addDays(day, 146_097)

/** Every date in a document, 400 years later. */
export function shift<Value>(value: Value): Value {
  const text = JSON.stringify(value)
  const shifted = text.replace(
    /"(\d{4}-\d{2}-\d{2})"/g,
    (_, day: string) => `"${shiftDay(civil(day))}"`,
  )
  return JSON.parse(shifted) as Value
}
