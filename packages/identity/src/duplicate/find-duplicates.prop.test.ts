import { parsePartialDate } from '@tiemchung/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareBirthDates } from '../match/birth-date.js'
import { bareName, compareNames, foldName } from '../match/name.js'
import { findDuplicates, type ListedPerson } from './find-duplicates.js'

const numbers = ['001316000017', '001316000018', '001316000071', '001215000099']
const person: fc.Arbitrary<ListedPerson> = fc
  .record(
    {
      number: fc.constantFrom(...numbers),
      guardianName: fc.constantFrom('Lê Văn Mẫu', 'LÊ VĂN MẪU'),
      commune: fc.constantFrom('06790', '06793'),
      fullName: fc.constantFrom(
        'Lê Thị Hòa',
        'Lê Thị Hoà',
        'LÊ THỊ HÒA'.normalize('NFD'),
        'Lê Thị Hóa',
        'Le Thi Hoa',
        'Đỗ An',
        ' ',
      ),
      birthDate: fc.constantFrom('2016-05-01', '2016-05', '2016').map(parsePartialDate),
      sex: fc.constantFrom('female', 'unknown'),
    },
    { requiredKeys: ['fullName', 'birthDate', 'sex'] },
  )
  .map((one) => one as ListedPerson)
const list = fc.array(person, { maxLength: 12 })

/** One digit differs, or two neighbours are exchanged; told the long way. */
function isSlip(left: string, right: string): boolean {
  const apart = [...left].flatMap((digit, at) => (digit === right[at] ? [] : [at]))
  const [first = 0, second = 0] = apart
  if (apart.length === 1) return true
  return second === first + 1 && left[first] === right[second] && left[second] === right[first]
}

/** Whether two rows may be one person, told by comparing the two and nothing else. */
function mayBeOne(left: ListedPerson, right: ListedPerson): boolean {
  const numbered = left.number !== undefined && right.number !== undefined
  if (numbered && left.number === right.number) return true
  if (left.sex !== right.sex || left.commune !== right.commune) return false
  const names = compareNames(left.fullName, right.fullName)
  const dates = compareBirthDates(left.birthDate, right.birthDate)
  const sameDate = left.birthDate === right.birthDate
  const sameName = names === 'exact' || names === 'tone-position'
  if (numbered) {
    return sameName && sameDate && isSlip(left.number ?? '', right.number ?? '')
  }
  if (sameName) return dates !== 'different'
  const isBare = ({ fullName }: ListedPerson) => foldName(fullName) === bareName(fullName)
  const oneIsBare = isBare(left) !== isBare(right)
  return names === 'without-diacritics' && sameDate && oneIsBare
}

test('rows that may be one person stand together in a group', () => {
  fc.assert(
    fc.property(list, (people) => {
      const groups = findDuplicates(people)
      people.forEach((left, first) => {
        people.forEach((right, second) => {
          if (first >= second || !mayBeOne(left, right)) return
          const together = ({ rows }: { readonly rows: readonly number[] }) =>
            rows.includes(first) && rows.includes(second)
          expect(groups.some(together)).toBe(true)
        })
      })
    }),
  )
})

test('everybody in a group may be one person with somebody in it, and in an exact one with all', () => {
  fc.assert(
    fc.property(list, (people) => {
      for (const { rows, kind } of findDuplicates(people)) {
        for (const row of rows) {
          const others = rows.filter((other) => other !== row)
          const meets = (other: number) =>
            mayBeOne(people[row] as ListedPerson, people[other] as ListedPerson)
          expect(kind === 'exact' ? others.every(meets) : others.some(meets)).toBe(true)
        }
      }
    }),
  )
})

test('no group says again what a stronger one says', () => {
  fc.assert(
    fc.property(list, (people) => {
      const seen: (readonly number[])[] = []
      for (const { rows } of findDuplicates(people)) {
        const isSame = (other: readonly number[]) => String(other) === String(rows)
        expect(seen.some(isSame)).toBe(false)
        seen.push(rows)
      }
    }),
  )
})

test('the order of the list changes no group', () => {
  fc.assert(
    fc.property(list, (people) => {
      const last = people.length - 1
      const said = (groups: ReturnType<typeof findDuplicates>, place: (row: number) => number) =>
        groups.map(
          ({ kind, reason, rows }) =>
            `${kind} ${reason} ${rows.map(place).toSorted((one, other) => one - other)}`,
        )
      const turned = said(findDuplicates(people.toReversed()), (row) => last - row)
      const straight = said(findDuplicates(people), (row) => row)
      expect(turned.toSorted()).toEqual(straight.toSorted())
    }),
  )
})
