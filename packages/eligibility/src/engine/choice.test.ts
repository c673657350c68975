/** What tells courses apart, the weightiest first: each where everything lighter speaks for the other. */
import { toDayNumber } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import type { PolicyDose } from '../policy/format.js'
import type { PlanChoice } from '../policy-set/compile-course.js'
import { definePolicySet } from '../policy-set/define.js'
import type { Answer, DoseFinding, TimelinePiece } from './answer.js'
import { type Asked, type Course, chosenOf, courseOn, isSure } from './choice.js'
import { evaluate } from './evaluate.js'
import { civil } from './people.fixture.js'
import { routineChild, routinePolicy } from './routine.fixture.js'

const cite = ['test']

interface Said extends Partial<Omit<Course, 'choice' | 'piece' | 'asked'>> {
  readonly choice?: Partial<PlanChoice>
  readonly status?: TimelinePiece['status']
  /** What was found about a dose that does not count. */
  readonly lost?: DoseFinding
}

/** A course with a dose that counts and one left, which may be begun. */
function courseOf({ choice, status = 'eligible', lost, ...said }: Said): Course {
  const plain = { standard: false, preference: 5, productPath: false } as const
  const given = { validity: 'valid', reasons: [] }
  const inVain = { validity: 'invalid', reasons: [{ finding: lost }] }
  return {
    asked: {
      answer: { doses: lost === undefined ? [given] : [given, inVain] },
    } as unknown as Asked,
    choice: { ...plain, ...choice } as PlanChoice,
    piece: { status } as TimelinePiece,
    ...{ counted: 1, left: 1, open: true, inTime: true },
    ...said,
  }
}

describe('chosenOf', () => {
  const path = { productPath: true }
  const first = { preference: 1 }
  test.each<readonly [string, Said, Said]>([
    ['one that is complete', { status: 'complete', open: false }, { counted: 3 }],
    ['not when it was begun too late', {}, { status: 'complete', inTime: false, counted: 3 }],
    ['not when no dose counts in it', {}, { status: 'complete', counted: 0, open: false }],
    ['not for being in time alone', { counted: 0 }, { open: false }],
    ['one that may be begun', {}, { open: false, counted: 3 }],
    ['and is not begun too late', {}, { inTime: false, counted: 3 }],
    ['one that can be finished', {}, { status: 'tooOld', counted: 3 }],
    ['one in which more doses count', { counted: 2, left: 3 }, { choice: path, left: 0 }],
    ['one of a product alone', { choice: path, left: 3 }, { left: 0 }],
    ['not when a dose of it was lost', { left: 3 }, { choice: path, lost: 'tooSoon', left: 0 }],
    [
      'where the dose that does not count is dated after the day',
      { choice: path, lost: 'afterAssessment', left: 3 },
      { left: 0 },
    ],
    [
      'not when no dose counts in it',
      { counted: 0, left: 3 },
      { choice: path, counted: 0, left: 0 },
    ],
    ['one with fewer doses left', { left: 1 }, { left: 2, choice: { standard: true } }],
    ['the standard one', { choice: { standard: true } }, { choice: first }],
    ['the one that the policy prefers', { choice: first }, {}],
    [
      'where no dose counts in any, the standard one before all',
      { counted: 0, open: false, choice: { standard: true } },
      { counted: 0, choice: first },
    ],
  ])('%s', (_, ours, theirs) => {
    const [chosen, other] = [courseOf(ours), courseOf(theirs)]
    expect(chosenOf([chosen, other])).toBe(chosen)
    expect(chosenOf([other, chosen])).toBe(chosen)
  })

  test('the first, where nothing tells them apart', () => {
    const [one, same] = [courseOf({}), courseOf({})]
    expect(chosenOf([one, same])).toBe(one)
  })
})

describe('isSure', () => {
  const asked = (id: string) =>
    ({ answer: { doses: [] }, subject: {}, set: id }) as unknown as Asked
  const pair = (one: Said, other: Said): Course[] => [
    { ...courseOf(one), asked: theOne },
    { ...courseOf(other), asked: theOther },
  ]
  const [theOne, theOther] = [asked('one'), asked('other')]
  const shut = { open: false }
  const late = { inTime: false }

  test.each<readonly [string, readonly [Said, Said], readonly [Said, Said], boolean]>([
    ['nothing changes', [{}, shut], [{}, shut], true],
    ['one change leaves the choice', [{}, shut], [{}, {}], true],
    ['one change makes another choice', [{}, { counted: 2, ...shut }], [{}, { counted: 2 }], false],
    ['two may be begun', [shut, shut], [{}, {}], false],
    ['two are too late', [{}, {}], [late, late], false],
    ['one may be begun, and is too late', [{}, { ...shut }], [{}, late], false],
  ])('where %s', (_, first, last, sure) => {
    expect(isSure(pair(...first), pair(...last))).toBe(sure)
  })
})

describe('courseOn', () => {
  const dose = (n: number): PolicyDose => ({
    n,
    products: ['dead'],
    accepts: [{ product: 'dead', ageFrom: 'P0D', graceDays: 0 }],
    cite,
  })
  const set = definePolicySet([
    {
      ...routinePolicy,
      spacing: [],
      series: [{ id: 'course', name: { vi: 'x', en: 'x' }, doses: [dose(1), dose(2), dose(3)] }],
      choice: { group: 'test', standard: true, preference: 1, startBefore: 'P15Y', cite },
    },
  ])
  const born = '2010-01-10'
  const on = (day: string, doses: readonly string[], more: { readonly sex?: 'male' } = {}) => {
    const subject = { ...routineChild(born, ...doses), ...more }
    const answer: Answer = evaluate(subject, set, civil(day))
    const at = (text: string) => toDayNumber(civil(text))
    return courseOn({ subject, set, answer }, at(born), at(day))
  }

  test.each([
    ['nothing given, the day before fifteen', '2025-01-09', [], true],
    ['nothing given, at fifteen', '2025-01-10', [], false],
    ['begun the day before fifteen', '2026-01-01', ['2025-01-09 dead'], true],
    ['begun at fifteen', '2026-01-01', ['2025-01-10 dead'], false],
    ['begun with a dose that does not count', '2026-01-01', ['2025-01-02 live'], false],
    ['gone on with after it', '2026-01-01', ['2025-01-02 dead', '2025-08-01 dead'], true],
  ])('is in time by the first dose that counts, else by the day: %s', (_, day, doses, inTime) => {
    expect(on(day, doses)).toMatchObject([{ inTime }])
  })

  test('tells how many doses count and are left', () => {
    const doses = ['2025-01-02 dead', '2025-02-02 live']
    expect(on('2026-01-01', doses)).toMatchObject([{ counted: 1, left: 2 }])
  })

  test('a course for everybody is for either sex', () => {
    expect(on('2024-01-01', [], { sex: 'male' })).toHaveLength(1)
  })
})
