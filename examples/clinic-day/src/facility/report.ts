import { type DayReport, dayReportSchema } from '@tiemchung/schemas/wire'
import type { Facility } from './facility.js'

/** Reports the day upwards: numbers only. */
export async function report({ day, http }: Facility): Promise<DayReport> {
  const body = await day.report()
  const path = `/v1/day-reports/${body.facility}/${body.date}`
  return http.put(path, { body, schema: dayReportSchema })
}
