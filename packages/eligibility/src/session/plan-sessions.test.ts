import { addDays, parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../engine/evaluate.js'
import { child, childrenOnly } from '../engine/people.fixture.js'
import type { PlannedVisit, SessionRequest, SessionSite, Vials } from './format.js'
import { planSessions } from './plan-sessions.js'

const civil = parseCivilDate
const day = (offset: number) => addDays(civil('2022-07-15'), offset)

/** `id dose from until product`, one opening. */
function ask(text: string, changes: Partial<SessionRequest> = {}): SessionRequest {
  const [id = '', dose, from = '', until = '', product = 'comirnaty-10'] = text.split(' ')
  const openings = [{ product, from: civil(from), until: civil(until) }]
  return { id, site: 's', dose: Number(dose), openings, ...changes }
}

const pfizer: Vials = { product: 'comirnaty-10', vials: 10, dosesPerVial: 10 }

/** `2022-07-20×2`: days with their capacity. */
function site(days: readonly string[], stock: readonly Vials[] = [pfizer]): SessionSite {
  return {
    id: 's',
    stock,
    days: days.map((day) => {
      const [date = '', capacity] = day.split('×')
      return { date: civil(date), capacity: Number(capacity) }
    }),
  }
}

const told = ({ visits }: ReturnType<typeof planSessions>) =>
  visits.map(({ id, date }) => `${id} ${date}`)

describe('planSessions', () => {
  test('gives the place to the child who turns twelve first', () => {
    const requests = [ask('younger 1 2022-07-01 2023-01-01'), ask('older 1 2022-07-01 2022-08-01')]
    expect(told(planSessions(requests, [site(['2022-07-20×1'])]))).toEqual(['older 2022-07-20'])
  })

  test('gives the place to the second dose before any first', () => {
    const requests = [ask('first 1 2022-07-01 2022-07-20'), ask('second 2 2022-07-01 2023-01-01')]
    const { visits, unserved } = planSessions(requests, [site(['2022-07-20×1'])])
    expect(visits.map(({ id }) => id)).toEqual(['second'])
    expect(unserved).toEqual([{ id: 'first', reason: 'noCapacity' }])
  })

  test('moves one who can wait, so that one who cannot is served', () => {
    const requests = [ask('waits 2 2022-07-01 2023-01-01'), ask('cannot 1 2022-07-01 2022-07-20')]
    const plan = planSessions(requests, [site(['2022-07-20×1', '2022-07-27×1'])])
    expect(told(plan)).toEqual(['cannot 2022-07-20', 'waits 2022-07-27'])
  })

  test('keeps the children of a school together where deadlines are the same', () => {
    const requests = ['b1', 'a1', 'b2', 'a2'].map((id) =>
      ask(`${id} 1 2022-07-01 2022-12-01`, { school: id.slice(0, 1) }),
    )
    const plan = planSessions(requests, [site(['2022-07-20×2', '2022-07-21×2'])])
    expect(plan.visits.map(({ id, date }) => `${id.slice(0, 1)} ${date}`)).toEqual([
      'a 2022-07-20',
      'a 2022-07-20',
      'b 2022-07-21',
      'b 2022-07-21',
    ])
  })

  test.each<[string, SessionRequest, readonly Vials[]]>([
    ['noSite', ask('x 1 2022-07-01 2022-12-01', { site: 'other' }), [pfizer]],
    ['noOpening', ask('x 1 2022-07-01 2022-12-01', { openings: [] }), [pfizer]],
    ['noSession', ask('x 1 2022-08-01 2022-12-01'), [pfizer]],
    ['noProduct', ask('x 1 2022-07-01 2022-12-01 spikevax-50'), [pfizer]],
    ['expired', ask('x 1 2022-07-01 2022-12-01'), [{ ...pfizer, expires: civil('2022-07-19') }]],
    ['expired', ask('x 1 2022-07-01 2022-12-01'), [{ ...pfizer, from: civil('2022-07-21') }]],
    ['noDoseLeft', ask('x 1 2022-07-01 2022-12-01'), [{ ...pfizer, vials: 0 }]],
  ])('says of a child who is not served: %s', (reason, request, stock) => {
    const { visits, unserved } = planSessions([request], [site(['2022-07-20×5'], stock)])
    expect(visits).toEqual([])
    expect(unserved).toEqual([{ id: 'x', reason }])
  })

  test.each([
    ['the 30th day after', '2022-07-20', 1],
    ['the 31st day after', '2022-07-21', 0],
  ])('uses Spikevax that was thawed on 2022-06-20 up to %s', (_, day, served) => {
    const stock = [
      { product: 'spikevax-50', vials: 1, dosesPerVial: 10, thawedOn: civil('2022-06-20') },
    ]
    const requests = [ask('x 1 2022-07-01 2022-12-01 spikevax-50')]
    expect(planSessions(requests, [site([`${day}×1`], stock)]).visits).toHaveLength(served)
  })

  test('uses the vials first that expire first', () => {
    const stock = [
      { ...pfizer, expires: civil('2022-12-31') },
      { ...pfizer, expires: civil('2022-07-31') },
    ]
    const requests = [ask('x 1 2022-07-01 2022-12-01')]
    expect(planSessions(requests, [site(['2022-07-20×1'], stock)]).visits[0]?.vials).toBe(1)
  })
})

describe('what may cost somebody a place', () => {
  const opening = (product: string, from: number, until = from) => ({
    product,
    from: day(from),
    until: day(until),
  })
  const lot = (product: string, vials: number, days: Partial<Vials> = {}): Vials => ({
    product,
    vials,
    dosesPerVial: 1,
    ...days,
  })
  const visits = (
    openings: readonly SessionRequest['openings'][],
    capacities: readonly number[],
    stock: readonly Vials[],
    doses: readonly number[] = [],
  ) => {
    const requests = openings.map((one, index) => ({
      id: `child-${index}`,
      site: 's',
      dose: doses[index] ?? 1,
      openings: one,
    }))
    const days = capacities.map((capacity, at) => ({ date: day(at), capacity }))
    return planSessions(requests, [{ id: 's', days, stock }]).visits.length
  }

  test('one place more, with two products: the first takes the last of the one that the second needs', () => {
    const wishes = [[opening('x', 1), opening('y', 0)], [opening('x', 1, 2)]]
    const stock = [lot('x', 1), lot('y', 1)]
    expect(visits(wishes, [1, 0, 1], stock)).toBe(2)
    expect(visits(wishes, [1, 1, 1], stock)).toBe(1)
  })

  test('one dose more, of vials that expire: used first, and on the only day of the second child', () => {
    const wishes = [[opening('x', 0, 1)], [opening('x', 0)]]
    const stock = (old: number) => [lot('x', old, { expires: day(0) }), lot('x', 2)]
    expect(visits(wishes, [1, 1], stock(0), [2, 1])).toBe(2)
    expect(visits(wishes, [1, 1], stock(1), [2, 1])).toBe(1)
  })
})

describe('followUp', () => {
  const born = child('2014-03-02')
  /** What the policy says of the dose after a planned one. */
  const byPolicy = ({ product, date }: PlannedVisit) => {
    const after = { ...born, doses: [{ date, product }] }
    return evaluate(after, childrenOnly, date).products.map(({ id, from, until }) => ({
      product: id,
      from,
      until,
    }))
  }
  const request = {
    id: 'a',
    site: 's',
    dose: 1,
    openings: [{ product: 'comirnaty-10', from: day(0), until: null }],
  }
  const planOf = (offsets: readonly number[], vials: number) =>
    planSessions(
      [request],
      [
        {
          id: 's',
          days: offsets.map((offset) => ({ date: day(offset), capacity: 1 })),
          stock: [{ product: 'comirnaty-10', vials, dosesPerVial: 1 }],
        },
      ],
      { followUp: byPolicy },
    )

  test.each([
    ['28 days later, by the policy', [0, 27, 28, 30], 2, '2022-08-12', undefined],
    ['on the first session after them', [0, 27, 40], 2, '2022-08-24', undefined],
    ['no session after them', [0, 27], 2, undefined, 'noSession'],
    ['no dose left', [0, 28], 1, undefined, 'noDoseLeft'],
  ] as const)('%s', (_, offsets, vials, reserved, reason) => {
    const plan = planOf(offsets, vials)
    expect(plan.visits).toMatchObject([{ id: 'a', date: '2022-07-15', dose: 1 }])
    expect(plan.reserved.map(({ date, dose }) => [date, dose])).toEqual(
      reserved === undefined ? [] : [[reserved, 2]],
    )
    expect(plan.unreserved).toEqual(reason === undefined ? [] : [{ id: 'a', reason }])
  })
})
