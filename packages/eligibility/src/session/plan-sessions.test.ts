import { parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import type { SessionRequest, SessionSite, Vials } from './format.js'
import { planSessions } from './plan-sessions.js'

const civil = parseCivilDate

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
