import { parsePartialDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { duplicateReasons, findDuplicates, type ListedPerson } from './find-duplicates.js'

const row: ListedPerson = {
  fullName: 'Lê Thị Hòa',
  birthDate: parsePartialDate('2016-05-01'),
  sex: 'female',
  commune: '06790',
}
const number = '001316000017'
const guardianName = 'Lê Văn Mẫu'
const [year, month] = [parsePartialDate('2016'), parsePartialDate('2016-05')]
const bare = 'LE THI HOA'

const rowsOf = (...changes: readonly Partial<ListedPerson>[]) =>
  changes.map((change) => ({ ...row, ...change }))

describe('findDuplicates', () => {
  test.each([
    ['the same number', { number }, { number }, 'exact', 'same-number'],
    [
      'the same number under two names',
      { number },
      { number, fullName: 'Hoa', birthDate: year, sex: 'male', commune: '00001' },
      'exact',
      'same-number',
    ],
    [
      'the same name, birth date and guardian',
      { guardianName },
      { guardianName: 'LÊ VĂN MẪU', fullName: 'LÊ THỊ HOÀ' },
      'exact',
      'same-name-birth-date-and-guardian',
    ],
    ['the same name and birth date', {}, {}, 'near', 'same-name-and-birth-date'],
    [
      'the same name, decomposed',
      {},
      { fullName: row.fullName.normalize('NFD') },
      'near',
      'same-name-and-birth-date',
    ],
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
    [
      'numbers of which one digit differs',
      { number },
      { number: '001316000018' },
      'near',
      'same-name-and-birth-date-number-slip',
    ],
    [
      'numbers of which two digits are exchanged',
      { number },
      { number: '001316000071' },
      'near',
      'same-name-and-birth-date-number-slip',
    ],
    ['a year only', {}, { birthDate: year }, 'near', 'same-name-partial-birth-date'],
    ['a month only', {}, { birthDate: month }, 'near', 'same-name-partial-birth-date'],
    [
      'a year and a month',
      { birthDate: year },
      { birthDate: month },
      'near',
      'same-name-partial-birth-date',
    ],
    [
      'a name typed without diacritics',
      {},
      { fullName: bare },
      'near',
      'same-name-without-diacritics',
    ],
  ] as const)('%s', (_, one, other, kind, reason) => {
    const group = { kind, reason, rows: [0, 1] }
    expect(findDuplicates(rowsOf(one, other))).toEqual([group])
    expect(findDuplicates(rowsOf(other, one))).toEqual([group])
  })

  test.each([
    ['two numbers', { number }, { number: '001316000028' }],
    ['two numbers and a year only', { number }, { number: '001316000018', birthDate: year }],
    ['two numbers and a bare name', { number }, { number: '001316000028', fullName: bare }],
    ['another mark', {}, { fullName: 'Lê Thị Hóa' }],
    ['twins of other names', {}, { fullName: 'Lê Thị Hoan' }],
    ['another birth date', {}, { birthDate: parsePartialDate('2016-05-02') }],
    ['another month', {}, { birthDate: parsePartialDate('2016-06') }],
    ['a bare name and a year only', {}, { fullName: bare, birthDate: year }],
    ['another sex', {}, { sex: 'male' }],
    ['another commune', {}, { commune: '06793' }],
    ['no name', { fullName: ' ' }, { fullName: '' }],
  ] as const)('%s are two people', (_, one, other) => {
    expect(findDuplicates(rowsOf(one, other))).toEqual([])
  })

  test.each(['', ' '])('the number %j and the guardian %j are none', (none) => {
    const people = rowsOf(
      { number: none, guardianName: none, commune: '06793' },
      { number: none, guardianName: none },
      { number: none, guardianName: none },
    )
    expect(findDuplicates(people)).toEqual([
      { kind: 'near', reason: 'same-name-and-birth-date', rows: [1, 2] },
    ])
  })

  test('however many rows of one person are one group', () => {
    expect(findDuplicates([row, row, row])).toEqual([
      { kind: 'near', reason: 'same-name-and-birth-date', rows: [0, 1, 2] },
    ])
  })

  test('two numbers with one guardian, and one row without: nobody knows whose it is', () => {
    const family = rowsOf(
      { guardianName, number },
      { guardianName, number: '001316000028' },
      { guardianName },
    )
    expect(findDuplicates(family)).toEqual([
      { kind: 'near', reason: 'same-name-and-birth-date', rows: [0, 1, 2] },
    ])
  })

  test('a weaker group is named when it brings somebody new', () => {
    const groups = findDuplicates(rowsOf({ number }, { number }, {}))
    expect(groups).toEqual([
      { kind: 'exact', reason: 'same-number', rows: [0, 1] },
      { kind: 'near', reason: 'same-name-and-birth-date', rows: [0, 1, 2] },
    ])
  })

  test('neighbours of one name are asked for by name', () => {
    const neighbours = rowsOf(
      { area: 'Thôn 1' },
      { area: 'Thôn 1', birthDate: parsePartialDate('2014-01-01') },
      { area: 'Thôn 2', birthDate: parsePartialDate('2013-01-01') },
    )
    expect(findDuplicates(neighbours)).toEqual([])
    expect(findDuplicates(neighbours, { reasons: duplicateReasons })).toEqual([
      { kind: 'near', reason: 'same-name-in-neighbourhood', rows: [0, 1] },
    ])
  })

  test('only the rules that are named are applied', () => {
    const people = rowsOf({ number }, { number }, {})
    const found = findDuplicates(people, { reasons: ['same-number'] })
    expect(found.map(({ reason }) => reason)).toEqual(['same-number'])
  })

  test('20,000 rows that are all alike cost what 20,000 rows cost', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      ...row,
      birthDate: [row.birthDate, year, month][index % 3] ?? year,
      ...(index % 2 === 0 ? {} : { number: String(index).padStart(12, '0') }),
    }))
    const total = findDuplicates(many).reduce((sum, { rows }) => sum + rows.length, 0)
    expect(total).toBeGreaterThan(20_000)
    expect(total).toBeLessThan(30 * 20_000)
  })
})
