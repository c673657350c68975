import type { CivilDate } from '@tiemchung/core'

/** The levels of administrative units, from the top. */
export type UnitLevel = 'province' | 'district' | 'commune'

/** The first day without districts (19/2025/QĐ-TTg). */
export const twoLevelsSince = '2025-07-01' as CivilDate

/** The last day with districts. */
export const threeLevelsUntil = '2025-06-30' as CivilDate

const three: readonly UnitLevel[] = ['province', 'district', 'commune']
const two: readonly UnitLevel[] = ['province', 'commune']

/** The levels of a day: three until 30/06/2025, two since. */
export function levelsOn(day: CivilDate): readonly UnitLevel[] {
  return day < twoLevelsSince ? three : two
}

const byLength: ReadonlyMap<number, UnitLevel> = new Map([
  [2, 'province'],
  [3, 'district'],
  [5, 'commune'],
])

/** The level that a code is of, by its length: 2, 3 or 5 digits (Decision 124/2004/QĐ-TTg). */
export function levelOfCode(code: unknown): UnitLevel | undefined {
  return typeof code === 'string' && /^\d+$/.test(code) ? byLength.get(code.length) : undefined
}
