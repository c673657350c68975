import { describe, expect, test } from 'vitest'
import { systemCrypto } from '@tiemchung/core/crypto'
import { definePolicySet, hashPolicySet } from '../policy-set/define.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { evaluate } from './evaluate.js'
import { evaluateMany } from './evaluate-many.js'
import { child, childrenOnly, civil } from './people.fixture.js'

describe('the policy set', () => {
  test('names the hash of the document once it has been made', async () => {
    const set = await hashPolicySet(childrenOnly, systemCrypto)
    const { policy } = evaluate(child('2014-03-02'), set, civil('2022-04-14'))
    expect(policy.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(
      evaluate(child('2014-03-02'), childrenOnly, civil('2022-04-14')).policy,
    ).not.toHaveProperty('hash')
  })

  test('as of a day, versions published later are not known', () => {
    const set = definePolicySet(covid19Children5To11, { asOf: civil('2022-04-01') })
    const answer = evaluate(child('2014-03-02'), set, civil('2022-07-01'))
    expect(answer).toMatchObject({ status: 'eligible', policy: { version: '2022-03-31.1' } })
  })

  test('a policy that ended is not recommended after its last day', () => {
    const [first] = covid19Children5To11
    const set = definePolicySet(first === undefined ? [] : [first])
    const on = (day: string) => evaluate(child('2014-03-02'), set, civil(day)).status
    expect([on('2022-03-30'), on('2022-03-31')]).toEqual(['eligible', 'notRecommended'])
    expect(evaluate(child('2014-03-02'), set, civil('2022-03-30')).nextChange).toMatchObject({
      on: '2022-03-31',
      because: { rule: 'policy-period' },
    })
  })

  test('a product that is offered no longer changes the answer, by the policy alone', () => {
    const withdrawn = covid19Children5To11.slice(1, 3).map((one, index) => ({
      ...one,
      series: one.series.map((series) => ({
        ...series,
        doses: series.doses.map((dose) => ({
          ...dose,
          products: index === 0 ? dose.products : ['comirnaty-10'],
        })),
      })),
    }))
    const answer = evaluate(child('2014-03-02'), definePolicySet(withdrawn), civil('2022-04-01'))
    expect([answer.status, answer.nextChange]).toMatchObject([
      'eligible',
      { status: 'eligible', because: { rule: 'policy-period' } },
    ])
  })

  test('a policy without consent asks for none; consent by a stranger is none', () => {
    const free = definePolicySet(covid19Children5To11.map((one) => ({ ...one, consent: null })))
    const { consent: _, ...silent } = child('2014-03-02')
    expect(evaluate(silent, free, civil('2022-04-14')).status).toBe('eligible')
    const parents = definePolicySet(
      covid19Children5To11.map((one) => ({ ...one, consent: { by: ['father'], cite: ['1535'] } })),
    )
    expect(evaluate(child('2014-03-02'), parents, civil('2022-04-14')).status).toBe('needsConsent')
  })

  test('a dose without intervals may follow at once', () => {
    const set = definePolicySet(
      covid19Children5To11.map((one) => ({
        ...one,
        series: one.series.map((series) => ({
          ...series,
          doses: series.doses.map(({ intervals: _, ...dose }) => dose),
        })),
      })),
    )
    const who = child('2014-03-02', ['2022-04-20 comirnaty-10', '2022-04-21 comirnaty-10'])
    expect(evaluate(who, set, civil('2022-04-21'))).toMatchObject({ status: 'complete' })
  })

  test('an overdue dose is told when the policy has a limit', () => {
    const set = definePolicySet(
      covid19Children5To11.map((one) => ({
        ...one,
        series: one.series.map((series) => ({
          ...series,
          doses: series.doses.map((dose) => ({
            ...dose,
            intervals: (dose.intervals ?? []).map((interval) => ({
              ...interval,
              recommended: 'P35D',
              overdueAfter: 'P56D',
            })),
          })),
        })),
      })),
    )
    const answer = evaluate(
      child('2014-03-02', ['2022-04-20 comirnaty-10']),
      set,
      civil('2022-05-01'),
    )
    expect(answer).toMatchObject({
      earliest: '2022-05-18',
      recommended: '2022-05-25',
      overdueFrom: '2022-06-15',
    })
  })
})

describe('evaluateMany', () => {
  test('answers in order and only as far as asked', () => {
    const asked: string[] = []
    function* list() {
      for (const birth of ['2017-04-14', '2017-04-15', '2010-04-14']) {
        asked.push(birth)
        yield child(birth)
      }
    }
    const answers = evaluateMany(list(), childrenOnly, civil('2022-04-14'))
    expect(answers.next().value).toMatchObject({ status: 'eligible' })
    expect(asked).toEqual(['2017-04-14'])
    expect([...answers].map((one) => one.status)).toEqual(['tooYoung', 'tooOld'])
  })
})
