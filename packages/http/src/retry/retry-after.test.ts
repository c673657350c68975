import { fixedClock } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.js'

const clock = fixedClock(new Date('2022-04-14T02:00:00Z'))
const asked = (retryAfter?: string, date?: string) => {
  const headers = new Headers()
  if (retryAfter !== undefined) headers.set('retry-after', retryAfter)
  if (date !== undefined) headers.set('date', date)
  return retryAfterMs(headers, clock)
}

describe('retryAfterMs', () => {
  test.each([
    ['nothing', undefined, undefined],
    ['seconds', '120', 120_000],
    ['no wait', '0', 0],
    ['a date', 'Thu, 14 Apr 2022 02:00:30 GMT', 30_000],
    ['a date that has passed', 'Thu, 14 Apr 2022 01:00:00 GMT', 0],
    ['29 February', 'Thu, 29 Feb 2024 00:00:00 GMT', 59_263_200_000],
    ['a day that does not exist', 'Thu, 29 Feb 2023 00:00:00 GMT', undefined],
    ['day nought', 'Thu, 00 Apr 2022 00:00:00 GMT', undefined],
    ['a month that does not exist', 'Thu, 14 Xyz 2022 02:00:30 GMT', undefined],
    ['letters across two months', 'Thu, 14 Anf 2022 02:00:30 GMT', undefined],
    ['an hour that does not exist', 'Thu, 14 Apr 2022 24:00:00 GMT', undefined],
    ['another zone', 'Thu, 14 Apr 2022 02:00:30 ICT', undefined],
    ['an obsolete form', 'Thursday, 14-Apr-22 02:00:30 GMT', undefined],
    ['a fraction', '1.5', undefined],
    ['a negative number', '-1', undefined],
    ['a wait of forty years', '1234567890', 1_234_567_890_000],
    ['more than a number can hold', '9'.repeat(400), Number.POSITIVE_INFINITY],
    ['words', 'soon', undefined],
  ])('reads %s', (_, text, milliseconds) => {
    expect(asked(text)).toBe(milliseconds)
  })

  test("measures a date against the server's clock, as ours may be wrong", () => {
    const wait = asked('Fri, 15 Apr 2022 10:00:05 GMT', 'Fri, 15 Apr 2022 10:00:00 GMT')
    expect(wait).toBe(5000)
    expect(asked('Thu, 14 Apr 2022 02:00:30 GMT', 'garbage')).toBe(30_000)
  })

  test('reads every date that a server can write', () => {
    const years = { min: new Date('1970-01-01T00:00:00Z'), max: new Date('2600-01-01T00:00:00Z') }
    fc.assert(
      fc.property(fc.date({ ...years, noInvalidDate: true }), (date) => {
        const seconds = Math.floor(date.getTime() / 1000)
        const text = new Date(seconds * 1000).toUTCString()
        const wait = Math.max(0, seconds * 1000 - clock.now().getTime())
        expect(asked(text)).toBe(wait)
      }),
    )
  })
})
