import { describe, expect, test } from 'vitest'
import type { Answer } from '../engine/answer.js'
import { evaluate } from '../engine/evaluate.js'
import { child, civil } from '../engine/people.fixture.js'
import { lintEligibilityPolicy } from '../policy/parse.js'
import { definePolicySet } from '../policy-set/define.js'
import { routineChildhood2024 } from './routine-2024.js'

const ask = (program: string, birth: string, on: string, doses: readonly string[] = []): Answer => {
  const policies = routineChildhood2024.filter((one) => one.id === `vn.routine.${program}`)
  return evaluate(child(birth, doses, { facts: {} }), definePolicySet(policies), civil(on))
}

const thrice = ['2024-12-01 dpt-hepb-hib', '2025-01-01 dpt-hepb-hib', '2025-02-01 dpt-hepb-hib']

describe('10/2024/TT-BYT', () => {
  test.each(routineChildhood2024.map((policy) => [policy.id, policy] as const))(
    '%s has no fault',
    (_, policy) => {
      expect(lintEligibilityPolicy(policy)).toEqual([])
    },
  )

  test.each<[string, string, string, string, readonly string[], Partial<Answer>]>([
    ['on the day of birth', 'hepb-birth', '2024-10-01', '2024-10-01', [], { status: 'eligible' }],
    ['a day later', 'hepb-birth', '2024-10-01', '2024-10-02', [], { status: 'eligible' }],
    ['two days later', 'hepb-birth', '2024-10-01', '2024-10-03', [], { status: 'tooOld' }],
    [
      'BCG on the last day of the month',
      'bcg',
      '2024-10-01',
      '2024-10-31',
      [],
      { status: 'eligible', lastDay: civil('2024-10-31') },
    ],
    ['BCG at one month', 'bcg', '2024-10-01', '2024-11-01', [], { status: 'tooOld' }],
    [
      'the day before two months',
      'dpt',
      '2024-10-01',
      '2024-11-30',
      [],
      { status: 'tooYoung', earliest: civil('2024-12-01'), recommended: civil('2024-12-01') },
    ],
    ['at two months', 'dpt', '2024-10-01', '2024-12-01', [], { status: 'eligible', dose: 1 }],
    [
      'thirty days are no month after 1 December',
      'dpt',
      '2024-10-01',
      '2024-12-31',
      ['2024-12-01 dpt-hepb-hib'],
      { status: 'tooSoon', dose: 2, earliest: civil('2025-01-01') },
    ],
    [
      'a month after 31 January is 1 March',
      'dpt',
      '2024-10-01',
      '2025-02-28',
      ['2025-01-31 dpt-hepb-hib'],
      { status: 'tooSoon', dose: 2, earliest: civil('2025-03-01') },
    ],
    [
      'the day before eighteen months',
      'dpt',
      '2024-10-01',
      '2026-03-31',
      thrice,
      { dose: 4, earliest: civil('2026-04-01'), recommended: civil('2026-04-01') },
    ],
    [
      'at eighteen months',
      'dpt',
      '2024-10-01',
      '2026-04-01',
      thrice,
      { status: 'eligible', dose: 4 },
    ],
    [
      'Td at seven years',
      'dpt',
      '2024-10-01',
      '2031-10-01',
      [...thrice, '2026-04-01 dpt'],
      { status: 'eligible', dose: 5 },
    ],
    [
      'a late child catches up at once, a month apart',
      'dpt',
      '2024-10-01',
      '2025-10-15',
      ['2025-09-01 dpt-hepb-hib'],
      { status: 'eligible', dose: 2, earliest: civil('2025-10-01') },
    ],
  ])('%s', (_, program, birth, on, doses, expected) => {
    const answer = ask(program, birth, on, doses)
    expect(answer).toMatchObject(expected)
    expect(answer.reasons.flatMap((one) => one.cite)).toContain('10/2024/TT-BYT')
  })

  test('the volume of a dose rests on a named assumption', () => {
    const { products } = ask('bcg', '2024-10-01', '2024-10-01')
    expect(products).toMatchObject([{ id: 'bcg', volumeMl: '0.1', doseMcg: null }])
    expect(routineChildhood2024[1]?.assumptions.map((one) => one.id)).toContain('routine-volume')
  })
})
