import { parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { child, childrenOnly } from '../engine/people.fixture.js'
import { columnsOf } from './columns-of.js'
import { type CohortColumns, newAnswers, newColumns } from './columns.js'
import { compileCohort } from './compile.js'
import { evaluateColumns } from './evaluate-columns.js'

const plan = compileCohort(childrenOnly)
const sound = columnsOf(plan, [
  child('2015-01-01', ['2022-05-01 comirnaty-10', '2022-06-01 comirnaty-10']),
])

describe('evaluateColumns', () => {
  test.each<[string, Partial<CohortColumns>, readonly (string | number)[]]>([
    ['a column that is too short', { onset: new Int32Array(0) }, ['onset']],
    ['starts of doses that are too few', { doseStart: new Uint32Array(1) }, ['doseStart']],
    ['starts of doses that run back', { doseStart: Uint32Array.of(2, 0) }, ['doseStart', 0]],
    ['days of doses that are too few', { doseDay: new Int32Array(1) }, ['doseDay']],
    ['products that are too few', { doseProduct: new Uint8Array(1) }, ['doseProduct']],
    ['brands that are too few', { doseBrand: new Uint8Array(1) }, ['doseBrand']],
    ['a last day of birth before the first', { birthLast: Int32Array.of(0) }, ['birthLast', 0]],
    ['a consent that there is not', { consent: Uint8Array.of(9) }, ['consent', 0]],
    ['doses out of order', { doseDay: Int32Array.of(19_150, 19_100) }, ['doseDay', 1]],
  ])('refuses %s, and says where', (_, changes, path) => {
    expect(() =>
      evaluateColumns(plan, { ...sound, ...changes }, parseCivilDate('2022-07-15')),
    ).toThrow(expect.objectContaining({ code: 'eligibility.columns', path }))
  })

  test('takes the columns that it refuses nothing in', () => {
    expect(evaluateColumns(plan, sound, parseCivilDate('2022-07-15')).status).toHaveLength(1)
  })
})

describe('newColumns and newAnswers', () => {
  test.each([-1, 1.5, Number.NaN, 2 ** 40])('refuse %d as a count', (count) => {
    const refused = (path: string) =>
      expect.objectContaining({ code: 'eligibility.columns', path: [path] })
    expect(() => newColumns(count, 0)).toThrow(refused('length'))
    expect(() => newColumns(0, count)).toThrow(refused('doses'))
    expect(() => newAnswers(count, 0)).toThrow(refused('length'))
  })
})
