import { parsePartialDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { type IdentityFacts, matchPerson } from './match-person.js'
import { matchPolicy1815 } from './policy.js'

const registered: IdentityFacts = {
  number: '001316000017',
  otherNumbers: ['012345678'],
  fullName: 'Lê Thị Hòa',
  birthDate: parsePartialDate('2016-05-01'),
  sex: 'female',
}
const { number: _, ...withoutNumber } = registered

describe('matchPerson', () => {
  test.each([
    ['all four fields agree', {}, 'valid'],
    ['the number of an older card', { number: '012345678' }, 'valid'],
    ['the tone mark in the other place', { fullName: 'LÊ THỊ HOÀ' }, 'valid'],
    ['another number', { number: '001316000018' }, 'invalid', 'identity.number'],
    ['a name without diacritics', { fullName: 'Le Thi Hoa' }, 'invalid', 'identity.name'],
    ['another name', { fullName: 'Lê Thị Hoa' }, 'invalid', 'identity.name'],
    ['an empty name', { fullName: '' }, 'invalid', 'identity.name'],
    ['a year only', { birthDate: '2016' }, 'indeterminate', 'identity.birth-date'],
    ['a month only', { birthDate: '2016-05' }, 'indeterminate', 'identity.birth-date'],
    ['another year only', { birthDate: '2015' }, 'invalid', 'identity.birth-date'],
    ['day and month exchanged', { birthDate: '2016-01-05' }, 'invalid', 'identity.birth-date'],
    ['another sex', { sex: 'male' }, 'invalid', 'identity.sex'],
    ['a sex not stated', { sex: 'unknown' }, 'indeterminate', 'identity.sex'],
  ] as const)('%s', (_, change, verdict, ...open) => {
    const claimed = { ...registered, ...change } as IdentityFacts
    const report = matchPerson(claimed, registered, matchPolicy1815)
    expect(report.verdict).toBe(verdict)
    expect(report.checks.map((one) => one.id)).toEqual([
      'identity.number',
      'identity.name',
      'identity.birth-date',
      'identity.sex',
    ])
    const left = report.checks.filter((one) => one.status !== 'passed').map((one) => one.id)
    expect(left).toEqual(open)
  })

  test('a claim without a number is undecided, and a register without one has not the claimed one', () => {
    expect(matchPerson(withoutNumber, registered, matchPolicy1815).verdict).toBe('indeterminate')
    expect(matchPerson(withoutNumber, withoutNumber, matchPolicy1815).verdict).toBe('indeterminate')
    const none = { ...withoutNumber, otherNumbers: [] }
    expect(matchPerson(registered, none, matchPolicy1815).verdict).toBe('invalid')
  })

  test.each([
    ['empty', ''],
    ['of blanks', '  '],
  ])('a number that is %s is none, on either side', (_, number) => {
    const empty = { ...registered, number, otherNumbers: [number] }
    expect(matchPerson(empty, empty, matchPolicy1815).verdict).toBe('indeterminate')
    expect(matchPerson(registered, empty, matchPolicy1815).verdict).toBe('invalid')
    const other = { ...empty, number: '001316000018' }
    expect(matchPerson({ ...registered, number }, other, matchPolicy1815).verdict).toBe(
      'indeterminate',
    )
  })

  test('a policy may accept less precise dates, and then says by what it matched', () => {
    const lenient = { ...matchPolicy1815, birthDate: { accept: ['exact', 'compatible'] } } as const
    const claimed = { ...registered, birthDate: parsePartialDate('2016') }
    const report = matchPerson(claimed, registered, lenient)
    expect(report.verdict).toBe('valid')
    const check = report.checks.find((one) => one.id === 'identity.birth-date')
    expect(check).toMatchObject({ params: { by: 'compatible' } })
  })

  test('a report holds no value of either side', () => {
    const claimed = { ...registered, fullName: 'Trần Văn Khác', number: '001216000099' }
    const text = JSON.stringify(matchPerson(claimed, registered, matchPolicy1815))
    for (const value of ['Khác', 'Hòa', '001216000099', '001316000017', '2016']) {
      expect(text).not.toContain(value)
    }
  })
})
