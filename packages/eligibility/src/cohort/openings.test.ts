import { parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { allNo, childrenOnly, child, infected } from '../engine/people.fixture.js'
import { planSessions } from '../session/plan-sessions.js'
import { columnsOf } from './columns-of.js'
import { compileCohort } from './compile.js'
import { openingsOf } from './openings.js'

const plan = compileCohort(childrenOnly)
const on = parseCivilDate('2022-07-15')
const of = (...children: Parameters<typeof child>[]) =>
  openingsOf(
    plan,
    columnsOf(
      plan,
      children.map((one) => child(...one)),
    ),
    on,
  )

describe('openingsOf', () => {
  test('tells each product with its own days', () => {
    expect(of(['2016-09-01'])).toEqual([
      {
        child: 0,
        dose: 1,
        openings: [
          { product: 'comirnaty-10', from: '2022-07-15', until: '2028-08-31' },
          { product: 'spikevax-50', from: '2022-09-01', until: '2028-08-31' },
        ],
      },
    ])
  })

  test('tells the day before the twelfth birthday, the end of an interval and of an infection', () => {
    const first = (...one: Parameters<typeof child>) => of(one)[0]?.openings[0]
    expect(first('2010-08-01')?.until).toBe('2022-07-31')
    expect(first('2015-01-01', ['2022-07-01 comirnaty-10'])?.from).toBe('2022-07-29')
    expect(first('2015-01-01', [], { facts: infected('2022-05-31') })?.from).toBe('2022-08-31')
  })

  test('leaves out whom only more than a form would help', () => {
    const facts = { covid19Infection: { state: 'no' } } as const
    expect(of(['2015-01-01', [], { facts }])).toHaveLength(1)
    expect(of(['2015-01-01', [], { consent: { state: 'refused' } }])).toEqual([])
    expect(of(['2015-01-01', [], { facts: { screening: allNo } }])).toEqual([])
    expect(of(['2010-01-01'])).toEqual([])
  })

  test('is what sessions are planned from', () => {
    const [due] = of(['2015-01-01', ['2022-07-01 comirnaty-10']])
    const request = { id: 'x', site: 's', dose: due?.dose ?? 0, openings: due?.openings ?? [] }
    const days = ['2022-07-20', '2022-07-30'].map((date) => ({
      date: parseCivilDate(date),
      capacity: 1,
    }))
    const stock = [{ product: 'comirnaty-10', vials: 1, dosesPerVial: 10 }]
    expect(planSessions([request], [{ id: 's', days, stock }]).visits).toMatchObject([
      { id: 'x', date: '2022-07-30', dose: 2, product: 'comirnaty-10' },
    ])
  })
})
