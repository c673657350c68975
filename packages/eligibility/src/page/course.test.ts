import { describe, expect, test } from 'vitest'
import { civil } from '../engine/people.fixture.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import type { EligibilityPolicy, PolicyDose } from '../policy/format.js'
import { renderPolicy } from './render.js'

const cite = ['947']
const newest = covid19Children5To11.at(-1) as EligibilityPolicy

const full: PolicyDose = {
  n: 1,
  products: ['comirnaty-10'],
  uses: [{ product: 'comirnaty-10', ageFrom: 'P6Y' }],
  accepts: [{ product: 'spikevax-50', ageFrom: 'P6Y', ageBefore: 'P12Y', graceDays: 4 }],
  never: ['comirnaty-30'],
  ages: [
    {
      from: 'P2M',
      countsFrom: 'P6W',
      graceDays: 4,
      recommended: 'P3M',
      overdueAfter: 'P4M',
      before: 'P24M',
      effective: { from: civil('2024-08-01') },
      cite,
    },
  ],
  intervals: [
    {
      from: { previous: 'given' },
      min: 'P1M',
      countsFrom: 'P27D',
      graceDays: 0,
      effective: { from: civil('2024-08-01'), to: civil('2025-08-01') },
      cite,
    },
    { from: { lastOf: ['spikevax-50', 'mmr'] }, min: 'P1D', graceDays: 1, cite },
  ],
  acceptedIntervals: [{ from: { previous: 'uncounted' }, min: 'P21D', graceDays: 0, cite }],
  skipWhen: [
    {
      for: 'plan',
      anyOf: [
        {
          allOf: [
            { age: { from: 'P5Y', graceDays: 4 } },
            { sinceLast: { atLeast: 'P6M', graceDays: 4 } },
          ],
        },
        {
          allOf: [
            { age: { before: 'P4Y' } },
            {
              doses: {
                which: 'given',
                products: ['comirnaty-10'],
                ageFrom: 'P4Y',
                graceDays: 4,
                from: civil('2024-01-01'),
                to: civil('2024-12-31'),
                atLeast: 1,
                atMost: 3,
              },
            },
            { doses: { which: 'counted', ageBefore: 'P4Y' } },
          ],
        },
      ],
      cite,
    },
  ],
  seasons: [{ from: civil('2024-10-01'), to: civil('2025-03-31'), cite }],
  recurs: true,
  cite,
}

const policy: EligibilityPolicy = {
  ...newest,
  population: { ageFrom: 'P0D', sex: 'female', cite },
  series: [
    {
      id: 'one',
      name: { vi: 'Liệu trình', en: 'Course' },
      doses: [full, { n: 2, products: [], cite }],
    },
  ],
  others: [{ id: 'mmr', cite }],
  spacing: [
    {
      id: 'live',
      after: ['mmr'],
      give: ['comirnaty-10'],
      min: 'P28D',
      minAfterCounted: 'P24D',
      cite,
    },
  ],
  choice: {
    group: 'covid',
    standard: true,
    preference: 2,
    productPath: true,
    startFrom: 'P6M',
    startBefore: 'P5Y',
    startGraceDays: 4,
    cite,
  },
}

describe('everything that the format can say of a dose is on the page', () => {
  const page = renderPolicy(policy, { language: 'en', format: 'markdown' })
    .replace(/\\(.)/g, '$1')
    .replaceAll(' [947/VSDTTƯ-TCQG, by a secondary source]', '')

  test.each([
    'From 0 days on, on the day of the dose.',
    'For women and girls only.',
    'Dose 1 (Course): Comirnaty (Pfizer) 10 µg.',
    'Dose 1 is given as: Comirnaty (Pfizer) 10 µg (6 years or older).',
    'Dose 1 counts only as: Spikevax (Moderna) 50 µg (6 years to under 12 years (up to 4 days early)).',
    'Dose 1 never counts as: Comirnaty (Pfizer) 30 µg.',
    'Dose 1 is due again after it was given.',
    'Dose 1: at 2 months to under 2 years; recommended 3 months; overdue after 4 months; a dose given counts from 42 days (6 weeks); given up to 4 days early it counts (from 2024-08-01).',
    'Dose 1: at least 1 month after the last dose given; a dose given counts from 27 days (from 2024-08-01 to 2025-08-01, included).',
    'Dose 1: at least 1 day after the last dose of Spikevax (Moderna) 50 µg, mmr; given up to 1 days early it counts.',
    'Dose 1, short of its interval, counts all the same at least 21 days (3 weeks) after a dose that does not count.',
    'Dose 1 has a season: from 2024-10-01 to 2025-03-31, both included.',
    'Dose 1 is passed over in planning where: the age is 5 years or older (up to 4 days early), and at least 6 months passed since the last dose (up to 4 days early); or the age is 0 days to under 4 years, and at least 1 at most 3 given doses Comirnaty (Pfizer) 10 µg 4 years or older (up to 4 days early) from 2024-01-01 to 2024-12-31, included, and counted doses 0 days to under 4 years.',
    'Dose 2 (Course): recognised in history, no longer given.',
    'After mmr, Comirnaty (Pfizer) 10 µg waits at least 28 days (4 weeks); 24 days is enough in history when the earlier dose counts.',
    'A vaccine of another programme: mmr.',
    'One of the courses “covid”, in place 2 of preference.',
    'The course that is begun when nothing was given.',
    'Applies only when every dose that was given counts in it.',
    'Begun at 6 months at the earliest.',
    'Begun before 5 years.',
    'It may be begun up to 4 days early.',
  ])('%s', (sentence) => {
    expect(page.split('\n')).toContain(`- ${sentence}`)
  })

  test('in Vietnamese as many lines, none unfilled', () => {
    const viet = renderPolicy(policy, { language: 'vi', format: 'markdown' })
    expect(viet.split('\n')).toHaveLength(page.split('\n').length)
    expect(viet).not.toMatch(/(?<!\\)[{}]|undefined|null/)
  })

  test('a product without weight or volume has a dash, never a guess', () => {
    const { doseMcg: _, volumeMl: __, ...first } = policy.products[0] as (typeof policy.products)[0]
    const bare = renderPolicy(
      { ...policy, products: [first] },
      { language: 'en', format: 'markdown' },
    )
    expect(bare).toContain('| – | – |')
  })
})
