import {
  formatPath,
  type Issue,
  issue,
  type PartialDate,
  ParseError,
  type Path,
} from '@tiemchung/core'
import { numberErrors } from '../errors/number-errors.js'
import { provinceOfBirthCode } from './provinces.js'

/** What the digits of a personal number say (Decree 137/2015/NĐ-CP art. 13, 59/2021/TT-BCA art. 4). */
export interface PersonalNumber {
  readonly number: string
  /** First three digits: where the birth was registered. */
  readonly placeCode: string
  /** Name of the province, when the code is one of the 63. */
  readonly province?: string
  readonly sex: 'male' | 'female'
  readonly birthYear: number
}

/**
 * Reads a 12-digit personal number (số định danh cá nhân). It has no check digit, so a typing slip can
 * go unseen; only the authority's register says whether the number exists and whose it is.
 *
 * @throws ParseError `identity.personal-number`
 * @example
 * ```ts
 * import { parsePersonalNumber } from '@tiemchung/identity/offline'
 * const digits = parsePersonalNumber('001316000017')
 * digits.sex // => 'female'
 * digits.birthYear // => 2016
 * ```
 */
export function parsePersonalNumber(text: string): PersonalNumber {
  if (!/^\d{12}$/.test(text)) throw new ParseError(numberErrors, 'identity.personal-number')
  const centuryAndSex = Number(text[3])
  const placeCode = text.slice(0, 3)
  const province = provinceOfBirthCode.get(placeCode)
  return {
    number: text,
    placeCode,
    ...(province === undefined ? {} : { province }),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(text.slice(4, 6)),
  }
}

/** What a person declares beside the number. */
export interface NumberClaims {
  readonly birthDate: PartialDate
  readonly sex: 'male' | 'female' | 'unknown'
}

/** The names of the fields that a warning names: in the record of a person, when nothing else is said. */
export interface NumberFields {
  readonly number: Path
  readonly birthDate: Path
  readonly sex: Path
}

const fieldsOfPerson: NumberFields = {
  number: ['identityDocument', 'number'],
  birthDate: ['birthDate'],
  sex: ['sex'],
}

/**
 * Where the digits of a number and the declared facts contradict each other. Warnings only: sex or
 * birth year may have been corrected in the civil register after the number was issued, and codes of
 * births registered abroad are not published.
 *
 * A contradiction names both fields: the number's in `path`, the other one in `params.against`. The values are not in it.
 */
export function checkPersonalNumber(
  number: PersonalNumber,
  claims: NumberClaims,
  fields: NumberFields = fieldsOfPerson,
): readonly Issue[] {
  const warn = (code: keyof typeof numberErrors, against?: Path) =>
    issue(numberErrors, code, {
      severity: 'warning',
      path: fields.number,
      ...(against === undefined ? {} : { params: { against: formatPath(against) } }),
    })
  const found: Issue[] = []
  if (number.province === undefined) found.push(warn('identity.number.unknown-place'))
  if (claims.sex !== 'unknown' && claims.sex !== number.sex) {
    found.push(warn('identity.number.sex-contradicts', fields.sex))
  }
  if (Number(claims.birthDate.slice(0, 4)) !== number.birthYear) {
    found.push(warn('identity.number.birth-year-contradicts', fields.birthDate))
  }
  return found
}
