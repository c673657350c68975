/** What a page says, before it is HTML or Markdown. */
import type { PolicyAssumption, PolicySource } from '@tiemchung/core'
import {
  type Cited,
  type EligibilityPolicy,
  type PolicyProduct,
  type ScreeningRule,
  screeningItems,
} from '../policy/format.js'
import { tenfold } from '../message/tenfold.js'
import { aroundSaid, doseSaid, named, windowText } from './course.js'
import type { Voice } from './speak.js'

/** One thing that is said, in one or more columns, and what it rests on. */
export interface Row {
  readonly cells: readonly string[]
  readonly basis: Cited
}

/** Things of one kind. With a head they make a table, without one a list. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly head?: readonly string[]
  /** Whether the order means something. */
  readonly ordered?: boolean
  readonly rows: readonly Row[]
}

/** The whole page. */
export interface Page {
  readonly title: string
  readonly version: string
  readonly sections: readonly Section[]
  readonly assumptions: readonly PolicyAssumption[]
  readonly sources: readonly PolicySource[]
}

const nothing: Cited = { cite: [] }
const plain = (...cells: readonly string[]): Row => ({ cells, basis: nothing })
const said = (text: string, basis: Cited): Row => ({ cells: [text], basis })

function validity(policy: EligibilityPolicy, { say, day }: Voice): Section {
  const { from, to } = policy.effective
  const period =
    to === null
      ? say('period.since', { from: day(from) })
      : say('period.between', { from: day(from), to: day(to) })
  const rows = [
    plain(`${say('policy')}: ${policy.id}`),
    plain(`${say('version')}: ${policy.version}`),
    plain(`${say('period')}: ${period}`),
    plain(`${say('published')}: ${day(policy.published)}`),
    ...(policy.supersedes === undefined
      ? []
      : [plain(`${say('supersedes')}: ${policy.supersedes}`)]),
  ]
  return { id: 'validity', title: say('validity'), rows }
}

function who({ population, calendar }: EligibilityPolicy, { say, age }: Voice): Section {
  const { ageFrom, ageBefore, sex } = population
  const ages =
    ageBefore === undefined
      ? say('who.from', { from: age(ageFrom) })
      : say('who.ages', { from: age(ageFrom), before: age(ageBefore) })
  const rows = [
    said(ages, population),
    ...(sex === undefined ? [] : [said(say(`who.${sex}`), population)]),
    plain(say(`who.${calendar.monthOverflow}`)),
    plain(say(`who.${calendar.firstDay}`)),
  ]
  return { id: 'who', title: say('who'), rows }
}

function merged(...bases: readonly Cited[]): Cited {
  const unique = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())]
  return {
    cite: unique(bases.map((one) => one.cite)),
    assumes: unique(bases.map((one) => one.assumes ?? [])),
  }
}

/** The volume beside the one that it is not: a point overlooked is a ten-fold dose. */
function volumeText({ volumeMl }: PolicyProduct, { say, decimal }: Voice): string {
  if (volumeMl === undefined) return '–'
  const values = { volume: decimal(volumeMl), tenfold: decimal(tenfold(volumeMl)) }
  return say('products.warning', values)
}

function productRow(product: PolicyProduct, voice: Voice): Row {
  const { language, say, decimal } = voice
  const { counts, use, doseMcg, review = false } = product
  const given = use === null ? say('products.never') : windowText(use, voice)
  const grace = counts.graceDays === 0 ? [] : [say('products.grace', { days: counts.graceDays })]
  return {
    cells: [
      `${product.name[language]} (${product.id})`,
      doseMcg === undefined ? '–' : `${decimal(String(doseMcg))} µg`,
      volumeText(product, voice),
      [given, ...(review ? [say('products.review')] : [])].join('; '),
      [windowText(counts, voice), ...grace].join('; '),
    ],
    basis: merged(product, counts),
  }
}

function products(policy: EligibilityPolicy, voice: Voice): Section {
  const { say } = voice
  const columns = ['name', 'strength', 'volume', 'use', 'counts'] as const
  return {
    id: 'products',
    title: say('products'),
    head: columns.map((name) => say(`products.${name}`)),
    rows: policy.products.map((product) => productRow(product, voice)),
  }
}

function doses(policy: EligibilityPolicy, voice: Voice): Section {
  const { say, language } = voice
  const rows = policy.series.flatMap((series) =>
    series.doses.flatMap((dose) => {
      const label = say('dose.label', { n: dose.n, series: series.name[language] })
      const products = named(policy, dose.products, voice)
      const given = products === '' ? say('dose.historyOnly') : `${products}.`
      return [
        { cells: [label, given], basis: dose },
        ...doseSaid(policy, dose, voice).map(({ text, basis }) => said(text, basis)),
      ]
    }),
  )
  return { id: 'doses', title: say('doses'), rows }
}

function around(policy: EligibilityPolicy, voice: Voice): Section[] {
  const rows = aroundSaid(policy, voice).map(({ text, basis }) => said(text, basis))
  return rows.length === 0 ? [] : [{ id: 'around', title: voice.say('around'), rows }]
}

function infection(policy: EligibilityPolicy, { say, span, language }: Voice): Section[] {
  const rows = policy.infectionDeferrals.map((rule) => {
    const text = say(`infection.${rule.anchor}`, { says: rule.says[language], for: span(rule.for) })
    const doses = rule.doses?.join(', ')
    return said(doses === undefined ? text : text + say('infection.doses', { doses }), rule)
  })
  return rows.length === 0 ? [] : [{ id: 'infection', title: say('infection'), rows }]
}

const lists = ['contraindications', 'screeningDeferrals', 'precautions', 'hospital'] as const

function screening(policy: EligibilityPolicy, { say, language }: Voice): Section {
  const rules = lists.flatMap((list) =>
    policy[list].map((rule: ScreeningRule) => ({
      rule,
      place: screeningItems.indexOf(rule.item),
      list,
    })),
  )
  const section = { id: 'screening', title: say('screening') }
  if (rules.length === 0) return { ...section, rows: [plain(say('screening.none'))] }
  const columns = ['item', 'question', 'means'] as const
  const rows = rules
    .sort((left, right) => left.place - right.place)
    .map(({ rule, place, list }) => ({
      cells: [String(place + 1), rule.says[language], say(`means.${list}`)],
      basis: rule,
    }))
  return { ...section, head: columns.map((name) => say(`screening.${name}`)), rows }
}

function consent({ consent: rule }: EligibilityPolicy, { say }: Voice): Section {
  const section = { id: 'consent', title: say('consent') }
  if (rule === null) return { ...section, rows: [plain(say('consent.none'))] }
  const people = rule.by.map((one) => say(one))
  const last = people.at(-1) ?? ''
  const all = people.length < 2 ? last : `${people.slice(0, -1).join(', ')} ${say('or')} ${last}`
  return { ...section, rows: [said(say('consent.by', { who: all }), rule)] }
}

function transition(policy: EligibilityPolicy, { say, age }: Voice): Section[] {
  const rule = policy.ageTransition
  const end = policy.population.ageBefore
  if (rule === undefined || end === undefined) return []
  const before = age(end)
  const rows = [
    said(say('transition.to', { before, policy: rule.toPolicy }), rule),
    ...(rule.review ? [said(say('transition.review'), rule)] : []),
  ]
  return [{ id: 'transition', title: say('transition'), rows }]
}

function precedence({ precedence: order }: EligibilityPolicy, { say }: Voice): Section {
  const rows = order.map((status) => plain(say(`status.${status}`)))
  return { id: 'precedence', title: say('precedence'), ordered: true, rows }
}

/** Everything that a policy says, in sentences of one language. */
export function contentOf(policy: EligibilityPolicy, voice: Voice): Page {
  return {
    title: policy.title[voice.language],
    version: policy.version,
    sections: [
      validity(policy, voice),
      who(policy, voice),
      products(policy, voice),
      doses(policy, voice),
      ...around(policy, voice),
      ...infection(policy, voice),
      screening(policy, voice),
      consent(policy, voice),
      ...transition(policy, voice),
      precedence(policy, voice),
    ],
    assumptions: policy.assumptions,
    sources: policy.sources,
  }
}
