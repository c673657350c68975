import { parsePartialDate } from '@tiemchung/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDuplicates, type ListedPerson } from './find-duplicates.js'

const person: fc.Arbitrary<ListedPerson> = fc
  .record(
    {
      number: fc.constantFrom('001316000017', '001316000018'),
      guardianName: fc.constantFrom('Lê Văn Mẫu', 'LÊ VĂN MẪU'),
      commune: fc.constantFrom('06790', '06793'),
      fullName: fc.constantFrom('Lê Thị Hòa', 'Lê Thị Hoà', 'Le Thi Hoa', 'Đỗ An'),
      birthDate: fc.constantFrom('2016-05-01', '2016-05', '2016').map(parsePartialDate),
      sex: fc.constantFrom('female', 'unknown'),
    },
    { requiredKeys: ['fullName', 'birthDate', 'sex'] },
  )
  .map((one) => one as ListedPerson)
const list = fc.array(person, { maxLength: 12 })

test('people with two different numbers are never paired', () => {
  fc.assert(
    fc.property(list, (people) => {
      for (const { first, second } of findDuplicates(people)) {
        const [left, right] = [people[first]?.number, people[second]?.number]
        expect(left === undefined || right === undefined || left === right).toBe(true)
      }
    }),
  )
})

test('rows of the same number are always paired', () => {
  fc.assert(
    fc.property(list, (people) => {
      const found = new Set(findDuplicates(people).map(({ first, second }) => `${first} ${second}`))
      people.forEach((left, first) => {
        people.forEach((right, second) => {
          if (first < second && left.number !== undefined && left.number === right.number) {
            expect(found).toContain(`${first} ${second}`)
          }
        })
      })
    }),
  )
})

test('the order of the list changes no pair', () => {
  fc.assert(
    fc.property(list, (people) => {
      const last = people.length - 1
      const turned = findDuplicates(people.toReversed()).map((pair) => ({
        ...pair,
        first: last - pair.second,
        second: last - pair.first,
      }))
      const key = ({ first, second }: { first: number; second: number }) => first * 100 + second
      expect(turned.toSorted((a, b) => key(a) - key(b))).toEqual(findDuplicates(people))
    }),
  )
})

test('comparing within blocks finds what comparing all pairs finds', () => {
  fc.assert(
    fc.property(list, (people) => {
      const pairs = people.flatMap((left, first) =>
        people.flatMap((right, second) =>
          first < second
            ? findDuplicates([left, right]).map((pair) => ({ ...pair, first, second }))
            : [],
        ),
      )
      expect(findDuplicates(people)).toEqual(pairs)
    }),
  )
})
