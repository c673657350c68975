import { describe, expect, test } from 'vitest'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import type { EligibilityPolicy } from '../policy/format.js'
import type { Subject } from '../subject/subject.js'
import { definePolicySet } from '../policy-set/define.js'
import { evaluate } from './evaluate.js'
import { child, childrenOnly, civil, infected } from './people.fixture.js'
import { reason } from './rows.fixture.js'

const becauseOf = (answer: ReturnType<typeof evaluate>) => answer.nextChange?.because

describe('the next change is told by the rule whose border lies on its day', () => {
  const told = (who: Subject, on: string) => {
    const { nextChange } = evaluate(who, childrenOnly, civil(on))
    return [nextChange?.on, nextChange?.because]
  }
  test.each([
    [
      'an age that is reached while another rule goes on standing in the way',
      child('2017-06-01', [], { facts: infected('2022-05-20') }),
      ['2022-06-01', { rule: 'age', cite: ['1535/BYT-DP'] }],
    ],
    [
      'a product that the person comes of age for',
      child('2016-06-10'),
      [
        '2022-06-10',
        {
          rule: 'product/spikevax-50',
          cite: ['Phê duyệt Spikevax cho trẻ 6 đến dưới 12 tuổi, 31/03/2022'],
        },
      ],
    ],
    [
      'an age that only the last of the possible days of birth reaches on it',
      child('2017-05'),
      ['2022-05-31', { rule: 'age', cite: ['1535/BYT-DP'] }],
    ],
  ])('%s', (_, who, expected) => {
    expect(told(who, '2022-05-25')).toEqual(expected)
  })
})

describe('the next change is told by the version of its own day', () => {
  test('an interval that ends under a later version that says the same', () => {
    const who = child('2015-05-10', ['2022-06-15 comirnaty-10'])
    const answer = evaluate(who, childrenOnly, civil('2022-06-20'))
    expect(reason(answer, 'dose-2/interval-1')?.cite).toEqual(['947/VSDTTƯ-TCQG'])
    expect(answer.nextChange).toMatchObject({
      on: '2022-07-13',
      because: { rule: 'dose-2/interval-1', cite: ['947/VSDTTƯ-TCQG', '3405/BYT-DP'] },
    })
  })

  test('a deferral that ends under a later version that says the same', () => {
    const who = child('2015-05-10', [], { facts: infected('2022-04-20') })
    const answer = evaluate(who, childrenOnly, civil('2022-06-20'))
    expect(becauseOf(answer)).toEqual({ rule: 'infection', cite: ['3405/BYT-DP', '1848/BYT-DP'] })
  })

  test('an age that is reached under a later version that says the same', () => {
    const answer = evaluate(child('2010-07-10'), childrenOnly, civil('2022-06-20'))
    expect(becauseOf(answer)).toEqual({ rule: 'age', cite: ['3405/BYT-DP'] })
  })

  test('a last version that ends after one that says the same', () => {
    const ending = covid19Children5To11.map((one) =>
      one.effective.to === null
        ? { ...one, effective: { ...one.effective, to: civil('2022-12-31') } }
        : one,
    )
    const answer = evaluate(child('2015-05-10'), definePolicySet(ending), civil('2022-06-20'))
    expect(answer.nextChange?.on).toBe('2023-01-01')
    expect(becauseOf(answer)).toEqual({ rule: 'policy-period', cite: ['3405/BYT-DP'] })
  })

  test('a version that begins and says the same, before the age of the last possible day', () => {
    const [early, late] = covid19Children5To11.slice(2) as [EligibilityPolicy, EligibilityPolicy]
    const set = definePolicySet([
      { ...early, effective: { from: civil('2022-03-28'), to: civil('2022-03-30') } },
      { ...late, effective: { from: civil('2022-03-31'), to: null } },
    ])
    const answer = evaluate(child('2017-03'), set, civil('2022-03-30'))
    expect(answer.nextChange?.on).toBe('2022-03-31')
    expect(becauseOf(answer)).toEqual({ rule: 'policy-period', cite: ['947/VSDTTƯ-TCQG'] })
  })
})
