/** Every rule of the shipped policies speaks in some answer, cites what exists, and is said in both languages. */
import { describe, expect, test } from 'vitest'
import type { Answer, Reason } from '../engine/answer.js'
import { evaluate } from '../engine/evaluate.js'
import { allNo, bothBands, child, childrenOnly, civil, infected } from '../engine/people.fixture.js'
import type { EligibilityPolicy } from '../policy/format.js'
import { definePolicySet, type PolicySet } from '../policy-set/define.js'
import { covid19Adolescents12To17 } from '../policies/covid19-adolescents-12-17.js'
import type { Subject } from '../subject/subject.js'
import { explain } from './explain.js'
import { golden } from './golden.fixture.js'
import { adultsOnly, more, routineSets } from './more-people.fixture.js'

const eight = '2014-03-02'
const fifteen = '2007-05-10'
const answered = (item: string, answer: 'yes' | 'unknown'): Pick<Subject, 'facts'> => ({
  facts: { covid19Infection: { state: 'no' }, screening: { ...allNo, [item]: answer } },
})
const adolescentsOnly = definePolicySet(covid19Adolescents12To17)

type Case = readonly [who: Subject, on: string, set?: PolicySet, stock?: readonly string[]]

/** Somebody for every rule. */
const cases: readonly Case[] = [
  [child('2019-04-15'), '2022-05-01'],
  [child('2010-04-15'), '2022-05-01'],
  [child(eight), '2022-03-01'],
  [child(eight, ['2022-04-20 comirnaty-10', '2022-05-18 comirnaty-10']), '2022-06-01'],
  [child(eight, ['2022-04-20 comirnaty-10', '2022-05-15 comirnaty-10']), '2022-05-20'],
  [child(eight, ['2022-03-20 comirnaty-10']), '2022-04-01'],
  [child(eight, ['2021-04-20 x']), '2022-05-01'],
  [child(eight, ['2013-05-05 comirnaty-10', '2022-04-27 comirnaty-10']), '2022-05-05'],
  [child(eight, ['2022-04-20 spikevax-50', '2022-04-22 comirnaty-10']), '2022-05-01'],
  [child(eight, ['2022-04-20 spikevax-50']), '2022-06-01', childrenOnly, ['comirnaty-10']],
  [child('2017-04-15'), '2022-06-01', childrenOnly, ['spikevax-50']],
  [child(eight), '2022-06-01', childrenOnly, []],
  [child('2016-08'), '2022-08-10', childrenOnly, ['spikevax-50']],
  [child('2010-05'), '2022-05-10'],
  [child('2014'), '2022-05-10'],
  [child(eight, [], { facts: infected('2022-04-01') }), '2022-05-01'],
  [child(eight, [], { facts: { screening: allNo } }), '2022-05-01'],
  [child(eight, [], { consent: { state: 'none' } }), '2022-05-01'],
  [child(eight, [], { consent: { state: 'refused' } }), '2022-05-01'],
  [child('2010-05-10', ['2022-04-20 comirnaty-10']), '2022-05-01'],
  [child('2010-05-10', ['2022-04-20 comirnaty-10']), '2022-05-20', bothBands],
  ...Object.keys(allNo).flatMap((item): Case[] => [
    [child(eight, [], answered(item, 'yes')), '2022-05-01'],
    [child(eight, [], answered(item, 'unknown')), '2022-05-01'],
    [child(fifteen, [], answered(item, 'yes')), '2022-06-30', adolescentsOnly],
  ]),
  [child(fifteen, ['2022-05-01 comirnaty-30']), '2022-05-10', adolescentsOnly],
  [child(fifteen, ['2022-05-01 spikevax-100']), '2022-05-10', adolescentsOnly],
  [child(fifteen, ['2010-05-01 comirnaty-30']), '2022-05-10', adolescentsOnly],
  [child(fifteen, ['2018-05-01 comirnaty-30']), '2022-05-10', adolescentsOnly],
  [
    child(fifteen, ['2022-05-01 comirnaty-30', '2022-05-05 comirnaty-30']),
    '2022-05-10',
    adolescentsOnly,
  ],
  [
    child(fifteen, [
      '2022-01-10 comirnaty-30',
      '2022-01-31 comirnaty-30',
      '2022-07-01 comirnaty-30',
    ]),
    '2022-08-01',
    adolescentsOnly,
  ],
  [
    child(fifteen, ['2022-05-01 spikevax-100', '2022-05-05 spikevax-100']),
    '2022-05-10',
    adolescentsOnly,
  ],
  [
    child(fifteen, [
      '2022-01-10 comirnaty-30',
      '2022-01-31 comirnaty-30',
      '2022-06-20 comirnaty-30',
    ]),
    '2022-06-25',
    adolescentsOnly,
  ],
  ...more,
]

const told = cases.map(
  ([who, on, set = childrenOnly, products]): Answer =>
    evaluate(who, set, civil(on), products === undefined ? {} : { products }),
)

const everyReason = told.flatMap((answer) =>
  answer.reasons.map((reason) => ({ reason, policy: answer.policy.id })),
)

/** Ids of the rules that a policy's document holds. */
function ruleIds(policy: EligibilityPolicy): string[] {
  const screening = ['contraindications', 'screeningDeferrals', 'precautions', 'hospital'] as const
  return [
    'age',
    'policy-period',
    'course',
    ...(policy.hospital.length === 0 ? [] : ['screening']),
    ...(policy.consent === null ? [] : ['consent']),
    ...policy.infectionDeferrals.map((rule) => rule.id),
    ...screening.flatMap((list) => policy[list].map((rule) => rule.id)),
    ...policy.products.filter(({ use }) => use !== null).map(({ id }) => `product/${id}`),
    ...policy.products.filter(({ review }) => review).map(({ id }) => `product/${id}/review`),
    ...policy.series.flatMap(({ doses }) =>
      doses.flatMap(({ n, ages = [], intervals = [] }) => [
        ...ages.map((_, index) => `dose-${n}/age-${index + 1}`),
        ...intervals.map((_, index) => `dose-${n}/interval-${index + 1}`),
      ]),
    ),
  ]
}

describe('the rules of the shipped policies', () => {
  const newest = [childrenOnly, adolescentsOnly, adultsOnly, ...routineSets].map(
    (set) => set.policies.at(-1) as EligibilityPolicy,
  )

  test.each(newest.map((policy) => [policy.id, policy] as const))(
    '%s: each speaks in at least one answer',
    (id, policy) => {
      const spoken = new Set(
        everyReason.filter((one) => one.policy === id).map((one) => one.reason.rule),
      )
      expect(ruleIds(policy).filter((rule) => !spoken.has(rule))).toEqual([])
    },
  )

  test('each citation is the number of a source, each assumption one of the list', () => {
    const policies = [bothBands, adultsOnly, ...routineSets].flatMap((set) => set.policies)
    const numbers = new Set(policies.flatMap((one) => one.sources.map((source) => source.number)))
    const known = new Set(policies.flatMap((one) => one.assumptions.map((each) => each.id)))
    for (const { reason } of everyReason) {
      expect(reason.cite.length + reason.assumes.length, reason.rule).toBeGreaterThan(0)
      for (const number of reason.cite) expect(numbers).toContain(number)
      for (const { id } of reason.assumes) expect(known).toContain(id)
    }
    for (const { cite } of told.flatMap(({ doses }) => doses.flatMap((dose) => dose.reasons))) {
      for (const number of cite) expect(numbers).toContain(number)
    }
  })
})

/** The sentence of one reason alone. */
const sentence = (reason: Reason, language: 'vi' | 'en') => {
  const [answer] = told
  if (answer === undefined) throw new Error('no answer')
  const alone = { ...answer, reasons: [reason], products: [], doses: [], handover: null }
  const [, , said] = explain(
    { ...alone, earliest: civil('2022-05-01'), nextChange: null },
    language,
  )
  return said
}

describe('what a nurse reads', () => {
  const first = new Map<string, Reason>()
  for (const { reason } of everyReason) {
    const { kind, effect, params } = reason
    const key = params['state'] === 'refused' ? `${kind}.refused` : `${kind}.${effect}`
    if (effect !== 'allows' && !first.has(key)) first.set(key, reason)
  }

  test.each(Object.entries(golden))('%s', (key, [vi, en]) => {
    const reason = first.get(key) as Reason
    expect([sentence(reason, 'vi'), sentence(reason, 'en')]).toEqual([vi, en])
  })

  test('no kind of reason is left out of the table', () => {
    expect([...first.keys()].sort()).toEqual(Object.keys(golden).sort())
  })
})
