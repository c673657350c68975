import { parsePartialDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { findDuplicates, type ListedPerson } from './find-duplicates.js'

const row: ListedPerson = {
  fullName: 'Lê Thị Hòa',
  birthDate: parsePartialDate('2016-05-01'),
  sex: 'female',
  commune: '06790',
}
const number = '001316000017'
const guardianName = 'Lê Văn Mẫu'
const year = parsePartialDate('2016')

describe('findDuplicates', () => {
  test.each([
    ['the same number', { number }, { number }, 'exact', 'same-number'],
    [
      'the same number under two names',
      { number },
      { number, fullName: 'Hoa', birthDate: year },
      'exact',
      'same-number',
    ],
    [
      'the same name, birth date and guardian',
      { guardianName },
      { guardianName, fullName: 'LÊ THỊ HOÀ' },
      'exact',
      'same-name-birth-date-and-guardian',
    ],
    ['the same name and birth date', {}, {}, 'near', 'same-name-and-birth-date'],
    ['one has a number, the other none', { number }, {}, 'near', 'same-name-and-birth-date'],
    [
      'guardians of other names',
      { guardianName },
      { guardianName: 'Trần Thị Mẫu' },
      'near',
      'same-name-and-birth-date',
    ],
    [
      'the same guardian, and both with a year only',
      { guardianName, birthDate: year },
      { guardianName, birthDate: year },
      'near',
      'same-name-and-birth-date',
    ],
    ['a year only', {}, { birthDate: year }, 'near', 'same-name-partial-birth-date'],
  ] as const)('%s', (_, one, other, kind, reason) => {
    const pair = { first: 0, second: 1, kind, reason }
    expect(
      findDuplicates([
        { ...row, ...one },
        { ...row, ...other },
      ]),
    ).toEqual([pair])
    expect(
      findDuplicates([
        { ...row, ...other },
        { ...row, ...one },
      ]),
    ).toEqual([pair])
  })

  test.each([
    ['two numbers', { number }, { number: '001316000018' }],
    ['a name without diacritics', {}, { fullName: 'Le Thi Hoa' }],
    ['twins of other names', {}, { fullName: 'Lê Thị Hoan' }],
    ['another birth date', {}, { birthDate: parsePartialDate('2016-05-02') }],
    ['another sex', {}, { sex: 'male' }],
    ['another commune', {}, { commune: '06793' }],
  ] as const)('%s are two people', (_, one, other) => {
    expect(
      findDuplicates([
        { ...row, ...one },
        { ...row, ...other },
      ]),
    ).toEqual([])
  })

  test('three rows of one person are three pairs, in the order of the rows', () => {
    const pairs = findDuplicates([row, row, row]).map(({ first, second }) => [first, second])
    expect(pairs).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ])
  })
})
