/** What a policy says of each dose: products, ages, intervals, seasons, and when it is passed over. */
import type {
  AgeWindow,
  Cited,
  Conditions,
  DoseAge,
  EligibilityPolicy,
  OfferRule,
  PolicyDose,
  PolicyInterval,
  RowPeriod,
  SkipCondition,
  SkipRule,
} from '../policy/format.js'
import type { Voice } from './speak.js'

/** One sentence and what it rests on. */
interface Said {
  readonly text: string
  readonly basis: Cited
}

/** Products by name, in the order of the list. */
export function named(
  { products }: Pick<EligibilityPolicy, 'products'>,
  ids: readonly string[],
  { language }: Voice,
): string {
  return ids.map((id) => products.find((one) => one.id === id)?.name[language] ?? id).join(', ')
}

/** From an age to another, or on. */
export function windowText({ ageFrom, ageBefore }: AgeWindow, { say, age }: Voice): string {
  return ageBefore === undefined
    ? say('ages.on', { from: age(ageFrom) })
    : say('ages.window', { from: age(ageFrom), before: age(ageBefore) })
}

function periodText(period: RowPeriod | undefined, { say, day }: Voice): string {
  if (period === undefined) return ''
  const { from, to } = period
  const parts = [
    ...(from === undefined ? [] : [say('row.from', { from: day(from) })]),
    ...(to === undefined ? [] : [say('row.to', { to: day(to) })]),
  ]
  return parts.length === 0 ? '' : ` (${parts.join(' ')})`
}

type Timed = Pick<PolicyInterval, 'recommended' | 'overdueAfter' | 'countsFrom' | 'graceDays'>

function timesText(rule: Timed, say: Voice['say'], length: (duration: string) => string): string {
  const { recommended, overdueAfter, countsFrom, graceDays } = rule
  return [
    ...(recommended === undefined
      ? []
      : [say('interval.recommended', { days: length(recommended) })]),
    ...(overdueAfter === undefined
      ? []
      : [say('interval.overdue', { days: length(overdueAfter) })]),
    ...(countsFrom === undefined ? [] : [say('interval.counts', { days: length(countsFrom) })]),
    ...(graceDays === 0 ? [] : [say('interval.grace', { days: graceDays })]),
  ].join('')
}

function sinceText(policy: EligibilityPolicy, { from }: PolicyInterval, voice: Voice): string {
  const { say } = voice
  if ('dose' in from) return say('since.dose', { n: from.dose })
  if ('lastOf' in from) return say('since.lastOf', { products: named(policy, from.lastOf, voice) })
  return say(`since.${from.previous}`)
}

function intervalSaid(
  policy: EligibilityPolicy,
  { n }: PolicyDose,
  interval: PolicyInterval,
  voice: Voice,
  id: 'interval' | 'interval.accepted' = 'interval',
): Said {
  const { say, span } = voice
  const { after, min, effective } = interval
  const products = after === undefined ? '' : named(policy, after, voice)
  const text = say(id, {
    n,
    min: span(min),
    since: sinceText(policy, interval, voice),
    after: after === undefined ? '' : say('interval.after', { products }),
    more: timesText(interval, say, span) + periodText(effective, voice),
  })
  return { text, basis: interval }
}

function ageSaid({ n }: PolicyDose, rule: DoseAge, voice: Voice): Said {
  const { say, age } = voice
  const before = rule.before === undefined ? {} : { ageBefore: rule.before }
  const window = windowText({ ageFrom: rule.from, ...before }, voice)
  const more = timesText(rule, say, age) + periodText(rule.effective, voice)
  return { text: say('dose.age', { n, window, more }), basis: rule }
}

function conditionText(policy: EligibilityPolicy, condition: SkipCondition, voice: Voice): string {
  const { say, age, span, day } = voice
  const grace = (days = 0) => (days === 0 ? '' : say('grace', { days }))
  if ('age' in condition) {
    const { from = 'P0D', before, graceDays } = condition.age
    const window = { ageFrom: from, ...(before === undefined ? {} : { ageBefore: before }) }
    return say('skip.age', { window: windowText(window, voice) }) + grace(graceDays)
  }
  if ('fact' in condition) return say(`fact.${condition.fact}.${condition.is}`)
  if ('sinceLast' in condition) {
    const { atLeast, graceDays } = condition.sinceLast
    return say('skip.sinceLast', { min: span(atLeast) }) + grace(graceDays)
  }
  const { which, products, ageFrom, ageBefore, graceDays, from, to, atLeast, atMost } =
    condition.doses
  const parts = [
    ...(atLeast === undefined ? [] : [say('skip.atLeast', { n: atLeast })]),
    ...(atMost === undefined ? [] : [say('skip.atMost', { n: atMost })]),
    say(`skip.${which}`),
    ...(products === undefined ? [] : [named(policy, products, voice)]),
    ...(ageFrom === undefined && ageBefore === undefined
      ? []
      : [
          windowText(
            { ageFrom: ageFrom ?? 'P0D', ...(ageBefore === undefined ? {} : { ageBefore }) },
            { ...voice, age },
          ) + grace(graceDays),
        ]),
    ...(from === undefined ? [] : [say('row.from', { from: day(from) })]),
    ...(to === undefined ? [] : [say('row.to', { to: day(to) })]),
  ]
  return parts.join(' ')
}

function whenText(policy: EligibilityPolicy, anyOf: readonly Conditions[], voice: Voice): string {
  const { say } = voice
  return anyOf
    .map(({ allOf }) =>
      allOf.map((one) => conditionText(policy, one, voice)).join(`, ${say('skip.and')} `),
    )
    .join(`; ${say('or')} `)
}

function offerSaid(
  policy: EligibilityPolicy,
  { n }: PolicyDose,
  rule: OfferRule,
  voice: Voice,
): Said {
  const { say } = voice
  const products = named(policy, rule.products, voice)
  const when =
    rule.anyOf === undefined
      ? say('offer.always')
      : say('offer.when', { when: whenText(policy, rule.anyOf, voice) })
  const more = periodText(rule.effective, voice)
  return { text: say('offer', { n, products, when, more }), basis: rule }
}

function skipSaid(
  policy: EligibilityPolicy,
  { n }: PolicyDose,
  rule: SkipRule,
  voice: Voice,
): Said {
  const { say } = voice
  const when = whenText(policy, rule.anyOf, voice)
  return { text: say('skip', { n, for: say(`skip.${rule.for}`), when }), basis: rule }
}

/** Which products a dose takes, beyond its list: other ages, what counts, what never does. */
function productsSaid(policy: EligibilityPolicy, dose: PolicyDose, voice: Voice): Said[] {
  const { say } = voice
  const { n, uses = [], accepts = [], never } = dose
  const aged = (
    list: readonly (AgeWindow & { readonly product: string; readonly graceDays?: number })[],
  ) =>
    list
      .map(({ product, graceDays = 0, ...window }) => {
        const grace = graceDays === 0 ? '' : say('grace', { days: graceDays })
        return `${named(policy, [product], voice)} (${windowText(window, voice)}${grace})`
      })
      .join(', ')
  const texts = [
    ...(uses.length === 0 ? [] : [say('dose.uses', { n, products: aged(uses) })]),
    ...(accepts.length === 0 ? [] : [say('dose.accepts', { n, products: aged(accepts) })]),
    ...(never === undefined
      ? []
      : [say('dose.never', { n, products: named(policy, never, voice) })]),
    ...(dose.recurs === true ? [say('dose.recurs', { n })] : []),
    ...(dose.sameBrandAs === undefined ? [] : [say('dose.brand', { n, other: dose.sameBrandAs })]),
  ]
  return texts.map((text) => ({ text, basis: dose }))
}

type Season = NonNullable<PolicyDose['seasons']>[number]

function seasonSaid({ n }: PolicyDose, season: Season, { say, day }: Voice): Said {
  const from = day(season.from)
  const text =
    season.to === undefined
      ? say('dose.season.open', { n, from })
      : say('dose.season', { n, from, to: day(season.to) })
  return { text, basis: season }
}

/** Every sentence about one dose, but for the one that names its products. */
export function doseSaid(policy: EligibilityPolicy, dose: PolicyDose, voice: Voice): Said[] {
  const { ages = [], intervals = [], acceptedIntervals = [], skipWhen = [], seasons = [] } = dose
  const { offers = [] } = dose
  return [
    ...productsSaid(policy, dose, voice),
    ...offers.map((one) => offerSaid(policy, dose, one, voice)),
    ...ages.map((one) => ageSaid(dose, one, voice)),
    ...intervals.map((one) => intervalSaid(policy, dose, one, voice)),
    ...acceptedIntervals.map((one) => intervalSaid(policy, dose, one, voice, 'interval.accepted')),
    ...seasons.map((one) => seasonSaid(dose, one, voice)),
    ...skipWhen.map((one) => skipSaid(policy, dose, one, voice)),
  ]
}

/** Distances to other vaccines, and the place of the policy among others. */
export function aroundSaid(policy: EligibilityPolicy, voice: Voice): Said[] {
  const { say, span, age } = voice
  const { spacing = [], others = [], choice } = policy
  const told = spacing.map((rule) => {
    const counted = rule.minAfterCounted
    const [after, give] = [named(policy, rule.after, voice), named(policy, rule.give, voice)]
    const more = counted === undefined ? '' : say('spacing.counted', { min: span(counted) })
    return { text: say('spacing', { after, give, min: span(rule.min), more }), basis: rule }
  })
  const known = others.map((one) => ({ text: say('other', { id: one.id }), basis: one }))
  if (choice === undefined) return [...told, ...known]
  const { group, standard, preference, productPath = false } = choice
  const { startFrom, startBefore, startGraceDays = 0 } = choice
  const texts = [
    say('choice', { group, place: preference }),
    ...(standard ? [say('choice.standard')] : []),
    ...(productPath ? [say('choice.productPath')] : []),
    ...(startFrom === undefined ? [] : [say('choice.from', { from: age(startFrom) })]),
    ...(startBefore === undefined ? [] : [say('choice.before', { before: age(startBefore) })]),
    ...(startGraceDays === 0 ? [] : [say('choice.grace', { days: startGraceDays })]),
  ]
  return [...told, ...known, ...texts.map((text) => ({ text, basis: choice }))]
}
