/** Versions by their days, histories, and adolescents, as tables: one row a case, with its instrument. */
import { describe, expect, test } from 'vitest'
import { covid19Adolescents12To17 } from '../policies/covid19-adolescents-12-17.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { definePolicySet } from '../policy-set/define.js'
import { evaluate } from './evaluate.js'
import { bothBands, child, childrenOnly, civil, infected } from './people.fixture.js'
import { adolescents, articlesOf, checkLaw, type LawRow } from './rows.fixture.js'

const eight = '2014-03-02'

describe('every version by its day', () => {
  test.each([
    ['2022-03-28', '2022-03-28.1', '1535/BYT-DP', ['comirnaty-10']],
    ['2022-03-30', '2022-03-28.1', '1535/BYT-DP', ['comirnaty-10']],
    ['2022-03-31', '2022-03-31.1', '1535/BYT-DP', ['comirnaty-10', 'spikevax-50']],
    ['2022-04-12', '2022-03-31.1', '1535/BYT-DP', ['comirnaty-10', 'spikevax-50']],
    ['2022-04-13', '2022-04-13.1', '1848/BYT-DP', ['comirnaty-10', 'spikevax-50']],
    ['2022-04-24', '2022-04-13.1', '1848/BYT-DP', ['comirnaty-10', 'spikevax-50']],
    ['2022-04-25', '2022-04-25.1', '1848/BYT-DP', ['comirnaty-10', 'spikevax-50']],
    ['2022-06-28', '2022-04-25.1', '1848/BYT-DP', ['comirnaty-10', 'spikevax-50']],
    ['2022-06-29', '2022-06-29.1', '3405/BYT-DP', ['comirnaty-10', 'spikevax-50']],
    ['2030-01-01', '2022-06-29.1', '3405/BYT-DP', []],
  ] as const)('on %s version %s, by %s, plans %j', (on, version, article, products) => {
    const answer = evaluate(child(eight), childrenOnly, civil(on))
    expect(answer.policy.version).toBe(version)
    const piece = answer.timeline.find(
      ({ from, to }) => from <= on && (to === null || on <= to) && answer.status === 'eligible',
    )
    expect(piece?.products ?? []).toEqual(products)
    expect(articlesOf(answer)).toContain(article)
  })

  test.each([
    ['2022-03-28', '2022-03-28.1'],
    ['2022-03-31', '2022-03-31.1'],
    ['2022-04-24', '2022-04-13.1'],
    ['2022-06-28', '2022-04-25.1'],
    ['2022-06-29', '2022-06-29.1'],
  ] as const)('as known on %s, 1 July is governed by %s', (asOf, version) => {
    const known = definePolicySet(covid19Children5To11, { asOf: civil(asOf) })
    expect(evaluate(child(eight), known, civil('2022-07-01')).policy.version).toBe(version)
  })

  test('as known on 12 April, the infection rests on an assumption; a day later on 1848', () => {
    const basis = (asOf: string) => {
      const known = definePolicySet(covid19Children5To11, { asOf: civil(asOf) })
      const who = child(eight, [], { facts: infected('2022-03-01') })
      const { reasons } = evaluate(who, known, civil('2022-05-01'))
      const rule = reasons.find((one) => one.rule === 'infection')
      return { cite: rule?.cite, assumes: rule?.assumes.map((one) => one.id) }
    }
    expect(basis('2022-04-12')).toEqual({
      cite: [],
      assumes: ['infection-before-text', 'infection-anchor'],
    })
    expect(basis('2022-04-13')).toEqual({ cite: ['1848/BYT-DP'], assumes: ['infection-anchor'] })
  })
})

describe('what was given', () => {
  const judged = (
    article: string,
    name: string,
    doses: readonly string[],
    ...findings: readonly [n: number | null, validity: string, finding?: string][]
  ) => ({ article, name, doses, findings })

  test.each([
    judged(
      '947/VSDTTƯ-TCQG',
      'three days early',
      ['2022-04-20 comirnaty-10', '2022-05-15 comirnaty-10'],
      [1, 'valid'],
      [null, 'invalid', 'tooSoon'],
    ),
    judged(
      '3405/BYT-DP',
      'another brand',
      ['2022-07-01 comirnaty-10', '2022-08-01 spikevax-50'],
      [1, 'valid'],
      [null, 'invalid', 'otherBrand'],
    ),
    judged(
      '1535/BYT-DP',
      'another brand, before any text but 1535',
      ['2022-03-31 comirnaty-10', '2022-04-12 spikevax-50'],
      [1, 'valid'],
      [null, 'invalid', 'otherBrand'],
    ),
    judged(
      '3405/BYT-DP',
      'a third dose nobody ordered',
      ['2022-07-01 comirnaty-10', '2022-08-01 comirnaty-10', '2022-12-01 comirnaty-10'],
      [1, 'valid'],
      [2, 'valid'],
      [null, 'extra', 'courseFull'],
    ),
    judged(
      '1535/BYT-DP',
      'after the day of assessment',
      ['2024-01-02 comirnaty-10'],
      [null, 'invalid', 'afterAssessment'],
    ),
    judged(
      '1535/BYT-DP',
      'before birth',
      ['2013-01-02 comirnaty-10'],
      [null, 'invalid', 'beforeBirth'],
    ),
    judged(
      '1535/BYT-DP',
      'two on one day',
      ['2022-05-05 comirnaty-10', '2022-05-05 comirnaty-10'],
      [1, 'valid'],
      [null, 'extra', 'sameDay'],
    ),
    judged(
      '1535/BYT-DP',
      'a product that no text names',
      ['2022-05-05 vero-cell'],
      [null, 'unknown', 'productUnknown'],
    ),
    judged(
      '1535/BYT-DP',
      'the adult strength by mistake: counted, to be reviewed',
      ['2022-05-05 comirnaty-30'],
      [1, 'valid', 'offPlan'],
    ),
  ])('$article: $name', ({ article, doses, findings }) => {
    const answer = evaluate(child(eight, doses), childrenOnly, civil('2024-01-01'))
    const found = answer.doses.map(({ n, validity, reasons }) => ({
      n,
      validity,
      finding: reasons[0]?.finding,
    }))
    expect(found).toEqual(findings.map(([n, validity, finding]) => ({ n, validity, finding })))
    expect(articlesOf(answer)).toContain(article)
  })
})

describe('twelve to seventeen', () => {
  const twice = ['2022-01-10 comirnaty-30', '2022-01-31 comirnaty-30']
  const rows: readonly LawRow[] = [
    [
      '8688/BYT-DP',
      'the twelfth birthday',
      child('2010-04-14'),
      '2022-04-14',
      { status: 'eligible', policy: { id: adolescents, version: '2021-10-14.1' } },
    ],
    [
      '8688/BYT-DP',
      'seventeen until the eve of the eighteenth birthday',
      child('2004-04-15'),
      '2022-04-14',
      { status: 'eligible', lastDay: civil('2022-04-14') },
    ],
    [
      '8688/BYT-DP',
      'the eighteenth birthday',
      child('2004-04-14'),
      '2022-04-14',
      { status: 'tooOld', earliest: null },
    ],
    [
      '8688/BYT-DP',
      'Spikevax: four weeks, less a day',
      child('2007-05-10', ['2022-03-01 spikevax-100']),
      '2022-03-28',
      { status: 'tooSoon', dose: 2, earliest: civil('2022-03-29') },
    ],
    [
      '8688/BYT-DP',
      'no third dose before 3181',
      child('2007-05-10', ['2021-11-01 comirnaty-30', '2021-11-22 comirnaty-30']),
      '2022-06-16',
      { status: 'complete', dose: null },
    ],
    [
      '3181/BYT-DP',
      'the third dose from the day of 3181',
      child('2007-05-10', ['2021-11-01 comirnaty-30', '2021-11-22 comirnaty-30']),
      '2022-06-17',
      { status: 'eligible', dose: 3, series: 'booster' },
    ],
    [
      '3309/BYT-DP',
      'the third dose five months after 31 January: forward to 1 July',
      child('2007-05-10', twice),
      '2022-06-30',
      { status: 'tooSoon', dose: 3, earliest: civil('2022-07-01') },
    ],
    [
      '3309/BYT-DP',
      'five months over, but three after infection are not',
      child('2007-05-10', twice, { facts: infected('2022-05-15') }),
      '2022-07-01',
      { status: 'deferred', dose: 3, earliest: civil('2022-08-15') },
    ],
    [
      '3309/BYT-DP',
      'after the third dose nothing is due',
      child('2007-05-10', [...twice, '2022-07-01 comirnaty-30']),
      '2023-07-01',
      { status: 'complete', course: 'complete' },
    ],
    [
      '3309/BYT-DP',
      'a third dose a day early does not count',
      child('2007-05-10', [...twice, '2022-06-30 comirnaty-30']),
      '2022-07-27',
      { status: 'tooSoon', dose: 3, earliest: civil('2022-07-28') },
    ],
    [
      '3309/BYT-DP',
      'the third dose falls past the eighteenth birthday',
      child('2004-06-30', twice),
      '2022-06-24',
      { status: 'tooOld', earliest: null },
    ],
  ]
  checkLaw(rows, definePolicySet(covid19Adolescents12To17))

  test('the third dose is Comirnaty 30 µg in 0.3 ml, whatever came before', () => {
    const after = child('2007-05-10', ['2021-11-01 spikevax-100', '2021-11-29 spikevax-100'])
    const { products } = evaluate(after, bothBands, civil('2022-07-01'))
    expect(products).toMatchObject([{ id: 'comirnaty-30', doseMcg: 30, volumeMl: '0.3' }])
  })
})
