import {
  addDays,
  type CivilDate,
  fromDayNumber,
  isCivilDate,
  isPartialDate,
  parseCivilDate,
  type PartialDate,
  toDayNumber,
} from '@tiemchung/core'
import {
  type Answer,
  definePolicySet,
  type EligibilityPolicy,
  evaluate,
  evaluateMany,
  explain,
  type GivenDose,
  parseEligibilityPolicy,
  type PolicySet,
  screeningItems,
  statuses,
  type Subject,
} from '@tiemchung/eligibility'
import { covid19Adolescents12To17, covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { attemptNow, endOf } from '../judge.js'
import { must, type Outcome, refused, value } from '../long-run.js'
import { mutateJson } from '../mutate-json.js'
import { mutateText } from '../mutate-text.js'
import type { Random } from '../random.js'
import { family, type Kind, type Kinds } from './family.js'

const bands: readonly EligibilityPolicy[] = [...covid19Children5To11, ...covid19Adolescents12To17]
const sets: readonly PolicySet[] = [
  definePolicySet(covid19Children5To11),
  definePolicySet(bands),
  definePolicySet(bands, { asOf: parseCivilDate('2022-05-01') }),
]

const start = toDayNumber(parseCivilDate('2022-01-01'))
const dayAround = (random: Random, before: number, after: number): CivilDate =>
  fromDayNumber(start - random.below(before) + random.below(after))

const products = ['comirnaty-10', 'comirnaty-30', 'spikevax-50', 'spikevax-100', 'unheard-of']
const answers = ['yes', 'no', 'no', 'no', 'no', 'no', 'unknown'] as const

function doseOf(random: Random): GivenDose {
  const date = dayAround(random, 200, 500)
  if (random.chance(0.1)) return { date }
  if (random.chance(0.1)) return { date, brand: random.pick(['comirnaty', 'spikevax', 'other']) }
  return { date, product: random.pick(products) }
}

function birthOf(random: Random): PartialDate {
  const day: string = dayAround(random, 6900, 700)
  const length = random.chance(0.75) ? 10 : random.pick([4, 7])
  return day.slice(0, length) as PartialDate
}

function screeningOf(random: Random): NonNullable<Subject['facts']['screening']> {
  const calm = random.chance(0.6)
  const items = screeningItems.filter(() => random.chance(0.97))
  return Object.fromEntries(items.map((item) => [item, calm ? 'no' : random.pick(answers)]))
}

/** A person as a list may hold them: in date order or not, with gaps or without. */
function subjectOf(random: Random): Subject {
  const onset = dayAround(random, 300, 300)
  const infection = random.pick([
    { state: 'no' as const },
    { state: 'no' as const },
    { state: 'unknown' as const },
    { state: 'yes' as const, onset },
    { state: 'yes' as const, onset, recovery: addDays(onset, random.below(40) - 5) },
    { state: 'yes' as const },
  ])
  const state = random.pick(['agreed', 'agreed', 'agreed', 'refused', 'none'] as const)
  return {
    birthDate: birthOf(random),
    doses: Array.from({ length: random.below(random.chance(0.02) ? 60 : 4) }, () => doseOf(random)),
    facts: {
      ...(random.chance(0.95) ? { covid19Infection: infection } : {}),
      ...(random.chance(0.95) ? { screening: screeningOf(random) } : {}),
    },
    ...(random.chance(0.95) ? { consent: { state } } : {}),
  }
}

/** What nobody knows, or what speaks against it, is never eligible. */
function checkClosed(subject: Subject, on: CivilDate, answer: Answer): void {
  if (answer.status !== 'eligible') return
  must(isPartialDate(subject.birthDate), 'eligible without a birth date')
  must(subject.consent?.state === 'agreed', 'eligible without consent')
  const { screening = {}, covid19Infection } = subject.facts
  must(
    screeningItems.every((item) => screening[item] !== undefined && screening[item] !== 'unknown'),
    'eligible with a question open',
  )
  must(
    covid19Infection !== undefined && covid19Infection.state !== 'unknown',
    'eligible although nobody knows of an infection',
  )
  must(answer.products.length > 0 && answer.dose !== null, 'eligible for nothing')
  must(answer.earliest !== null && answer.earliest <= on, 'eligible before the earliest day')
}

function checkForm(on: CivilDate, answer: Answer): void {
  must(statuses.includes(answer.status) && answer.on === on, 'an answer of another form')
  const { earliest, recommended, lastDay, nextChange, timeline, doses } = answer
  for (const day of [earliest, recommended, answer.overdueFrom, lastDay]) {
    must(day === null || isCivilDate(day), 'a day that is none')
  }
  must(
    earliest === null || recommended === null || earliest <= recommended,
    'recommended too early',
  )
  must(nextChange === null || nextChange.on > on, 'the next change lies behind')
  timeline.forEach(({ from, to }, index) => {
    const next = timeline[index + 1]
    must(to === null ? next === undefined : from <= to, 'a stretch that ends before it begins')
    if (to !== null && next !== undefined)
      must(addDays(to, 1) === next.from, 'a gap between stretches')
  })
  must(
    doses.every(({ n }) => n === null || n > 0),
    'a dose of number nought',
  )
  for (const language of ['vi', 'en'] as const) {
    must(
      explain(answer, language).every((line) => line !== '' && !line.includes('undefined')),
      'a sentence with a hole',
    )
  }
}

const told = (answer: Answer) => JSON.stringify(answer)

const person: Kind = (random) => {
  const [subject, set, on] = [subjectOf(random), random.pick(sets), dayAround(random, 400, 1500)]
  const answer = evaluate(subject, set, on)
  checkForm(on, answer)
  checkClosed(subject, on, answer)
  must(
    told(evaluate(structuredClone(subject), set, on)) === told(answer),
    'another answer to the same',
  )
  return value
}

/** What had happened by a day. */
function until(subject: Subject, on: CivilDate): Subject {
  const { covid19Infection, ...facts } = subject.facts
  const { onset = on, recovery = on } = covid19Infection ?? {}
  const ahead = covid19Infection === undefined || onset > on || recovery > on
  return {
    ...subject,
    doses: subject.doses.filter(({ date }) => date <= on),
    facts: ahead ? facts : { ...facts, covid19Infection },
  }
}

/** With nothing that lies ahead, the day before the next change answers as today does. */
const change: Kind = (random) => {
  const [any, set, on] = [subjectOf(random), random.pick(sets), dayAround(random, 100, 900)]
  const subject = until(any, on)
  const { status, nextChange, timeline } = evaluate(subject, set, on)
  const here = timeline.find(({ from, to }) => from <= on && (to === null || on <= to))
  must(
    here === undefined || here.status === status || status !== 'eligible',
    'eligible beside the timeline',
  )
  if (nextChange === null) return refused
  const before = evaluate(subject, set, addDays(nextChange.on, -1))
  must(before.status === status, `${status} turned into ${before.status} before the next change`)
  must(
    evaluate(subject, set, nextChange.on).status === nextChange.status,
    'another status than was told',
  )
  return value
}

/** To know less, or to know of one more thing against it, never makes anybody eligible. */
const monotone: Kind = (random) => {
  const [subject, set, on] = [subjectOf(random), random.pick(sets), dayAround(random, 100, 900)]
  const item = random.pick(screeningItems)
  const { [item]: was, ...others } = subject.facts.screening ?? {}
  if (was !== 'no') return refused
  const worse = random.pick([
    { ...subject, facts: { ...subject.facts, screening: { ...others, [item]: 'yes' as const } } },
    { ...subject, facts: { ...subject.facts, screening: others } },
    { ...subject, facts: { ...subject.facts, covid19Infection: { state: 'unknown' as const } } },
    { ...subject, consent: { state: random.pick(['refused', 'none'] as const) } },
  ])
  const [before, after] = [evaluate(subject, set, on), evaluate(worse, set, on)]
  must(before.status === 'eligible' || after.status !== 'eligible', 'knowing less made eligible')
  return after.status === 'eligible' ? value : refused
}

const dates: Kind = (random) => {
  const subject = subjectOf(random)
  const text = (of: string) => mutateText(random, [of, '2022-05-20']) as CivilDate & PartialDate
  const changed = random.chance(0.5)
    ? { ...subject, birthDate: text(subject.birthDate) }
    : { ...subject, doses: [...subject.doses, { date: text('2022-04-20') }] }
  const on = dayAround(random, 10, 900)
  const tried = attemptNow(() => evaluate(changed, random.pick(sets), on))
  if ('error' in tried) must(tried.error.code === 'eligibility.subject', tried.error.code)
  else must(isPartialDate(changed.birthDate), 'judged without a birth date')
  return endOf(tried)
}

const many: Kind = (random) => {
  const subjects = Array.from({ length: 1 + random.below(6) }, () => subjectOf(random))
  const [set, on] = [random.pick(sets), dayAround(random, 100, 900)]
  const answered = [...evaluateMany(subjects, set, on)]
  must(answered.length === subjects.length, 'another number of answers')
  answered.forEach((answer, index) => {
    const subject = subjects[index] as Subject
    must(told(answer) === told(evaluate(subject, set, on)), 'another answer among many')
  })
  return value
}

function judgedBy(random: Random, policy: EligibilityPolicy): Outcome {
  const set = attemptNow(() => definePolicySet([policy]))
  if ('error' in set) return refused
  const on = dayAround(random, 100, 900)
  checkForm(on, evaluate(subjectOf(random), set.answer, on))
  return value
}

/** A policy that is taken can be evaluated, whatever was changed in it. */
const policies: Kind = (random) => {
  const document = mutateJson(random, random.pick(bands))
  const tried = attemptNow(() => parseEligibilityPolicy(document))
  return 'error' in tried ? refused : judgedBy(random, tried.answer)
}

const kinds: Kinds = [
  [40, person],
  [18, change],
  [15, monotone],
  [10, dates],
  [7, many],
  [10, policies],
]

/** Random people under the policies, and under policies that were changed. */
export const eligibility = family(
  'eligibility',
  'people and policies by chance: an answer to each, the same twice, closed when in doubt',
  () => kinds,
)
