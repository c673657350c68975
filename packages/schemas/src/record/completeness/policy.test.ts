import { describe, expect, test } from 'vitest'
import { record } from '../dose-record.fixture.js'
import { covid2022SameDay } from '../regime/covid-2022.js'
import { niis2026 } from '../regime/niis-2026.js'
import { lintCompletenessPolicy, parseCompletenessPolicy } from './policy.js'

const policy = covid2022SameDay.completeness
const entered = policy.purposes['may-be-entered']
const [first] = entered.requires
const withEntered = (changes: object) => ({
  purposes: { ...policy.purposes, 'may-be-entered': { ...entered, ...changes } },
})

describe('parseCompletenessPolicy', () => {
  test.each<[string, object, string]>([
    [
      'an unknown rule',
      withEntered({ requires: [{ rule: 'as-i-like', from: ['parent'], cite: ['1815'] }] }),
      'purposes.may-be-entered.requires.0',
    ],
    [
      'a requirement without citation',
      withEntered({ requires: [{ ...first, cite: [] }] }),
      'purposes.may-be-entered.requires.0',
    ],
    [
      'a citation of no source',
      withEntered({ requires: [{ ...first, cite: ['9999'] }] }),
      'purposes.may-be-entered.requires.0.cite',
    ],
    [
      'a requirement that nobody can supply',
      withEntered({ requires: [{ ...first, from: [] }] }),
      'purposes.may-be-entered.requires.0',
    ],
    [
      'a path that is none',
      withEntered({ requires: [{ ...first, field: 'person..x' }] }),
      'purposes.may-be-entered.requires.0',
    ],
    [
      'a purpose that includes itself',
      withEntered({ includes: ['may-be-entered'] }),
      'purposes.may-be-entered.includes.0',
    ],
    [
      'a purpose that includes a later one',
      withEntered({ includes: ['may-be-issued'] }),
      'purposes.may-be-entered.includes.0',
    ],
    ['no age', { guardianBelow: undefined }, 'guardianBelow'],
    ['an oldest age of 10', { oldestAge: 10 }, 'oldestAge'],
    ['an order that leaves somebody out', { askOrder: ['parent'] }, 'askOrder'],
    [
      'an order that names somebody twice',
      { askOrder: ['parent', 'parent', 'facility', 'police', 'system'] },
      'askOrder',
    ],
  ])('refuses %s', (_, change, path) => {
    const document = { ...policy, ...change }
    const paths = lintCompletenessPolicy(document).map((one) => one.path.join('.'))
    expect(new Set(paths.map((one) => one.slice(0, path.length)))).toEqual(new Set([path]))
    expect(() => parseCompletenessPolicy(document)).toThrow(
      expect.objectContaining({ code: 'completeness.policy' }) as Error,
    )
  })
  test('refuses a policy that leaves out a purpose', () => {
    const { 'may-be-issued': _, ...purposes } = policy.purposes
    expect(lintCompletenessPolicy({ ...policy, purposes })).not.toEqual([])
  })
  test('refuses a head without sources', () => {
    expect(() => parseCompletenessPolicy({ ...policy, sources: [] })).toThrow(
      expect.objectContaining({ code: 'policy.head' }) as Error,
    )
  })
  test.each([covid2022SameDay, niis2026])('$id asks only for fields of the record', (regime) => {
    const full = { ...record, person: { ...record.person, ethnicGroup: '01' } }
    for (const { requires } of Object.values(regime.completeness.purposes)) {
      for (const one of requires) {
        if (!('field' in one)) continue
        const found = one.field
          .split('.')
          .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], full)
        expect(found, one.field).toBeDefined()
      }
    }
  })
})
