/** Faults of the rows of a dose, of spacing and of choice, each with its place. */
import { formatPath } from '@tiemchung/core'
import { expect, test } from 'vitest'
import { routinePolicy } from '../engine/routine.fixture.js'
import { lintEligibilityPolicy } from './parse.js'

type Path = readonly (string | number)[]

function changed(path: Path, value: unknown): unknown {
  const document = structuredClone(routinePolicy) as unknown as Record<string | number, unknown>
  const holder = path
    .slice(0, -1)
    .reduce((inside, step) => inside[step] as Record<string | number, unknown>, document)
  const last = path.at(-1) ?? ''
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return document
}

const dose = (n: number) => ['series', 0, 'doses', n - 1] as const
const condition = [...dose(3), 'skipWhen', 0, 'anyOf', 0, 'allOf', 0] as const
const choice = { group: 'x', standard: true, preference: 1, cite: ['test'] }

type Row = readonly [path: Path, value: unknown, ...faults: string[]]

const rows: readonly Row[] = [
  [
    [...dose(2), 'offers'],
    [{ products: ['live', 'old'], cite: ['test'] }],
    'unknown-product series[0].doses[1].offers[0].products[1]',
    'unknown-product series[0].doses[1].products[1]',
  ],
  [
    [...dose(3), 'offers'],
    [{ products: ['dead'], effective: { from: '2024-01-02', to: '2024-01-01' }, cite: [] }],
    'uncited series[0].doses[2].offers[0]',
    'period-order series[0].doses[2].offers[0].effective',
  ],
  [
    [...dose(3), 'offers'],
    [{ products: ['dead'], anyOf: [{ allOf: [{ age: {} }] }], cite: ['test'] }],
    'empty-condition series[0].doses[2].offers[0].anyOf[0].allOf[0]',
  ],
  [[...dose(1), 'ages', 0, 'from'], '2 months', 'field series[0].doses[0].ages[0].from'],
  [[...dose(1), 'ages', 0, 'to'], 'P1Y', 'extra-field series[0].doses[0].ages[0].to'],
  [[...dose(1), 'ages', 0, 'cite'], [], 'uncited series[0].doses[0].ages[0]'],
  [[...dose(1), 'ages', 0, 'recommended'], 'P1M', 'duration-order series[0].doses[0].ages[0]'],
  [[...dose(1), 'ages', 0, 'overdueAfter'], 'P1M', 'duration-order series[0].doses[0].ages[0]'],
  [[...dose(1), 'ages', 0, 'countsFrom'], 'P4M', 'duration-order series[0].doses[0].ages[0]'],
  [
    [...dose(1), 'ages', 0, 'before'],
    'P2M',
    'age-order series[0].doses[0].ages[0].before',
    'impossible-dose series[0].doses[0]',
  ],
  [
    [...dose(1), 'ages', 0, 'effective'],
    { from: '2024-01-02', to: '2024-01-01' },
    'period-order series[0].doses[0].ages[0].effective',
  ],
  [[...dose(1), 'uses', 0, 'product'], 'old', 'unknown-product series[0].doses[0].uses[0].product'],
  [[...dose(1), 'uses', 0, 'ageBefore'], 'P3M', 'age-order series[0].doses[0].uses[0].ageBefore'],
  [
    ['products', 0, 'counts', 'ageFrom'],
    'P4M',
    'use-not-counted products[0].use',
    'use-not-counted series[0].doses[0].uses[0]',
  ],
  [
    [...dose(1), 'uses', 1],
    { product: 'live', ageFrom: 'P3M', ageBefore: 'P1Y' },
    'duplicate series[0].doses[0].uses[1].product',
  ],
  [[...dose(1), 'never'], ['serum'], 'unknown-product series[0].doses[0].never[0]'],
  [[...dose(1), 'never'], [], 'field series[0].doses[0].never'],
  [
    [...dose(2), 'accepts'],
    [{ product: 'live', ageFrom: 'P3M', graceDays: 0 }],
    'use-not-counted series[0].doses[1].products[1]',
  ],
  [
    [...dose(2), 'accepts', 0, 'product'],
    'serum',
    'unknown-product series[0].doses[1].accepts[0].product',
    'use-not-counted series[0].doses[1].products[0]',
  ],
  [
    [...dose(2), 'intervals', 1, 'from', 'lastOf', 0],
    'nothing',
    'unknown-product series[0].doses[1].intervals[1].from.lastOf[0]',
  ],
  [
    [...dose(2), 'intervals', 0, 'from'],
    { previous: 'counted' },
    'field series[0].doses[1].intervals[0].from.dose',
    'extra-field series[0].doses[1].intervals[0].from.previous',
  ],
  [
    [...dose(2), 'acceptedIntervals', 0, 'from'],
    { dose: 2 },
    'unknown-dose series[0].doses[1].acceptedIntervals[0].from',
  ],
  [
    [...dose(3), 'intervals', 0, 'countsFrom'],
    'P7M',
    'duration-order series[0].doses[2].intervals[0]',
  ],
  [condition, { age: {} }, 'empty-condition series[0].doses[2].skipWhen[0].anyOf[0].allOf[0]'],
  [
    condition,
    { age: { from: 'P5Y', before: 'P4Y' } },
    'age-order series[0].doses[2].skipWhen[0].anyOf[0].allOf[0].ageBefore',
  ],
  [
    condition,
    { doses: { which: 'given' } },
    'empty-condition series[0].doses[2].skipWhen[0].anyOf[0].allOf[0]',
  ],
  [
    condition,
    { doses: { which: 'given', products: ['nothing'], atLeast: 1 } },
    'unknown-product series[0].doses[2].skipWhen[0].anyOf[0].allOf[0].doses.products[0]',
  ],
  [[...dose(3), 'skipWhen', 0, 'for'], 'all', 'field series[0].doses[2].skipWhen[0].for'],
  [[...dose(3), 'skipWhen', 0, 'cite'], [], 'uncited series[0].doses[2].skipWhen[0]'],
  [[...dose(4), 'seasons', 0, 'to'], '2024-09-01', 'period-order series[0].doses[3].seasons[0]'],
  [[...dose(4), 'seasons', 0, 'to'], undefined, 'period-order series[0].doses[3].seasons[0]'],
  [[...dose(1), 'recurs'], true, 'recurs series[0].doses[0].recurs'],
  [[...dose(3), 'recurs'], true],
  [['products', 0, 'volumeMl'], undefined, 'volume products[0].volumeMl'],
  [['products', 2, 'doseMcg'], 10],
  [
    ['others', 0, 'id'],
    'dead',
    'unknown-product series[0].doses[1].intervals[1].from.lastOf[0]',
    'duplicate others[0].id',
  ],
  [['others', 0, 'cite'], [], 'uncited others[0]'],
  [['spacing', 0, 'give'], ['serum'], 'unknown-product spacing[0].give[0]'],
  [['spacing', 0, 'after'], ['nothing'], 'unknown-product spacing[0].after[0]'],
  [['spacing', 0, 'minAfterCounted'], 'P29D', 'duration-order spacing[0]'],
  [['choice'], choice],
  [['choice'], { ...choice, preference: -1 }, 'field choice.preference'],
  [['choice'], { ...choice, startFrom: 'P5Y', startBefore: 'P5Y' }, 'age-order choice.ageBefore'],
  [['population', 'sex'], 'other', 'field population.sex'],
  [
    ['population', 'ageBefore'],
    'P5Y',
    'age-outside products[0].use',
    'age-outside products[1].use',
    'age-outside series[0].doses[0].uses[0]',
  ],
]

test.each(rows.map((row) => [`${formatPath(row[0])} = ${JSON.stringify(row[1])}`, row] as const))(
  '%s',
  (_, [path, value, ...faults]) => {
    const found = lintEligibilityPolicy(changed(path, value))
    expect(found.map((one) => `${one.code.slice(19)} ${formatPath(one.path)}`)).toEqual(faults)
  },
)
