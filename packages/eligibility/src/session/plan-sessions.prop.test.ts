import { addDays, type CivilDate, parseCivilDate } from '@tiemchung/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlannedVisit, SessionPlan, SessionRequest, SessionSite } from './format.js'
import { planSessions } from './plan-sessions.js'

const first = parseCivilDate('2022-07-15')
const on = (offset: number): CivilDate => addDays(first, offset)

const openingOf = (products: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...products), fc.nat(6), fc.nat(4))
    .map(([product, from, length]) => ({ product, from: on(from), until: on(from + length) }))

function requestsOf(products: readonly string[], most: number) {
  const one = fc.record({
    site: fc.constantFrom('s1', 's2'),
    school: fc.constantFrom('a', 'b'),
    dose: fc.constantFrom(1, 1, 2),
    openings: fc.array(openingOf(products), { minLength: 1, maxLength: products.length }),
  })
  return fc
    .array(one, { maxLength: most })
    .map((all) =>
      all.map((request, index): SessionRequest => ({ ...request, id: `child-${index}` })),
    )
}

const stockOf = (products: readonly string[]) =>
  fc.array(
    fc.record({
      product: fc.constantFrom(...products),
      vials: fc.nat(3),
      dosesPerVial: fc.constantFrom(1, 2),
      expires: fc.nat(10).map(on),
    }),
    { maxLength: 3 },
  )

function sitesOf(products: readonly string[]) {
  const days = fc
    .uniqueArray(fc.nat(9), { maxLength: 5 })
    .chain((offsets) =>
      fc.tuple(
        ...offsets.map((offset) => fc.nat(2).map((capacity) => ({ date: on(offset), capacity }))),
      ),
    )
  const site = (id: string) => fc.record({ id: fc.constant(id), days, stock: stockOf(products) })
  return fc.tuple(site('s1'), site('s2'))
}

const both = ['comirnaty-10', 'spikevax-50']

const siteOf = (sites: readonly SessionSite[], id: string) =>
  sites.find((site) => site.id === id) as SessionSite

function checkPlan(
  plan: SessionPlan,
  requests: readonly SessionRequest[],
  sites: readonly SessionSite[],
) {
  const told = [...plan.visits, ...plan.unserved].map(({ id }) => id)
  expect([...told].sort()).toEqual(requests.map(({ id }) => id).sort())
  const taken = new Map<string, number>()
  const take = (key: string) => taken.set(key, (taken.get(key) ?? 0) + 1)
  for (const visit of plan.visits) {
    const request = requests.find(({ id }) => id === visit.id)
    const allowed = request?.openings.some(
      ({ product, from, until }) =>
        product === visit.product && from <= visit.date && visit.date <= (until ?? '9'),
    )
    const vials = siteOf(sites, visit.site).stock[visit.vials]
    expect(allowed).toBe(true)
    expect(vials?.product).toBe(visit.product)
    expect(visit.date <= (vials?.expires ?? '9')).toBe(true)
    take(`${visit.site} ${visit.date}`)
    take(`${visit.site} #${visit.vials}`)
  }
  for (const { id, days, stock } of sites) {
    for (const { date, capacity } of days) {
      expect(taken.get(`${id} ${date}`) ?? 0).toBeLessThanOrEqual(capacity)
    }
    for (const [place, { vials, dosesPerVial }] of stock.entries()) {
      expect(taken.get(`${id} #${place}`) ?? 0).toBeLessThanOrEqual(vials * dosesPerVial)
    }
  }
}

/** The most that can be served at all, by trying everything. */
function most(requests: readonly SessionRequest[], sites: readonly SessionSite[]): number {
  const room = new Map<string, number>()
  for (const { id, days, stock } of sites) {
    for (const { date, capacity } of days) room.set(`${id} ${date}`, capacity)
    for (const [place, one] of stock.entries()) {
      room.set(`${id} #${place}`, one.vials * one.dosesPerVial)
    }
  }
  const add = (key: string, by: number) => room.set(key, (room.get(key) ?? 0) + by)
  const best = (place: number): number => {
    const request = requests[place]
    if (request === undefined) return 0
    let found = best(place + 1)
    const { days, stock } = siteOf(sites, request.site)
    for (const { product, from, until } of request.openings) {
      for (const { date } of days) {
        if (
          date < from ||
          date > (until ?? '9') ||
          (room.get(`${request.site} ${date}`) ?? 0) === 0
        )
          continue
        for (const [lot, vials] of stock.entries()) {
          const key = `${request.site} #${lot}`
          const good = vials.product === product && date <= (vials.expires ?? '9')
          if (!good || (room.get(key) ?? 0) === 0) continue
          add(key, -1)
          add(`${request.site} ${date}`, -1)
          found = Math.max(found, 1 + best(place + 1))
          add(key, 1)
          add(`${request.site} ${date}`, 1)
        }
      }
    }
    return found
  }
  return best(0)
}

/** One product, one lot that outlasts the days: where the promise is the very best. */
const plenty = (sites: readonly SessionSite[], doses: number): SessionSite[] =>
  sites.map((site) => ({
    ...site,
    stock: [{ product: 'comirnaty-10', vials: doses, dosesPerVial: 1, expires: on(30) }],
  }))

describe('planSessions', () => {
  test('serves or lists everybody once, within days, capacity, doses and expiry', () => {
    fc.assert(
      fc.property(requestsOf(both, 12), sitesOf(both), (requests, sites) => {
        checkPlan(planSessions(requests, sites), requests, sites)
      }),
      { numRuns: 1500 },
    )
  })

  test('does not depend on the order in which it is given things', () => {
    fc.assert(
      fc.property(requestsOf(both, 12), sitesOf(both), (requests, sites) => {
        const turned = sites.map((site) => ({ ...site, days: [...site.days].reverse() })).reverse()
        expect(planSessions([...requests].reverse(), turned)).toEqual(planSessions(requests, sites))
      }),
      { numRuns: 500 },
    )
  })

  test('serves as many as can be served at all, with one product', () => {
    const one = ['comirnaty-10']
    fc.assert(
      fc.property(requestsOf(one, 6), sitesOf(one), fc.nat(5), (requests, some, doses) => {
        const sites = plenty(some, doses)
        expect(planSessions(requests, sites).visits).toHaveLength(most(requests, sites))
      }),
      { numRuns: 800 },
    )
  })

  test('falls short of the very best by no more than half, with several products and expiries', () => {
    let [served, possible] = [0, 0]
    fc.assert(
      fc.property(requestsOf(both, 5), sitesOf(both), (requests, sites) => {
        const [ours, best] = [planSessions(requests, sites).visits.length, most(requests, sites)]
        served += ours
        possible += best
        expect(ours).toBeLessThanOrEqual(best)
        expect(ours * 2).toBeGreaterThanOrEqual(best)
      }),
      { numRuns: 800 },
    )
    expect(served / possible).toBeGreaterThan(0.97)
  })

  /** Plans with one product, in lots that are there throughout, and with more of something. */
  const serves = (
    growing: (sites: readonly SessionSite[], at: number) => readonly SessionSite[],
    stock: fc.Arbitrary<SessionSite['stock']>,
  ) => {
    const one = ['comirnaty-10']
    fc.assert(
      fc.property(
        requestsOf(one, 12),
        sitesOf(one),
        stock,
        fc.nat(4),
        (requests, some, lots, at) => {
          const sites = some.map((site) => ({ ...site, stock: lots }))
          const [usual, more] = [
            planSessions(requests, sites),
            planSessions(requests, growing(sites, at)),
          ]
          expect(more.visits.length).toBeGreaterThanOrEqual(usual.visits.length)
        },
      ),
      { numRuns: 800 },
    )
  }
  const lots = (lasting: boolean) =>
    fc.array(fc.tuple(fc.nat(4), fc.nat(10)), { maxLength: 4 }).map((all) =>
      all.map(([vials, last]) => ({
        product: 'comirnaty-10',
        vials,
        dosesPerVial: 1,
        ...(lasting ? {} : { expires: on(last) }),
      })),
    )
  const roomier = (sites: readonly SessionSite[], at: number) =>
    sites.map((site) => ({
      ...site,
      days: site.days.map((day, place) =>
        place === at ? { ...day, capacity: day.capacity + 1 } : day,
      ),
    }))
  const richer = (sites: readonly SessionSite[], at: number) =>
    sites.map((site) => ({
      ...site,
      stock: site.stock.map((lot, place) =>
        place === at ? { ...lot, vials: lot.vials + 1 } : lot,
      ),
    }))

  test.each([
    ['more room', roomier, lots(true)],
    ['more doses', richer, lots(true)],
    ['more room, of vials that expire', roomier, lots(false)],
  ] as const)('never serves fewer with %s of one product', (_, growing, stock) => {
    serves(growing, stock)
  })

  test('keeps places for doses that follow, from what is left, and moves nobody for them', () => {
    fc.assert(
      fc.property(requestsOf(both, 12), sitesOf(both), fc.nat(4), (requests, sites, days) => {
        const followUp = ({ product, date, dose }: PlannedVisit) =>
          dose > 1 ? [] : [{ product, from: addDays(date, days), until: null }]
        const alone = planSessions(requests, sites)
        const plan = planSessions(requests, sites, { followUp })
        expect(plan.visits).toEqual(alone.visits)
        expect(plan.unserved).toEqual(alone.unserved)
        const firsts = plan.visits.filter(({ dose }) => dose === 1)
        const told = [...plan.reserved, ...plan.unreserved].map(({ id }) => id)
        expect([...told].sort()).toEqual(firsts.map(({ id }) => id).sort())
        const seconds = plan.reserved.map(({ id, product, date, dose }) => {
          const first = firsts.find((one) => one.id === id) as PlannedVisit
          expect([dose, product]).toEqual([2, first.product])
          expect(date >= addDays(first.date, days)).toBe(true)
          return { id: `${id}-second`, site: first.site, dose, openings: followUp(first) }
        })
        const joined = plan.reserved.map((one) => ({ ...one, id: `${one.id}-second` }))
        const visits = [...plan.visits, ...joined]
        checkPlan({ ...plan, visits }, [...requests, ...seconds], sites)
      }),
      { numRuns: 800 },
    )
  })
})
