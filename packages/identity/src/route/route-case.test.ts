import type { IdentityStatus } from '@tiemchung/schemas'
import { describe, expect, test } from 'vitest'
import {
  answeringFacility,
  handOverLists,
  type IdentityCase,
  routeCase,
  routeDoseError,
} from './route-case.js'
import { routingPolicy2262 } from './routing-policy.js'

const address = (commune: string) => ({ province: '22', commune, asOf: '2022-04-01' })
const caseOf = (status: IdentityStatus, permanent?: string, recordId = 'r1'): IdentityCase => ({
  recordId,
  status,
  person: {
    currentResidence: address('06793'),
    ...(permanent === undefined ? {} : { permanentResidence: address(permanent) }),
  } as IdentityCase['person'],
  facility: '22001',
})

describe('routeCase', () => {
  test.each([
    ['no-number', 'health', '06790', 'collect-number'],
    ['malformed-number', 'health', '06790', 'correct-number'],
    ['mismatched', 'police', '06790', 'verify-person'],
    ['not-found', 'police', '06790', 'verify-person'],
    ['unverifiable', 'police', '06790', 'verify-person'],
    ['pending', 'health', '22001', 'ask-again'],
  ] as const)('%s goes to %s %s to %s', (status, to, unit, action) => {
    const route = routeCase(caseOf(status, '06790'), routingPolicy2262)
    expect(route).toMatchObject({ to, unit, action, byCurrentResidence: false })
    expect(route?.cite.length).toBeGreaterThan(0)
  })

  test.each(['matched', 'not-required'] as const)('%s goes to nobody', (status) => {
    expect(routeCase(caseOf(status, '06790'), routingPolicy2262)).toBeUndefined()
  })

  test('an unknown permanent residence is stood in for by the current one, and says so', () => {
    const route = routeCase(caseOf('mismatched'), routingPolicy2262)
    expect(route).toMatchObject({ unit: '06793', byCurrentResidence: true })
  })

  test('every source that a rule cites is one of the policy', () => {
    const known = routingPolicy2262.sources.map((source) => source.id)
    for (const rule of routingPolicy2262.rules)
      expect(known).toEqual(expect.arrayContaining([...rule.cite]))
  })
})

describe('handOverLists', () => {
  test('makes one list for each corrector and unit, and loses no case', () => {
    const cases = [
      caseOf('not-found', '06790', 'a'),
      caseOf('no-number', '06790', 'b'),
      caseOf('mismatched', '06790', 'c'),
      caseOf('matched', '06790', 'd'),
      caseOf('mismatched', '00001', 'e'),
    ]
    const lists = handOverLists(cases, routingPolicy2262).map(({ to, unit, cases: own }) => [
      to,
      unit,
      own.map((one) => one.recordId),
    ])
    expect(lists).toEqual([
      ['health', '06790', ['b']],
      ['police', '00001', ['e']],
      ['police', '06790', ['a', 'c']],
    ])
  })
})

describe('routeDoseError', () => {
  test('goes to the facility, wherever the person lives', () => {
    expect(routeDoseError('22001', routingPolicy2262)).toEqual({
      to: 'health',
      unit: '22001',
      action: 'correct-dose',
      cite: ['9438'],
      byCurrentResidence: false,
    })
  })
})

describe('answeringFacility', () => {
  test('a foreigner with a passport goes to nobody, and the facility answers', () => {
    const one = caseOf('not-required', '06790')
    expect(routeCase(one, routingPolicy2262)).toBeUndefined()
    expect(answeringFacility(one, routingPolicy2262)).toEqual({ facility: '22001', cite: ['8938'] })
  })

  test.each(['matched', 'mismatched', 'pending'] as const)('%s: no facility does', (status) => {
    expect(answeringFacility(caseOf(status, '06790'), routingPolicy2262)).toBeUndefined()
  })
})
