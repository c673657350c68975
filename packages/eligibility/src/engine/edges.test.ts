/** The first and the last day of everything that a rule says, and the day before and after. */
import { describe, expect, test } from 'vitest'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { covid19Adolescents12To17 } from '../policies/covid19-adolescents-12-17.js'
import type { EligibilityPolicy, PolicyDose } from '../policy/format.js'
import { definePolicySet } from '../policy-set/define.js'
import type { Answer } from './answer.js'
import { evaluate } from './evaluate.js'
import { child, civil } from './people.fixture.js'
import { routineChild, routinePolicy } from './routine.fixture.js'

const cite = ['test']
const born = '2020-01-10'
const late = civil('2030-01-01')

const dose = (n: number, more: Partial<PolicyDose> = {}): PolicyDose => ({
  n,
  products: ['dead'],
  cite,
  ...more,
})
const setOf = (doses: readonly PolicyDose[], more: Partial<EligibilityPolicy> = {}) =>
  definePolicySet([
    {
      ...routinePolicy,
      spacing: [],
      series: [{ id: 'course', name: { vi: 'x', en: 'x' }, doses }],
      ...more,
    },
  ])
const lastFinding = ({ doses }: Answer) => doses.at(-1)?.reasons[0]?.finding

describe('the ages at which a product is planned', () => {
  test.each([
    ['the day before twelve', covid19Children5To11, 'comirnaty-10', '2022-07-09', undefined],
    ['twelve', covid19Children5To11, 'comirnaty-10', '2022-07-10', 'offPlan'],
    ['past twelve', covid19Children5To11, 'comirnaty-10', '2022-07-20', 'offPlan'],
    ['the day before twelve', covid19Adolescents12To17, 'comirnaty-30', '2022-07-09', 'offPlan'],
    ['twelve', covid19Adolescents12To17, 'comirnaty-30', '2022-07-10', undefined],
  ])('%s: a dose of %#', (_, policies, product, on, found) => {
    const who = child('2010-07-10', [`${on} ${product}`])
    expect(lastFinding(evaluate(who, definePolicySet(policies), civil('2022-09-01')))).toBe(found)
  })
})

describe('a row with days of its own', () => {
  const effective = { from: civil('2024-02-01'), to: civil('2024-02-20') }
  const days = [
    ['the day before its first', '2024-01-31', false],
    ['its first day', '2024-02-01', true],
    ['its last day', '2024-02-20', true],
    ['the day after its last', '2024-02-21', false],
  ] as const

  test.each(days)('an age, %s', (_, on, asked) => {
    const set = setOf([dose(1, { ages: [{ from: 'P9Y', graceDays: 0, effective, cite }] })])
    const answer = evaluate(routineChild(born, `${on} dead`), set, late)
    expect(lastFinding(answer)).toBe(asked ? 'tooYoung' : undefined)
  })

  test.each(days)('a wait, %s', (_, on, asked) => {
    const wait = { from: { dose: 1 }, min: 'P90D', graceDays: 0, effective, cite }
    const set = setOf([dose(1), dose(2, { intervals: [wait] })])
    const answer = evaluate(routineChild(born, '2024-01-15 dead', `${on} dead`), set, late)
    expect(lastFinding(answer)).toBe(asked ? 'tooSoon' : undefined)
  })
})

describe('a brand of two strengths, of which one does not count', () => {
  const strength = (id: string, more: object = {}) => ({
    ...(routinePolicy.products[1] as EligibilityPolicy['products'][number]),
    ...{ id, brand: 'brand', ...more },
  })
  const whole = { ageFrom: 'P0D', graceDays: 0, cite }
  const both = [strength('weak'), strength('strong')]
  const named = { products: ['weak', 'strong'] }

  test.each([
    ['for the age', [strength('weak', { counts: { ...whole, ageBefore: 'P2Y' } }), both[1]], {}],
    ['for it is never given', both, { never: ['weak'] }],
    [
      'for it is not accepted',
      both,
      { accepts: [{ product: 'strong', ageFrom: 'P0D', graceDays: 0 }] },
    ],
  ] as const)('%s: it is not known whether the dose does', (_, products, more) => {
    const set = setOf([dose(1, { ...named, ...more })], {
      products: products as EligibilityPolicy['products'],
    })
    const given = { ...routineChild(born), doses: [{ date: civil('2024-01-15'), brand: 'brand' }] }
    const answer = evaluate(given, set, civil('2024-03-01'))
    expect(answer.doses[0]).toMatchObject({ validity: 'unknown' })
    expect(lastFinding(answer)).toBe('strengthUnknown')
  })
})

describe('a distance to another vaccine', () => {
  const rule = { id: 'apart', after: ['serum'], give: ['dead'], min: 'P28D', cite }
  const set = setOf([dose(1)], { spacing: [rule] })
  const serum = '2024-01-05 serum'

  test.each([
    ['on its day', '2024-01-05', 'eligible'],
    ['on the day after', '2024-01-06', 'tooSoon'],
    ['on the last day of the wait', '2024-02-01', 'tooSoon'],
    ['after the wait', '2024-02-02', 'eligible'],
  ])('%s', (_, on, status) => {
    const answer = evaluate(routineChild(born, serum), set, civil(on))
    expect(answer.status).toBe(status)
    const told = answer.reasons.find((one) => one.rule === 'spacing/apart')
    expect(told).toMatchObject({ kind: 'spacing', from: '2024-02-02' })
  })

  test.each([
    ['given on the same day', '2024-01-05', undefined, undefined],
    ['given ten days later', '2024-01-15', 'spacing', { days: 18 }],
    ['given on the last day of the wait', '2024-02-01', 'spacing', { days: 1 }],
    ['given after the wait', '2024-02-02', undefined, undefined],
  ])('%s', (_, on, found, params) => {
    const answer = evaluate(routineChild(born, serum, `${on} dead`), set, late)
    expect(lastFinding(answer)).toBe(found)
    expect(answer.doses.at(-1)?.reasons[0]?.params).toEqual(params)
  })

  test('is kept to the vaccines that are named, and to no other', () => {
    const other = routineChild(born, '2024-01-05 other-live', '2024-01-15 dead')
    expect(lastFinding(evaluate(other, set, late))).toBeUndefined()
    const none = evaluate(routineChild(born, '2024-01-05 other-live'), set, civil('2024-01-15'))
    expect(none.status).toBe('eligible')
    expect(none.reasons.some((one) => one.kind === 'spacing')).toBe(false)
  })
})

describe('a wait since the last of some vaccines', () => {
  const wait = { from: { lastOf: ['serum'] }, min: 'P28D', graceDays: 0, cite }
  const set = setOf([dose(1, { intervals: [wait] })])

  test.each([
    ['on the same day', '2024-01-05', undefined],
    ['the next day', '2024-01-06', 'tooSoon'],
    ['before it', '2024-01-04', undefined],
    ['27 days later', '2024-02-01', 'tooSoon'],
    ['28 days later', '2024-02-02', undefined],
  ])('%s', (_, on, found) => {
    const given = routineChild(born, '2024-01-05 serum', `${on} dead`)
    const answer = evaluate(given, set, late)
    const judged = answer.doses.find(({ index }) => index === 1)
    expect(judged?.reasons[0]?.finding).toBe(found)
  })
})

describe('seasons', () => {
  const seasons = [
    { from: civil('2024-03-01'), to: civil('2024-04-30'), cite },
    { from: civil('2024-09-01'), to: civil('2024-10-31'), cite },
  ]
  const set = setOf([dose(1, { seasons })])

  test.each([
    ['2024-02-29', 'notRecommended', 'dose-1/season-1'],
    ['2024-03-01', 'eligible', undefined],
    ['2024-04-30', 'eligible', undefined],
    ['2024-05-01', 'notRecommended', 'dose-1/season-2'],
    ['2024-08-31', 'notRecommended', 'dose-1/season-2'],
    ['2024-09-01', 'eligible', undefined],
    ['2024-10-31', 'eligible', undefined],
    ['2024-11-01', 'notRecommended', 'dose-1/season-3'],
  ])('%s: %s', (on, status, rule) => {
    const answer = evaluate(routineChild(born), set, civil(on))
    expect(answer.status).toBe(status)
    expect(answer.reasons.find(({ effect }) => effect === 'blocks')?.rule).toBe(rule)
  })
})

describe('an age without an upper end', () => {
  test('is told once', () => {
    const set = setOf([dose(1, { ages: [{ from: 'P2M', graceDays: 0, cite }] })])
    const told = evaluate(routineChild(born), set, civil('2024-01-01')).reasons
    expect(told.filter(({ kind }) => kind === 'doseAge')).toHaveLength(1)
  })
})

describe('lengths in months, where the day of the event does not count', () => {
  const calendar = { monthOverflow: 'forward', firstDay: 'next' } as const
  const dueAfter = (min: string) => {
    const wait = { from: { dose: 1 }, min, graceDays: 0, cite }
    const set = setOf([dose(1), dose(2, { intervals: [wait] })], { calendar })
    return evaluate(routineChild(born, '2024-01-05 dead'), set, civil('2024-01-06')).earliest
  }
  test.each([
    ['P28D', '2024-02-02'],
    ['P1M', '2024-02-06'],
    ['P1M1D', '2024-02-07'],
  ])('%s', (min, earliest) => {
    expect(dueAfter(min)).toBe(earliest)
  })
})

describe('the end of the calendar', () => {
  const openUntil = (birth: string) => {
    const ages = { ageFrom: 'P0D', ageBefore: 'P1D' }
    const population = { ...ages, cite }
    const product = routinePolicy.products[1] as EligibilityPolicy['products'][number]
    const products = [{ ...product, use: ages }]
    const set = setOf([dose(1)], { population, products })
    return evaluate(routineChild(birth), set, civil(birth)).lastDay
  }
  test.each([
    ['2600-12-29', '2600-12-29'],
    ['2600-12-30', '2600-12-30'],
    ['2600-12-31', null],
  ])('born on %s', (birth, lastDay) => {
    expect(openUntil(birth)).toBe(lastDay)
  })
})

describe('a policy for one sex', () => {
  const set = setOf([dose(1)], { population: { ageFrom: 'P0D', sex: 'female', cite } })
  test.each([
    ['female', 'eligible', 'allows'],
    ['male', 'notRecommended', 'blocks'],
    [undefined, 'unknown', 'unknown'],
  ] as const)('%s', (sex, status, effect) => {
    const who = { ...routineChild(born), ...(sex === undefined ? {} : { sex }) }
    const answer = evaluate(who, set, civil('2024-01-01'))
    expect(answer.status).toBe(status)
    expect(answer.reasons.find(({ kind }) => kind === 'sex')?.effect).toBe(effect)
  })
})

describe('an illness of which only the recovery is known', () => {
  const set = definePolicySet(covid19Children5To11)
  test.each([
    ['the day before the day asked', '2022-07-14', '2022-10-14'],
    ['the day asked', '2022-07-15', '2022-10-15'],
    ['the day after it, which is not known yet', '2022-07-16', null],
  ])('recovered %s', (_, day, earliest) => {
    const recovery = civil(day)
    const who = child('2014-01-01', [], {
      facts: { covid19Infection: { state: 'yes', recovery }, screening: {} },
    })
    const answer = evaluate(who, set, civil('2022-07-15'))
    expect(answer.earliest).toBe(earliest)
  })
})

describe('a policy without a form', () => {
  test('says nothing of one', () => {
    const { reasons, needs } = evaluate(routineChild(born), setOf([dose(1)]), civil('2024-01-01'))
    expect(reasons.filter(({ kind }) => kind === 'screening')).toEqual([])
    expect(needs).toEqual([])
  })
})

describe('a vaccine of another programme that is told first of a day', () => {
  const others = [{ id: 'a-serum', cite }]
  const given = routineChild(born, '2024-01-05 a-serum', '2024-01-05 dead')
  const wait = { from: { lastOf: ['a-serum'] }, min: 'P28D', graceDays: 0, cite }
  const rule = { id: 'apart', after: ['a-serum'], give: ['dead'], min: 'P28D', cite }

  test.each([
    ['a wait', setOf([dose(1, { intervals: [wait] })], { others })],
    ['a distance', setOf([dose(1)], { others, spacing: [rule] })],
  ])('%s does not stand in the way on the same day', (_, set) => {
    expect(evaluate(given, set, late).doses[1]).toMatchObject({ n: 1, validity: 'valid' })
  })
})

describe('a wait since the dose before, whatever it was', () => {
  const wait = { from: { previous: 'given' as const }, min: 'P28D', graceDays: 0, cite }
  const first = dose(1, { never: ['adult'], ages: [{ from: 'P3Y', graceDays: 0, cite }] })
  const set = setOf([{ ...first, intervals: [wait] }])

  test.each([
    ['one given by mistake asks for none', '2024-01-05 adult', 'eligible', '2024-01-05'],
    ['one too young asks for it', '2022-12-30 dead', 'tooSoon', '2023-01-27'],
    ['one that is not known asks for it', '2024-01-05 unheard-of', 'tooSoon', null],
  ])('%s', (_, given, status, earliest) => {
    const on = given.startsWith('2022') ? '2023-01-12' : '2024-01-15'
    const answer = evaluate(routineChild(born, given), set, civil(on))
    expect(answer).toMatchObject({ status, earliest })
  })
})

describe('a wait since the dose before, on the day of one that does not count', () => {
  const wait = { from: { previous: 'given' as const }, min: 'P28D', graceDays: 0, cite }
  const accepts = [{ product: 'dead', ageFrom: 'P0D', graceDays: 0 }]
  const set = setOf([dose(1, { accepts, intervals: [wait] })])
  test.each([
    ['the same day', '2024-01-05', undefined],
    ['the day before', '2024-01-04', 'tooSoon'],
  ])('%s', (_, other, found) => {
    const who = routineChild(born, `${other} adult`, '2024-01-05 dead')
    expect(lastFinding(evaluate(who, set, late))).toBe(found)
  })
})

describe('a dose of the day of birth', () => {
  test('counts', () => {
    const answer = evaluate(routineChild(born, `${born} dead`), setOf([dose(1)]), late)
    expect(answer.doses[0]).toMatchObject({ n: 1, validity: 'valid' })
  })
})

describe('a wait after some vaccines', () => {
  const strong = {
    ...(routinePolicy.products[1] as EligibilityPolicy['products'][number]),
    ...{ id: 'strong', brand: 'brand' },
  }
  const wait = { from: { dose: 1 }, after: ['strong'], min: 'P90D', graceDays: 0, cite }
  const set = setOf(
    [dose(1, { products: ['strong'] }), dose(2, { products: ['strong'], intervals: [wait] })],
    { products: [strong] },
  )
  test('holds also where only the brand was written down', () => {
    const who = { ...routineChild(born), doses: [{ date: civil('2024-01-05'), brand: 'brand' }] }
    expect(evaluate(who, set, civil('2024-02-01'))).toMatchObject({
      status: 'tooSoon',
      earliest: '2024-04-04',
    })
  })
})

describe('doses of the time before a version', () => {
  const version = (from: string, to: string | null, more: Partial<EligibilityPolicy>) => ({
    ...{ ...routinePolicy, spacing: [], version: from },
    effective: { from: civil(from), to: to === null ? null : civil(to) },
    ...more,
  })
  const series = (doses: readonly PolicyDose[]): EligibilityPolicy['series'] => [
    { id: 'course', name: { vi: 'x', en: 'x' }, doses },
  ]
  const dueOn = (later: Partial<EligibilityPolicy>, ...doses: readonly string[]) => {
    const early = version('2000-01-01', '2024-03-31', { series: series([dose(1)]) })
    const set = definePolicySet([early, version('2024-04-01', null, later)])
    return evaluate(routineChild(born, ...doses), set, civil('2024-04-02')).earliest
  }

  test('one past the end of the course asks for no wait before the dose that is new', () => {
    const wait = { from: { previous: 'given' as const }, min: 'P60D', graceDays: 0, cite }
    const longer = { series: series([dose(1), dose(2, { intervals: [wait] })]) }
    expect(dueOn(longer, '2024-01-05 dead')).toBe('2024-04-01')
    expect(dueOn(longer, '2024-01-05 dead', '2024-03-20 dead')).toBe('2024-04-01')
  })

  test('one of a vaccine that only the later version knows asks for its wait', () => {
    const [, known] = routinePolicy.products as [unknown, EligibilityPolicy['products'][number]]
    const products = [...routinePolicy.products, { ...known, id: 'new', brand: 'new' }]
    const wait = { from: { previous: 'uncounted' as const }, min: 'P60D', graceDays: 0, cite }
    const after = {
      products,
      series: series([dose(1, { intervals: [{ ...wait, after: ['new'] }] })]),
    }
    const earliest = (product: string) => {
      const early = version('2000-01-01', '2024-03-31', { series: series([dose(1)]) })
      const set = definePolicySet([early, version('2024-04-01', null, after)])
      const who = routineChild(born, `2024-03-20 ${product}`)
      return evaluate(who, set, civil('2024-04-02')).reasons.find(({ kind }) => kind === 'interval')
        ?.from
    }
    expect([earliest('new'), earliest('unheard-of')]).toEqual(['2024-05-19', undefined])
  })
})

describe('a vaccine of another programme on the day of a dose', () => {
  const rule = { id: 'apart', after: ['serum', 'a-serum'], give: ['dead'], min: 'P28D', cite }
  const others = ['serum', 'a-serum'].map((id) => ({ id, cite }))
  const set = setOf([dose(1), dose(2)], { spacing: [rule], others })

  test.each(['serum', 'a-serum'])(
    '%s: both stand, and the distance to the next dose is kept',
    (other) => {
      const who = routineChild(born, `2024-01-05 ${other}`, '2024-01-05 dead')
      const answer = evaluate(who, set, civil('2024-01-20'))
      expect(answer).toMatchObject({ status: 'tooSoon', dose: 2, earliest: '2024-02-02' })
      expect(answer.doses.map(({ n }) => n)).toEqual([null, 1])
      expect(answer.doses[0]?.reasons[0]?.finding).toBe('otherVaccine')
    },
  )
})
