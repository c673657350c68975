import { isDeepStrictEqual } from 'node:util'
import { CborFloat, CborTag } from '@tiemchung/certificates/envelope'
import { describe, expect, it } from 'vitest'
import { same } from './same.js'

const values: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => 0,
  () => -0,
  () => Number.NaN,
  () => '',
  () => 'a',
  () => 1n,
  () => true,
  () => [],
  () => [1, [2]],
  () => [1, [3]],
  () => ({}),
  () => ({ a: 1, b: undefined }),
  () => ({ b: undefined, a: 1 }),
  () => ({ a: 1 }),
  () => new Map(),
  () => new Map([['a', 1]]),
  () => new Map([['a', new Uint8Array([1, 2])]]),
  () => new Map([['a', new Uint8Array([1, 3])]]),
  () => new Uint8Array([1]),
  () => new CborFloat(1),
  () => new CborTag(1, 1),
]

describe('same', () => {
  it('says of every pair what Node says', () => {
    for (const [index, left] of values.entries()) {
      for (const [other, right] of values.entries()) {
        expect(same(left(), right()), `${index} and ${other}`).toBe(
          isDeepStrictEqual(left(), right()),
        )
      }
    }
  })
})
