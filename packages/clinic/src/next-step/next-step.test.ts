import { parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import type { RecordCase } from '../day/record-case.js'
import type { Operation } from '../outbox/operation.js'
import { campaign17h, niis2026RealTime } from '../regime/real-time.js'
import { covid2022SameDayPolicy } from '../regime/same-day.js'
import type { DayPolicy } from '../regime/day-policy.js'
import { nextStep, timesOf } from './next-step.js'
import { nextSteps } from './words.js'

const residence = { province: '22', commune: '06790' }
const dose = {
  date: parseCivilDate('2022-05-20'),
  givenAt: '2022-05-20T02:00:00Z',
  facility: '01234',
}

function recordCase(status: string, change: object = {}, amends?: object): RecordCase {
  const person = { permanentResidence: residence, currentResidence: residence }
  const identity = { status }
  const record = { id: 'r', dose, person, identity, enteredAt: '2022-05-20T02:20:00Z', amends }
  return { record, open: [], ...change } as unknown as RecordCase
}

const operation = (state: string, change: object = {}) =>
  ({ id: 'o', state, attempts: state === 'waiting' ? 0 : 1, ...change }) as unknown as Operation
const facts = {
  policy: covid2022SameDayPolicy,
  now: new Date('2022-05-20T09:00:00Z'),
  canSign: true,
}
const signed = { signed: {}, operationId: 'o' }
const failure = { code: 'http.status', retryable: true }

describe('nextStep', () => {
  test.each<[string, RecordCase, Operation | undefined, readonly string[]]>([
    [
      'something is missing',
      recordCase('pending', { open: ['completeness.lot'] }),
      undefined,
      ['complete', 'data-entry', 'clinic.next.complete', 'completeness.lot'],
    ],
    [
      'nobody has asked yet',
      recordCase('pending'),
      undefined,
      ['settled', 'operator', 'clinic.next.match', 'pending'],
    ],
    [
      'the register has it otherwise',
      recordCase('mismatched'),
      undefined,
      ['settled', 'police-of-residence', 'clinic.next.verify-person', 'mismatched'],
    ],
    [
      'the register does not have it',
      recordCase('not-found'),
      undefined,
      ['settled', 'police-of-residence', 'clinic.next.verify-person', 'not-found'],
    ],
    [
      'there is no number',
      recordCase('no-number'),
      undefined,
      ['settled', 'facility', 'clinic.next.collect-number', 'no-number'],
    ],
    [
      'the number is malformed',
      recordCase('malformed-number'),
      undefined,
      ['settled', 'data-entry', 'clinic.next.correct-number', 'malformed-number'],
    ],
    [
      'it is ready',
      recordCase('matched'),
      undefined,
      ['signed', 'signer', 'clinic.next.sign', 'not-signed-yet'],
    ],
    [
      'it was never queued',
      recordCase('matched', signed),
      undefined,
      ['sent', 'operator', 'clinic.next.look', 'not-queued'],
    ],
    [
      'it is queued',
      recordCase('matched', signed),
      operation('waiting'),
      ['sent', 'operator', 'clinic.next.send', 'not-sent-yet'],
    ],
    [
      'the platform did not answer',
      recordCase('matched', signed),
      operation('waiting', { attempts: 2, failure }),
      ['acknowledged', 'platform', 'clinic.next.wait', 'retrying'],
    ],
    [
      'the platform refused it',
      recordCase('matched', signed),
      operation('rejected'),
      ['acknowledged', 'operator', 'clinic.next.rejected', 'rejected'],
    ],
    [
      'the platform has another',
      recordCase('matched', signed),
      operation('conflict'),
      ['acknowledged', 'facility', 'clinic.next.conflict', 'conflict'],
    ],
  ])('%s', (_, one, sends, [step, who, code, reason]) => {
    const next = nextStep(one, { ...facts, operation: sends })
    expect(next).toMatchObject({ step, who, code, reason, overdue: false })
    expect(next?.says).toEqual(nextSteps[code as keyof typeof nextSteps].says)
    expect(next?.dueAt?.toISOString()).toBe('2022-05-20T17:00:00.000Z')
  })

  test('is nothing once the platform has acknowledged', () => {
    const one = recordCase('matched', signed)
    expect(nextStep(one, { ...facts, operation: operation('acknowledged') })).toBeUndefined()
  })

  test('is minutes where the facility cannot sign', () => {
    const next = nextStep(recordCase('matched'), { ...facts, canSign: false })
    expect(next).toMatchObject({ who: 'facility', code: 'clinic.next.minutes' })
  })

  test('names the commune of the permanent residence, and never the person', () => {
    expect(nextStep(recordCase('not-found'), facts)?.unit).toBe('06790')
  })

  test.each<[string, DayPolicy, string, RecordCase, string | undefined, boolean]>([
    [
      'same day, a minute before midnight',
      covid2022SameDayPolicy,
      '2022-05-20T16:59:59.999Z',
      recordCase('matched'),
      '2022-05-20T17:00:00.000Z',
      false,
    ],
    [
      'same day, at midnight',
      covid2022SameDayPolicy,
      '2022-05-20T17:00:00.000Z',
      recordCase('matched'),
      '2022-05-20T17:00:00.000Z',
      true,
    ],
    [
      'same day, an amendment of the next day',
      covid2022SameDayPolicy,
      '2022-05-21T05:00:00.000Z',
      recordCase('matched', { firstEnteredAt: '2022-05-21T03:00:00Z' }, { recordId: 'x' }),
      '2022-05-21T17:00:00.000Z',
      false,
    ],
    [
      'real time: 60 minutes after the dose',
      niis2026RealTime(),
      '2022-05-20T03:00:00.000Z',
      recordCase('matched'),
      '2022-05-20T03:00:00.000Z',
      true,
    ],
    [
      'real time, 90 minutes chosen by the facility',
      niis2026RealTime({ entered: 30, acknowledged: 90 }),
      '2022-05-20T03:00:00.000Z',
      recordCase('matched'),
      '2022-05-20T03:30:00.000Z',
      false,
    ],
    [
      'the campaign: what is behind entry is due with the day',
      campaign17h,
      '2022-05-20T10:30:00.000Z',
      recordCase('matched'),
      '2022-05-20T17:00:00.000Z',
      false,
    ],
    [
      'a policy without deadlines',
      { ...campaign17h, deadlines: [] },
      '2030-01-01T00:00:00.000Z',
      recordCase('matched'),
      undefined,
      false,
    ],
  ])('due: %s', (_, policy, now, one, dueAt, overdue) => {
    const next = nextStep(one, { policy, now: new Date(now), canSign: true })
    expect(next?.dueAt?.toISOString()).toBe(dueAt)
    expect(next?.overdue).toBe(overdue)
  })

  test('the time of a record runs from its first entry', () => {
    const one = recordCase('matched', { firstEnteredAt: '2022-05-20T02:05:00Z' })
    expect(timesOf(one)).toMatchObject({ enteredAt: '2022-05-20T02:05:00Z', isAmendment: false })
  })
})
