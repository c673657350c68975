import { civilDateAt, formatInstant, isSdkError, parseInstant } from '@tiemchung/core'

/**
 * Whether a text is an instant whose day can be written, in Viet Nam and in UTC: at both ends of the
 * calendar an offset can lead out of it.
 */
export function hasDay(text: string): boolean {
  try {
    const instant = parseInstant(text)
    return civilDateAt(instant) !== '' && formatInstant(instant) !== ''
  } catch (caught) {
    if (isSdkError(caught)) return false
    throw caught
  }
}
