import { parseCivilDate } from '@tiemchung/core'
import { eligibilityFor } from './eligibility.js'
import { dealIdentities, type IdentityKind } from './identity.js'
import { makeChild, type Making, type Plan } from './make-child.js'
import { demoDay, facilities, hospital, neighbourStation, place } from './place.js'
import { seededDice } from './random.js'
import { assumed } from './rates.js'
import { asForeigner, entrySlipAt, rowSlipAt, withFeedback, yearOnly } from './special.js'
import type { EligibilityClass, TrueChild, Truth } from './truth.js'

/** A commune this large has a child with a passport among its pupils. */
const largeEnoughForAForeigner = 20

/** Classes of all children first, because the identities are dealt out over them. */
function plansFor({ dice }: Making, count: number, foreigner: number): readonly Plan[] {
  const kinds = Array.from({ length: count }, (_, index) =>
    index === foreigner ? 'eligible' : eligibilityFor(dice, index),
  )
  const certain = new Set(
    [...kinds.keys()].filter((index) => index === foreigner || kinds[index] === 'unknownAge'),
  )
  const identities = dealIdentities(dice, count, certain)
  return kinds.map((kind, index) => ({
    index,
    key: `C${String(index + 1).padStart(4, '0')}`,
    kind,
    identity: identities[index] ?? 'correct',
  }))
}

/** Slips of the desk, and rows that the first import refuses. */
function withSlips({ dice }: Making, children: readonly TrueChild[]): readonly TrueChild[] {
  let entries = 0
  let rows = 0
  return children.map((child) => {
    const given = child.attendance === 'given' && child.guardian !== undefined
    if (given && dice.next() < assumed.entrySlip) {
      return { ...child, entry: entrySlipAt(entries++) }
    }
    const once = !child.listedTwice && child.facts.birthDate.length === 10
    return once && dice.next() < assumed.rowSlip ? { ...child, rowSlip: rowSlipAt(rows++) } : child
  })
}

function makeCommune(making: Making, count: number): readonly TrueChild[] {
  const { dice, day } = making
  const foreigner = count < largeEnoughForAForeigner ? -1 : Math.floor((count * 5) / 12)
  const made = plansFor(making, count, foreigner).map((plan) => {
    const child = makeChild(making, plan)
    if (plan.index === foreigner) return asForeigner(child)
    const unsure = child.eligibility === 'unknownAge' || dice.next() < assumed.yearOnly
    return unsure ? yearOnly(child, day) : child
  })
  return withSlips(making, made)
}

/** Children of a neighbour's own day: each row a class of eligibility and of identity. */
const neighbourClasses: readonly [string, string, readonly [EligibilityClass, IdentityKind][]][] = [
  [
    neighbourStation,
    place.neighbour,
    [
      ...Array.from({ length: 11 }, (): [EligibilityClass, IdentityKind] => [
        'eligible',
        'correct',
      ]),
      ['eligible', 'wrong'],
      ['eligible', 'withoutOrMalformed'],
      ['infected', 'correct'],
      ['consentRefused', 'unverifiable'],
      ['tooSoon', 'correct'],
    ],
  ],
  // Everything in order: this day can be finished.
  [
    hospital,
    place.commune,
    Array.from({ length: 8 }, (): [EligibilityClass, IdentityKind] => ['eligible', 'correct']),
  ],
]

function makeNeighbours(making: Making): readonly TrueChild[] {
  return neighbourClasses.flatMap(([facility, commune, classes]) =>
    classes.map(([kind, identity], index): TrueChild => {
      const key = `${facility}-${String(index + 1).padStart(2, '0')}`
      const child = makeChild(making, {
        index: 2000 + index,
        key,
        kind,
        identity,
        due: index % 2 === 0,
      })
      return {
        ...child,
        list: facility,
        group: 'Đăng ký tại cơ sở',
        facility,
        commune,
        corrected: false,
        guardian: child.guardian ?? {
          fullName: 'Lý Thị Mẫu',
          relationship: 'mother',
          phone: '0900001815',
        },
        ...(kind === 'eligible' ? { attendance: 'given' } : {}),
        listedTwice: false,
      }
    }),
  )
}

/** The truth of one demo day. */
export function makeTruth(count: number, seed: number): Truth {
  const making: Making = {
    dice: seededDice(seed),
    day: parseCivilDate(demoDay),
    taken: new Set<string>(),
  }
  const children = makeCommune(making, count)
  const neighbours = makeNeighbours(making)
  const reporting = withFeedback(children)
  // A commune too small for two such parents leaves the reports to the hospital's.
  const nobody = reporting.every((child) => child.feedback === undefined)
  return {
    seed,
    day: demoDay,
    district: `${place.province}${place.district}`,
    facilities,
    children: reporting,
    neighbours: nobody ? withFeedback(neighbours) : neighbours,
  }
}
