import { issue, ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { unitOf } from './read-report.js'
import type { FeedbackUnit } from './units.js'

/**
 * The units that a report is made over, from JSON: a list of `{level, unit, name, parent, lastLogIn}`, of
 * which the last two may be absent and `lastLogIn` is an instant as text.
 *
 * @throws ParseError `feedback.units` with an issue for each that is none
 */
export function parseFeedbackUnits(value: unknown): readonly FeedbackUnit[] {
  if (!Array.isArray(value)) throw new ParseError(errorCatalogue, 'feedback.units')
  const units: FeedbackUnit[] = []
  const wrong: number[] = []
  for (const [index, one] of value.entries()) {
    try {
      units.push(unitOf(one))
    } catch {
      wrong.push(index)
    }
  }
  if (wrong.length === 0) return units
  const issues = wrong.map((index) => issue(errorCatalogue, 'feedback.units', { path: [index] }))
  throw new ParseError(errorCatalogue, 'feedback.units', { issues })
}
