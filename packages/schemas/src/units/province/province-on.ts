import type { CivilDate } from '@tiemchung/core'
import { type Province, provinces } from './provinces.js'

const isOn = ({ from, to }: Province, day: CivilDate): boolean =>
  from <= day && (to === null || day <= to)

/** The provinces of a day in the order of their codes: 63 until 30/06/2025, 34 since; none before 01/08/2008. */
export function provincesOn(day: CivilDate): readonly Province[] {
  return provinces.filter((one) => isOn(one, day))
}

/**
 * The province that a code named on a day; undefined when it named none, or the day is before 01/08/2008.
 *
 * A code without its day says little: the merger of 2025 gave some codes to another province.
 *
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { provinceOn } from '@tiemchung/schemas/units'
 * provinceOn('24', parseCivilDate('2022-04-14'))?.name // => 'Bắc Giang'
 * provinceOn('24', parseCivilDate('2025-07-01'))?.name // => 'Bắc Ninh'
 * ```
 */
export function provinceOn(code: string, day: CivilDate): Province | undefined {
  return provinces.find((one) => one.code === code && isOn(one, day))
}
