/** The tree of units that a report is made over. */
import type { Handler } from '@tiemchung/schemas'

/** A unit that handles feedback. */
export interface FeedbackUnit {
  readonly level: Handler['level']
  /** Facility code, or the administrative code of the unit. */
  readonly unit: string
  readonly name: string
  /** The unit above it; the ministry has none. */
  readonly parent?: Handler
  /** When anybody of it logged in last; absent: never. */
  readonly lastLogIn?: Date
}

/** A unit by level and code, as a key. */
export const keyOf = ({ level, unit }: Handler): string => `${level} ${unit}`

/** A unit and those above it, itself first. A circle ends where it closes. */
export function lineOf(key: string, parents: ReadonlyMap<string, string>): readonly string[] {
  const line: string[] = []
  let next: string | undefined = key
  while (next !== undefined && !line.includes(next)) {
    line.push(next)
    next = parents.get(next)
  }
  return line
}
