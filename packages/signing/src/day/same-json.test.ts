import { canonicalJson } from '@tiemchung/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameJson } from './same-json.js'

test.each<[unknown, unknown, boolean]>([
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [{ toString: 1 }, {}, false],
  [{}, { toString: 1 }, false],
  [null, {}, false],
  ['1', 1, false],
])('%j and %j: %s', (left, right, same) => {
  expect(isSameJson(left, right)).toBe(same)
})

test('it is the same whenever the canonical JSON is', () => {
  const json = fc.jsonValue({ maxDepth: 3 })
  fc.assert(
    fc.property(json, json, (left, right) => {
      // Minus nought is written as nought.
      const read = (value: unknown): unknown => JSON.parse(canonicalJson(value))
      expect(isSameJson(read(left), read(right))).toBe(canonicalJson(left) === canonicalJson(right))
      expect(isSameJson(read(left), read(left))).toBe(true)
    }),
  )
})
