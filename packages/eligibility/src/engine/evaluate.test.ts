import { describe, expect, test } from 'vitest'
import { systemCrypto } from '@tiemchung/core/crypto'
import { definePolicySet, hashPolicySet, type PolicySet } from '../policy-set/define.js'
import { covid19Adolescents12To17 } from '../policies/covid19-adolescents-12-17.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import type { EligibilityPolicy } from '../policy/format.js'
import type { Subject } from '../subject/subject.js'
import type { Answer } from './answer.js'
import { type EvaluateOptions, evaluate } from './evaluate.js'
import { evaluateMany } from './evaluate-many.js'
import { allNo, bothBands, child, childrenOnly, civil, infected } from './people.fixture.js'

const reason = (answer: Answer, rule: string) => answer.reasons.find((one) => one.rule === rule)

type Row = readonly [
  name: string,
  who: Subject,
  on: string,
  expected: Partial<Answer>,
  options?: EvaluateOptions,
]

function checkAll(rows: readonly Row[], set: PolicySet): void {
  for (const [name, who, on, expected, options] of rows) {
    test(name, () => {
      expect(evaluate(who, set, civil(on), options)).toMatchObject(expected)
    })
  }
}

const adolescents = 'vn.covid19.adolescents-12-17'

/** The same policies under the other readings of the calendar. */
function withCalendar(calendar: Partial<EligibilityPolicy['calendar']>) {
  return definePolicySet(
    covid19Children5To11.map((one) => ({ ...one, calendar: { ...one.calendar, ...calendar } })),
  )
}

describe('the dispatches: children from 5 to under 12, alone', () => {
  const rows: readonly Row[] = [
    ['the fifth birthday', child('2017-04-14'), '2022-04-14', { status: 'eligible', dose: 1 }],
    [
      'the day before the fifth birthday',
      child('2017-04-15'),
      '2022-04-14',
      { status: 'tooYoung', earliest: civil('2022-04-15'), handover: null },
    ],
    [
      'the twelfth birthday',
      child('2010-04-14'),
      '2022-04-14',
      {
        status: 'tooOld',
        course: 'agedOut',
        earliest: null,
        handover: { policy: adolescents, from: civil('2022-04-14') },
      },
    ],
    [
      'the day before the twelfth birthday',
      child('2010-04-15'),
      '2022-04-14',
      { status: 'eligible', lastDay: civil('2022-04-14'), handover: null },
    ],
    [
      'dose 2 after 27 days',
      child('2014-03-02', ['2022-04-20 comirnaty-10']),
      '2022-05-17',
      { status: 'tooSoon', dose: 2, course: 'inProgress', earliest: civil('2022-05-18') },
    ],
    [
      'dose 2 after 28 days',
      child('2014-03-02', ['2022-04-20 comirnaty-10']),
      '2022-05-18',
      { status: 'eligible', dose: 2, earliest: civil('2022-05-18') },
    ],
    [
      'infection after dose 1',
      child('2014-03-02', ['2022-04-20 comirnaty-10'], { facts: infected('2022-05-10') }),
      '2022-05-16',
      { status: 'deferred', earliest: civil('2022-08-10') },
    ],
    [
      'infection on 31 March: forward to 1 July',
      child('2014-03-02', [], { facts: infected('2022-03-31') }),
      '2022-05-01',
      { status: 'deferred', earliest: civil('2022-07-01') },
    ],
    [
      'infection on 15 January, the day before three months',
      child('2014-03-02', [], { facts: infected('2022-01-15') }),
      '2022-04-14',
      { status: 'deferred', earliest: civil('2022-04-15') },
    ],
    [
      'infection on 15 January, three months later',
      child('2014-03-02', [], { facts: infected('2022-01-15') }),
      '2022-04-15',
      { status: 'eligible', earliest: civil('2022-04-15') },
    ],
    [
      'dose 2 only after the twelfth birthday: can never be finished here',
      child('2010-05-10', ['2022-04-20 comirnaty-10']),
      '2022-05-01',
      {
        status: 'tooOld',
        earliest: null,
        nextChange: null,
        handover: { policy: adolescents, from: civil('2022-05-10') },
      },
    ],
    [
      'another brand at 28 days',
      child('2014-03-02', ['2022-04-20 spikevax-50', '2022-05-18 comirnaty-10']),
      '2022-05-18',
      { status: 'tooSoon', dose: 2, course: 'inProgress', earliest: civil('2022-06-15') },
    ],
    [
      'no consent yet: the dates are told all the same',
      child('2014-03-02', [], { consent: { state: 'none' } }),
      '2022-04-14',
      { status: 'needsConsent', earliest: civil('2022-03-28'), needs: ['consent'] },
    ],
    [
      'consent refused',
      child('2014-03-02', [], { consent: { state: 'refused' } }),
      '2022-04-14',
      { status: 'needsConsent', earliest: civil('2022-03-28') },
    ],
    [
      'consent from tomorrow on',
      child('2014-03-02', [], { consent: { state: 'agreed', date: civil('2022-04-15') } }),
      '2022-04-14',
      { status: 'needsConsent', dose: 1 },
    ],
    ['only the year of birth, Comirnaty', child('2016'), '2022-04-14', { status: 'eligible' }],
    [
      'only the year of birth, Spikevax',
      child('2016'),
      '2022-04-14',
      {
        status: 'unknown',
        needs: ['birthDate'],
        earliest: civil('2022-12-31'),
        uncertain: {
          birthDate: { from: civil('2016-01-01'), to: civil('2016-12-31') },
          earliest: { from: civil('2022-03-31'), to: civil('2022-12-31') },
        },
      },
      { products: ['spikevax-50'] },
    ],
    [
      'before the campaign',
      child('2014-03-02'),
      '2022-03-27',
      { status: 'notRecommended', earliest: civil('2022-03-28') },
    ],
    [
      'Spikevax before its approval',
      child('2014-03-02'),
      '2022-03-30',
      { status: 'notRecommended', earliest: civil('2022-03-31') },
      { products: ['spikevax-50'] },
    ],
    [
      'both doses given',
      child('2014-03-02', ['2022-04-20 comirnaty-10', '2022-05-18 comirnaty-10']),
      '2022-05-18',
      { status: 'complete', course: 'complete', dose: null, earliest: null, products: [] },
    ],
    [
      'not born yet',
      child('2022-05-01'),
      '2022-04-14',
      { status: 'tooYoung', earliest: civil('2027-05-01') },
    ],
  ]
  checkAll(rows, childrenOnly)

  test('Comirnaty from 5, Spikevax from 6, each with its volume', () => {
    const { products } = evaluate(child('2017-04-14'), childrenOnly, civil('2022-04-14'))
    expect(products).toMatchObject([
      { id: 'comirnaty-10', from: '2022-04-14', doseMcg: 10, volumeMl: '0.2' },
      { id: 'spikevax-50', from: '2023-04-14', doseMcg: 50, volumeMl: '0.25' },
    ])
  })

  test('the next change of a child on the last day of the age is the birthday', () => {
    const answer = evaluate(child('2010-04-15'), childrenOnly, civil('2022-04-14'))
    expect(answer.nextChange).toMatchObject({
      on: '2022-04-15',
      status: 'tooOld',
      because: { rule: 'age', cite: ['1535/BYT-DP'] },
    })
  })

  test('born on 29 February: 5 on 1 March, 6 on 1 March, 12 on 29 February', () => {
    const answer = evaluate(child('2016-02-29'), childrenOnly, civil('2022-04-14'))
    expect(reason(answer, 'age')).toMatchObject({ from: '2021-03-01', to: '2028-02-28' })
    expect(reason(answer, 'product/spikevax-50')).toMatchObject({ from: '2022-03-01' })
    const clamped = evaluate(
      child('2016-02-29'),
      withCalendar({ monthOverflow: 'clamp' }),
      civil('2022-04-14'),
    )
    expect(reason(clamped, 'age')).toMatchObject({ from: '2021-02-28', to: '2028-02-28' })
    expect(reason(clamped, 'product/spikevax-50')).toMatchObject({ from: '2022-02-28' })
  })

  test.each([
    ['2021-11-30', {}, '2022-03-01'],
    ['2021-11-30', { monthOverflow: 'clamp' }, '2022-02-28'],
    ['2022-03-31', { monthOverflow: 'clamp' }, '2022-06-30'],
    ['2022-01-15', { firstDay: 'next' }, '2022-04-16'],
  ] as const)('infection on %s under %o ends on %s', (onset, calendar, from) => {
    const who = child('2014-03-02', [], { facts: infected(onset) })
    const answer = evaluate(who, withCalendar(calendar), civil('2022-04-14'))
    expect(reason(answer, 'infection')?.from).toBe(from)
  })

  test('interval and infection are both named when both stand in the way', () => {
    const who = child('2014-03-02', ['2022-04-20 comirnaty-10'], { facts: infected('2022-05-10') })
    const answer = evaluate(who, childrenOnly, civil('2022-05-16'))
    expect(reason(answer, 'dose-2/interval-1')).toMatchObject({
      effect: 'blocks',
      from: '2022-05-18',
    })
    expect(reason(answer, 'infection')).toMatchObject({ effect: 'blocks', cite: ['1848/BYT-DP'] })
  })

  test('a course that cannot be finished names age and interval', () => {
    const who = child('2010-05-10', ['2022-04-20 comirnaty-10'])
    const answer = evaluate(who, childrenOnly, civil('2022-05-01'))
    expect(reason(answer, 'no-day-left')).toMatchObject({
      to: '2022-05-09',
      cite: ['947/VSDTTƯ-TCQG', '1535/BYT-DP'],
    })
    expect(reason(answer, 'dose-2/interval-1')).toMatchObject({ from: '2022-05-18' })
  })
})

describe('the dispatches: both age bands', () => {
  const rows: readonly Row[] = [
    [
      'a sixth-grader who is twelve already',
      child('2010-04-14'),
      '2022-04-14',
      {
        status: 'eligible',
        policy: { id: adolescents, version: '2021-10-14.1' },
        handover: { policy: adolescents, from: civil('2022-04-14') },
      },
    ],
    [
      'twelve between the doses',
      child('2010-05-10', ['2022-04-20 comirnaty-10']),
      '2022-05-18',
      { status: 'eligible', dose: 2, earliest: civil('2022-05-18') },
    ],
    [
      'dose 2 after 21 days of Comirnaty 30',
      child('2009-05-10', ['2022-04-20 comirnaty-30']),
      '2022-05-11',
      { status: 'eligible', dose: 2, earliest: civil('2022-05-11') },
    ],
    [
      'dose 2 after 20 days of Comirnaty 30',
      child('2009-05-10', ['2022-04-20 comirnaty-30']),
      '2022-05-10',
      { status: 'tooSoon', earliest: civil('2022-05-11') },
    ],
    [
      'two doses before a third was ordered',
      child('2009-05-10', ['2022-01-10 comirnaty-30', '2022-01-31 comirnaty-30']),
      '2022-06-16',
      { status: 'complete' },
    ],
    [
      'third dose five months after 31 January',
      child('2009-05-10', ['2022-01-10 comirnaty-30', '2022-01-31 comirnaty-30']),
      '2022-06-30',
      { status: 'tooSoon', dose: 3, series: 'booster', earliest: civil('2022-07-01') },
    ],
    [
      'both doses as a child, not yet twelve',
      child('2010-08-01', ['2022-04-20 comirnaty-10', '2022-05-18 comirnaty-10']),
      '2022-07-31',
      { status: 'complete', handover: null },
    ],
    [
      'both doses as a child, twelve today',
      child('2010-08-01', ['2022-04-20 comirnaty-10', '2022-05-18 comirnaty-10']),
      '2022-08-01',
      { status: 'tooSoon', dose: 3, earliest: civil('2022-10-18') },
    ],
    [
      'a year of birth on both sides of twelve: which strength is not known',
      child('2010'),
      '2022-04-14',
      { status: 'unknown', needs: ['birthDate'] },
    ],
  ]
  checkAll(rows, bothBands)

  test('turning twelve between doses: 30 micrograms by the age on the day, with a review', () => {
    const who = child('2010-05-10', ['2022-04-20 comirnaty-10'])
    const answer = evaluate(who, bothBands, civil('2022-05-01'))
    expect(answer.products.map((one) => one.id)).toEqual(['comirnaty-30'])
    expect(answer.handover).toEqual({ policy: adolescents, from: '2022-05-10' })
    expect(reason(answer, 'age-transition')?.assumes.map((one) => one.id)).toEqual(['turning-12'])
    expect(answer.nextChange).toMatchObject({ on: '2022-05-10', because: { rule: 'age' } })
  })

  test('Spikevax at twelve is offered for review only', () => {
    const who = child('2010-05-10', ['2022-04-05 spikevax-50'])
    const answer = evaluate(who, bothBands, civil('2022-05-18'))
    expect(answer.products).toMatchObject([
      { id: 'spikevax-100', preferred: false, volumeMl: '0.5' },
    ])
    expect(reason(answer, 'product/spikevax-100/review')).toMatchObject({ effect: 'informs' })
  })

  test('asked for the adolescents, a child of eleven is too young', () => {
    const set = definePolicySet(covid19Adolescents12To17)
    expect(evaluate(child('2010-04-15'), set, civil('2022-04-14'))).toMatchObject({
      status: 'tooYoung',
      earliest: '2022-04-15',
      handover: null,
    })
  })
})

describe('doses that were given', () => {
  type DoseRow = readonly [
    name: string,
    birth: string,
    doses: readonly string[],
    judged: readonly (readonly [validity: string, n: number | null, ...findings: string[]])[],
  ]
  const rows: readonly DoseRow[] = [
    [
      'after the day of assessment',
      '2014-03-02',
      ['2022-09-02 comirnaty-10'],
      [['invalid', null, 'afterAssessment']],
    ],
    ['before birth', '2014-03-02', ['2014-03-01 comirnaty-10'], [['invalid', null, 'beforeBirth']]],
    [
      'two on one day',
      '2014-03-02',
      ['2022-04-20 comirnaty-10', '2022-04-20 comirnaty-10'],
      [
        ['valid', 1],
        ['extra', null, 'sameDay'],
      ],
    ],
    [
      'two on one day, the better known counts',
      '2014-03-02',
      ['2022-04-20', '2022-04-20 comirnaty-10'],
      [
        ['extra', null, 'sameDay'],
        ['valid', 1],
      ],
    ],
    [
      'two on one day, the first not valid',
      '2017-01-01',
      ['2022-04-20 spikevax-50', '2022-04-20 brand:comirnaty'],
      [
        ['invalid', null, 'tooYoung'],
        ['valid', 1],
      ],
    ],
    ['no product', '2014-03-02', ['2022-04-20'], [['unknown', null, 'productMissing']]],
    [
      'a product that no policy knows',
      '2014-03-02',
      ['2022-04-20 other-5'],
      [['unknown', null, 'productUnknown']],
    ],
    [
      'before the campaign',
      '2014-03-02',
      ['2022-03-27 comirnaty-10'],
      [['unknown', null, 'noPolicy']],
    ],
    ['on the first day of the campaign', '2014-03-02', ['2022-03-28 comirnaty-10'], [['valid', 1]]],
    [
      'Spikevax before its approval',
      '2014-03-02',
      ['2022-03-30 spikevax-50'],
      [['unknown', null, 'productUnknown']],
    ],
    ['the brand alone', '2014-03-02', ['2022-04-20 brand:comirnaty'], [['valid', 1]]],
    [
      'the day before the fifth birthday',
      '2017-04-15',
      ['2022-04-14 comirnaty-10'],
      [['invalid', null, 'tooYoung']],
    ],
    ['the fifth birthday', '2017-04-15', ['2022-04-15 comirnaty-10'], [['valid', 1]]],
    [
      'Spikevax the day before the sixth birthday',
      '2016-04-15',
      ['2022-04-14 spikevax-50'],
      [['invalid', null, 'tooYoung']],
    ],
    ['Spikevax on the sixth birthday', '2016-04-15', ['2022-04-15 spikevax-50'], [['valid', 1]]],
    [
      'the strength of adults',
      '2014-03-02',
      ['2022-04-20 comirnaty-30'],
      [['valid', 1, 'offPlan']],
    ],
    ['at eighteen', '2004-04-20', ['2022-04-20 comirnaty-10'], [['invalid', null, 'tooOld']]],
    [
      'dose 2 a day early',
      '2014-03-02',
      ['2022-04-20 comirnaty-10', '2022-05-17 comirnaty-10'],
      [
        ['valid', 1],
        ['invalid', null, 'tooSoon'],
      ],
    ],
    [
      'dose 2 on its day',
      '2014-03-02',
      ['2022-05-18 comirnaty-10', '2022-04-20 comirnaty-10'],
      [
        ['valid', 2],
        ['valid', 1],
      ],
    ],
    [
      'another brand',
      '2014-03-02',
      ['2022-04-20 spikevax-50', '2022-05-18 comirnaty-10'],
      [
        ['valid', 1],
        ['invalid', null, 'otherBrand'],
      ],
    ],
    [
      'the third, 28 days after one that does not count',
      '2014-03-02',
      ['2022-04-20 spikevax-50', '2022-05-18 comirnaty-10', '2022-06-15 spikevax-50'],
      [
        ['valid', 1],
        ['invalid', null, 'otherBrand'],
        ['valid', 2],
      ],
    ],
    [
      'the third, 27 days after one that does not count',
      '2014-03-02',
      ['2022-04-20 spikevax-50', '2022-05-18 comirnaty-10', '2022-06-14 spikevax-50'],
      [
        ['valid', 1],
        ['invalid', null, 'otherBrand'],
        ['invalid', null, 'tooSoon'],
      ],
    ],
    [
      'one more than the course has',
      '2014-03-02',
      ['2022-04-20 comirnaty-10', '2022-05-18 comirnaty-10', '2022-08-18 comirnaty-10'],
      [
        ['valid', 1],
        ['valid', 2],
        ['extra', null, 'courseFull'],
      ],
    ],
    [
      'a birthday that is not known',
      '2017',
      ['2022-04-20 comirnaty-10'],
      [['unknown', null, 'birthDate', 'tooYoung']],
    ],
    ['a year of birth that leaves no doubt', '2014', ['2022-04-20 comirnaty-10'], [['valid', 1]]],
  ]
  test.each(rows)('%s', (_, birth, doses, judged) => {
    const answer = evaluate(child(birth, doses), childrenOnly, civil('2022-09-01'))
    const found = answer.doses.map(({ validity, n, reasons }) => [
      validity,
      n,
      ...reasons.map((one) => one.finding),
    ])
    expect(found).toEqual(judged)
  })

  test('an unknown dose makes the answer unknown and asks for the product', () => {
    const answer = evaluate(child('2014-03-02', ['2022-04-20']), childrenOnly, civil('2022-06-01'))
    expect(answer).toMatchObject({ status: 'unknown', earliest: null, needs: ['doses[0].product'] })
  })

  test('a brand whose strengths differ at the age is not judged', () => {
    const set = definePolicySet(
      covid19Children5To11.map((one) => ({
        ...one,
        products: one.products.map((product) =>
          product.id === 'comirnaty-30'
            ? { ...product, counts: { ...product.counts, ageFrom: 'P12Y' } }
            : product,
        ),
      })),
    )
    const answer = evaluate(
      child('2014-03-02', ['2022-04-20 brand:comirnaty']),
      set,
      civil('2022-06-01'),
    )
    expect(answer.doses[0]).toMatchObject({
      validity: 'unknown',
      reasons: [{ finding: 'strengthUnknown' }],
    })
    expect(answer.needs).toEqual(['doses[0].product'])
  })

  test('grace is forgiven in history and never planned', () => {
    const tolerant = definePolicySet(
      covid19Children5To11.map((one) => ({
        ...one,
        products: one.products.map((product) => ({
          ...product,
          counts: { ...product.counts, graceDays: 4 },
        })),
        series: one.series.map((series) => ({
          ...series,
          doses: series.doses.map((dose) => ({
            ...dose,
            intervals: (dose.intervals ?? []).map((interval) => ({ ...interval, graceDays: 4 })),
          })),
        })),
      })),
    )
    const judged = (birth: string, ...doses: string[]) =>
      evaluate(child(birth, doses), tolerant, civil('2022-09-01')).doses.map((one) => one.validity)
    expect(judged('2014-03-02', '2022-04-20 comirnaty-10', '2022-05-14 comirnaty-10')).toEqual([
      'valid',
      'validByGrace',
    ])
    expect(judged('2014-03-02', '2022-04-20 comirnaty-10', '2022-05-13 comirnaty-10')).toEqual([
      'valid',
      'invalid',
    ])
    expect(judged('2017-04-24', '2022-04-20 comirnaty-10')).toEqual(['validByGrace'])
    expect(judged('2017-04-25', '2022-04-20 comirnaty-10')).toEqual(['invalid'])
    const planned = evaluate(
      child('2014-03-02', ['2022-04-20 comirnaty-10']),
      tolerant,
      civil('2022-05-14'),
    )
    expect(planned).toMatchObject({ status: 'tooSoon', earliest: '2022-05-18' })
  })
})

describe('facts that are missing', () => {
  const rows: readonly Row[] = [
    [
      'no facts at all, as from a school list',
      { birthDate: child('2014-03-02').birthDate, doses: [], facts: {} },
      '2022-04-14',
      { status: 'needsScreening', earliest: civil('2022-03-28') },
    ],
    [
      'infection not asked',
      child('2014-03-02', [], { facts: { screening: allNo } }),
      '2022-04-14',
      { status: 'unknown', needs: ['covid19Infection'] },
    ],
    [
      'infection without a date',
      child('2014-03-02', [], { facts: { covid19Infection: { state: 'yes' }, screening: allNo } }),
      '2022-04-14',
      { status: 'unknown', earliest: null, needs: ['covid19Infection.onset'] },
    ],
    [
      'infection dated after today',
      child('2014-03-02', [], { facts: infected('2022-04-15') }),
      '2022-04-14',
      { status: 'unknown', earliest: null, needs: ['covid19Infection.onset'] },
    ],
    [
      'only the recovery is known, which bounds the onset',
      child('2014-03-02', [], {
        facts: {
          covid19Infection: { state: 'yes', recovery: civil('2022-02-01') },
          screening: allNo,
        },
      }),
      '2022-04-14',
      { status: 'unknown', earliest: civil('2022-05-01'), needs: ['covid19Infection.onset'] },
    ],
    [
      'one question of the form unanswered',
      child('2014-03-02', [], {
        facts: {
          covid19Infection: { state: 'no' },
          screening: { ...allNo, anyAllergy: 'unknown' },
        },
      }),
      '2022-04-14',
      { status: 'needsScreening', needs: ['screening.anyAllergy'] },
    ],
  ]
  checkAll(rows, childrenOnly)

  test('a policy that counts from recovery does not settle for the onset', () => {
    const set = definePolicySet(
      covid19Children5To11.map((one) => ({
        ...one,
        infectionDeferrals: one.infectionDeferrals.map((rule) => ({
          ...rule,
          anchor: 'recovery' as const,
        })),
      })),
    )
    const who = (infection: NonNullable<Subject['facts']['covid19Infection']>) =>
      child('2014-03-02', [], { facts: { covid19Infection: infection, screening: allNo } })
    const onset = civil('2022-03-01')
    expect(evaluate(who({ state: 'yes', onset }), set, civil('2022-08-01'))).toMatchObject({
      status: 'unknown',
      needs: ['covid19Infection.recovery'],
    })
    const recovery = civil('2022-03-20')
    expect(
      evaluate(who({ state: 'yes', onset, recovery }), set, civil('2022-06-19')),
    ).toMatchObject({
      status: 'deferred',
      earliest: '2022-06-20',
    })
  })
})

describe('the screening form of 5002/QĐ-BYT', () => {
  test.each([
    [
      'anaphylaxisToVaccine',
      { status: 'contraindicated', course: 'contraindicated', earliest: null },
    ],
    ['acuteOrProgressingDisease', { status: 'deferred', earliest: null, needs: ['rescreen'] }],
    [
      'anyAllergy',
      { status: 'eligible', cautions: [{ rule: 'screening-3', cite: ['5002/QĐ-BYT'] }] },
    ],
    [
      'consciousnessOrBehaviourDisorder',
      { status: 'eligible', cautions: [{ rule: 'screening-4' }] },
    ],
    ['congenitalOrChronicDisease', { status: 'eligible', site: 'hospital' }],
    ['abnormalHeartOrLungSounds', { status: 'eligible', site: 'hospital' }],
    ['anaphylaxisGrade3', { status: 'eligible', site: 'hospital' }],
    ['otherContraindication', { status: 'deferred', earliest: null, needs: ['rescreen'] }],
  ] as const)('yes to %s', (item, expected) => {
    const screening = { ...allNo, [item]: 'yes' }
    const who = child('2014-03-02', [], { facts: { covid19Infection: { state: 'no' }, screening } })
    expect(evaluate(who, childrenOnly, civil('2022-04-14'))).toMatchObject(expected)
  })
})

describe('what a site has', () => {
  test('nothing of the brand that was begun', () => {
    const who = child('2014-03-02', ['2022-04-20 spikevax-50'])
    const answer = evaluate(who, childrenOnly, civil('2022-06-01'), { products: ['comirnaty-10'] })
    expect(answer).toMatchObject({ status: 'notRecommended', products: [] })
    expect(answer.reasons[0]).toMatchObject({ kind: 'stock', effect: 'blocks' })
  })

  test('only a vaccine for older children', () => {
    const answer = evaluate(child('2016-06-02'), childrenOnly, civil('2022-06-01'), {
      products: ['spikevax-50'],
    })
    expect(answer).toMatchObject({ status: 'tooYoung', earliest: '2022-06-02' })
    expect(reason(answer, 'product/spikevax-50')).toMatchObject({ effect: 'blocks' })
  })

  test('a brand that no policy plans any more for the dose', () => {
    const set = definePolicySet(
      covid19Children5To11.map((one) => ({
        ...one,
        series: one.series.map((series) => ({
          ...series,
          doses: series.doses.map((dose) =>
            dose.n === 2 ? { ...dose, products: ['comirnaty-10'] } : dose,
          ),
        })),
      })),
    )
    const answer = evaluate(
      child('2014-03-02', ['2022-04-20 spikevax-50']),
      set,
      civil('2022-06-01'),
    )
    expect(answer.status).toBe('notRecommended')
    expect(answer.reasons[0]).toMatchObject({ kind: 'brand', effect: 'blocks' })
  })

  test('a product whose age has passed within the band', () => {
    const set = definePolicySet(
      covid19Children5To11.map((one) => ({
        ...one,
        products: one.products.map((product) =>
          product.use === null
            ? product
            : { ...product, use: { ...product.use, ageBefore: 'P8Y' } },
        ),
      })),
    )
    const answer = evaluate(child('2014-06-01'), set, civil('2022-06-01'))
    expect(answer.status).toBe('tooOld')
    expect(answer.reasons[0]).toMatchObject({
      kind: 'productAge',
      effect: 'blocks',
      to: '2022-05-31',
    })
  })
})

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

  test('a policy without consent asks for none; consent by a stranger is none', () => {
    const free = definePolicySet(covid19Children5To11.map((one) => ({ ...one, consent: null })))
    const { consent: _, ...silent } = child('2014-03-02')
    expect(evaluate(silent, free, civil('2022-04-14')).status).toBe('eligible')
    const parents = definePolicySet(
      covid19Children5To11.map((one) => ({ ...one, consent: { by: ['father'], cite: ['1535'] } })),
    )
    expect(evaluate(child('2014-03-02'), parents, civil('2022-04-14')).status).toBe('needsConsent')
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

describe('the end of the calendar', () => {
  test('a birth in the last years of the calendar has no day, and nothing throws', () => {
    expect(evaluate(child('2599-12-31'), childrenOnly, civil('2600-01-01'))).toMatchObject({
      status: 'tooYoung',
      earliest: null,
      nextChange: null,
    })
  })

  test('a window that ends after the calendar does not end', () => {
    expect(evaluate(child('2594-01-01'), childrenOnly, civil('2600-01-01'))).toMatchObject({
      status: 'eligible',
      lastDay: null,
      products: [
        { id: 'comirnaty-10', until: null },
        { id: 'spikevax-50', until: null },
      ],
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

describe('dates that are none', () => {
  test.each([
    [{ ...child('2014'), birthDate: '2014-02-30' }, ['birthDate']],
    [{ ...child('2014'), birthDate: '14' }, ['birthDate']],
    [{ ...child('2014'), doses: [{ date: '20/04/2022' }] }, ['doses', 0, 'date']],
    [{ ...child('2014'), consent: { state: 'agreed', date: '2022-4-1' } }, ['consent', 'date']],
    [
      { ...child('2014'), facts: { covid19Infection: { state: 'yes', onset: '2022-02-30' } } },
      ['facts', 'covid19Infection', 'onset'],
    ],
  ])('are refused with their path', (who, path) => {
    expect(() => evaluate(who as Subject, childrenOnly, civil('2022-04-14'))).toThrow(
      expect.objectContaining({ code: 'eligibility.subject', path }),
    )
  })
})
