/** Every duration of the policies for the young, moved by a day, changes an answer or is refused. */
import { addDays, addMonths, type CivilDate } from '@tiemchung/core'
import { describe } from 'vitest'
import { child, civil, infected } from '../engine/people.fixture.js'
import type { EligibilityPolicy } from '../policy/format.js'
import { covid19Adolescents12To17 } from './covid19-adolescents-12-17.js'
import { covid19Children5To11 } from './covid19-children-5-11.js'
import { before, type Case, checkDurations } from './mutants.fixture.js'

/** Children at every age border and doses at every interval, while one version is in force. */
function casesOf(policy: EligibilityPolicy): Case[] {
  const day = policy.effective.to ?? civil('2022-08-15')
  const ago = (days: number) => addDays(day, -days)
  const borders = [5, 6, 12, 18].flatMap((years) => [
    before(day, years),
    addDays(before(day, years), 1),
  ])
  const products = ['comirnaty-10', 'comirnaty-30', 'spikevax-50', 'spikevax-100']
  const of = (birth: string, ...doses: string[]): Case => [child(birth, doses), day]
  const grown = ['2009-05-10', '2013-05-10'].flatMap((birth) => [
    [child(birth, [], { facts: infected(ago(30)) }), day] as const,
    of(birth, `${ago(27)} other`),
    ...products.flatMap((product) => [
      of(birth, `${ago(27)} other`, `${day} ${product}`),
      ...[20, 21, 27, 28].flatMap((gap) => [
        of(birth, `${ago(gap)} ${product}`),
        ...products.flatMap((second) => [
          of(birth, `${ago(gap)} ${product}`, `${day} ${second}`),
          of(birth, `${ago(56)} ${second}`, `${ago(gap)} ${product}`),
          of(birth, `${ago(56)} ${second}`, `${ago(gap)} ${product}`, `${day} ${second}`),
        ]),
      ]),
    ]),
  ])
  return [
    ...borders.map((birth) => of(birth)),
    ...products.flatMap((product) => borders.map((birth) => of(birth, `${day} ${product}`))),
    ...grown,
    ...boosters(day),
  ]
}

/** A third dose five months after the second, a day early, and after one that does not count. */
function boosters(day: CivilDate): Case[] {
  const last = addMonths(day, -5)
  const course = (second: CivilDate, ...third: string[]) =>
    child('2009-05-10', [
      `${addDays(second, -28)} comirnaty-30`,
      `${second} comirnaty-30`,
      ...third.map((one) => `${one} comirnaty-30`),
    ])
  const lost = [`${last} comirnaty-30`, `${addDays(last, -28)} comirnaty-30`]
  const other = `${addDays(day, -27)} other`
  return [
    [course(last), day],
    [course(last, day), day],
    [course(addDays(last, 1)), day],
    [course(addDays(last, 1), day), day],
    [child('2009-05-10', [...lost, other]), day],
    [child('2009-05-10', [...lost, other, `${day} comirnaty-30`]), day],
  ]
}

/**
 * Grace that no history can use: the campaign began on 2022-03-28, so no second dose a day early, and no
 * dose a day early after one that does not count, falls into the first versions.
 */
const unusable: ReadonlySet<string> = new Set([
  '2022-03-28.1 series.0.doses.1.intervals.0.graceDays',
  '2022-03-28.1 series.0.doses.1.intervals.1.graceDays',
  '2022-03-31.1 series.0.doses.1.intervals.0.graceDays',
  '2022-03-31.1 series.0.doses.1.intervals.1.graceDays',
  '2022-04-13.1 series.0.doses.1.intervals.1.graceDays',
])

describe('children from 5 to under 12', () => {
  checkDurations(covid19Children5To11, casesOf, unusable)
})

describe('adolescents from 12 to 17', () => {
  checkDurations(covid19Adolescents12To17, casesOf)
})
