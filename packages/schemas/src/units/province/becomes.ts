import { threeLevelsUntil, twoLevelsSince } from '../level.js'
import { convertProvince } from './convert-province.js'

/** Whether one of the 63, as a whole or in part, became part of one of the 34. */
export function mayBecome(old: string, now: string): boolean {
  const converted = convertProvince(old, threeLevelsUntil, twoLevelsSince)
  if (converted.status === 'several') return converted.candidates.includes(now)
  return converted.status === 'one' && converted.code === now
}
