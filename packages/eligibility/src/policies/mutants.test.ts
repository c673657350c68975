/** Every duration of the shipped policies, moved by a day, changes an answer or is refused. */
import { addDays, addMonths, addYears, type CivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../engine/evaluate.js'
import { child, civil, infected } from '../engine/people.fixture.js'
import type { EligibilityPolicy } from '../policy/format.js'
import { lintEligibilityPolicy } from '../policy/parse.js'
import { definePolicySet } from '../policy-set/define.js'
import type { Subject } from '../subject/subject.js'
import { covid19Adolescents12To17 } from './covid19-adolescents-12-17.js'
import { covid19Children5To11 } from './covid19-children-5-11.js'

type Path = readonly (string | number)[]
type Case = readonly [who: Subject, on: CivilDate]

/** Where the durations and days of grace of a document stand. */
function durationsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string' && /^P\d/.test(value)) return [path]
  if (path.at(-1) === 'graceDays') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    durationsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

/** The document with one duration a day longer, or one day of grace more. */
function mutate(policy: EligibilityPolicy, path: Path): EligibilityPolicy {
  const longer = (value: unknown) =>
    typeof value === 'number'
      ? value + 1
      : String(value).replace(/P(\d+[YM])*(\d+)?D?$/, (text) => {
          const days = /(\d+)D$/.exec(text)?.[1]
          return days === undefined ? `${text}1D` : text.replace(`${days}D`, `${Number(days) + 1}D`)
        })
  const set = (value: unknown, steps: Path): unknown => {
    const [step, ...rest] = steps
    if (step === undefined) return longer(value)
    const holder = value as Record<string | number, unknown>
    const inner = set(holder[step], rest)
    return Array.isArray(value)
      ? value.map((one: unknown, index) => (index === step ? inner : one))
      : { ...holder, [step]: inner }
  }
  return set(policy, path) as EligibilityPolicy
}

/** A day some years before another, by the day of the month. */
const before = (day: CivilDate, years: number) => addYears(day, -years)

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

const programs = [
  ['children from 5 to under 12', covid19Children5To11],
  ['adolescents from 12 to 17', covid19Adolescents12To17],
] as const

describe.each(programs)('every duration for %s is held by a case', (_, versions) => {
  const mutants = versions.flatMap((policy, index) =>
    durationsOf({ ...policy, sources: [], assumptions: [] }).map(
      (path) => [`${policy.version} ${path.join('.')}`, index, path] as const,
    ),
  )
  const said = new Map(
    versions.map((policy) => {
      const set = definePolicySet(versions)
      const answers = casesOf(policy).map(
        ([who, on]) => [who, on, JSON.stringify(evaluate(who, set, on))] as const,
      )
      return [policy, answers] as const
    }),
  )
  test.each(mutants)('%s', (name, index, path) => {
    const policy = versions[index]
    if (policy === undefined) throw new Error('the version is shipped')
    const mutant = mutate(policy, path)
    if (lintEligibilityPolicy(mutant).length > 0) return
    const set = definePolicySet(versions.map((one) => (one === policy ? mutant : one)))
    const noticed = said
      .get(policy)
      ?.some(([who, on, answer]) => JSON.stringify(evaluate(who, set, on)) !== answer)
    expect(noticed).toBe(!unusable.has(name))
  })
})
