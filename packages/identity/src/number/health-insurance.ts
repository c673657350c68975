import { type Issue, issue, ParseError } from '@tiemchung/core'
import { numberErrors } from '../errors/number-errors.js'
import { provinceOfBirthCode } from './provinces.js'

/** What the characters of a health-insurance card (thẻ BHYT) say. */
export interface HealthInsurance {
  /** 15 characters, or the 10 digits of the social-insurance number alone. */
  readonly number: string
  readonly socialInsuranceNumber: string
  /** Two letters of the group of insured people; `TE` is children under six. */
  readonly group?: string
  /** Level of benefit, one digit. */
  readonly benefit?: string
  /** Two digits, as the statistical province code. */
  readonly provinceCode?: string
}

/**
 * Reads the number of a health-insurance card: two letters (group), a digit (benefit 1 to 5), two digits
 * (province) and the ten digits of the social-insurance number; or those ten alone. Blanks and case are
 * of no account. Only the outline is known from secondary sources, and it has no check digit: it does not
 * establish that the card exists or is in force.
 *
 * @throws ParseError `identity.health-insurance`
 * @example
 * ```ts
 * import { parseHealthInsurance } from '@tiemchung/identity/offline'
 * parseHealthInsurance('TE1 01 0123456789').group // => 'TE'
 * ```
 */
export function parseHealthInsurance(text: string): HealthInsurance {
  const number = text.replace(/[\s.-]/g, '').toUpperCase()
  const parts = /^(?:([A-Z]{2})([1-5])(\d{2}))?(\d{10})$/.exec(number)
  if (parts === null) throw new ParseError(numberErrors, 'identity.health-insurance')
  const [, group, benefit, provinceCode, socialInsuranceNumber = ''] = parts
  if (group === undefined || benefit === undefined || provinceCode === undefined) {
    return { number, socialInsuranceNumber }
  }
  return { number, socialInsuranceNumber, group, benefit, provinceCode }
}

/**
 * What is odd about a card's number, as warnings: a province code that is none of the 63, and a card for
 * children under six on somebody who is not.
 *
 * @param age full years on the day in question; left out when it is not known
 */
export function checkHealthInsurance(
  { provinceCode, group }: HealthInsurance,
  age?: number,
): readonly Issue[] {
  const warn = (code: keyof typeof numberErrors) =>
    issue(numberErrors, code, { severity: 'warning', path: ['healthInsurance'] })
  const found: Issue[] = []
  if (provinceCode !== undefined && !provinceOfBirthCode.has(`0${provinceCode}`)) {
    found.push(warn('identity.health-insurance.unknown-place'))
  }
  if (group === 'TE' && age !== undefined && age >= 6) {
    found.push(warn('identity.health-insurance.not-a-small-child'))
  }
  return found
}
