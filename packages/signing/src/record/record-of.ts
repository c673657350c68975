/** What this package must know of a record; the whole schema is in `@tiemchung/schemas`. */
import {
  type CivilDate,
  civilDateAt,
  isCivilDate,
  isInstant,
  isUuid,
  parseInstant,
} from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'

type Loose = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The facility for which a payload says it was signed, in a record or in a day seal. */
export function facilityIn(payload: unknown): string | undefined {
  if (!isObject(payload)) return undefined
  const holder = isObject(payload['dose']) ? payload['dose'] : payload
  const facility = holder['facility']
  return typeof facility === 'string' ? facility : undefined
}

/** Why a payload is no dose record as far as signing must know one; undefined when it is. */
export function recordFault(payload: unknown): string | undefined {
  if (!isObject(payload) || payload['format'] !== 'dose-record/1') return 'format'
  if (!isUuid(payload['id'])) return 'id'
  const dose = payload['dose']
  if (!isObject(dose) || typeof dose['facility'] !== 'string') return 'dose'
  if (!isCivilDate(dose['date'])) return 'dose'
  const enteredAt = payload['enteredAt']
  return typeof enteredAt === 'string' && isInstant(enteredAt) ? undefined : 'entered-at'
}

/** The day on which an amendment was entered; undefined for a first record. */
export function amendmentDay(record: DoseRecord): CivilDate | undefined {
  return record.amends === undefined ? undefined : civilDateAt(parseInstant(record.enteredAt))
}

/**
 * Whether a record belongs to a facility's day: the dose was given there that day, or it is an
 * amendment, of that facility's own record, that was entered that day.
 */
export function belongsTo(record: DoseRecord, facility: string, date: CivilDate): boolean {
  const { dose } = record
  return dose.facility === facility && (dose.date === date || amendmentDay(record) === date)
}
