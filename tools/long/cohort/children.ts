/** Invented people for whom dates fall on, before and after the borders of the rules. */
import {
  addDays,
  addDuration,
  type CivilDate,
  parseCivilDate,
  parseDuration,
  type PartialDate,
} from '@tiemchung/core'
import { type GivenDose, screeningItems, type Subject } from '@tiemchung/eligibility'
import type { Random } from '../random.js'

const ages = ['P5Y', 'P6Y', 'P12Y', 'P18Y'].map(parseDuration)
const waits = ['P28D', 'P3M', 'P4M', 'P6M'].map(parseDuration)
const consenters = ['father', 'mother', 'guardian'] as const
const products = ['comirnaty-10', 'comirnaty-30', 'spikevax-50', 'spikevax-100', 'abdala']
const brands = ['comirnaty', 'spikevax', 'other']

/** The day, the day before or the day after; seldom one further off. */
const near = (random: Random, day: CivilDate): CivilDate =>
  addDays(day, random.below(random.chance(0.8) ? 3 : 9) - 1)

const someDay = (random: Random, first: string, days: number): CivilDate =>
  addDays(parseCivilDate(first), random.below(days))

/** A day that lies a wait of the rules before another, or nearly. */
const before = (random: Random, day: CivilDate, lengths: typeof waits): CivilDate => {
  const { months, days } = random.pick(lengths)
  const back = addDuration(day, { months: -months, days: -days })
  return near(random, back)
}

/** The day that is asked about. */
export const askedDay = (random: Random): CivilDate => someDay(random, '2021-12-01', 560)

function birthOf(random: Random, on: CivilDate): PartialDate {
  const day: string = random.chance(0.35)
    ? before(random, on, ages)
    : random.pick([someDay(random, '2003-01-01', 7400), someDay(random, '2009-06-01', 3300)])
  const born = random.chance(0.03) ? random.pick(['2012-02-29', '2016-02-29']) : day
  const length = random.chance(0.85) ? 10 : random.pick([4, 7])
  return born.slice(0, length) as PartialDate
}

function whatOf(random: Random): Omit<GivenDose, 'date'> {
  if (random.chance(0.06)) return {}
  if (random.chance(0.08)) return { brand: random.pick(brands) }
  return { product: random.pick(random.chance(0.6) ? products.slice(0, 3) : products) }
}

function dosesOf(random: Random, on: CivilDate): GivenDose[] {
  const many = random.pick([0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 7])
  const doses: GivenDose[] = []
  let date = random.chance(0.5) ? before(random, on, waits) : someDay(random, '2021-10-01', 520)
  for (let n = 0; n < many; n += 1) {
    doses.push({ date, ...whatOf(random) })
    if (random.chance(0.9)) date = near(random, addDuration(date, random.pick(waits)))
  }
  return random.chance(0.3) ? doses.reverse() : doses
}

function infectionOf(random: Random, on: CivilDate): Subject['facts']['covid19Infection'] & object {
  if (random.chance(0.5)) return { state: 'no' }
  if (random.chance(0.15)) return { state: 'unknown' }
  const onset = random.chance(0.5) ? before(random, on, waits) : someDay(random, '2021-10-01', 520)
  return {
    state: 'yes',
    ...(random.chance(0.8) ? { onset } : {}),
    ...(random.chance(0.3) ? { recovery: addDays(onset, random.below(40) - 5) } : {}),
  }
}

function screeningOf(random: Random): NonNullable<Subject['facts']['screening']> {
  const calm = random.chance(0.7)
  const answers = ['no', 'no', 'no', 'no', 'no', 'yes', 'unknown'] as const
  const items = screeningItems.filter(() => calm || random.chance(0.97))
  return Object.fromEntries(items.map((item) => [item, calm ? 'no' : random.pick(answers)]))
}

function consentOf(random: Random, on: CivilDate): Subject['consent'] {
  if (random.chance(0.05)) return { state: random.pick(['refused', 'none']) }
  const by = random.chance(0.5) ? { by: random.pick(consenters) } : {}
  if (random.chance(0.8)) return { state: 'agreed', ...by }
  const date = random.chance(0.5) ? near(random, on) : someDay(random, '2022-03-01', 400)
  return { state: 'agreed', date, ...by }
}

/** A person as seen from a day: of all ages, with everything that may be missing or wrong. */
export function personAround(random: Random, on: CivilDate): Subject {
  const consent = random.chance(0.95) ? consentOf(random, on) : undefined
  return {
    birthDate: birthOf(random, on),
    doses: dosesOf(random, on),
    facts: {
      ...(random.chance(0.95) ? { covid19Infection: infectionOf(random, on) } : {}),
      ...(random.chance(0.95) ? { screening: screeningOf(random) } : {}),
    },
    ...(consent === undefined ? {} : { consent }),
  }
}
