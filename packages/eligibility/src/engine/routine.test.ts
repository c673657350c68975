/** The rules of routine schedules, each at its border. */
import { describe, expect, test } from 'vitest'
import { explain } from '../message/explain.js'
import { lintEligibilityPolicy } from '../policy/parse.js'
import { evaluate } from './evaluate.js'
import { civil } from './people.fixture.js'
import { routine, routineChild, routinePolicy } from './routine.fixture.js'

const ask = (on: string, birthDate: string, ...doses: readonly string[]) =>
  evaluate(routineChild(birthDate, ...doses), routine, civil(on))

/** What is found about the last dose. */
const last = (on: string, birthDate: string, ...doses: readonly string[]) => {
  const judged = ask(on, birthDate, ...doses).doses.at(-1)
  return [judged?.validity, judged?.n, judged?.reasons.map((one) => one.finding)]
}

const born = '2022-01-10'

test('the invented schedule has no fault', () => {
  expect(lintEligibilityPolicy(routinePolicy)).toEqual([])
})

describe('ages of a dose', () => {
  test('bound the plan without grace, and are recommended and overdue by age', () => {
    const answer = ask('2022-01-20', born)
    expect(answer).toMatchObject({
      status: 'tooYoung',
      earliest: '2022-03-10',
      recommended: '2022-04-10',
      overdueFrom: '2022-06-10',
      lastDay: '2032-01-09',
      nextChange: { on: '2022-03-10', because: { rule: 'dose-1/age-1' } },
    })
    expect(ask('2032-01-10', born)).toMatchObject({ status: 'tooOld', course: 'agedOut' })
  })

  test.each([
    ['2022-02-16', 'invalid', null, ['tooYoung']],
    ['2022-02-17', 'validByGrace', 1, ['grace']],
    ['2022-03-09', 'validByGrace', 1, ['grace']],
    ['2022-03-10', 'valid', 1, []],
    ['2032-01-09', 'valid', 1, []],
    ['2032-01-10', 'invalid', null, ['tooOld']],
  ])('judge a dose of %s', (date, validity, n, findings) => {
    expect(last('2032-02-01', born, `${date} dead`)).toEqual([validity, n, findings])
  })

  test('a product may have ages of its own for one dose', () => {
    expect(ask('2022-03-10', born).products).toMatchObject([
      { id: 'dead', from: '2022-03-10', until: '2032-01-09' },
      { id: 'live', from: '2022-04-10', until: '2030-01-09' },
    ])
    expect(ask('2022-03-10', born).timeline[1]?.products).toEqual(['dead'])
  })
})

describe('products', () => {
  test.each([
    ['one by mistake never counts', ['2022-04-10 adult'], ['invalid', null, ['inadvertent']]],
    [
      'one not for the dose does not count',
      ['2022-04-10 dead', '2022-07-10 adult'],
      ['invalid', null, ['notAccepted']],
    ],
    [
      'one that is no longer planned counts until its age',
      ['2022-04-10 dead', '2024-01-09 old'],
      ['valid', 2, ['offPlan']],
    ],
    ['and not after it', ['2022-04-10 dead', '2024-01-10 old'], ['invalid', null, ['tooOld']]],
    [
      'one of another programme is no dose of the course',
      ['2022-04-10 serum'],
      ['extra', null, ['otherVaccine']],
    ],
  ] as const)('%s', (_, doses, expected) => {
    expect(last('2024-06-01', born, ...doses)).toEqual(expected)
  })

  test('one by mistake does not count as the last dose of the course', () => {
    const first = '2022-04-10 dead'
    expect(ask('2022-05-20', born, first, '2022-05-10 serum').earliest).toBe('2022-08-10')
    const mistaken = ask('2022-05-20', born, '2022-04-01 adult', first)
    expect(mistaken).toMatchObject({ dose: 2, earliest: '2022-06-05' })
  })
})

describe('intervals', () => {
  test.each([
    ['2022-05-21', ['invalid', null, ['tooSoon']]],
    ['2022-05-22', ['validByGrace', 2, ['acceptedInterval']]],
    ['2022-05-31', ['validByGrace', 2, ['acceptedInterval']]],
    ['2022-06-01', ['validByGrace', 2, ['grace']]],
    ['2022-06-05', ['valid', 2, []]],
  ])('a dose that misses the interval counts by the accepted one: %s', (date, expected) => {
    expect(last('2022-07-01', born, '2022-04-10 dead', `${date} dead`)).toEqual(expected)
  })

  test('a row judges only doses of its own days', () => {
    const old = ['2019-11-10 dead', '2019-11-20 dead']
    expect(last('2020-06-01', '2019-01-10', ...old)).toEqual(['valid', 2, []])
  })

  test('history may ask for less than the plan', () => {
    const two = ['2022-04-10 dead', '2022-12-10 dead']
    expect(ask('2022-12-20', born, ...two)).toMatchObject({ dose: 3, earliest: '2023-06-10' })
    const third = (date: string) => last('2023-06-10', born, ...two, `${date} dead`)
    expect(third('2023-04-05')).toEqual(['invalid', null, ['tooSoon']])
    expect(third('2023-04-06')).toEqual(['validByGrace', 3, ['grace']])
  })
})

describe('live vaccines keep a distance', () => {
  test('of any programme, and a shorter one in history after a dose that counts', () => {
    const other = ['2022-05-01 other-live', '2022-05-28 live']
    expect(last('2022-06-01', born, ...other)).toEqual(['invalid', null, ['spacing']])
    expect(last('2022-06-01', born, '2022-05-01 other-live', '2022-05-29 live')[0]).toBe('valid')
    expect(last('2022-06-01', born, '2022-05-01 other-live', '2022-05-01 live')[0]).toBe('valid')
  })

  test.each([
    ['2019-05-24', ['invalid', null, ['spacing']]],
    ['2019-05-25', ['valid', 2, []]],
  ])('less in history after a dose that counts: %s', (date, expected) => {
    expect(last('2019-06-01', '2019-01-10', '2019-05-01 live', `${date} live`)).toEqual(expected)
  })

  test('in planning only where every product must wait; else the others go first', () => {
    const answer = ask('2022-05-10', born, '2022-05-01 other-live')
    expect(answer).toMatchObject({ status: 'eligible', earliest: '2022-03-10' })
    expect(answer.products).toMatchObject([{ id: 'dead' }, { id: 'live', from: '2022-05-29' }])
  })
})

describe('a dose is passed over', () => {
  const two = ['2022-04-10 dead', '2022-12-10 dead']
  test('in planning from the day on which the condition holds', () => {
    expect(ask('2026-01-09', born, ...two)).toMatchObject({ dose: 3, status: 'eligible' })
    expect(ask('2026-01-10', born, ...two)).toMatchObject({ dose: 4, status: 'eligible' })
    expect(ask('2026-01-09', born, ...two).nextChange).toMatchObject({
      on: '2026-01-10',
      because: { rule: 'dose-4' },
    })
  })

  test.each([
    ['2026-01-05', 3],
    ['2026-01-06', 4],
  ])('in history by the conditions of its own: %s', (date, n) => {
    expect(ask('2026-02-01', born, ...two, `${date} dead`).doses.at(-1)?.n).toBe(n)
  })

  test.each([
    ['2023-01-07', 3],
    ['2023-01-08', 4],
  ])('six months less four days after the last, at four years less four days: %s', (date, n) => {
    const late = ['2019-04-10 dead', '2022-07-12 dead']
    expect(ask('2026-02-01', '2019-01-10', ...late, `${date} dead`).doses.at(-1)?.n).toBe(n)
  })

  test('not while one of several conditions fails', () => {
    const late = ['2022-04-10 dead', '2025-12-10 dead']
    expect(last('2026-02-01', born, ...late, '2026-01-09 dead')).toEqual([
      'invalid',
      null,
      ['tooSoon'],
    ])
  })
})

describe('a dose with seasons recurs until it is passed over', () => {
  const three = ['2019-04-10 dead', '2019-12-10 dead', '2020-12-10 dead']
  test.each([
    ['2023-08-01', 'notRecommended', '2023-09-01'],
    ['2023-10-01', 'eligible', '2023-09-01'],
    ['2024-04-01', 'notRecommended', '2024-09-01'],
    ['2024-09-01', 'eligible', '2024-09-01'],
  ])('on %s', (on, status, earliest) => {
    expect(ask(on, '2019-01-10', ...three)).toMatchObject({ dose: 4, status, earliest })
  })

  test('a product by mistake does not make it wait', () => {
    const mistaken = ask('2023-10-01', '2019-01-10', ...three, '2023-09-25 adult')
    expect(mistaken).toMatchObject({ dose: 4, status: 'eligible' })
  })

  test('counts outside its season and is due again', () => {
    const fourth = [...three, '2023-06-01 dead']
    expect(ask('2023-10-01', '2019-01-10', ...fourth)).toMatchObject({
      dose: 4,
      course: 'inProgress',
    })
    const fifth = ask('2024-10-01', '2019-01-10', ...fourth, '2024-09-01 dead')
    expect(fifth).toMatchObject({ status: 'complete', dose: null })
    expect(fifth.doses.map((dose) => dose.n)).toEqual([1, 2, 3, 4, 4])
  })
})

describe('explanations', () => {
  test.each(['vi', 'en'] as const)('leave nothing unsaid in %s', (language) => {
    const answers = [
      ask('2022-01-20', born),
      ask('2032-01-10', born),
      ask('2022-06-01', born, '2022-04-10 dead', '2022-05-22 dead', '2022-05-25 adult'),
      ask('2022-06-01', born, '2022-04-01 adult', '2022-05-01 other-live', '2022-05-20 live'),
      ask('2024-04-01', '2019-01-10', '2019-04-10 dead', '2019-12-10 dead', '2020-12-10 dead'),
    ]
    const text = answers.flatMap((answer) => explain(answer, language)).join('\n')
    expect(text).not.toMatch(/undefined|null|\{/)
  })
})
