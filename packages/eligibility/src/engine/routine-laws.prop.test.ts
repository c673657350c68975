/** What holds of every schedule, on the rules that only routine schedules have. */
import { addDays, type CivilDate, type PartialDate } from '@tiemchung/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EligibilityPolicy, PolicyDose, PolicyInterval } from '../policy/format.js'
import { definePolicySet } from '../policy-set/define.js'
import type { Subject } from '../subject/subject.js'
import type { Answer } from './answer.js'
import { shift, shiftDay } from './calendar-shift.fixture.js'
import { evaluate } from './evaluate.js'
import { routine, routineDoses, routinePolicy } from './routine.fixture.js'
import { assessed, dayFrom, routineChildren, until } from './routine-people.fixture.js'

const runs = { numRuns: 400 }

/** The schedule with other doses. */
const withDoses = (doses: readonly PolicyDose[], more: Partial<EligibilityPolicy> = {}) =>
  definePolicySet([
    {
      ...routinePolicy,
      ...more,
      series: routinePolicy.series.map((series) => ({ ...series, doses })),
    },
  ])

const sooner = (day: CivilDate | null, than: CivilDate | null) =>
  day !== null && (than === null || day < than)

const reversed = <One>(list: readonly One[]): readonly One[] => [...list].reverse()

/** What does not depend on the order in which things are told. */
const unordered = (answer: Answer) => ({
  ...answer,
  doses: [],
  needs: [...answer.needs].sort(),
  reasons: answer.reasons.map((one) => `${one.kind} ${one.effect}`).sort(),
  products: answer.products.map((one) => JSON.stringify(one)).sort(),
  timeline: answer.timeline.map((one) => ({ ...one, products: [...one.products].sort() })),
  nextChange: answer.nextChange && { ...answer.nextChange, because: null },
})

describe('a routine schedule', () => {
  test('does not depend on the order of doses, products or rules', () => {
    const turned = withDoses(
      routineDoses.map((dose) => ({
        ...dose,
        products: reversed(dose.products),
        ...(dose.uses === undefined ? {} : { uses: reversed(dose.uses) }),
        ...(dose.accepts === undefined ? {} : { accepts: reversed(dose.accepts) }),
        ...(dose.intervals === undefined ? {} : { intervals: reversed(dose.intervals) }),
        ...(dose.seasons === undefined ? {} : { seasons: reversed(dose.seasons) }),
        ...(dose.skipWhen === undefined ? {} : { skipWhen: reversed(dose.skipWhen) }),
      })),
      { products: reversed(routinePolicy.products), others: reversed(routinePolicy.others ?? []) },
    )
    fc.assert(
      fc.property(routineChildren, assessed, (who, on) => {
        const answer = unordered(evaluate(who, routine, on))
        const mirrored = { ...who, doses: reversed(who.doses) }
        expect(unordered(evaluate(mirrored, routine, on))).toEqual(answer)
        expect(unordered(evaluate(who, turned, on))).toEqual(answer)
      }),
      runs,
    )
  })

  test('is the same 400 years later', () => {
    const later = definePolicySet(shift([routinePolicy]))
    fc.assert(
      fc.property(routineChildren, assessed, (who, on) => {
        const { policy, ...answer } = evaluate(who, routine, on)
        const { policy: samePolicy, ...moved } = evaluate(shift(who), later, shiftDay(on))
        expect(moved).toEqual(shift(answer))
        expect(samePolicy).toEqual(policy)
      }),
      runs,
    )
  })

  test.each([1, 5, 40])('is never sooner with intervals %i days longer', (days) => {
    // What counts of the past stays as it was: a dose that no longer counts is due again, and may be soon.
    const longer = (row: PolicyInterval): PolicyInterval => ({
      ...row,
      min: `${row.min}${days}D`,
      countsFrom: row.countsFrom ?? row.min,
    })
    const raised = withDoses(
      routineDoses.map((dose) =>
        dose.intervals === undefined ? dose : { ...dose, intervals: dose.intervals.map(longer) },
      ),
    )
    let moved = 0
    fc.assert(
      fc.property(routineChildren, assessed, (who, on) => {
        const [short, long] = [evaluate(who, routine, on), evaluate(who, raised, on)]
        if (short.earliest !== long.earliest) moved += 1
        expect(sooner(long.earliest, short.earliest)).toBe(false)
      }),
      runs,
    )
    expect(moved).toBeGreaterThan(0)
  })

  test('is never sooner with a dose of a vaccine that has to be kept apart', () => {
    const apart = fc.constantFrom('serum', 'other-live')
    fc.assert(
      fc.property(routineChildren, assessed, apart, fc.nat(120), (any, on, id, ago) => {
        const who = until(any, on)
        const last =
          who.doses
            .map(({ date }) => date)
            .sort()
            .at(-1) ?? on
        const date = [addDays(on, -ago), last].sort().at(-1) as CivilDate
        const more = { ...who, doses: [...who.doses, { date, product: id }] }
        const [plain, kept] = [evaluate(who, routine, on), evaluate(more, routine, on)]
        expect(sooner(kept.earliest, plain.earliest)).toBe(false)
      }),
      runs,
    )
  })

  test('is never sooner with an infection', () => {
    const deferring = withDoses(routineDoses, {
      infectionDeferrals: [
        {
          id: 'infection',
          fact: 'covid19Infection',
          anchor: 'onset',
          for: 'P3M',
          says: { vi: 'Hoãn', en: 'Deferred' },
          cite: ['test'],
        },
      ],
    })
    let moved = 0
    fc.assert(
      fc.property(routineChildren, assessed, dayFrom('2022-06-01', 1400), (who, on, onset) => {
        const facts = (covid19Infection: Subject['facts']['covid19Infection'] & object) =>
          evaluate({ ...who, facts: { covid19Infection } }, deferring, on).earliest
        const [healthy, ill] = [facts({ state: 'no' }), facts({ state: 'yes', onset })]
        if (healthy !== ill) moved += 1
        expect(sooner(ill, healthy)).toBe(false)
      }),
      runs,
    )
    expect(moved).toBeGreaterThan(0)
  })

  test('is complete when every dose was given on its earliest day, and stays so', () => {
    const ending = withDoses(
      routineDoses.map(({ recurs: _, seasons: __, ...dose }) => ({ ...dose })),
    )
    const ends = new Map<string, number>()
    fc.assert(
      fc.property(routineChildren, assessed, (any, on) => {
        let who = until(any, on)
        let [day, answer] = [on, evaluate(who, ending, on)]
        for (let given = 0; answer.earliest !== null; given += 1) {
          expect(given).toBeLessThanOrEqual(routineDoses.length)
          day = [answer.earliest, day].sort().at(-1) as CivilDate
          if (who.doses.some(({ date }) => date === day)) day = addDays(day, 1)
          const ready = evaluate(who, ending, day).products.find(
            ({ from, until: to }) => from <= day && (to === null || day <= to),
          )
          if (ready === undefined) return
          who = { ...who, doses: [...who.doses, { date: day, product: ready.id }] }
          answer = evaluate(who, ending, day)
        }
        // A dose that is passed over from an age on ends the course without one.
        const end = answer.nextChange?.status === 'complete' ? 'complete' : answer.status
        ends.set(end, (ends.get(end) ?? 0) + 1)
        if (answer.status !== 'complete') return
        expect(answer).toMatchObject({
          dose: null,
          lastDay: null,
          products: [],
          course: 'complete',
        })
        expect(evaluate(who, ending, addDays(day, 9000)).status).toBe('complete')
      }),
      runs,
    )
    expect(ends.get('complete')).toBeGreaterThan(100)
    expect([...ends.keys()].every((status) => ['complete', 'tooOld'].includes(status))).toBe(true)
  })

  test('is never sure of a child about whose doses something is not known', () => {
    fc.assert(
      fc.property(routineChildren, assessed, fc.nat(), (any, on, pick) => {
        const who = until(any, on)
        const { length } = who.doses
        const hidden = who.doses.map((dose, place) =>
          place === pick % length ? { date: dose.date } : dose,
        )
        const open = length === 0 ? [{ date: on }] : hidden
        const alone = open.filter(({ date }) => date >= (who.birthDate as string))
        if (!alone.some((dose) => !('product' in dose))) return
        if (new Set(alone.map(({ date }) => date)).size < alone.length) return
        expect(evaluate({ ...who, doses: open }, routine, on).status).not.toBe('eligible')
      }),
      runs,
    )
  })

  test('says of a month of birth no more than of a day, and of a year no more than of a month', () => {
    fc.assert(
      fc.property(routineChildren, assessed, (who, on) => {
        const [year, month, day] = [4, 7, 10].map((length) =>
          evaluate(
            { ...who, birthDate: who.birthDate.slice(0, length) as PartialDate },
            routine,
            on,
          ),
        ) as [Answer, Answer, Answer]
        if (year.status !== 'unknown') expect(month.status).toBe(year.status)
        if (month.status !== 'unknown') expect(day.status).toBe(month.status)
      }),
      { numRuns: 300 },
    )
  })
})
