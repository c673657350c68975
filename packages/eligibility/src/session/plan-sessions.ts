import { addDays, type CivilDate } from '@tiemchung/core'
import { type Guest, SiteCalendar } from './calendar-of-site.js'
import type { Opening } from '../cohort/openings.js'
import type {
  PlannedVisit,
  SessionDay,
  SessionPlan,
  SessionRequest,
  SessionSite,
  ThawLife,
  Unserved,
  UnservedReason,
  Vials,
} from './format.js'
import { inOrder } from './order.js'
import { thawLives } from './thaw-lives.js'

/** What else is known. */
export interface SessionOptions {
  /** Default: `thawLives`. */
  readonly thawLives?: readonly ThawLife[]
  /**
   * The products and days of the dose after a planned one, none where none follows: `evaluate` with the dose added
   * tells them by the policy. Each gets a place of what is left once everybody has theirs.
   */
  readonly followUp?: (visit: PlannedVisit) => readonly Opening[]
}

interface Lot {
  readonly place: number
  readonly product: string
  readonly from: CivilDate | undefined
  readonly until: CivilDate | undefined
  left: number
}

interface Seat {
  readonly request: SessionRequest
  readonly lot: Lot
  readonly guest: Guest
}

function lotOf(vials: Vials, place: number, lives: readonly ThawLife[]): Lot {
  const life = lives.find((one) => one.product === vials.product)
  const thawed =
    life === undefined || vials.thawedOn === undefined
      ? undefined
      : addDays(vials.thawedOn, life.days)
  const [until] = [thawed, vials.expires].filter((day) => day !== undefined).sort()
  const froms = [vials.thawedOn, vials.from].filter((day) => day !== undefined).sort()
  return {
    place,
    product: vials.product,
    from: froms.at(-1),
    until,
    left: vials.vials * vials.dosesPerVial,
  }
}

/** The vials that expire first are used first. */
const byExpiry = (left: Lot, right: Lot) =>
  (left.until ?? '~') < (right.until ?? '~')
    ? -1
    : (left.until ?? '~') > (right.until ?? '~')
      ? 1
      : left.place - right.place

/** Reasons from the one that lies furthest from a visit to the nearest. */
const nearness: readonly UnservedReason[] = [
  'noSite',
  'noOpening',
  'noSession',
  'noProduct',
  'expired',
  'noDoseLeft',
  'noCapacity',
]

class SiteDraft {
  readonly #days: readonly SessionDay[]
  readonly #lots: readonly Lot[]
  readonly #calendar: SiteCalendar
  readonly #id: string
  #seats: Seat[] = []

  constructor({ id, days, stock }: SessionSite, lives: readonly ThawLife[]) {
    this.#id = id
    this.#days = [...days].sort((left, right) => (left.date < right.date ? -1 : 1))
    this.#lots = stock.map((vials, place) => lotOf(vials, place, lives)).sort(byExpiry)
    this.#calendar = new SiteCalendar(this.#days.map((day) => day.capacity))
  }

  /** The places of the first and the last session within some days; undefined when there is none. */
  #within(from: CivilDate | undefined, until: CivilDate | null | undefined) {
    const first = this.#days.findIndex((day) => from === undefined || day.date >= from)
    const last = this.#days.findLastIndex(
      (day) => until === undefined || until === null || day.date <= until,
    )
    return first < 0 || last < first ? undefined : { from: first, until: last }
  }

  /** Serves a child, or says why not: of several reasons the one that lies nearest to a visit. */
  serve(request: SessionRequest): UnservedReason | undefined {
    let nearest: UnservedReason = 'noOpening'
    const missed = (reason: UnservedReason) => {
      if (nearness.indexOf(reason) > nearness.indexOf(nearest)) nearest = reason
    }
    for (const { product, from, until } of request.openings) {
      const window = this.#within(from, until)
      if (window === undefined) {
        missed('noSession')
        continue
      }
      const lots = this.#lots.filter((lot) => lot.product === product)
      if (lots.length === 0) missed('noProduct')
      for (const lot of lots) {
        const keeps = this.#within(lot.from, lot.until)
        const first = Math.max(window.from, keeps?.from ?? Infinity)
        const last = Math.min(window.until, keeps?.until ?? -Infinity)
        if (first > last) missed('expired')
        else if (lot.left === 0) missed('noDoseLeft')
        else if (this.#seat(request, lot, first, last)) return undefined
        else missed('noCapacity')
      }
    }
    return nearest
  }

  #seat(request: SessionRequest, lot: Lot, from: number, until: number): boolean {
    const guest: Guest = { from, until, day: -1 }
    if (!this.#calendar.seat(guest)) return false
    lot.left -= 1
    this.#seats.push({ request, lot, guest })
    return true
  }

  /** Tells who has a place since the last time; from now on nobody is moved from it. */
  settle(): PlannedVisit[] {
    const told = this.#visits()
    for (const { guest } of this.#seats) Object.assign(guest, { from: guest.day, until: guest.day })
    this.#seats = []
    return told
  }

  #visits(): PlannedVisit[] {
    const place = ({ school = '', id }: SessionRequest) => `${school}\u0000${id}`
    return [...this.#seats]
      .sort(
        (left, right) =>
          left.guest.day - right.guest.day || (place(left.request) < place(right.request) ? -1 : 1),
      )
      .map(({ request, lot, guest }) => ({
        id: request.id,
        site: this.#id,
        date: (this.#days[guest.day] as SessionDay).date,
        dose: request.dose,
        product: lot.product,
        vials: lot.place,
      }))
  }
}

/** Serves those who come first first; those for whom there is no place are told. */
function serveAll(
  requests: readonly SessionRequest[],
  drafts: ReadonlyMap<string, SiteDraft>,
): readonly Unserved[] {
  return inOrder(requests).flatMap((request) => {
    const draft = drafts.get(request.site)
    const reason = draft === undefined ? 'noSite' : draft.serve(request)
    return reason === undefined ? [] : [{ id: request.id, reason }]
  })
}

/** The doses that follow planned ones. */
function nextOf(
  visits: readonly PlannedVisit[],
  requests: readonly SessionRequest[],
  followUp: NonNullable<SessionOptions['followUp']>,
): readonly SessionRequest[] {
  const known = new Map(requests.map((request) => [request.id, request]))
  return visits.flatMap((visit) => {
    const openings = followUp(visit)
    const request = known.get(visit.id) as SessionRequest
    return openings.length === 0 ? [] : [{ ...request, dose: visit.dose + 1, openings }]
  })
}

/**
 * Who is vaccinated where, on which day, from which vials; and who is not, with the reason.
 *
 * Second doses have their places before first ones. Within each the earliest last day comes first, and whoever
 * has a place may be moved to another of their own days to make room, yet never to another product or other vials.
 * With one product that is at hand throughout it serves as many as can be, and more room or more doses never serve fewer.
 * With several products, or vials that come and expire, it may miss the very best, and one place more may cost
 * somebody theirs: two children, one dose each of X and Y, the first child may have X on day 2 or Y on day 1, the
 * second X on day 2 or 3. Without a place on day 2 both are served; with one, the first takes the only X there.
 * It does *not* reckon with doses left in a vial at the end of a day.
 *
 * `followUp` keeps places for the doses after those that are planned, out of what is left by then: nobody goes
 * without a first dose for somebody's second, and who has no place for it is told in `unreserved`.
 *
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { planSessions } from '@tiemchung/eligibility/session'
 * const day = parseCivilDate('2022-07-20')
 * const { visits, unserved } = planSessions(
 *   [{ id: 'a', site: 's', dose: 1, openings: [{ product: 'comirnaty-10', from: day, until: null }] }],
 *   [{ id: 's', days: [{ date: day, capacity: 1 }], stock: [{ product: 'comirnaty-10', vials: 1, dosesPerVial: 10 }] }],
 * )
 * visits.length // => 1
 * unserved.length // => 0
 * ```
 */
export function planSessions(
  requests: readonly SessionRequest[],
  sites: readonly SessionSite[],
  options: SessionOptions = {},
): SessionPlan {
  const lives = options.thawLives ?? thawLives
  const sorted = [...sites].sort((left, right) => (left.id < right.id ? -1 : 1))
  const drafts = new Map(sorted.map((site) => [site.id, new SiteDraft(site, lives)]))
  const settled = () => [...drafts.values()].flatMap((draft) => draft.settle())
  const unserved = serveAll(requests, drafts)
  const visits = settled()
  const { followUp } = options
  const next = followUp === undefined ? [] : nextOf(visits, requests, followUp)
  const unreserved = serveAll(next, drafts)
  return { visits, unserved, reserved: settled(), unreserved }
}
