import { describe, expect, test } from 'vitest'
import { definePolicySet } from '../policy-set/define.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import type { EligibilityPolicy } from '../policy/format.js'
import type { Subject } from '../subject/subject.js'
import { evaluate } from './evaluate.js'
import { child, childrenOnly, civil, infected } from './people.fixture.js'
import { adolescents, checkAll, reason, type Row } from './rows.fixture.js'

/** The same policies under the other readings of the calendar. */
function withCalendar(calendar: Partial<EligibilityPolicy['calendar']>) {
  return definePolicySet(
    covid19Children5To11.map((one) => ({ ...one, calendar: { ...one.calendar, ...calendar } })),
  )
}

describe('the dispatches: children from 5 to under 12, alone', () => {
  const rows: readonly Row[] = [
    ['the fifth birthday', child('2017-04-14'), '2022-04-14', { status: 'eligible', dose: 1 }],
    [
      'the day before the fifth birthday',
      child('2017-04-15'),
      '2022-04-14',
      { status: 'tooYoung', earliest: civil('2022-04-15'), handover: null },
    ],
    [
      'the twelfth birthday',
      child('2010-04-14'),
      '2022-04-14',
      {
        status: 'tooOld',
        course: 'agedOut',
        earliest: null,
        handover: { policy: adolescents, from: civil('2022-04-14') },
      },
    ],
    [
      'the day before the twelfth birthday',
      child('2010-04-15'),
      '2022-04-14',
      { status: 'eligible', lastDay: civil('2022-04-14'), handover: null },
    ],
    [
      'dose 2 after 27 days',
      child('2014-03-02', ['2022-04-20 comirnaty-10']),
      '2022-05-17',
      { status: 'tooSoon', dose: 2, course: 'inProgress', earliest: civil('2022-05-18') },
    ],
    [
      'dose 2 after 28 days',
      child('2014-03-02', ['2022-04-20 comirnaty-10']),
      '2022-05-18',
      { status: 'eligible', dose: 2, earliest: civil('2022-05-18') },
    ],
    [
      'infection after dose 1',
      child('2014-03-02', ['2022-04-20 comirnaty-10'], { facts: infected('2022-05-10') }),
      '2022-05-16',
      { status: 'deferred', earliest: civil('2022-08-10') },
    ],
    [
      'infection on 31 March: forward to 1 July',
      child('2014-03-02', [], { facts: infected('2022-03-31') }),
      '2022-05-01',
      { status: 'deferred', earliest: civil('2022-07-01') },
    ],
    [
      'infection on 15 January, the day before three months',
      child('2014-03-02', [], { facts: infected('2022-01-15') }),
      '2022-04-14',
      { status: 'deferred', earliest: civil('2022-04-15') },
    ],
    [
      'infection on 15 January, three months later',
      child('2014-03-02', [], { facts: infected('2022-01-15') }),
      '2022-04-15',
      { status: 'eligible', earliest: civil('2022-04-15') },
    ],
    [
      'dose 2 only after the twelfth birthday: can never be finished here',
      child('2010-05-10', ['2022-04-20 comirnaty-10']),
      '2022-05-01',
      {
        status: 'tooOld',
        earliest: null,
        nextChange: null,
        handover: { policy: adolescents, from: civil('2022-05-10') },
      },
    ],
    [
      'another brand at 28 days',
      child('2014-03-02', ['2022-04-20 spikevax-50', '2022-05-18 comirnaty-10']),
      '2022-05-18',
      { status: 'tooSoon', dose: 2, course: 'inProgress', earliest: civil('2022-06-15') },
    ],
    [
      'no consent yet: the dates are told all the same',
      child('2014-03-02', [], { consent: { state: 'none' } }),
      '2022-04-14',
      { status: 'needsConsent', earliest: civil('2022-03-28'), needs: ['consent'] },
    ],
    [
      'consent refused',
      child('2014-03-02', [], { consent: { state: 'refused' } }),
      '2022-04-14',
      { status: 'needsConsent', earliest: civil('2022-03-28') },
    ],
    [
      'consent from tomorrow on',
      child('2014-03-02', [], { consent: { state: 'agreed', date: civil('2022-04-15') } }),
      '2022-04-14',
      { status: 'needsConsent', dose: 1 },
    ],
    ['only the year of birth, Comirnaty', child('2016'), '2022-04-14', { status: 'eligible' }],
    [
      'only the year of birth, Spikevax',
      child('2016'),
      '2022-04-14',
      {
        status: 'unknown',
        needs: ['birthDate'],
        earliest: civil('2022-12-31'),
        uncertain: {
          birthDate: { from: civil('2016-01-01'), to: civil('2016-12-31') },
          earliest: { from: civil('2022-03-31'), to: civil('2022-12-31') },
        },
      },
      { products: ['spikevax-50'] },
    ],
    [
      'before the campaign',
      child('2014-03-02'),
      '2022-03-27',
      { status: 'notRecommended', earliest: civil('2022-03-28') },
    ],
    [
      'Spikevax before its approval',
      child('2014-03-02'),
      '2022-03-30',
      { status: 'notRecommended', earliest: civil('2022-03-31') },
      { products: ['spikevax-50'] },
    ],
    [
      'both doses given',
      child('2014-03-02', ['2022-04-20 comirnaty-10', '2022-05-18 comirnaty-10']),
      '2022-05-18',
      { status: 'complete', course: 'complete', dose: null, earliest: null, products: [] },
    ],
    [
      'not born yet',
      child('2022-05-01'),
      '2022-04-14',
      { status: 'tooYoung', earliest: civil('2027-05-01') },
    ],
  ]
  checkAll(rows, childrenOnly)

  test('Comirnaty from 5, Spikevax from 6, each with its volume', () => {
    const { products } = evaluate(child('2017-04-14'), childrenOnly, civil('2022-04-14'))
    expect(products).toMatchObject([
      { id: 'comirnaty-10', from: '2022-04-14', doseMcg: 10, volumeMl: '0.2' },
      { id: 'spikevax-50', from: '2023-04-14', doseMcg: 50, volumeMl: '0.25' },
    ])
  })

  test('the next change of a child on the last day of the age is the birthday', () => {
    const answer = evaluate(child('2010-04-15'), childrenOnly, civil('2022-04-14'))
    expect(answer.nextChange).toMatchObject({
      on: '2022-04-15',
      status: 'tooOld',
      because: { rule: 'age', cite: ['1535/BYT-DP'] },
    })
  })

  test('born on 29 February: 5 on 1 March, 6 on 1 March, 12 on 29 February', () => {
    const answer = evaluate(child('2016-02-29'), childrenOnly, civil('2022-04-14'))
    expect(reason(answer, 'age')).toMatchObject({ from: '2021-03-01', to: '2028-02-28' })
    expect(reason(answer, 'product/spikevax-50')).toMatchObject({ from: '2022-03-01' })
    const clamped = evaluate(
      child('2016-02-29'),
      withCalendar({ monthOverflow: 'clamp' }),
      civil('2022-04-14'),
    )
    expect(reason(clamped, 'age')).toMatchObject({ from: '2021-02-28', to: '2028-02-28' })
    expect(reason(clamped, 'product/spikevax-50')).toMatchObject({ from: '2022-02-28' })
  })

  test.each([
    ['2021-11-30', {}, '2022-03-01'],
    ['2021-11-30', { monthOverflow: 'clamp' }, '2022-02-28'],
    ['2022-03-31', { monthOverflow: 'clamp' }, '2022-06-30'],
    ['2022-01-15', { firstDay: 'next' }, '2022-04-16'],
  ] as const)('infection on %s under %o ends on %s', (onset, calendar, from) => {
    const who = child('2014-03-02', [], { facts: infected(onset) })
    const answer = evaluate(who, withCalendar(calendar), civil('2022-04-14'))
    expect(reason(answer, 'infection')?.from).toBe(from)
  })

  test('interval and infection are both named when both stand in the way', () => {
    const who = child('2014-03-02', ['2022-04-20 comirnaty-10'], { facts: infected('2022-05-10') })
    const answer = evaluate(who, childrenOnly, civil('2022-05-16'))
    expect(reason(answer, 'dose-2/interval-1')).toMatchObject({
      effect: 'blocks',
      from: '2022-05-18',
    })
    expect(reason(answer, 'infection')).toMatchObject({ effect: 'blocks', cite: ['1848/BYT-DP'] })
  })

  test('a course that cannot be finished names age and interval', () => {
    const who = child('2010-05-10', ['2022-04-20 comirnaty-10'])
    const answer = evaluate(who, childrenOnly, civil('2022-05-01'))
    expect(reason(answer, 'no-day-left')).toMatchObject({
      to: '2022-05-09',
      cite: ['947/VSDTTƯ-TCQG', '1535/BYT-DP'],
    })
    expect(reason(answer, 'dose-2/interval-1')).toMatchObject({ from: '2022-05-18' })
  })
})

describe('how far the course has come', () => {
  test.each([
    ['no dose', [], 'notStarted'],
    ['a dose that does not count', ['2022-04-20 spikevax-50'], 'notStarted'],
    ['one that does', ['2022-04-20 comirnaty-10'], 'inProgress'],
    ['both', ['2022-04-20 comirnaty-10', '2022-05-18 comirnaty-10'], 'complete'],
  ])('after %s', (_, doses, course) => {
    const answer = evaluate(child('2016-06-01', doses), childrenOnly, civil('2022-05-31'))
    expect(answer.course).toBe(course)
  })

  test('is told by the doses of the timeline', () => {
    const who = child('2016-06-01', ['2022-04-20 comirnaty-10'])
    const { timeline } = evaluate(who, childrenOnly, civil('2022-05-31'))
    expect(new Set(timeline.map(({ dose }) => dose))).toEqual(new Set([2]))
    const done = child('2016-06-01', ['2022-04-20 comirnaty-10', '2022-05-18 comirnaty-10'])
    const after = evaluate(done, childrenOnly, civil('2022-05-31')).timeline
    expect(after).toMatchObject([{ status: 'complete', dose: null }])
  })
})

describe('a partial birth date', () => {
  test('is not asked for where some product may be given on every day of it', () => {
    const { status, needs } = evaluate(child('2016-06'), childrenOnly, civil('2022-06-15'))
    expect([status, needs]).toEqual(['eligible', []])
  })

  test('of two days that count, tells between which the first day lies', () => {
    const answer = evaluate(child('2017-08'), childrenOnly, civil('2022-05-31'))
    expect(answer).toMatchObject({
      earliest: '2022-08-31',
      uncertain: { earliest: { from: '2022-08-01', to: '2022-08-31' } },
    })
  })
})

describe('dates that are none', () => {
  test.each([
    [{ ...child('2014'), birthDate: '2014-02-30' }, ['birthDate']],
    [{ ...child('2014'), birthDate: '14' }, ['birthDate']],
    [{ ...child('2014'), doses: [{ date: '20/04/2022' }] }, ['doses', 0, 'date']],
    [{ ...child('2014'), consent: { state: 'agreed', date: '2022-4-1' } }, ['consent', 'date']],
    [
      { ...child('2014'), facts: { covid19Infection: { state: 'yes', onset: '2022-02-30' } } },
      ['facts', 'covid19Infection', 'onset'],
    ],
  ])('are refused with their path', (who, path) => {
    expect(() => evaluate(who as Subject, childrenOnly, civil('2022-04-14'))).toThrow(
      expect.objectContaining({ code: 'eligibility.subject', path }),
    )
  })
})

describe('the end of the calendar', () => {
  test('a birth in the last years of the calendar has no day, and nothing throws', () => {
    expect(evaluate(child('2599-12-31'), childrenOnly, civil('2600-01-01'))).toMatchObject({
      status: 'tooYoung',
      earliest: null,
      nextChange: null,
    })
  })

  test('a window that ends after the calendar does not end', () => {
    expect(evaluate(child('2594-01-01'), childrenOnly, civil('2600-01-01'))).toMatchObject({
      status: 'eligible',
      lastDay: null,
      products: [
        { id: 'comirnaty-10', until: null },
        { id: 'spikevax-50', until: null },
      ],
    })
  })
})
