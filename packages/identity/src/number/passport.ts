import { ParseError } from '@tiemchung/core'
import { numberErrors } from '../errors/number-errors.js'

/** A passport's number and the country that issued it. */
export interface PassportNumber {
  readonly number: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

/** Viet Nam: a letter and seven digits, or, on older and special ones, one letter or two and six to eight digits. */
const vietnamese = /^[A-Z]{1,2}\d{6,8}$/

/**
 * Reads a passport's number: letters and digits, 5 to 9 of them (ICAO Doc 9303 part 4 has nine places),
 * of Viet Nam with a letter in front. Case and blanks are of no account. A foreigner is identified by it
 * and the facility answers for that; it does not establish that the passport exists.
 *
 * @throws ParseError `identity.passport`
 * @example
 * ```ts
 * import { parsePassport } from '@tiemchung/identity/offline'
 * parsePassport(' p0123456', 'LA').number // => 'P0123456'
 * ```
 */
export function parsePassport(text: string, country: string): PassportNumber {
  const number = text.replace(/\s/g, '').toUpperCase()
  const outline = country === 'VN' ? vietnamese : /^[A-Z0-9]{5,9}$/
  if (!/^[A-Z]{2}$/.test(country) || !outline.test(number) || !/\d/.test(number)) {
    throw new ParseError(numberErrors, 'identity.passport')
  }
  return { number, country }
}
