import { hasCode, parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { testAmendment, testRecord } from '../test-chain.fixture.js'
import { lintSigningPolicy, parseSigningPolicy } from './lint-policy.js'
import { isSignedInTime, type SigningPolicy, signingDeadline } from './signing-policy.js'
import { signingPolicy1815 } from './signing-policy-1815.js'

const policy = (change: Partial<SigningPolicy> = {}) => ({ ...signingPolicy1815, ...change })

describe('signingDeadline', () => {
  test.each([
    [0, '2022-05-20T17:00:00.000Z'],
    [1, '2022-05-21T17:00:00.000Z'],
  ])('with %i days after the day it is that midnight in Viet Nam', (withinDays, deadline) => {
    const day = parseCivilDate('2022-05-20')
    expect(signingDeadline(day, policy({ withinDays })).toISOString()).toBe(deadline)
  })
})

describe('isSignedInTime', () => {
  test.each([
    ['the last millisecond of the day', '2022-05-20T16:59:59.999Z', 0, true],
    ['midnight', '2022-05-20T17:00:00Z', 0, false],
    ['midnight, when there is a day more', '2022-05-20T17:00:00Z', 1, true],
    ['the first instant of the day', '2022-05-19T17:00:00Z', 0, true],
    ['the instant before the day', '2022-05-19T16:59:59.999Z', 0, false],
    ['no instant', 'x', 0, false],
  ])('%s', (_, at, withinDays, inTime) => {
    expect(isSignedInTime(testRecord(), new Date(at), policy({ withinDays }))).toBe(inTime)
  })

  test.each([
    ['entry', '2022-06-01T10:00:00Z', true],
    ['entry', '2022-05-20T10:00:00Z', false],
    ['dose', '2022-05-20T10:00:00Z', true],
    ['dose', '2022-06-01T10:00:00Z', false],
  ] as const)('an amendment counted from its %s, signed at %s', (amendmentsFrom, at, inTime) => {
    const amendment = testAmendment(0, '2022-06-01T02:00:00.000Z')
    expect(isSignedInTime(amendment, new Date(at), policy({ amendmentsFrom }))).toBe(inTime)
  })
})

describe('lintSigningPolicy', () => {
  test('the policy of dispatch 1815 is sound', () => {
    expect(lintSigningPolicy(signingPolicy1815)).toEqual([])
  })

  const minutes = signingPolicy1815.minutes
  const [right] = signingPolicy1815.whoMaySign
  const rights = (change: object) => ({ ...policy(), whoMaySign: [{ ...right, ...change }] })
  test.each<[string, unknown, readonly (string | number)[]]>([
    ['null', null, []],
    ['half a day', { ...policy(), withinDays: 0.5 }, ['withinDays']],
    ['a year', { ...policy(), withinDays: 365 }, ['withinDays']],
    ['no days', { ...policy(), withinDays: undefined }, ['withinDays']],
    ['days as text', { ...policy(), withinDays: '0' }, ['withinDays']],
    ['days that are no number', { ...policy(), withinDays: { toString: '0' } }, ['withinDays']],
    ['another start', { ...policy(), amendmentsFrom: 'x' }, ['amendmentsFrom']],
    ['no evidence of time', { ...policy(), inTimeBy: undefined }, ['inTimeBy']],
    ['no word on lateness', { ...policy(), whenLate: 'passed' }, ['whenLate']],
    ['nobody who may sign', { ...policy(), whoMaySign: [] }, ['whoMaySign']],
    ['signers that are no list', { ...policy(), whoMaySign: {} }, ['whoMaySign']],
    ['a role that is none', rights({ role: 'nurse' }), ['whoMaySign', 0, 'role']],
    ['a role twice', { ...policy(), whoMaySign: [right, right] }, ['whoMaySign', 1, 'role']],
    ['nothing to sign', rights({ signs: [] }), ['whoMaySign', 0, 'signs']],
    ['a thing that is none', rights({ signs: ['x'] }), ['whoMaySign', 0, 'signs']],
    ['no kind of issuer', rights({ issuerKinds: [] }), ['whoMaySign', 0, 'issuerKinds']],
    ['a right that rests on nothing', rights({ by: 'x' }), ['whoMaySign', 0, 'by']],
    ['no minutes', { ...policy(), minutes: null }, ['minutes', 'allowed']],
    [
      'minutes always',
      { ...policy(), minutes: { ...minutes, allowed: 'always' } },
      ['minutes', 'allowed'],
    ],
    [
      'minutes replaced by a nod',
      { ...policy(), minutes: { ...minutes, replacedBy: 'nod' } },
      ['minutes', 'replacedBy'],
    ],
    ['nobody to lead', { ...policy(), minutes: { ...minutes, ledBy: [] } }, ['minutes', 'ledBy']],
    [
      'a nurse to lead',
      { ...policy(), minutes: { ...minutes, ledBy: ['nurse'] } },
      ['minutes', 'ledBy'],
    ],
    ['no sources', { ...policy(), sources: [] }, ['sources']],
  ])('%s is an error, and is not parsed', (_, given, path) => {
    expect(lintSigningPolicy(given).map((one) => one.path)).toContainEqual(path)
    let caught: unknown
    try {
      parseSigningPolicy(given)
    } catch (error) {
      caught = error
    }
    expect(hasCode(caught, 'signing.policy')).toBe(true)
  })
})
