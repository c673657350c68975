/** What sessions are planned from, and what comes out. */
import type { CivilDate } from '@tiemchung/core'
import type { Opening } from '../cohort/openings.js'

/** A child for whom a dose is due. */
export interface SessionRequest {
  /** An id of your choice, once in a plan; not a person's number. */
  readonly id: string
  readonly site: string
  /** Children of one school or class are kept together where their deadlines are the same. */
  readonly school?: string
  readonly dose: number
  /** Products and days, as `openingsOf` gives them; the product that is preferred first. */
  readonly openings: readonly Opening[]
}

/** Vials of one product at a site, of one thawing and one expiry. */
export interface Vials {
  readonly product: string
  readonly vials: number
  readonly dosesPerVial: number
  /** First day at hand. Default: always. */
  readonly from?: CivilDate
  /** Last day by the label. */
  readonly expires?: CivilDate
  /** Day on which they were taken out of the cold; with the product's `ThawLife` they end earlier. */
  readonly thawedOn?: CivilDate
}

/** A day of vaccination at a site. */
export interface SessionDay {
  readonly date: CivilDate
  /** Children who can be vaccinated. */
  readonly capacity: number
}

/** A site with its days and vials. */
export interface SessionSite {
  readonly id: string
  readonly days: readonly SessionDay[]
  readonly stock: readonly Vials[]
}

/** For how many days a product keeps after thawing, as data with what it rests on. */
export interface ThawLife {
  readonly product: string
  readonly days: number
  /** What it rests on, to be said where it matters. */
  readonly assumption: { readonly vi: string; readonly en: string }
}

/** Why a child was not served. */
export type UnservedReason =
  /** No site of this id. */
  | 'noSite'
  /** No day on which a dose may be given. */
  | 'noOpening'
  /** No session on the days allowed. */
  | 'noSession'
  /** None of the products is at hand at the site. */
  | 'noProduct'
  /** The products are not there yet, or expire, before a day that is allowed. */
  | 'expired'
  /** The doses are used up by those who come first. */
  | 'noDoseLeft'
  /** All days are full of those who come first. */
  | 'noCapacity'

/** A child without a place. */
export interface Unserved {
  readonly id: string
  readonly reason: UnservedReason
}

/** A child at a site on a day. */
export interface PlannedVisit {
  readonly id: string
  readonly site: string
  readonly date: CivilDate
  readonly dose: number
  readonly product: string
  /** Place in the site's `stock`. */
  readonly vials: number
}

/** Who comes when, and who does not, each child once. */
export interface SessionPlan {
  /** By site, day, school and id. */
  readonly visits: readonly PlannedVisit[]
  readonly unserved: readonly Unserved[]
  /** Places kept for the doses that follow, in the same order; none unless `followUp` asks for them. */
  readonly reserved: readonly PlannedVisit[]
  /** Those for whose next dose there is no place. */
  readonly unreserved: readonly Unserved[]
}
