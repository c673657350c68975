import { createHash } from 'node:crypto'
import { isSdkError } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bloomFilterOf } from './bloom-filter-of.js'
import { readPartialHashFilter } from './partial-hash-filter.js'
import { readBloomFilter } from './read-bloom-filter.js'

const hash = fc.uint8Array({ minLength: 16, maxLength: 16 })
const rate = fc.double({ min: 1e-6, max: 0.5, noNaN: true })

/** The revocation hash of a number: sixteen octets that look like chance. */
const hashOf = (number: number) =>
  new Uint8Array(createHash('sha256').update(String(number)).digest().subarray(0, 16))

describe('a bloom filter that was written and read', () => {
  it('has every hash that was put in', async () => {
    const sets = fc.array(hash, { minLength: 1, maxLength: 50 })
    await fc.assert(
      fc.asyncProperty(sets, rate, async (hashes, falsePositiveRate) => {
        const written = await bloomFilterOf(hashes, { falsePositiveRate, capacity: 50 })
        const filter = readBloomFilter(written.toBytes())
        for (const one of hashes) {
          expect(await filter.mightContain(one, systemCrypto)).toBe(true)
        }
      }),
    )
  })

  it.each([0.1, 0.01, 0.001])('errs about as often as was asked: %f', async (asked) => {
    const hashes = Array.from({ length: 2000 }, (_, number) => hashOf(number))
    const filter = await bloomFilterOf(hashes, { falsePositiveRate: asked })
    let wrong = 0
    const asks = 20_000
    for (let number = 0; number < asks; number += 1) {
      if (await filter.mightContain(hashOf(-1 - number), systemCrypto)) wrong += 1
    }
    expect(wrong / asks).toBeLessThan(asked * 1.5)
    expect(wrong / asks).toBeGreaterThan(asked / 2)
  })
})

describe('a partial variable hash filter', () => {
  it('has every hash, in whichever order and however much of each is in it', () => {
    const sets = fc.tuple(fc.array(hash, { maxLength: 50 }), fc.integer({ min: 1, max: 16 }))
    fc.assert(
      fc.property(sets, ([hashes, length]) => {
        const octets = hashes.flatMap((one) => [...one.subarray(0, length)])
        const header = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, length]
        const filter = readPartialHashFilter(Uint8Array.from([...header, ...octets]))
        for (const one of hashes) expect(filter.mightContain(one, systemCrypto)).toBe(true)
      }),
    )
  })
})

describe.each([
  ['readBloomFilter', readBloomFilter],
  ['readPartialHashFilter', readPartialHashFilter],
] as const)('%s', (_, read) => {
  it('reads chance or refuses it with a code, and nothing else', () => {
    const head = fc.constantFrom([0, 1, 3, 0], [0, 1, 0, 0])
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 64 }), (start, rest) => {
        try {
          read(Uint8Array.from([...start, ...rest]))
        } catch (caught) {
          expect(isSdkError(caught)).toBe(true)
        }
      }),
    )
  })
})
