import type { IdentityStatus } from '@tiemchung/schemas'
import type { MatchField } from '@tiemchung/schemas/wire'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaseClass, type CaseFacts, caseClasses, classifyCase } from './case-class.js'
import { casePolicy2262 } from './case-policy.js'
import { tallyCases, tallyFaults } from './tally-cases.js'

const statuses: readonly IdentityStatus[] = [
  'matched',
  'not-required',
  'mismatched',
  'not-found',
  'no-number',
  'malformed-number',
  'unverifiable',
  'pending',
]
const fields: readonly MatchField[] = ['number', 'name', 'birth-date', 'sex']
const classOf = (facts: CaseFacts) => classifyCase(facts, casePolicy2262)

const anyFacts: fc.Arbitrary<CaseFacts> = fc
  .record({
    entered: fc.boolean(),
    status: fc.constantFrom(...statuses),
    mismatched: fc.subarray([...fields]),
  })
  .map(({ mismatched, ...facts }) =>
    facts.status === 'mismatched' ? { ...facts, mismatched } : facts,
  )

describe('classifyCase', () => {
  test.each<[IdentityStatus, readonly MatchField[], CaseClass]>([
    ['no-number', [], 'no-number'],
    ['malformed-number', [], 'malformed-number'],
    ['mismatched', ['number'], 'wrong-number'],
    ['mismatched', ['name'], 'wrong-name'],
    ['mismatched', ['birth-date'], 'wrong-birth-date'],
    ['mismatched', ['sex'], 'wrong-sex'],
    ['mismatched', ['sex', 'sex'], 'wrong-sex'],
    ['mismatched', ['name', 'sex'], 'wrong-several'],
    ['mismatched', [], 'wrong-unnamed'],
    ['unverifiable', [], 'unverified'],
    ['not-found', [], 'unverified'],
    ['pending', [], 'not-sent'],
    ['not-required', [], 'not-required'],
    ['matched', [], 'correct'],
  ])('%s %j is %s', (status, mismatched, expected) => {
    expect(classOf({ entered: true, status, mismatched })).toBe(expected)
    expect(classOf({ entered: false, status, mismatched })).toBe('not-entered')
  })

  test('another policy counts a number that nobody has among the wrong ones', () => {
    const policy = { ...casePolicy2262, notFound: 'wrong-number' as const }
    expect(classifyCase({ entered: true, status: 'not-found' }, policy)).toBe('wrong-number')
  })

  test.each([
    ['identity.case.status', { entered: true, status: 'ok' }],
    ['identity.case.status', { entered: false, status: 'constructor' }],
    ['identity.case.field', { entered: true, status: 'mismatched', mismatched: ['lot'] }],
    ['identity.case.contradiction', { entered: true, status: 'matched', mismatched: ['name'] }],
  ])('%s: %j is refused', (code, facts) => {
    expect(() => classOf(facts as CaseFacts)).toThrow(expect.objectContaining({ code }))
  })

  test('only a match is ever correct', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const matched = facts.entered && facts.status === 'matched'
        expect(classOf(facts) === 'correct').toBe(matched)
      }),
    )
  })
})

describe('tallyCases', () => {
  test('the published sums hold for any list, in any order', () => {
    fc.assert(
      fc.property(fc.array(anyFacts), (people) => {
        const tally = tallyCases(people.map(classOf))
        expect(tallyFaults(tally)).toEqual([])
        expect(tallyCases(people.map(classOf).reverse())).toEqual(tally)
        expect(tally.people).toBe(people.length)
        expect(tally.sent).toBe(tally.withNumber + tally.withoutOrMalformed)
        expect(tally.withNumber).toBe(tally.correct + tally.wrong + tally.unverified)
      }),
    )
  })

  test('100,000 people: every total is what a count of the people themselves says', () => {
    const people = fc.sample(anyFacts, { numRuns: 100_000, seed: 2262 })
    const tally = tallyCases(people.map(classOf))
    const count = (is: (one: CaseFacts) => boolean) => people.filter(is).length
    const bare: readonly string[] = ['no-number', 'malformed-number']
    const out: readonly string[] = ['pending', 'not-required']
    expect(tally.people).toBe(100_000)
    expect(tally.entered).toBe(count((one) => one.entered))
    expect(tally.sent).toBe(count((one) => one.entered && !out.includes(one.status)))
    expect(tally.withoutOrMalformed).toBe(count((one) => one.entered && bare.includes(one.status)))
    expect(tally.correct).toBe(count((one) => one.entered && one.status === 'matched'))
    expect(tally.wrong).toBe(count((one) => one.entered && one.status === 'mismatched'))
    expect(tallyFaults(tally)).toEqual([])
    expect(Object.values(tally.classes).every((many) => many > 0)).toBe(true)
  })

  test('the figures of March 2022 add up', () => {
    const tally = {
      ...tallyCases([]),
      classes: {
        ...tallyCases([]).classes,
        correct: 51_493_286,
        'wrong-unnamed': 19_039_997,
        unverified: 2_579_540,
        'no-number': 3_513_000,
      },
      people: 76_625_823,
      entered: 76_625_823,
      sent: 76_625_823,
      withNumber: 73_112_823,
      withoutOrMalformed: 3_513_000,
      correct: 51_493_286,
      wrong: 19_039_997,
      unverified: 2_579_540,
    }
    expect(tallyFaults(tally)).toEqual([])
  })

  test.each([
    ['people', 'people'],
    ['entered', 'entered'],
    ['sent', 'sent'],
    ['withNumber', 'with-number'],
    ['withoutOrMalformed', 'without-or-malformed'],
    ['wrong', 'wrong'],
    ['correct', 'with-number'],
  ] as const)('one too many in %s is noticed', (total, fault) => {
    const tally = tallyCases(caseClasses)
    expect(tallyFaults({ ...tally, [total]: tally[total] + 1 })).toContain(fault)
  })
})
