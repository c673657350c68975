import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareName, compareNames, foldName, nameKeys } from './name.js'

const words = ['Lê', 'Thị', 'Hòa', 'Hoà', 'Đức', 'Ðức', 'Duc', 'Thúy', 'Thuý', 'An', 'Ân', 'Ẩn']
const name = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    maxLength: 4,
  })
  .map((parts) => parts.join(' '))

/** A name and what may have become of it on another keyboard. */
const respelled = fc
  .tuple(name, fc.constantFrom('NFC', 'NFD'))
  .map(
    ([one, form]) =>
      [
        one,
        one.replaceAll('òa', 'oà').replaceAll('úy', 'uý').toLocaleLowerCase('und').normalize(form),
      ] as const,
  )

test('comparing names does not depend on the order', () => {
  fc.assert(
    fc.property(name, name, (left, right) => {
      expect(compareNames(left, right)).toBe(compareNames(right, left))
    }),
  )
})

test('a name agrees exactly with its own decomposition', () => {
  fc.assert(
    fc.property(name, (one) => {
      const agreement = foldName(one) === '' ? 'different' : 'exact'
      expect(compareNames(one, one.normalize('NFD'))).toBe(agreement)
    }),
  )
})

test('names that agree in any layer have the same bare name', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(name, name), respelled), ([left, right]) => {
      if (compareNames(left, right) === 'different') return
      expect(bareName(left)).toBe(bareName(right))
    }),
  )
})

test('a name without its diacritics is never more than a hint', () => {
  fc.assert(
    fc.property(name, (one) => {
      const bare = bareName(one)
      fc.pre(bare !== foldName(one) && bare.trim() !== '')
      expect(['without-diacritics', 'different']).toContain(compareNames(one, bare))
    }),
  )
})

test('what the tables know and what Unicode says are the same', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(name, name), respelled), ([left, right]) => {
      const [one, other] = [left.normalize('NFC'), right.normalize('NFC')]
      const agreement = compareNames(one, other)
      expect(compareNames(one.normalize('NFD'), other)).toBe(agreement)
      expect(compareNames(one, other.normalize('NFD'))).toBe(agreement)
      expect(nameKeys(one.normalize('NFD'))).toEqual(nameKeys(one))
    }),
  )
})

test('names agree in a layer when their keys are equal', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(name, name), respelled), ([left, right]) => {
      const [one, other] = [nameKeys(left), nameKeys(right)]
      const agreement = compareNames(left, right)
      fc.pre(one.bare !== '' && other.bare !== '')
      expect(agreement === 'exact' || agreement === 'tone-position').toBe(one.name === other.name)
      expect(agreement === 'different').toBe(one.bare !== other.bare)
    }),
  )
})
