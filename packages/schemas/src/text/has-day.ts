import { isInstant } from '@tiemchung/core'

/** The years at whose ends an offset leads out of the calendar of core, 1600 to 2600. */
const edge = /^(1600|2600)/

/** Whether a text is an instant in the years 1601 to 2599, so that its day can be written wherever on earth. */
export function hasDay(text: string): boolean {
  return isInstant(text) && !edge.test(text)
}
