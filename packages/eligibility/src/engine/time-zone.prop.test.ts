import { expect, test } from 'vitest'

/** Noon of a summer's day in UTC, as the clocks of three zones show it. */
const hours = new Map([
  ['Asia/Ho_Chi_Minh', '19:00'],
  ['America/St_Johns', '09:30'],
  ['Pacific/Apia', '01:00'],
])

test('the properties run in the time zone that the environment names', () => {
  const zone = process.env['TZ'] ?? ''
  const expected = hours.get(zone)
  const date = new Date('2022-07-15T12:00:00Z')
  const clock = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
  // Apia has kept 13 hours since 2021, St John's 2:30 in summer; any other zone is the machine's own.
  if (expected !== undefined) expect(clock).toBe(expected)
  else expect(date.toISOString()).toBe('2022-07-15T12:00:00.000Z')
})
