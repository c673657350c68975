/** Every duration of the policy for adults, moved by a day, changes an answer or is refused. */
import { addDays, addMonths, type CivilDate } from '@tiemchung/core'
import { child, civil, infected } from '../engine/people.fixture.js'
import type { EligibilityPolicy } from '../policy/format.js'
import type { SubjectFacts } from '../subject/subject.js'
import { all } from './adult-products.js'
import { covid19Adults18 } from './covid19-adults-18.js'
import { before, type Case, checkDurations } from './mutants.fixture.js'

const born = '1960-05-10'
const sturdy: SubjectFacts = {
  covid19Infection: { state: 'no' },
  immunocompromised: 'no',
  highExposure: 'no',
}
const frail: SubjectFacts = { ...sturdy, immunocompromised: 'yes' }

/** Two people with a history, and the same two with one more dose on the day. */
function withAndWithout(day: CivilDate, history: readonly string[], next: string): Case[] {
  return [sturdy, frail].flatMap((facts) =>
    [history, [...history, `${day} ${next}`]].map(
      (doses): Case => [child(born, doses, { facts }), day],
    ),
  )
}

/** The course of a vaccine that ended on a day, and what was given after it. */
function courseOf(product: string, doses: number, end: CivilDate, ...later: readonly string[]) {
  const gap = product === 'abdala' ? 14 : 30
  const days = Array.from({ length: doses }, (_, at) => addDays(end, (at + 1 - doses) * gap))
  return [...days.map((day) => `${day} ${product}`), ...later]
}

/** A course and a booster, both when they could be given. */
const boosted = (booster: CivilDate) =>
  courseOf('comirnaty-30', 2, addDays(booster, -100), `${booster} comirnaty-30`)

/** Everybody around the ages at which something begins or ends, and with a first dose at twelve. */
function agesOn(day: CivilDate): Case[] {
  const around = (years: number) => [-1, 0, 1].map((late) => addDays(before(day, years), late))
  return [
    ...[18, 19, 50, 66].flatMap(around).flatMap((birth): Case[] => [
      [child(birth, [], { facts: frail }), day],
      [child(birth, boosted(addMonths(day, -5)), { facts: sturdy }), day],
    ]),
    ...around(12).flatMap((birth) =>
      all.map((product): Case => [child(birth, [`${day} ${product}`], { facts: frail }), day]),
    ),
  ]
}

/** Days after a first dose at the end of its wait, and at the end of the time that it leaves. */
const gaps: Readonly<Record<string, readonly number[]>> = {
  astrazeneca: [27, 28, 55, 56, 84],
  'spikevax-100': [27, 28],
  covaxin: [27, 28],
  abdala: [13, 14],
}

/** A first dose so many days ago, a second of the same vaccine on the day, and one after a dose that is lost. */
function primaryOn(day: CivilDate): Case[] {
  const ago = (days: number) => addDays(day, -days)
  return all.flatMap((product) => [
    ...withAndWithout(day, [`${ago(27)} other`], product),
    ...(gaps[product] ?? [20, 21, 28]).flatMap((gap) =>
      withAndWithout(day, [`${ago(gap)} ${product}`], product),
    ),
    ...withAndWithout(day, [`${ago(100)} ${product}`, `${ago(27)} other`], product),
    ...[13, 14].flatMap((gap) =>
      withAndWithout(day, [`${ago(60)} ${product}`, `${ago(gap)} ${product}`], product),
    ),
    ...withAndWithout(day, [...courseOf(product, 2, ago(40)), `${ago(27)} other`], product),
  ])
}

const courses = [
  ['janssen', 1],
  ['vero-cell', 2],
  ['comirnaty-30', 2],
  ['abdala', 3],
] as const

/** The additional dose, the booster and the second booster, at the end of their waits and a day before. */
function laterOn(day: CivilDate): Case[] {
  const mrna = 'comirnaty-30'
  const ends = [
    ...[27, 28].map((days) => addDays(day, -days)),
    ...[3, 4, 6].flatMap((months) => [0, 1].map((late) => addDays(addMonths(day, -months), late))),
  ]
  return ends.flatMap((end) => {
    const early = addDays(end, -100)
    return courses.flatMap(([product, doses]) => [
      ...withAndWithout(day, courseOf(product, doses, end), mrna),
      ...withAndWithout(day, courseOf(product, doses, early, `${addDays(day, -27)} other`), mrna),
      ...withAndWithout(day, courseOf(product, doses, early, `${end} ${mrna}`), mrna),
      ...withAndWithout(day, [...boosted(end), `${addDays(day, -27)} other`], mrna),
    ])
  })
}

/** Somebody who fell ill, before each dose of a course. */
function illOn(day: CivilDate): Case[] {
  const ill = { ...sturdy, ...infected(addDays(day, -40)) }
  const healed: SubjectFacts = {
    ...sturdy,
    covid19Infection: { state: 'yes', onset: addDays(day, -9), recovery: day },
  }
  const end = addMonths(day, -5)
  const histories = [[], courseOf('comirnaty-30', 2, end), boosted(end)]
  return histories.flatMap((doses) =>
    [ill, healed].map((facts) => [child(born, doses, { facts }), day] as const),
  )
}

function casesOf({ effective, version }: EligibilityPolicy): Case[] {
  const last = effective.to ?? civil('2022-12-15')
  const days = version === '2021-07-26.1' ? [civil('2021-09-19'), last] : [last]
  return days.flatMap((day) => [...agesOn(day), ...primaryOn(day), ...laterOn(day), ...illOn(day)])
}

const later = ['2021-12-01', '2021-12-17', '2021-12-21', '2022-05-12', '2022-06-23', '2022-07-24']

/** What no history can use, with the reason. */
const unusable: ReadonlySet<string> = new Set([
  // Eight weeks after AstraZeneca were asked for until 19 September 2021, in the time of the first version alone.
  ...later.map((day) => `${day}.1 series.0.doses.1.intervals.0.graceDays`),
  // Twelve weeks after a first dose of the campaign, which began on 26 July, end after that day.
  ...['2021-07-26', ...later].map((day) => `${day}.1 series.0.doses.1.intervals.0.overdueAfter`),
  // No course of the campaign was six months old when three took the place of six.
  ...[0, 1, 2, 3].map((at) => `2021-12-01.1 series.2.doses.0.intervals.${at}.graceDays`),
  // Additional doses began on 1 December 2021: none was three months old by 20 December.
  '2021-12-17.1 series.2.doses.0.intervals.3.graceDays',
])

checkDurations(covid19Adults18, casesOf, unusable)
