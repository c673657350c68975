import { lintPolicyHead, parseInstant } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { holdUntil, isLapsed } from './hold.js'
import { retentionPolicy69 } from './retention-policy.js'

const at = '2022-04-14T02:00:00+07:00'
const answer = { at }

test('the policy has a sound head, and says that its days are an assumption', () => {
  expect(lintPolicyHead(retentionPolicy69, 'identity-retention-policy/1')).toEqual([])
  expect(retentionPolicy69.assumptions.map(({ id }) => id)).toEqual(['hold-days'])
})

describe('holdUntil', () => {
  test.each([
    [0, '2022-04-13T19:00:00.000Z'],
    [1, '2022-04-14T19:00:00.000Z'],
    [30, '2022-05-13T19:00:00.000Z'],
  ])('%i days after the answer', (holdDays, until) => {
    const policy = { ...retentionPolicy69, answers: { holdDays } }
    expect(holdUntil(answer, policy).toISOString()).toBe(until)
  })
})

describe('isLapsed', () => {
  test.each([
    ['a moment before', '2022-05-13T18:59:59.999Z', false],
    ['at the end', '2022-05-13T19:00:00Z', true],
    ['long after', '2023-01-01T00:00:00Z', true],
  ])('%s', (_, now, lapsed) => {
    expect(isLapsed(answer, retentionPolicy69, parseInstant(now))).toBe(lapsed)
  })
})
