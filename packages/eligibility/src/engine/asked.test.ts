import { describe, expect, test } from 'vitest'
import type { EligibilityPolicy, PolicyDose, PolicyInterval } from '../policy/format.js'
import { definePolicySet } from '../policy-set/define.js'
import { evaluate } from './evaluate.js'
import { civil } from './people.fixture.js'
import { routineChild, routinePolicy } from './routine.fixture.js'

const cite = ['test']

type Asks = Partial<Pick<PolicyInterval, 'recommended' | 'overdueAfter' | 'effective'>>

const after = (asks: Asks): PolicyInterval => ({
  from: { dose: 1 },
  min: 'P4W',
  graceDays: 0,
  ...asks,
  cite,
})

/** Two doses four weeks apart, by one version to the end of March and another from April on. */
function set(before: readonly Asks[], later: readonly Asks[], ages: PolicyDose['ages'] = []) {
  const versionOf = (from: string, to: string | null, asks: readonly Asks[]): EligibilityPolicy => {
    const first = { n: 1, products: ['dead'], cite }
    const second = { n: 2, products: ['dead'], ages, intervals: asks.map(after), cite }
    return {
      ...routinePolicy,
      version: from,
      effective: { from: civil(from), to: to === null ? null : civil(to) },
      series: [{ id: 'course', name: { vi: 'x', en: 'x' }, doses: [first, second] }],
    }
  }
  return definePolicySet([
    versionOf('2020-01-01', '2022-03-31', before),
    versionOf('2022-04-01', null, later),
  ])
}

/** First dose on 3 January: the second from 31 January; eight weeks end on 28 February, twelve on 28 March. */
const child = routineChild('2020-01-10', '2022-01-03 dead')
const none = [{}]

describe('a limit belongs to the version in force on its own day', () => {
  const eight = [{ overdueAfter: 'P8W' }]
  const twelve = [{ overdueAfter: 'P12W' }]
  const twenty = [{ overdueAfter: 'P20W' }]
  test.each([
    ['set later: not before the version that sets it', none, eight, '2022-02-01', '2022-04-01'],
    ['set later, asked later', none, eight, '2022-05-01', '2022-04-01'],
    ['set later, beyond its first day', none, twenty, '2022-02-01', '2022-05-23'],
    ['lifted: while it holds', eight, none, '2022-03-31', '2022-02-28'],
    ['lifted: no more', eight, none, '2022-04-01', null],
    ['lifted before its day', twenty, none, '2022-02-01', null],
    ['the same in both', twelve, twelve, '2022-06-01', '2022-03-28'],
    ['put off: while it holds', twelve, twenty, '2022-03-31', '2022-03-28'],
    ['put off: from then on', twelve, twenty, '2022-04-01', '2022-05-23'],
    ['brought forward', twenty, twelve, '2022-02-01', '2022-04-01'],
    ['put off when it is past by both', eight, twelve, '2022-06-01', '2022-02-28'],
  ])('%s', (_, before, later, on, overdueFrom) => {
    expect(evaluate(child, set(before, later), civil(on))).toMatchObject({ overdueFrom })
  })

  test('also of a row with dates of its own', () => {
    const upTo = { overdueAfter: 'P8W', effective: { to: civil('2022-03-10') } }
    const from = { overdueAfter: 'P12W', effective: { from: civil('2022-03-11') } }
    const rows = set([upTo, from], none)
    const asked = (on: string) => evaluate(child, rows, civil(on)).overdueFrom
    expect([asked('2022-03-10'), asked('2022-03-11')]).toEqual(['2022-02-28', '2022-03-28'])
  })

  const dated = (overdueAfter: string, from?: string, to?: string): Asks => ({
    overdueAfter,
    effective: {
      ...(from === undefined ? {} : { from: civil(from) }),
      ...(to === undefined ? {} : { to: civil(to) }),
    },
  })
  const last = '2022-03-10'
  const next = '2022-03-11'
  test.each([
    [
      'one that no other row follows says nothing after its last day',
      [dated('P8W', undefined, last)],
      next,
      null,
    ],
    [
      'one that a shorter limit follows is past on the first day of that limit',
      [dated('P20W', undefined, last), dated('P8W', next)],
      next,
      next,
    ],
    [
      'of two that begin later, each counts from its own first day',
      [dated('P4W', '2022-02-10'), dated('P20W', next)],
      '2022-02-01',
      '2022-02-10',
    ],
  ])('a row with dates: %s', (_, rows, on, overdueFrom) => {
    expect(evaluate(child, set(rows, none), civil(on))).toMatchObject({ overdueFrom })
  })
})

describe('a recommendation belongs to the version in force on its own day', () => {
  const twelve = [{ recommended: 'P12W' }]
  const twenty = [{ recommended: 'P20W' }]
  test.each([
    ['none, then one: before', none, twenty, '2022-03-31', '2022-01-31'],
    ['none, then one: after', none, twenty, '2022-04-01', '2022-05-23'],
    ['lifted before its day', twenty, none, '2022-02-01', '2022-04-01'],
    ['kept', twelve, twelve, '2022-05-01', '2022-03-28'],
  ])('%s', (_, before, later, on, recommended) => {
    expect(evaluate(child, set(before, later), civil(on))).toMatchObject({ recommended })
  })

  test('by the age, where the dose asks for one, and not by the interval', () => {
    const ages = [{ from: 'P2M', recommended: 'P25M', graceDays: 0, cite }]
    expect(evaluate(child, set(twelve, twelve, ages), civil('2022-02-01'))).toMatchObject({
      recommended: '2022-02-10',
    })
  })

  test('is the last day of the dose, where it lies past that', () => {
    const ages = [{ from: 'P0D', before: 'P26M', graceDays: 0, cite }]
    expect(
      evaluate(child, set([{ recommended: 'P20W' }], none, ages), civil('2022-02-01')),
    ).toMatchObject({
      recommended: '2022-03-09',
      lastDay: '2022-03-09',
    })
  })

  test('is overdue never before it is recommended', () => {
    const both = set([{ overdueAfter: 'P8W' }], [{ recommended: 'P20W', overdueAfter: 'P8W' }])
    expect(evaluate(child, both, civil('2022-04-02'))).toMatchObject({
      recommended: '2022-05-23',
      overdueFrom: '2022-05-23',
    })
  })
})
