import { addDays } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { child, civil, infected } from '../engine/people.fixture.js'
import type { SubjectFacts } from '../subject/subject.js'
import { evaluate } from '../engine/evaluate.js'
import { articlesOf, checkLaw, type LawRow } from '../engine/rows.fixture.js'
import { lintEligibilityPolicy } from '../policy/parse.js'
import { definePolicySet } from '../policy-set/define.js'
import { covid19Adults18 } from './covid19-adults-18.js'

const set = definePolicySet(covid19Adults18)
const born = '1980-05-05'
const plain: SubjectFacts = {
  covid19Infection: { state: 'no' },
  immunocompromised: 'no',
  highExposure: 'no',
}

/** Somebody of whom everything is known, and nothing sets them apart. */
const adult = (birth: string, doses: readonly string[], facts: SubjectFacts = {}) =>
  child(birth, doses, { facts: { ...plain, ...facts } })
const mrna = ['comirnaty-30', 'spikevax-100']
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
      { status: 'eligible', dose: 4, series: 'additional', overdueFrom: civil('2022-01-15') },
    ],
    [
      '10722/BYT-DP',
      'Sinopharm twice: within three months',
      child(born, ['2021-11-01 vero-cell', '2021-11-25 vero-cell']),
      '2022-01-10',
      { status: 'eligible', dose: 4, series: 'additional', overdueFrom: civil('2022-02-25') },
    ],
    [
      '10225/BYT-DP',
      'AstraZeneca twice: no additional dose, a booster after six months',
      adult(born, astra),
      '2021-12-10',
      { status: 'tooSoon', dose: 5, series: 'booster' },
    ],
    [
      '10722/BYT-DP',
      'AstraZeneca twice: a booster after three months',
      adult(born, astra),
      '2022-01-10',
      { status: 'eligible', dose: 5, series: 'booster', earliest: civil('2021-12-30') },
    ],
    [
      '10722/BYT-DP',
      'Sinopharm twice and the additional dose: a booster three months after it',
      child(born, [...sinopharm, '2021-12-10 comirnaty-30']),
      '2022-03-09',
      { status: 'tooSoon', dose: 5, earliest: civil('2022-03-10') },
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

  test('an additional dose is mRNA or the same, with its volume', () => {
    const { products } = evaluate(child(born, sinopharm), set, civil('2022-01-10'))
    expect(products).toMatchObject([
      { id: 'comirnaty-30', volumeMl: '0.3' },
      { id: 'spikevax-100', volumeMl: '0.5' },
      { id: 'vero-cell', volumeMl: '0.5' },
    ])
  })
})

describe('the primary course of each product', () => {
  const abdala = 'Phê duyệt Abdala, 17/09/2021'
  test.each([
    ['comirnaty-30', '2021-10-22', '3588/QĐ-BYT'],
    ['sputnik-v', '2021-10-22', '3588/QĐ-BYT'],
    ['vero-cell', '2021-10-22', '3588/QĐ-BYT'],
    ['hayat-vax', '2021-10-22', 'Phê duyệt Hayat-Vax, 10/09/2021'],
    ['spikevax-100', '2021-10-29', '3588/QĐ-BYT'],
    ['covaxin', '2021-10-29', 'Phê duyệt Covaxin, 10/11/2021'],
    ['abdala', '2021-10-15', abdala],
    ['astrazeneca', '2021-10-29', '7820/BYT-DP'],
  ])('%s on 1 October: the second from %s, by %s', (product, due, article) => {
    const who = adult(born, [`2021-10-01 ${product}`])
    const early = evaluate(who, set, addDays(civil(due), -1))
    expect(early).toMatchObject({ status: 'tooSoon', dose: 2, earliest: due })
    const answer = evaluate(who, set, civil(due))
    expect(answer).toMatchObject({ status: 'eligible', dose: 2, series: 'primary' })
    expect(answer.products[0]?.id).toBeDefined()
    expect(articlesOf(answer)).toContain(article)
  })

  const rows: readonly LawRow[] = [
    [
      '7820/BYT-DP',
      'AstraZeneca: late after twelve weeks',
      adult(born, ['2021-07-28 astrazeneca']),
      '2021-10-01',
      { status: 'eligible', overdueFrom: civil('2021-10-20') },
    ],
    [
      '3588/QĐ-BYT',
      'Sinopharm: late after four weeks',
      adult(born, ['2021-10-01 vero-cell']),
      '2021-10-25',
      { status: 'eligible', overdueFrom: civil('2021-10-29') },
    ],
    [
      abdala,
      'Abdala: a third dose 14 days after the second',
      adult(born, ['2021-10-01 abdala', '2021-10-15 abdala']),
      '2021-10-28',
      { status: 'tooSoon', dose: 3, earliest: civil('2021-10-29') },
    ],
    [
      '3588/QĐ-BYT',
      'Abdala three times: complete until there is a booster',
      adult(born, ['2021-10-01 abdala', '2021-10-15 abdala', '2021-10-29 abdala']),
      '2021-11-15',
      { status: 'complete' },
    ],
    [
      '10722/BYT-DP',
      'Abdala three times: a booster three months after the third',
      adult(born, ['2021-10-01 abdala', '2021-10-15 abdala', '2021-10-29 abdala']),
      '2022-01-28',
      { status: 'tooSoon', dose: 5, earliest: civil('2022-01-29') },
    ],
    [
      '10722/BYT-DP',
      'Janssen once is a course: a booster three months after it',
      adult(born, ['2021-12-20 janssen']),
      '2022-03-19',
      { status: 'tooSoon', dose: 5, earliest: civil('2022-03-20') },
    ],
    [
      '10722/BYT-DP',
      'Sputnik Light once is a course',
      adult(born, ['2021-12-20 sputnik-light']),
      '2022-03-20',
      { status: 'eligible', dose: 5, series: 'booster' },
    ],
  ]
  checkLaw(rows, set)

  test.each([
    ['the day before 19', '2002-12-02', false],
    ['19', '2002-12-01', true],
    ['65, the last day', '1955-12-02', true],
    ['66', '1955-12-01', false],
  ])('Abdala at %s', (_, birth, planned) => {
    const { products } = evaluate(adult(birth, []), set, civil('2021-12-01'))
    const ready = products.filter(
      ({ from, until }) => from <= '2021-12-01' && (until ?? '9') >= '2021-12-01',
    )
    expect(ready.some(({ id }) => id === 'abdala')).toBe(planned)
  })

  test.each([
    ['abdala', '2021-09-17'],
    ['hayat-vax', '2021-09-10'],
    ['covaxin', '2021-11-10'],
  ])('%s is planned from its approval on %s', (product, from) => {
    const only = { products: [product] }
    const who = adult(born, [])
    const before = evaluate(who, set, addDays(civil(from), -1), only)
    expect(before).toMatchObject({ status: 'notRecommended', nextChange: { on: from } })
    expect(evaluate(who, set, civil(from), only).status).toBe('eligible')
  })
})

describe('mixed primary courses, by pair and by day', () => {
  const spring = ['2021-07-27', '2021-09-08', '2021-09-09', '2021-12-30', '2021-12-31']
  test.each([
    ['astrazeneca', 'comirnaty-30', '2021-07-27'],
    ['comirnaty-30', 'spikevax-100', '2021-09-09'],
    ['spikevax-100', 'comirnaty-30', '2021-09-09'],
    ['astrazeneca', 'spikevax-100', '2021-12-31'],
    ['spikevax-100', 'astrazeneca', null],
    ['vero-cell', 'comirnaty-30', null],
    ['comirnaty-30', 'astrazeneca', null],
    ['astrazeneca', 'vero-cell', null],
    ['sputnik-v', 'astrazeneca', null],
  ])('%s, then %s: from %s', (first, second, from) => {
    const who = adult(born, [`2021-05-01 ${first}`])
    const known = definePolicySet(
      covid19Adults18.map((one, place) =>
        place === 0 ? { ...one, effective: { ...one.effective, from: civil('2021-01-01') } } : one,
      ),
    )
    for (const day of spring) {
      const { status } = evaluate(who, known, civil(day), { products: [second] })
      expect([day, status]).toEqual([
        day,
        from !== null && day >= from ? 'eligible' : 'notRecommended',
      ])
    }
  })

  test('a pair given before its day counts', () => {
    const who = adult(born, ['2021-07-28 vero-cell', '2021-08-30 comirnaty-30'])
    expect(evaluate(who, set, civil('2021-09-10'))).toMatchObject({
      status: 'complete',
      doses: [{ n: 1 }, { n: 2, validity: 'valid' }],
    })
  })

  test('what may not follow is named with its own reason', () => {
    const who = adult(born, ['2021-08-01 vero-cell'])
    const { reasons } = evaluate(who, set, civil('2021-10-01'), { products: ['comirnaty-30'] })
    expect(reasons.find(({ rule }) => rule === 'product/comirnaty-30')).toMatchObject({
      kind: 'mixing',
      effect: 'informs',
    })
    expect(reasons[0]).toMatchObject({ rule: 'dose-2/stock', effect: 'blocks' })
  })
})

describe('the vaccines of the booster', () => {
  const twice = (one: string, other = one) => [`2021-08-01 ${one}`, `2021-09-30 ${other}`]
  test.each([
    ['AstraZeneca', twice('astrazeneca'), '2022-02-01', ['astrazeneca', ...mrna]],
    ['Pfizer', twice('comirnaty-30'), '2022-03-30', mrna],
    ['Pfizer, from late March 2022', twice('comirnaty-30'), '2022-03-31', ['astrazeneca', ...mrna]],
    ['mixed', twice('astrazeneca', 'comirnaty-30'), '2022-02-01', mrna],
    ['mixed mRNA', twice('spikevax-100', 'comirnaty-30'), '2022-02-01', mrna],
    ['Covaxin', twice('covaxin'), '2022-02-01', [...mrna, 'covaxin']],
    ['Sputnik Light', ['2021-12-02 sputnik-light'], '2022-03-02', [...mrna, 'sputnik-light']],
    [
      'Sinopharm',
      [...twice('vero-cell'), '2021-12-10 vero-cell'],
      '2022-03-10',
      ['astrazeneca', ...mrna, 'vero-cell'],
    ],
  ])('after %s', (_, doses, on, expected) => {
    const { dose, timeline } = evaluate(adult(born, doses), set, civil(on))
    const piece = timeline.find(({ from, to }) => from <= on && (to === null || on <= to))
    expect([dose, piece?.products]).toEqual([5, expected])
  })
})

describe('facts that somebody has to say', () => {
  const on = civil('2022-01-10')
  const of = (facts: SubjectFacts) => evaluate(child(born, astra, { facts: { ...facts } }), set, on)
  const none = { covid19Infection: { state: 'no' } } as const

  test('an additional dose for the immunocompromised, whatever their vaccine', () => {
    expect(of({ ...plain, immunocompromised: 'yes' })).toMatchObject({
      status: 'eligible',
      dose: 4,
      earliest: '2021-12-01',
    })
  })

  test.each([{}, { immunocompromised: 'unknown' }] as const)(
    '%j is open, and asked for',
    (said) => {
      const answer = of({ ...none, ...said })
      expect(answer).toMatchObject({ status: 'unknown', dose: null, needs: ['immunocompromised'] })
      expect(answer.uncertain).toBeNull()
      expect(answer.products).toEqual([])
      expect(answer.reasons[0]).toMatchObject({ kind: 'personFact', effect: 'unknown' })
    },
  )

  test('is not asked for where it changes nothing', () => {
    const first = evaluate(child(born, [], { facts: none }), set, on)
    expect(first).toMatchObject({ status: 'eligible', needs: [] })
    const weak = evaluate(child(born, sinopharm, { facts: none }), set, on)
    expect(weak).toMatchObject({ status: 'eligible', dose: 4, needs: [] })
  })

  test('with a year of birth, each is asked for where it decides', () => {
    const thrice = ['2021-08-01 comirnaty-30', '2021-09-01 comirnaty-30', '2022-01-01 comirnaty-30']
    const ask = (birth: string, facts: SubjectFacts) =>
      evaluate(child(birth, thrice, { facts }), set, civil('2022-06-01')).needs
    expect(ask('1972', plain)).toEqual(['birthDate'])
    expect(ask('1972', { ...plain, highExposure: 'unknown' })).toEqual([
      'birthDate',
      'highExposure',
    ])
    expect(ask('1960', { ...plain, highExposure: 'unknown' })).toEqual([])
    expect(ask('1990', { ...plain, highExposure: 'unknown' })).toEqual(['highExposure'])
  })
})

describe('the second booster, and infections', () => {
  const thrice = ['2021-08-01 comirnaty-30', '2021-09-01 comirnaty-30', '2022-01-15 comirnaty-30']
  const twice = thrice.slice(0, 2)
  const old = '1965-05-05'
  const ill = (onset: string, recovery?: string): SubjectFacts => ({
    covid19Infection: {
      state: 'yes',
      onset: civil(onset),
      ...(recovery === undefined ? {} : { recovery: civil(recovery) }),
    },
  })
  const fourth = 'Mũi 4, 10–12/05/2022'
  const july = 'Tiêm ngay sau khi khỏi bệnh, 22–24/07/2022'
  const rows: readonly LawRow[] = [
    [
      '10722/BYT-DP',
      'none before May 2022',
      adult(old, thrice),
      '2022-05-11',
      { status: 'complete' },
    ],
    [
      fourth,
      'four months after the third dose',
      adult(old, thrice),
      '2022-05-14',
      { status: 'tooSoon', dose: 6, earliest: civil('2022-05-15') },
    ],
    [fourth, 'from then on', adult(old, thrice), '2022-05-15', { status: 'eligible', dose: 6 }],
    [
      '10722/BYT-DP',
      'not the day before 50',
      adult('1972-06-02', thrice),
      '2022-06-01',
      { status: 'complete', handover: null },
    ],
    [
      july,
      'the immunocompromised of any age',
      adult('1990-01-01', [...thrice, '2022-04-15 comirnaty-30'], { immunocompromised: 'yes' }),
      '2022-08-15',
      { status: 'eligible', dose: 6 },
    ],
    [
      fourth,
      'the highly exposed of any age',
      adult('1990-01-01', thrice, { highExposure: 'yes' }),
      '2022-05-15',
      { status: 'eligible', dose: 6 },
    ],
    [
      fourth,
      'three months after an infection',
      adult(old, thrice, ill('2022-03-20')),
      '2022-06-19',
      { status: 'deferred', dose: 6, earliest: civil('2022-06-20') },
    ],
    [
      '3309/BYT-DP',
      'as before under 3309',
      adult(old, thrice),
      '2022-06-23',
      { status: 'eligible', dose: 6 },
    ],
    [
      '5785/QĐ-BYT',
      'infected: no wait from 5785 on',
      adult(born, twice, ill('2022-01-20')),
      '2022-02-01',
      { status: 'eligible', dose: 5 },
    ],
    [
      july,
      'the booster right after recovery',
      adult(born, twice, ill('2022-07-20', '2022-07-30')),
      '2022-07-30',
      { status: 'eligible', dose: 5 },
    ],
    [
      july,
      'the booster while recovery is not known',
      adult(born, twice, ill('2022-07-20')),
      '2022-07-30',
      { status: 'unknown', needs: ['covid19Infection.recovery'] },
    ],
    [
      july,
      'the second booster three months after infection, recovered or not',
      adult(old, thrice, ill('2022-07-20', '2022-07-30')),
      '2022-10-19',
      { status: 'deferred', dose: 6, earliest: civil('2022-10-20') },
    ],
    [
      july,
      'the first dose needs no wait',
      adult(born, [], ill('2022-07-20')),
      '2022-07-30',
      { status: 'eligible', dose: 1 },
    ],
  ]
  checkLaw(rows, set)

  test('turning 50 makes it due', () => {
    expect(
      evaluate(adult('1972-06-02', thrice), set, civil('2022-06-01')).nextChange,
    ).toMatchObject({
      on: '2022-06-02',
      status: 'eligible',
    })
  })
})
