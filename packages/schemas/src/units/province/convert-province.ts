import type { CivilDate } from '@tiemchung/core'
import { type Conversion, conversionTo, unknownUnit } from '../conversion.js'
import { levelsOn, threeLevelsUntil, twoLevelsSince } from '../level.js'
import { provinceOn, provincesOn } from './province-on.js'

/**
 * Where the 63 went on 01/07/2025, by codes; those that are not named kept theirs (202/2025/QH15, 19/2025/QĐ-TTg).
 * A few communes of Tiền Giang (82) went to Tây Ninh (80) and not to Đồng Tháp (82).
 */
const moved: ReadonlyMap<string, readonly string[]> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ '02>08 06>19 10>15 17>25 26>25 27>24 30>31 34>33 35>37 36>37 45>44 49>48 54>66 58>56 60>68 62>51 64>52 67>68 70>75 72>80 74>79 77>79 82>82,80 83>86 84>86 87>82 89>91 93>92 94>92 95>96'
    .split(' ')
    .map((row): [string, readonly string[]] => [row.slice(0, 2), row.slice(3).split(',')]),
)

const successorsOf = (code: string): readonly string[] => moved.get(code) ?? [code]

function predecessorsOf(code: string): readonly string[] {
  return provincesOn(threeLevelsUntil)
    .map((one) => one.code)
    .filter((old) => successorsOf(old).includes(code))
}

/**
 * What a province's code of one day is on another day, across the merger of 01/07/2025 in either direction.
 *
 * Old to new is one code, with one exception that depends on the commune. New to old gives every province that went
 * into it. Where nothing merged between the days the code stays. A code that named no province on its day is unknown.
 *
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { convertProvince } from '@tiemchung/schemas/units'
 * const [before, after] = [parseCivilDate('2022-04-14'), parseCivilDate('2025-07-01')]
 * convertProvince('27', before, after) // => { status: 'one', code: '24' }
 * convertProvince('82', before, after).status // => 'several': it depends on the commune
 * convertProvince('24', after, before) // => { status: 'several', candidates: ['24', '27'], dependsOn: 'commune' }
 * ```
 */
export function convertProvince(code: string, from: CivilDate, to: CivilDate): Conversion {
  if (provinceOn(code, from) === undefined || provincesOn(to).length === 0) return unknownUnit
  if (levelsOn(from) === levelsOn(to)) return { status: 'one', code }
  const candidates = from < twoLevelsSince ? successorsOf(code) : predecessorsOf(code)
  return conversionTo(candidates, 'commune')
}
