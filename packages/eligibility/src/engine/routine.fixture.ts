/** An invented routine schedule that uses every rule of the format which the shipped policies do not. */
import type { PartialDate } from '@tiemchung/core'
import { type EligibilityPolicy, type PolicyDose, statuses } from '../policy/format.js'
import { definePolicySet } from '../policy-set/define.js'
import type { Subject } from '../subject/subject.js'
import { civil } from './people.fixture.js'

const cite = ['test']
const lifelong = { ageFrom: 'P0D' }

const product = (id: string, planned = true): EligibilityPolicy['products'][number] => ({
  id,
  brand: id,
  name: { vi: id, en: id },
  ...(planned ? { volumeMl: '0.5' } : {}),
  use: planned ? lifelong : null,
  counts: { ...lifelong, graceDays: 0, cite },
  cite,
})

/** Four doses: at 2 months, 8 weeks later, at 12 months (passed over from 4 years on), a yearly one. */
export const routineDoses: readonly PolicyDose[] = [
  {
    n: 1,
    products: ['live', 'dead'],
    uses: [{ product: 'live', ageFrom: 'P3M', ageBefore: 'P8Y' }],
    never: ['adult'],
    ages: [
      {
        from: 'P2M',
        countsFrom: 'P6W',
        graceDays: 4,
        recommended: 'P3M',
        overdueAfter: 'P5M',
        before: 'P10Y',
        cite,
      },
    ],
    cite,
  },
  {
    n: 2,
    products: ['live', 'dead'],
    accepts: [
      { product: 'live', ageFrom: 'P3M', graceDays: 4 },
      { product: 'dead', ageFrom: 'P0D', graceDays: 0 },
      { product: 'old', ageFrom: 'P0D', ageBefore: 'P2Y', graceDays: 0 },
    ],
    intervals: [
      {
        from: { previous: 'given' },
        min: 'P8W',
        graceDays: 4,
        effective: { from: civil('2020-01-01') },
        cite,
      },
      { from: { lastOf: ['serum'] }, min: 'P3M', graceDays: 0, cite },
    ],
    acceptedIntervals: [{ from: { dose: 1 }, min: 'P6W', graceDays: 0, cite }],
    cite,
  },
  {
    n: 3,
    products: ['dead'],
    ages: [{ from: 'P12M', graceDays: 4, cite }],
    intervals: [{ from: { dose: 2 }, min: 'P6M', countsFrom: 'P4M', graceDays: 4, cite }],
    skipWhen: [
      { for: 'plan', anyOf: [{ allOf: [{ age: { from: 'P4Y' } }] }], cite },
      {
        for: 'history',
        anyOf: [
          { allOf: [{ age: { from: 'P4Y' } }] },
          {
            allOf: [
              { age: { from: 'P4Y', graceDays: 4 } },
              { sinceLast: { atLeast: 'P6M', graceDays: 4 } },
            ],
          },
        ],
        cite,
      },
    ],
    cite,
  },
  {
    n: 4,
    products: ['dead'],
    never: ['adult'],
    ages: [{ from: 'P2Y', graceDays: 0, cite }],
    intervals: [{ from: { previous: 'given' }, min: 'P4W', graceDays: 0, cite }],
    seasons: [
      { from: civil('2023-09-01'), to: civil('2024-03-31'), cite },
      { from: civil('2024-09-01'), cite },
    ],
    skipWhen: [
      {
        for: 'both',
        anyOf: [
          {
            allOf: [
              {
                doses: {
                  which: 'counted',
                  products: ['dead'],
                  from: civil('2024-09-01'),
                  atLeast: 1,
                },
              },
            ],
          },
        ],
        cite,
      },
    ],
    recurs: true,
    cite,
  },
]

export const routinePolicy: EligibilityPolicy = {
  format: 'eligibility-policy/1',
  id: 'test.routine',
  version: '1',
  effective: { from: civil('2000-01-01'), to: null },
  published: civil('2000-01-01'),
  sources: [{ id: 'test', number: 'TEST', confidence: 'text' }],
  assumptions: [],
  title: { vi: 'Lịch thử', en: 'Test schedule' },
  calendar: { monthOverflow: 'forward', firstDay: 'same' },
  population: { ...lifelong, cite },
  products: [product('live'), product('dead'), product('old', false), product('adult', false)],
  others: [
    { id: 'serum', cite },
    { id: 'other-live', cite },
  ],
  series: [{ id: 'course', name: { vi: 'Liệu trình', en: 'Course' }, doses: routineDoses }],
  spacing: [
    {
      id: 'live',
      after: ['live', 'other-live'],
      give: ['live'],
      min: 'P28D',
      minAfterCounted: 'P24D',
      cite,
    },
  ],
  ...{ infectionDeferrals: [], screeningDeferrals: [], contraindications: [] },
  ...{ precautions: [], hospital: [], consent: null },
  precedence: statuses,
}

export const routine = definePolicySet([routinePolicy])

/** A child of the schedule: doses as `2024-01-05 dead`. */
export const routineChild = (birthDate: string, ...doses: readonly string[]): Subject => ({
  birthDate: birthDate as PartialDate,
  doses: doses.map((text) => {
    const [date = '', id = ''] = text.split(' ')
    return { date: civil(date), product: id }
  }),
  facts: {},
})
