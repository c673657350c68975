import { parseUuid } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { hashRecord } from '@tiemchung/schemas'
import { minutesSchema } from '@tiemchung/schemas/wire'
import { describe, expect, test } from 'vitest'
import { signingPolicy1815 } from '../policy/signing-policy-1815.js'
import {
  codeOf,
  date,
  facility,
  firstOpen,
  testAmendment,
  testRecord,
} from '../test-chain.fixture.js'
import { checkMinutes, minutesCheckIds } from './check-minutes.js'
import { drawUpMinutes, type MinutesInput } from './draw-up-minutes.js'

const records = [testRecord(0), testRecord(1)]
const input: MinutesInput = {
  id: parseUuid('0180dedf-0820-7a73-b506-3bb1bbcbb47c'),
  facility,
  date,
  ledBy: { role: 'facility-head', fullName: 'Trần Thị Mẫu' },
  parties: [{ role: 'police', fullName: 'Phạm Quang Mẫu' }],
  records,
  concludedAt: new Date('2022-05-20T10:00:00Z'),
  crypto: systemCrypto,
}
const minutes = await drawUpMinutes(input)

describe('drawUpMinutes', () => {
  test('gives what the schema of the wire takes', () => {
    expect(minutesSchema.parse(minutes)).toEqual(minutes)
  })

  test('names records by the hash that amendments name them by', async () => {
    const [first] = minutes.records
    expect(first?.hash).toBe(await hashRecord(testRecord(0), systemCrypto))
  })

  test.each([
    ['records', { records: [] }],
    ['parties', { parties: [] }],
  ])('without %s there are none', async (_, change) => {
    expect(await codeOf(drawUpMinutes({ ...input, ...change }))).toBe('signing.minutes.empty')
  })
})

describe('checkMinutes', () => {
  test('minutes over exactly these records, in time, are valid', async () => {
    const report = await checkMinutes(minutes, records, signingPolicy1815)
    expect(report.verdict).toBe('valid')
    expect(report.checks.map(({ id }) => id)).toEqual(minutesCheckIds)
  })

  test('an amendment of the day belongs there', async () => {
    const over = [testAmendment(3, '2022-05-20T03:00:00.000Z')]
    const given = await drawUpMinutes({ ...input, records: over })
    expect((await checkMinutes(given, over, signingPolicy1815)).verdict).toBe('valid')
  })

  test.each([
    ['has a certificate', true, 'invalid', 'minutes.allowed failed has-certificate'],
    ['has none', false, 'valid', undefined],
  ])('of a facility that %s', async (_, canSign, verdict, open) => {
    const report = await checkMinutes(minutes, records, signingPolicy1815, { canSign })
    expect(report.verdict).toBe(verdict)
    expect(firstOpen(report)).toBe(open)
  })

  test.each([
    [
      'that allows none',
      { minutes: { ...signingPolicy1815.minutes, allowed: 'never' as const } },
      'minutes.allowed failed never',
    ],
    [
      'that came later',
      { effective: { from: '2022-05-21' as typeof date, to: null } },
      'minutes.allowed unknown policy-not-in-force',
    ],
  ])('by a policy %s they are not valid', async (_, change, open) => {
    const report = await checkMinutes(minutes, records, { ...signingPolicy1815, ...change })
    expect(report.verdict).not.toBe('valid')
    expect(firstOpen(report)).toBe(open)
  })

  const twice = {
    ...minutes,
    records: [minutes.records[0], minutes.records[0]].filter((one) => one !== undefined),
  }
  test.each([
    ['a record too few', minutes, records.slice(1), 'minutes.records failed count'],
    ['no records', { ...minutes, records: [] }, [], 'minutes.records failed count'],
    ['a record twice', twice, [testRecord(0), testRecord(0)], 'minutes.records failed duplicate'],
    ['another order', minutes, [...records].reverse(), 'minutes.records failed differs'],
    [
      'a record that was changed',
      minutes,
      [{ ...testRecord(0), enteredBy: 'somebody-else' }, testRecord(1)],
      'minutes.records failed differs',
    ],
    ['nobody present', { ...minutes, parties: [] }, records, 'minutes.parties failed none'],
    [
      'another facility',
      { ...minutes, facility: '01235' },
      records,
      'minutes.facility-and-day failed differs',
    ],
    [
      'an end at midnight',
      { ...minutes, concludedAt: '2022-05-20T17:00:00.000Z' },
      records,
      'minutes.in-time failed late',
    ],
    [
      'an end the day before',
      { ...minutes, concludedAt: '2022-05-19T16:59:59.999Z' },
      records,
      'minutes.in-time failed before-the-day',
    ],
    [
      'an end that is no instant',
      { ...minutes, concludedAt: 'today' },
      records,
      'minutes.in-time failed not-an-instant',
    ],
    [
      'somebody who may not lead',
      { ...minutes, ledBy: { role: 'police', fullName: 'Phạm Quang Mẫu' } as never },
      records,
      'minutes.led-by failed role',
    ],
  ])('with %s they are invalid', async (_, given, over, open) => {
    const report = await checkMinutes(given, over, signingPolicy1815)
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe(open)
  })
})
