/** Invented children of every kind, by a number. */
import { addDays, type CivilDate, parseCivilDate, type PartialDate } from '@tiemchung/core'
import { screeningItems } from '../policy/format.js'
import type { GivenDose, Subject, YesNoUnknown } from '../subject/subject.js'

/** Draws that the same number gives again (mulberry32). */
export function drawsOf(seed: number): (below: number) => number {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Draw = (below: number) => number

const pick = <One>(list: readonly One[], draw: Draw): One => list[draw(list.length)] as One
const day = (first: string, days: number, draw: Draw): CivilDate =>
  addDays(parseCivilDate(first), draw(days))

function doseOf(draw: Draw): GivenDose {
  const date = day('2021-10-01', 500, draw)
  const kind = draw(10)
  if (kind < 6) return { date, product: pick(['comirnaty-10', 'comirnaty-30'], draw) }
  if (kind < 8) return { date, product: pick(['spikevax-50', 'spikevax-100', 'abdala'], draw) }
  return kind === 8 ? { date, brand: pick(['comirnaty', 'spikevax', 'other'], draw) } : { date }
}

function birthOf(draw: Draw): PartialDate {
  const date: string = draw(20) === 0 ? '2016-02-29' : day('2003-01-01', 7000, draw)
  const kind = draw(12)
  return (kind === 0 ? date.slice(0, 4) : kind === 1 ? date.slice(0, 7) : date) as PartialDate
}

function infectionOf(draw: Draw): Subject['facts']['covid19Infection'] & object {
  const kind = draw(8)
  if (kind < 4) return { state: 'no' }
  if (kind === 4) return { state: 'unknown' }
  return {
    state: 'yes',
    ...(kind === 5 ? {} : { onset: day('2021-10-01', 500, draw) }),
    ...(kind === 6 ? {} : { recovery: day('2021-11-01', 500, draw) }),
  }
}

function screeningOf(draw: Draw): Subject['facts']['screening'] {
  if (draw(6) === 0) return undefined
  const usual: YesNoUnknown = 'no'
  const odd = draw(4) === 0
  const answer = (): YesNoUnknown => (odd && draw(5) === 0 ? pick(['yes', 'unknown'], draw) : usual)
  return Object.fromEntries(screeningItems.map((item) => [item, answer()]))
}

function consentOf(draw: Draw): Subject['consent'] {
  const kind = draw(8)
  if (kind === 0) return undefined
  if (kind === 1) return { state: pick(['refused', 'none'], draw) }
  if (kind === 2) return { state: 'agreed', date: day('2022-03-01', 400, draw) }
  return { state: 'agreed', by: pick(['mother', 'father', 'guardian'], draw) }
}

/** A child with everything that may go wrong. */
export function randomChild(seed: number): Subject {
  const draw = drawsOf(seed)
  const screening = screeningOf(draw)
  const consent = consentOf(draw)
  const doses = Array.from({ length: pick([0, 0, 0, 1, 1, 2, 2, 3, 4], draw) }, () => doseOf(draw))
  const [first] = doses
  return {
    birthDate: birthOf(draw),
    doses:
      first !== undefined && draw(8) === 0
        ? [...doses, { ...doseOf(draw), date: first.date }]
        : doses,
    facts: {
      ...(draw(9) === 0 ? {} : { covid19Infection: infectionOf(draw) }),
      ...(screening === undefined ? {} : { screening }),
    },
    ...(consent === undefined ? {} : { consent }),
  }
}
