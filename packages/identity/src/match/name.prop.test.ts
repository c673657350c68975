import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareName, compareNames, foldName } from './name.js'

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
