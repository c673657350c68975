/** The one bridge between instants and civil dates: Viet Nam keeps +07:00 all year, since 1975. */
import {
  type CivilDate,
  checkDayNumber,
  dayNumberOf,
  fromDayNumber,
  isCivilDate,
  toDayNumber,
} from './civil-date.js'
import { instantErrors } from './errors/date-errors.js'
import { ParseError } from './sdk-error.js'

const offset = 7 * 3_600_000
const dayLength = 86_400_000

/**
 * The day it is in Viet Nam at an instant: the one way from an instant to a civil date.
 *
 * The offset is +07:00 for every year. Before 13 June 1975 clocks in parts of the country showed another
 * time, so a birth date is never to be had from an instant.
 *
 * @throws InputError `input.civil-date.range`
 * @example
 * ```ts
 * import { civilDateAt, parseInstant } from '@tiemchung/core'
 * civilDateAt(parseInstant('2022-04-14T17:00:00Z')) // => '2022-04-15'
 * ```
 */
export function civilDateAt(instant: Date): CivilDate {
  return fromDayNumber(Math.floor((instant.getTime() + offset) / dayLength))
}

/** The instant at which a day begins in Viet Nam. */
export function startOfDay(date: CivilDate): Date {
  return new Date(toDayNumber(date) * dayLength - offset)
}

/** The instant at which a day ends in Viet Nam, which is the start of the next. */
export function endOfDay(date: CivilDate): Date {
  return new Date((toDayNumber(date) + 1) * dayLength - offset)
}

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,3})\d*)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/

/**
 * The instant of an RFC 3339 text with its offset, in the years 1600 to 2600. Digits beyond the
 * millisecond are cut off. Small letters, hour 24 and leap seconds are refused: no clock of a host has
 * them.
 *
 * @throws ParseError `parse.instant`
 * @example
 * ```ts
 * import { parseInstant } from '@tiemchung/core'
 * parseInstant('2022-04-14T09:00:00+07:00').getTime() // => milliseconds since 1970
 * ```
 */
export function parseInstant(text: string): Date {
  const match = pattern.exec(text)
  if (match === null || !isCivilDate(text.slice(0, 10))) {
    throw new ParseError(instantErrors, 'parse.instant')
  }
  const [, year, month, day, hour, minute, second, fraction = '', sign, zoneHour, zoneMinute] =
    match
  const zone = (Number(zoneHour ?? 0) * 60 + Number(zoneMinute ?? 0)) * (sign === '-' ? -1 : 1)
  const minutes = Number(hour) * 60 + Number(minute) - zone
  return new Date(
    dayNumberOf(Number(year), Number(month), Number(day)) * dayLength +
      minutes * 60_000 +
      Number(second) * 1000 +
      Number(fraction.padEnd(3, '0')),
  )
}

/** Whether a text is an RFC 3339 instant with its offset. */
export function isInstant(text: string): boolean {
  return pattern.test(text) && isCivilDate(text.slice(0, 10))
}

/**
 * An instant as RFC 3339 in UTC: `2022-04-14T02:00:00.000Z`, which {@link parseInstant} reads back.
 *
 * @throws InputError `input.civil-date.range`
 */
export function formatInstant(instant: Date): string {
  checkDayNumber(Math.floor(instant.getTime() / dayLength))
  return instant.toISOString()
}

/**
 * An instant as people in Viet Nam read it: `14/04/2022 09:00`.
 *
 * @throws InputError `input.civil-date.range`
 */
export function formatLocalTime(instant: Date): string {
  const [year, month, day] = civilDateAt(instant).split('-')
  const time = new Date(instant.getTime() + offset).toISOString().slice(11, 16)
  return `${day}/${month}/${year} ${time}`
}
