/** Properties of the engine, and an oracle that walks day by day and shares no code with it. */
import {
  addDays,
  addDuration,
  type CivilDate,
  type PartialDate,
  parseDuration,
} from '@tiemchung/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EligibilityPolicy, Status } from '../policy/format.js'
import { covid19Adolescents12To17 } from '../policies/covid19-adolescents-12-17.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { definePolicySet } from '../policy-set/define.js'
import type { Subject } from '../subject/subject.js'
import type { Answer } from './answer.js'
import { shift, shiftDay } from './calendar-shift.fixture.js'
import { evaluate } from './evaluate.js'
import { allNo, bothBands, childrenOnly, civil } from './people.fixture.js'

const runs = { numRuns: 300 }

const dayFrom = (first: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((offset) => addDays(civil(first), offset))

const born = dayFrom('2009-01-01', 3650)
const assessed = dayFrom('2022-03-01', 400)
const product = fc.constantFrom('comirnaty-10', 'comirnaty-30', 'spikevax-50', 'spikevax-100')
const someDoses = fc.array(fc.record({ date: dayFrom('2022-03-20', 300), product }), {
  maxLength: 4,
})

const subject: fc.Arbitrary<Subject> = fc.record({
  birthDate: born as unknown as fc.Arbitrary<PartialDate>,
  doses: someDoses,
  facts: fc.record({
    covid19Infection: fc.oneof(
      fc.constant({ state: 'no' as const }),
      dayFrom('2021-11-01', 120).map((onset) => ({ state: 'yes' as const, onset })),
    ),
    screening: fc.constant(allNo),
  }),
  consent: fc.constantFrom({ state: 'agreed' as const }, { state: 'none' as const }),
})

/** Only what happened until the day. */
const until = (who: Subject, on: CivilDate): Subject => ({
  ...who,
  doses: who.doses.filter((dose) => dose.date <= on),
})

/** The oracle: the law of one day, read straight from the documents. */
function oracle(documents: readonly EligibilityPolicy[], who: Subject, on: CivilDate): Status {
  const birth = who.birthDate as unknown as CivilDate
  const ids = [...new Set(documents.map((one) => one.id))]
  const after = (date: CivilDate, length = 'P300Y') => addDuration(date, parseDuration(length))
  const speaking = (day: CivilDate) => {
    const heads = ids.map((id) => {
      const versions = documents.filter((one) => one.id === id)
      const started = versions.filter((one) => one.effective.from <= day)
      const policy = (started.at(-1) ?? versions[0]) as EligibilityPolicy
      const { from, to } = policy.effective
      return { policy, force: from <= day && (to === null || day <= to) }
    })
    const grown = heads.filter(({ policy }) => after(birth, policy.population.ageFrom) <= day)
    const [youngest] = heads
    const head = grown.at(-1) ?? youngest
    if (head === undefined) throw new Error('there is a policy')
    return head
  }
  const counted: { date: CivilDate; id: string; brand: string }[] = []
  const lost: { date: CivilDate; id: string }[] = []
  let open = false
  const target = (policy: EligibilityPolicy) =>
    policy.series.flatMap((series) => series.doses).find((dose) => dose.n === counted.length + 1)
  const early = (policy: EligibilityPolicy, day: CivilDate, earlier: typeof lost = lost) =>
    (target(policy)?.intervals ?? []).some(({ from, after: only, min }) => {
      const since = 'dose' in from ? counted[from.dose - 1] : earlier.at(-1)
      if (since === undefined || (only !== undefined && !only.includes(since.id))) return false
      return day < after(since.date, min)
    })
  const wrongBrand = (policy: EligibilityPolicy, brand: string) => {
    const same = target(policy)?.sameBrandAs
    return same !== undefined && counted[same - 1]?.brand !== brand
  }
  const taken = new Set<CivilDate>()
  const doses = [...who.doses].sort((one, other) =>
    `${one.date}${one.product}` < `${other.date}${other.product}` ? -1 : 1,
  )
  for (const { date, product: id = '' } of doses) {
    if (date > on || date < birth || taken.has(date)) continue
    const { policy, force } = speaking(date)
    const known = policy.products.find((one) => one.id === id)
    if (!force || known === undefined) {
      open = true
      taken.add(date)
      lost.push({ date, id })
      continue
    }
    if (target(policy) === undefined) {
      taken.add(date)
      lost.push({ date, id })
      continue
    }
    const before = lost.filter((dose) => dose.date < date)
    const aged =
      after(birth, known.counts.ageFrom) <= date && date < after(birth, known.counts.ageBefore)
    if (aged && !wrongBrand(policy, known.brand) && !early(policy, date, before)) {
      counted.push({ date, id, brand: known.brand })
      taken.add(date)
    } else lost.push({ date, id })
  }
  const { onset } = who.facts.covid19Infection ?? {}
  const ill = (day: CivilDate) => onset !== undefined && onset <= day && day < after(onset, 'P3M')
  const found = (day: CivilDate): Set<Status> => {
    const { policy, force } = speaking(day)
    const statuses = new Set<Status>()
    if (day < after(birth, policy.population.ageFrom)) statuses.add('tooYoung')
    if (day >= after(birth, policy.population.ageBefore)) statuses.add('tooOld')
    if (!force) statuses.add('notRecommended')
    const due = target(policy)
    if (due === undefined) return statuses.add('complete')
    if (early(policy, day)) statuses.add('tooSoon')
    if (ill(day)) statuses.add('deferred')
    const usable = policy.products.filter(
      (one) => due.products.includes(one.id) && one.use !== null && !wrongBrand(policy, one.brand),
    )
    const fits = usable.some(
      ({ use }) =>
        use !== null && after(birth, use.ageFrom) <= day && day < after(birth, use.ageBefore),
    )
    const coming = usable.some(({ use }) => use !== null && day < after(birth, use.ageFrom))
    if (usable.length === 0) statuses.add('notRecommended')
    else if (!fits) statuses.add(coming ? 'tooYoung' : 'tooOld')
    return statuses
  }
  const dated = found(on)
  const first = (statuses: Set<Status>) =>
    speaking(on).policy.precedence.find((status) => statuses.has(status)) ?? 'eligible'
  const all = new Set(dated)
  if (open) all.add('unknown')
  if (who.consent?.state !== 'agreed') all.add('needsConsent')
  const status = first(all)
  if (status !== 'tooSoon' && status !== 'deferred') return status
  const grownUp = after(birth, documents.at(-1)?.population.ageBefore ?? '')
  for (let day = on; ; day = addDays(day, 1)) {
    const later = found(day)
    if (later.size === 0) return status
    if (day >= grownUp) return 'tooOld'
  }
}

const documents = [...covid19Children5To11, ...covid19Adolescents12To17]

/** An answer without what depends on the order in which doses were written down. */
const unordered = (answer: Answer) => ({ ...answer, doses: [], needs: [] })

describe('evaluate', () => {
  test.each([
    ['one age band', childrenOnly, covid19Children5To11],
    ['two age bands', bothBands, documents],
  ])('agrees with an oracle that walks day by day: %s', (_, set, texts) => {
    fc.assert(
      fc.property(subject, assessed, (who, on) => {
        expect(evaluate(who, set, on).status).toBe(oracle(texts, who, on))
      }),
      { numRuns: 800 },
    )
  })

  test('has a timeline that is what a fresh evaluation of each day says', () => {
    fc.assert(
      fc.property(subject, assessed, fc.integer({ min: 0, max: 2500 }), (any, on, ahead) => {
        const who = until(any, on)
        const later = addDays(on, ahead)
        const piece = evaluate(who, bothBands, on).timeline.find(
          ({ from, to }) => from <= later && (to === null || later <= to),
        )
        const fresh = evaluate(who, bothBands, later)
        expect(piece?.status).toBe(fresh.status)
        expect(piece?.policy).toBe(fresh.policy.id)
      }),
      runs,
    )
  })

  test('changes on nextChange and not before', () => {
    fc.assert(
      fc.property(
        subject,
        assessed,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (any, on, part) => {
          const who = until(any, on)
          const now = evaluate(who, bothBands, on)
          const at = (day: CivilDate) => {
            const { status, timeline } = evaluate(who, bothBands, day)
            const piece = timeline.find(({ from, to }) => from <= day && (to === null || day <= to))
            return { status, dose: piece?.dose, products: piece?.products, policy: piece?.policy }
          }
          if (now.nextChange === null) {
            expect(at(addDays(on, 9000))).toEqual(at(on))
            return
          }
          const change = now.nextChange.on
          const between = Math.floor(part * (daysTo(on, change) - 1))
          expect(at(addDays(on, between))).toEqual(at(on))
          expect(at(addDays(change, -1))).toEqual(at(on))
          expect(at(change)).not.toEqual(at(on))
          expect(now.nextChange.status).toBe(at(change).status)
        },
      ),
      runs,
    )
  })

  test('orders its dates', () => {
    fc.assert(
      fc.property(subject, assessed, (who, on) => {
        const { earliest, recommended, lastDay, status } = evaluate(who, bothBands, on)
        if (earliest === null || recommended === null) {
          expect(status).not.toBe('eligible')
          return
        }
        expect(earliest <= recommended).toBe(true)
        expect(lastDay === null || recommended <= lastDay).toBe(true)
        if (status === 'eligible') expect(earliest <= on).toBe(true)
      }),
      runs,
    )
  })

  test('plans what it would accept: a dose given on the earliest day is valid', () => {
    fc.assert(
      fc.property(subject, assessed, fc.nat(), (any, on, pick) => {
        const who = until(any, on)
        const { earliest, products, dose } = evaluate(who, bothBands, on)
        if (earliest === null || earliest < on) return
        const ready = products.filter((one) => one.from === earliest)
        const chosen = ready[pick % ready.length]?.id ?? ''
        const doses = [...who.doses, { date: earliest, product: chosen }]
        const after = evaluate({ ...who, doses }, bothBands, earliest)
        expect(after.doses.at(-1)).toMatchObject({ validity: 'valid', n: dose })
      }),
      runs,
    )
  })

  test('does not depend on the order of doses, rules, products or policies', () => {
    const turned = definePolicySet(
      [...documents].reverse().map((one) => ({
        ...one,
        products: [...one.products].reverse(),
        precautions: [...one.precautions].reverse(),
        screeningDeferrals: [...one.screeningDeferrals].reverse(),
        hospital: [...one.hospital].reverse(),
      })),
      { program: bothBands.program },
    )
    const key = (answer: Answer) => {
      const { status, course, dose, earliest, recommended, lastDay, handover, nextChange } = answer
      const change = nextChange && { on: nextChange.on, status: nextChange.status }
      const rules = answer.reasons.map((one) => `${one.rule} ${one.effect}`).sort()
      return { status, course, dose, earliest, recommended, lastDay, handover, change, rules }
    }
    fc.assert(
      fc.property(subject, assessed, (who, on) => {
        const answer = evaluate(who, bothBands, on)
        const mirrored = { ...who, doses: [...who.doses].reverse() }
        expect(unordered(evaluate(mirrored, bothBands, on))).toEqual(unordered(answer))
        expect(key(evaluate(who, turned, on))).toEqual(key(answer))
      }),
      runs,
    )
  })

  test('is the same 400 years later', () => {
    const later = definePolicySet(shift(documents))
    fc.assert(
      fc.property(subject, assessed, (who, on) => {
        const { policy, ...answer } = evaluate(who, bothBands, on)
        const { policy: samePolicy, ...moved } = evaluate(shift(who), later, shiftDay(on))
        expect(moved).toEqual(shift(answer))
        expect(samePolicy).toEqual(policy)
      }),
      runs,
    )
  })

  test('is never sooner with an infection', () => {
    fc.assert(
      fc.property(subject, assessed, dayFrom('2021-11-01', 120), (who, on, onset) => {
        const facts = (covid19Infection: Subject['facts']['covid19Infection'] & object) => ({
          ...who,
          facts: { ...who.facts, covid19Infection },
        })
        const healthy = evaluate(facts({ state: 'no' }), bothBands, on).earliest
        const ill = evaluate(facts({ state: 'yes', onset }), bothBands, on).earliest
        expect(ill === null || (healthy !== null && ill >= healthy)).toBe(true)
      }),
      runs,
    )
  })

  test('says of a year or a month of birth only what holds for every day in it', () => {
    const length = fc.constantFrom(4, 7)
    fc.assert(
      fc.property(subject, assessed, length, fc.nat(365), (who, on, known, offset) => {
        const vague = { ...who, birthDate: who.birthDate.slice(0, known) as PartialDate }
        const answer = evaluate(vague, bothBands, on)
        const range = answer.uncertain?.birthDate
        if (range === undefined) throw new Error('a partial birth date is uncertain')
        const within = addDays(range.from, offset % (daysTo(range.from, range.to) + 1))
        const exact = evaluate(
          { ...who, birthDate: within as string as PartialDate },
          bothBands,
          on,
        )
        if (answer.status !== 'unknown') expect(exact.status).toBe(answer.status)
        if (answer.status === 'eligible') expect(exact.dose).toBe(answer.dose)
        const month = evaluate(
          { ...who, birthDate: within.slice(0, 7) as PartialDate },
          bothBands,
          on,
        )
        if (month.status === 'unknown') expect(answer.status).toBe('unknown')
      }),
      { numRuns: 500 },
    )
  })

  test('never calls eligible a child about whom something is not known', () => {
    const hidden = fc.constantFrom('infection', 'screening', 'consent', 'product')
    fc.assert(
      fc.property(subject, assessed, hidden, (who, on, what) => {
        const { screening, covid19Infection } = who.facts
        const { consent: _, ...silent } = who
        const bare: Record<typeof what, Subject> = {
          infection: { ...who, facts: screening === undefined ? {} : { screening } },
          screening: { ...who, facts: covid19Infection === undefined ? {} : { covid19Infection } },
          consent: silent,
          product: { ...who, doses: [{ date: on }] },
        }
        expect(evaluate(bare[what], bothBands, on).status).not.toBe('eligible')
      }),
      runs,
    )
  })
})

function daysTo(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
