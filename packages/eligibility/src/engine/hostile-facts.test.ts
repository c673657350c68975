/** Facts as a careless list has them: none of them may come out as `eligible`. */
import { fromDayNumber, ParseError, toDayNumber } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { compileCohort } from '../cohort/compile.js'
import { columnsOf } from '../cohort/columns-of.js'
import { evaluateColumns } from '../cohort/evaluate-columns.js'
import { statuses } from '../policy/format.js'
import type { Infection, Subject, YesNoUnknown } from '../subject/subject.js'
import { evaluate } from './evaluate.js'
import { allNo, bothBands, child, civil } from './people.fixture.js'

const on = civil('2022-07-15')
const plan = compileCohort(bothBands)

function ill(state: string, dates: Readonly<Record<string, string>> = {}): Subject {
  const covid19Infection = { state, ...dates } as unknown as Infection
  return child('2014-05-10', [], { facts: { covid19Infection, screening: allNo } })
}

function answered(answer: unknown): Subject {
  const screening = { ...allNo, anaphylaxisToVaccine: answer as YesNoUnknown }
  return child('2014-05-10', [], { facts: { covid19Infection: { state: 'no' }, screening } })
}

describe('facts that say nothing, or two things at once', () => {
  test.each([
    ['an answer in capitals', answered('YES'), 'needsScreening', 'screening.anaphylaxisToVaccine'],
    ['an answer that is true', answered(true), 'needsScreening', 'screening.anaphylaxisToVaccine'],
    ['an empty answer', answered(''), 'needsScreening', 'screening.anaphylaxisToVaccine'],
    ['an infection in capitals', ill('NO'), 'unknown', 'covid19Infection'],
    [
      'no infection, with its first day',
      ill('no', { onset: '2022-07-01' }),
      'unknown',
      'covid19Infection',
    ],
    [
      'no infection, with its last day',
      ill('no', { recovery: '2022-07-01' }),
      'unknown',
      'covid19Infection',
    ],
    [
      'an infection before birth',
      ill('yes', { onset: '2002-07-01' }),
      'unknown',
      'covid19Infection.onset',
    ],
  ])('%s is unknown', (_, subject, status, need) => {
    const answer = evaluate(subject, bothBands, on)
    expect(answer.status).toBe(status)
    expect(answer.needs).toContain(need)
    const { status: inColumns } = evaluateColumns(plan, columnsOf(plan, [subject]), on)
    expect(statuses[inColumns[0] as number]).toBe(status)
  })

  test('an infection on the day of birth is one', () => {
    const born = ill('yes', { onset: '2014-05-10' })
    expect(evaluate(born, bothBands, on).status).toBe('eligible')
  })
})

describe('the day that is asked about', () => {
  test.each(['2022-02-30', '15/07/2022', '22-07-15', ''])('%j is refused with its path', (text) => {
    const ask = () => evaluate(child('2014-05-10'), bothBands, text as typeof on)
    expect(ask).toThrow(ParseError)
    expect(ask).toThrow(expect.objectContaining({ code: 'eligibility.subject', path: ['on'] }))
  })
})

test('twenty thousand doses that nobody can judge are all asked about', () => {
  const first = toDayNumber(civil('1960-01-01'))
  const doses = Array.from({ length: 20_000 }, (_, index) => `${fromDayNumber(first + index)} x`)
  const { status, needs } = evaluate(child('1959-05-10', doses), bothBands, on)
  expect({ status, needs: needs.length }).toEqual({ status: 'tooOld', needs: 20_000 })
})
