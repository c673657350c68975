import { type Clock, dayNumberOf, daysInMonth, type HeadersLike } from '@tiemchung/core'

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** IMF-fixdate (RFC 9110 section 5.6.7). The two obsolete forms are not read. */
const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) ([A-Z][a-z]{2}) (\d{4}) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d) GMT$/

/** Milliseconds since 1970 of an HTTP date, or undefined. */
function readHttpDate(text: string): number | undefined {
  const match = httpDate.exec(text)
  if (match === null) return undefined
  const [, day, monthName = '', year, hour, minute, second] = match
  const month = months.indexOf(monthName) / 3 + 1
  if (!Number.isInteger(month) || month < 1) return undefined
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), month)) return undefined
  const days = dayNumberOf(Number(year), month, Number(day))
  return ((days * 24 + Number(hour)) * 60 + Number(minute)) * 60_000 + Number(second) * 1000
}

/**
 * Milliseconds that the server asks to wait (RFC 9110 section 10.2.3), or undefined when it does not. The
 * number may be larger than any timer takes.
 *
 * A date is measured against the server's own `Date`, when it sends one, because the clocks of the
 * computers in clinics are often wrong.
 */
export function retryAfterMs(headers: HeadersLike, clock: Clock): number | undefined {
  const text = headers.get('retry-after')
  if (text === null) return undefined
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const until = readHttpDate(text)
  if (until === undefined) return undefined
  const now = readHttpDate(headers.get('date') ?? '') ?? clock.now().getTime()
  return Math.max(0, until - now)
}
