import { parseCivilDate } from '@tiemchung/core'
import { provincesOn } from '@tiemchung/schemas/units'

/** 59/2021/TT-BCA is in force, which keeps the annex of 07/2016/TT-BCA. */
const annexOn = parseCivilDate('2021-07-01')

/**
 * First three digits of a personal number: the province (of the 63 before 01/07/2025) where the birth was registered,
 * which is its statistical code after a zero. A number keeps them when provinces merge. Codes of countries, for births
 * registered abroad, are a second annex that was not found: an unknown code is not an error.
 */
export const provinceOfBirthCode: ReadonlyMap<string, string> = new Map(
  provincesOn(annexOn).map(({ code, name }): [string, string] => [`0${code}`, name]),
)
