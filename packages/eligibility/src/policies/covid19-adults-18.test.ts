import { describe, expect, test } from 'vitest'
import { child, civil, infected } from '../engine/people.fixture.js'
import { evaluate } from '../engine/evaluate.js'
import { checkLaw, type LawRow } from '../engine/rows.fixture.js'
import { lintEligibilityPolicy } from '../policy/parse.js'
import { definePolicySet } from '../policy-set/define.js'
import { covid19Adults18 } from './covid19-adults-18.js'

const set = definePolicySet(covid19Adults18)
const born = '1980-05-05'
const sinopharm = ['2021-09-20 vero-cell', '2021-10-15 vero-cell']
const astra = ['2021-07-28 astrazeneca', '2021-09-30 astrazeneca']

describe('adults, by the table of each day', () => {
  test.each(covid19Adults18.map((policy) => [policy.version, policy] as const))(
    '%s has no fault',
    (_, policy) => {
      expect(lintEligibilityPolicy(policy)).toEqual([])
    },
  )

  const rows: readonly LawRow[] = [
    [
      '10225/BYT-DP',
      'Sinopharm twice: an additional dose after 28 days',
      child(born, sinopharm),
      '2021-12-10',
      { status: 'eligible', dose: 3, series: 'additional', overdueFrom: civil('2022-01-15') },
    ],
    [
      '10722/BYT-DP',
      'Sinopharm twice: within three months',
      child(born, ['2021-11-01 vero-cell', '2021-11-25 vero-cell']),
      '2022-01-10',
      { status: 'eligible', dose: 3, series: 'additional', overdueFrom: civil('2022-02-25') },
    ],
    [
      '10225/BYT-DP',
      'AstraZeneca twice: no additional dose, a booster after six months',
      child(born, astra),
      '2021-12-10',
      { status: 'tooSoon', dose: 4, series: 'booster' },
    ],
    [
      '10722/BYT-DP',
      'AstraZeneca twice: a booster after three months',
      child(born, astra),
      '2022-01-10',
      { status: 'eligible', dose: 4, series: 'booster', earliest: civil('2021-12-30') },
    ],
    [
      '10722/BYT-DP',
      'Sinopharm twice and the additional dose: a booster three months after it',
      child(born, [...sinopharm, '2021-12-10 comirnaty-30']),
      '2022-03-09',
      { status: 'tooSoon', dose: 4, earliest: civil('2022-03-10') },
    ],
    [
      '3588/QĐ-BYT',
      'AstraZeneca: eight weeks until 7820',
      child(born, ['2021-07-28 astrazeneca']),
      '2021-09-15',
      { status: 'tooSoon', dose: 2 },
    ],
    [
      '7820/BYT-DP',
      'AstraZeneca: four weeks from 7820 on',
      child(born, ['2021-08-28 astrazeneca']),
      '2021-09-25',
      { status: 'eligible', dose: 2, earliest: civil('2021-09-25') },
    ],
    [
      '4355/QĐ-BYT',
      'infection: six months until 5785',
      child(born, [], { facts: infected('2021-11-01') }),
      '2021-12-20',
      { status: 'deferred' },
    ],
    [
      '10722/BYT-DP',
      'infection: no wait from 21 December 2021 on',
      child(born, [], { facts: infected('2021-11-01') }),
      '2021-12-21',
      { status: 'eligible', dose: 1 },
    ],
    [
      '3588/QĐ-BYT',
      'the day before eighteen',
      child('2003-09-01'),
      '2021-08-31',
      { status: 'tooYoung', earliest: civil('2021-09-01') },
    ],
  ]
  checkLaw(rows, set)

  test('10225 knew no limit; 10722 sets one, also for those who were due before it', () => {
    const known = definePolicySet(covid19Adults18, { asOf: civil('2021-12-10') })
    const limit = (on: string, rules = set) =>
      evaluate(child(born, sinopharm), rules, civil(on)).overdueFrom
    expect(limit('2021-12-10', known)).toBeNull()
    expect(limit('2021-12-10')).toBe('2022-01-15')
    expect(limit('2022-01-10')).toBe('2022-01-15')
  })

  test('an additional dose is mRNA, with its volume', () => {
    const { products } = evaluate(child(born, sinopharm), set, civil('2022-01-10'))
    expect(products).toMatchObject([
      { id: 'comirnaty-30', volumeMl: '0.3' },
      { id: 'spikevax-100', volumeMl: '0.5' },
    ])
  })
})
