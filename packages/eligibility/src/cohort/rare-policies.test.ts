/** Rules that the shipped policies do not hold and a policy may: columns say what `evaluate` says. */
import type { PartialDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { child, civil, infected } from '../engine/people.fixture.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import type {
  EligibilityPolicy,
  InfectionDeferral,
  PolicyDose,
  PolicyInterval,
} from '../policy/format.js'
import { definePolicySet } from '../policy-set/define.js'
import type { Subject } from '../subject/subject.js'
import { columnsOf } from './columns-of.js'
import { compileCohort } from './compile.js'
import { evaluateColumns } from './evaluate-columns.js'
import { openingsOf } from './openings.js'
import { randomChild } from './random-child.fixture.js'
import { firstDifference } from './same-answer.fixture.js'

const last = covid19Children5To11.at(-1) as EligibilityPolicy
const [series] = last.series as [EligibilityPolicy['series'][number]]
const many = Array.from({ length: 250 }, (_, seed) => randomChild(seed))
const days = ['2022-04-20', '2022-07-15', '2022-12-31']

function differenceOf(changes: Partial<EligibilityPolicy>, people: readonly Subject[] = many) {
  const set = definePolicySet([{ ...last, ...changes }])
  return days.map((on) => firstDifference(set, {}, people, civil(on)))
}

const same = days.map(() => undefined)

/** The doses of the course, changed. */
const dosesOf = (change: (dose: PolicyDose) => PolicyDose): Partial<EligibilityPolicy> => ({
  series: [{ ...series, doses: series.doses.map(change) }],
})

describe('columns', () => {
  const illness = last.infectionDeferrals[0] as InfectionDeferral

  test.each(['P0D', 'P3M'])('wait %s after recovery', (length) => {
    const deferral: InfectionDeferral = { ...illness, anchor: 'recovery', for: length }
    expect(differenceOf({ infectionDeferrals: [deferral] })).toEqual(same)
  })

  test('a brand that stands for two strengths, one of which counts at the age', () => {
    const products = last.products.map((product) =>
      product.id === 'comirnaty-30'
        ? { ...product, counts: { ...product.counts, ageFrom: 'P12Y' } }
        : product,
    )
    const people = ['2022-06-01', '2022-07-01'].map((on) =>
      child('2015-01-01', [`${on} brand:comirnaty`]),
    )
    expect(differenceOf({ products }, [...people, ...many])).toEqual(same)
  })

  test('a brand that is no longer given', () => {
    const [spikevax, ...others] = [...last.products].reverse() as typeof last.products
    const set = definePolicySet([
      { ...last, effective: { from: last.effective.from, to: civil('2022-07-31') } },
      {
        ...last,
        version: 'later',
        effective: { from: civil('2022-08-01'), to: null },
        products: [{ ...(spikevax as NonNullable<typeof spikevax>), use: null }, ...others],
        series: [
          {
            ...series,
            doses: series.doses.map((dose) => ({ ...dose, products: ['comirnaty-10'] })),
          },
        ],
      },
    ])
    const begun = child('2014-01-01', ['2022-07-10 spikevax-50'])
    for (const on of ['2022-07-31', '2022-08-01', '2022-12-31']) {
      expect(firstDifference(set, {}, [begun, ...many], civil(on))).toBeUndefined()
    }
  })

  test('a wait since a dose that comes later says nothing', () => {
    const forward = dosesOf((dose) => ({
      ...dose,
      intervals: [{ from: { dose: 2 }, min: 'P90D', graceDays: 0, cite: [] }],
    }))
    expect(differenceOf(forward)).toEqual(same)
  })

  test('a wait after a product that there is not says nothing', () => {
    const strange = dosesOf((dose) => ({
      ...dose,
      intervals: (dose.intervals ?? []).map((one) => ({ ...one, after: ['unheard-of'] })),
    }))
    expect(differenceOf(strange)).toEqual(same)
  })

  test('a policy without an upper age leaves the last day open', () => {
    const open = { ageFrom: 'P5Y' }
    const changes: Partial<EligibilityPolicy> = {
      population: { ...open, cite: [] },
      products: last.products.map((product) => ({
        ...product,
        use: open,
        counts: { ...open, graceDays: 0, cite: [] },
      })),
    }
    expect(differenceOf(changes)).toEqual(same)
    const plan = compileCohort(definePolicySet([{ ...last, ...changes }]))
    const columns = columnsOf(plan, [child('2010-08-01')])
    const [opened] = openingsOf(plan, columns, civil('2022-07-15'))
    expect(opened?.openings[0]).toEqual({
      product: 'comirnaty-10',
      from: '2022-07-15',
      until: null,
    })
  })

  test.each(['1899-12-31', '1985-02-28', '2041-06-30', '2599-12-31'])(
    'somebody born on %s',
    (born) => {
      const people = [child(born), child(born, ['2022-05-01 comirnaty-10'])]
      expect(differenceOf({}, people)).toEqual(same)
      expect(differenceOf({ population: { ageFrom: 'P0D', cite: [] } }, people)).toEqual(same)
    },
  )

  test('an illness before living memory', () => {
    const facts = infected('1985-05-05')
    expect(
      differenceOf({}, [child('1980-01-01', [], { facts }), child('2014-01-01', [], { facts })]),
    ).toEqual(same)
  })

  test('more days and months of birth than are remembered change nothing', () => {
    const plan = compileCohort(definePolicySet([last]))
    const asked = [
      child('2015-01-01'),
      child('1950-03-01'),
      { ...child('2015-01-01'), birthDate: '2016-07' as PartialDate },
    ]
    const months = Array.from({ length: 12_000 }, (_, at) => {
      const month = String((at % 12) + 1).padStart(2, '0')
      const birthDate = `${1600 + Math.floor(at / 12)}-${month}` as PartialDate
      return { ...child('2015-01-01', ['2022-05-01 comirnaty-10']), birthDate }
    })
    const openings = openingsOf(
      plan,
      columnsOf(plan, [...asked, ...months, ...asked]),
      civil('2022-07-15'),
    )
    const before = openings.filter((one) => one.child < asked.length)
    const after = openings.filter((one) => one.child >= asked.length + months.length)
    expect(before).toHaveLength(2)
    expect(after.map(({ child: _, ...told }) => told)).toEqual(
      before.map(({ child: _, ...told }) => told),
    )
  })
})

describe('codes that no product or brand has', () => {
  const waits = (after: string): readonly PolicyInterval[] => [
    { from: { previous: 'uncounted' }, after: [after], min: 'P300D', graceDays: 0, cite: [] },
  ]

  test.each(last.products.map(({ id }) => id))('are an unknown vaccine, and not %s', (id) => {
    const plan = compileCohort(
      definePolicySet([{ ...last, ...dosesOf((dose) => ({ ...dose, intervals: waits(id) })) }]),
    )
    const columns = columnsOf(plan, [
      child('2014-01-01', ['2022-07-10 unheard-of']),
      child('2014-01-01', ['2022-07-10 brand:unheard-of']),
    ])
    const on = civil('2022-08-01')
    const usual = evaluateColumns(plan, columns, on)
    for (const code of [last.products.length + 1, 33, 34, 35, 200]) {
      const odd = {
        ...columns,
        doseProduct: columns.doseProduct.map((one) => (one === 0 ? 0 : code)),
        doseBrand: columns.doseBrand.map((one) => (one === 0 ? 0 : code)),
      }
      expect(evaluateColumns(plan, odd, on)).toEqual(usual)
    }
  })
})

describe('compileCohort', () => {
  const product = last.products[0] as (typeof last.products)[0]
  const refused = (rule: string) =>
    expect.objectContaining({ code: 'eligibility.not-columnar', params: { rule } })

  test('holds no more rules than there are bits', () => {
    const infectionDeferrals = Array.from({ length: 33 }, (_, at) => ({
      ...(last.infectionDeferrals[0] as InfectionDeferral),
      id: `illness-${at}`,
    }))
    expect(() => compileCohort(definePolicySet([{ ...last, infectionDeferrals }]))).toThrow(
      expect.objectContaining({ code: 'eligibility.not-columnar' }),
    )
  })

  test('holds sixteen products and not seventeen', () => {
    const of = (count: number) => {
      const names = Array.from({ length: count }, (_, at) => `p${String(at).padStart(2, '0')}`)
      const doses = series.doses.map((dose) => ({ ...dose, products: ['p00'] }))
      return compileCohort(
        definePolicySet([
          {
            ...last,
            products: names.map((id) => ({ ...product, id, use: null })),
            series: [{ ...series, doses }],
          },
        ]),
      )
    }
    expect(of(16).products).toHaveLength(16)
    expect(() => of(17)).toThrow(refused('product/p16'))
  })
})
