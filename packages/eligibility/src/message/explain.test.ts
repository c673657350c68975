import { describe, expect, test } from 'vitest'
import { evaluate } from '../engine/evaluate.js'
import { allNo, bothBands, child, childrenOnly, civil, infected } from '../engine/people.fixture.js'
import { definePolicySet, type PolicySet } from '../policy-set/define.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import type { Subject } from '../subject/subject.js'
import { en } from './en.js'
import { explain } from './explain.js'
import { vi } from './vi.js'

const both = (who: Subject, on: string, set: PolicySet = childrenOnly, products?: string[]) => {
  const answer = evaluate(who, set, civil(on), products === undefined ? {} : { products })
  return { vi: explain(answer, 'vi'), en: explain(answer, 'en') }
}

type Person = readonly [who: Subject, on: string, set?: PolicySet, products?: string[]]

describe('explain', () => {
  test('says too young with the article, in both languages', () => {
    const { vi: viet, en: english } = both(child('2017-04-15'), '2022-04-14')
    expect(viet).toContain('Chưa đủ tuổi vào ngày 14/04/2022.')
    expect(viet).toContain(
      'Độ tuổi của chính sách: từ ngày 15/04/2022 đến hết ngày 14/04/2029. (theo 1535/BYT-DP)',
    )
    expect(viet).toContain('comirnaty-10: 10 µg trong 0,2 ml, không phải 2 ml.')
    expect(english).toContain('Too young on 2022-04-14.')
    expect(english).toContain('comirnaty-10: 10 µg in 0.2 ml, not 2 ml.')
    expect(english).toContain('This answer changes on 2022-04-15.')
  })

  test('names interval and infection with their instruments and the assumed anchor', () => {
    const who = child('2014-03-02', ['2022-04-20 comirnaty-10'], { facts: infected('2022-05-10') })
    const { vi: viet } = both(who, '2022-05-16')
    expect(viet).toContain(
      'Đã mắc COVID-19: hoãn, được tiêm từ ngày 10/08/2022. (theo 1848/BYT-DP)',
    )
    expect(viet).toContain(
      'Chưa đủ khoảng cách với mũi trước; được tiêm từ ngày 18/05/2022. (theo 947/VSDTTƯ-TCQG)',
    )
    expect(viet.some((line) => line.startsWith('Giả định: Ba tháng sau khi mắc COVID-19'))).toBe(
      true,
    )
  })

  test('tells a refusal from a form that is not there yet', () => {
    const refused = child('2014-03-02', [], { consent: { state: 'refused' } })
    expect(both(refused, '2022-04-14').en).toContain('The family does not agree. (1535/BYT-DP)')
    const none = child('2014-03-02', [], { consent: { state: 'none' } })
    expect(both(none, '2022-04-14').en).toContain('No signed agreement yet. (1535/BYT-DP)')
  })

  test('says when an agreement is there and does not count', () => {
    const later = child('2014-03-02', [], {
      consent: { state: 'agreed', date: civil('2022-06-01') },
    })
    const { vi: viet, en: english } = both(later, '2022-04-14')
    expect(viet).toContain(
      'Đồng ý tiêm chưa có hiệu lực vào ngày này, hoặc người ký không có quyền ký. (theo 1535/BYT-DP)',
    )
    expect(english).not.toContain('No signed agreement yet. (1535/BYT-DP)')
  })

  test('says between which days only where there are two', () => {
    expect(both(child('2014'), '2022-05-10').en.join()).not.toContain(
      'the earliest day lies between',
    )
    expect(both(child('2016'), '2022-04-14', childrenOnly, ['spikevax-50']).en).toContain(
      'Depending on the day of birth, the earliest day lies between 2022-03-31 and 2022-12-31.',
    )
  })

  test('says that no day is left where the policy itself has no last age', () => {
    const open = covid19Children5To11.map(({ ageTransition: _, population, ...rest }) => ({
      ...rest,
      population: { ageFrom: population.ageFrom, cite: population.cite },
    }))
    const who = child('2010-05-10', ['2022-04-20 comirnaty-10'])
    const { vi: viet, en: english } = both(who, '2022-05-01', definePolicySet(open))
    expect(viet.join()).toContain(
      'Không còn ngày nào đủ điều kiện trước khi quá tuổi dùng vắc xin.',
    )
    expect(english.join()).not.toContain('undefined')
  })

  test('counts past doses from one', () => {
    const who = child('2014-03-02', ['2022-04-20 comirnaty-10', '2022-05-17 comirnaty-10'])
    expect(both(who, '2022-05-20').en).toContain(
      'Recorded dose 2: 1 day(s) short of the minimum interval, not counted. (947/VSDTTƯ-TCQG)',
    )
  })

  const people: readonly Person[] = [
    [child('2014-03-02'), '2022-03-01'],
    [child('2594-01-01'), '2600-01-01'],
    [child('2010-05-10', ['2022-04-20 comirnaty-10']), '2022-05-01'],
    [child('2010-05-10', ['2022-04-20 comirnaty-10']), '2022-05-01', bothBands],
    [child('2010-05-10', ['2022-04-05 spikevax-50']), '2022-05-18', bothBands],
    [child('2016'), '2022-04-14', childrenOnly, ['spikevax-50']],
    [child('2010'), '2022-04-14', bothBands],
    [child('2016'), '2022-04-14'],
    [child('2014-03-02', ['2022-04-20', '2022-04-21 x', '2022-01-01 comirnaty-10']), '2022-06-01'],
    [child('2014-03-02', ['2022-04-20 spikevax-50', '2022-05-18 comirnaty-10']), '2022-06-01'],
    [child('2014-03-02', ['2022-04-20 spikevax-50']), '2022-06-01', childrenOnly, ['comirnaty-10']],
    [child('2017', ['2022-04-20 comirnaty-10', '2022-04-20 comirnaty-30']), '2022-06-01'],
    [
      child('2014-03-02', [
        '2022-04-20 comirnaty-10',
        '2022-05-18 comirnaty-30',
        '2022-08-01 comirnaty-10',
      ]),
      '2022-09-01',
    ],
    [child('2014-03-02', ['2013-01-01 comirnaty-10', '2029-01-01 comirnaty-10']), '2022-09-01'],
    [child('2014-03-02', [], { facts: {} }), '2022-04-14'],
    ...Object.keys(allNo).map((item) => {
      const screening = { ...allNo, [item]: 'yes' as const }
      return [child('2014-03-02', [], { facts: { screening } }), '2022-04-14'] as const
    }),
  ]
  test.each(people.map((person) => [person] as const))('leaves no place unfilled: %#', (person) => {
    const [who, on, set, products] = person
    const { vi: viet, en: english } = both(who, on, set, products)
    for (const line of [...viet, ...english]) {
      expect(line).not.toMatch(/[{}]|undefined|null|NaN/)
    }
    expect(viet).toHaveLength(english.length)
  })

  test('both tables have the same sentences with the same places', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    for (const id of Object.keys(vi) as (keyof typeof vi)[]) {
      expect(places(en[id]), id).toEqual(places(vi[id]))
    }
    expect(Object.keys(en)).toEqual(Object.keys(vi))
  })
})
