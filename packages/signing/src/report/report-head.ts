/** What this package must know of a day report; the whole schema is in `@tiemchung/schemas/wire`. */
import { type CivilDate, isCivilDate } from '@tiemchung/core'

/** Whose day a report is of. */
export interface ReportHead {
  readonly facility: string
  readonly date: CivilDate
}

/** The head of a day report; undefined when a payload is none. */
export function reportHead(payload: unknown): ReportHead | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  const { format, facility, date } = payload as Readonly<Record<string, unknown>>
  const sound = format === 'day-report/1' && typeof facility === 'string' && isCivilDate(date)
  return sound ? { facility, date } : undefined
}
