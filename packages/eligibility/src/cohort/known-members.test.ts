import { describe, expect, test } from 'vitest'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import type { EligibilityPolicy } from '../policy/format.js'
import { checkColumnar } from './known-members.js'

const [policy] = covid19Children5To11 as readonly [EligibilityPolicy]
const [series] = policy.series
const [product] = policy.products

/** The policy with members of a later format. */
const grown = (changes: object): EligibilityPolicy => ({ ...policy, ...changes })

describe('checkColumnar', () => {
  test('lets the shipped policies through', () => {
    for (const one of covid19Children5To11) expect(() => checkColumnar(one)).not.toThrow()
  })

  test.each([
    ['a rule of the policy', grown({ spacing: [{}] }), `${policy.id}.spacing`],
    ['a rule of a product', grown({ products: [{ ...product, season: {} }] }), '.season'],
    [
      'a rule of a dose',
      grown({ series: [{ ...series, doses: [{ ...series?.doses[0], skipWhen: {} }] }] }),
      'dose-1.skipWhen',
    ],
    [
      'another reference of an interval',
      grown({
        series: [
          {
            ...series,
            doses: [{ n: 1, intervals: [{ from: { previous: 'given' }, min: 'P1D' }] }],
          },
        ],
      }),
      'interval-1.from.previous',
    ],
  ])('refuses %s that columns do not hold, and names it', (_, document, rule) => {
    expect(() => {
      checkColumnar(document)
    }).toThrow(
      expect.objectContaining({
        code: 'eligibility.not-columnar',
        params: { rule: expect.stringContaining(rule) as string },
      }),
    )
  })

  test('does not mind an empty member', () => {
    expect(() => {
      checkColumnar(grown({ spacing: [] }))
    }).not.toThrow()
  })
})
