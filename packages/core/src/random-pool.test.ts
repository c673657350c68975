import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pooledRandom } from './random-pool.js'

/** A source that counts: no octet pair of it comes twice within 65,536 octets. */
function counting() {
  const drawn: Uint8Array[] = []
  let next = 0
  const fill = (target: Uint8Array) => {
    const view = new DataView(target.buffer, target.byteOffset, target.length)
    for (let at = 0; at + 1 < target.length; at += 2) {
      view.setUint16(at, (next += 1))
    }
    drawn.push(target)
    return target
  }
  return { fill, drawn }
}

const pairsOf = (octets: Uint8Array) =>
  Array.from({ length: octets.length / 2 }, (_, at) => `${octets[at * 2]}.${octets[at * 2 + 1]}`)

describe('pooledRandom', () => {
  it('gives no octets twice, whatever is asked for in whatever order', () => {
    const even = fc.oneof(
      fc.constant(16),
      fc.integer({ min: 0, max: 20 }).map((half) => half * 2),
    )
    fc.assert(
      fc.property(fc.array(even, { maxLength: 300 }), (lengths) => {
        const random = pooledRandom(counting().fill)
        const given = lengths.map((length) => random.bytes(length))
        expect(given.map(({ length }) => length)).toEqual(lengths)
        const pairs = given.flatMap(pairsOf)
        expect(new Set(pairs).size).toBe(pairs.length)
        expect(pairs).not.toContain('0.0')
      }),
    )
  })

  it('draws anew when the pool is empty, and not before', () => {
    const { fill, drawn } = counting()
    const random = pooledRandom(fill)
    for (let taken = 0; taken < 64; taken += 1) random.bytes(16)
    expect(drawn).toHaveLength(1)
    const pairs = pairsOf(random.bytes(16))
    expect(drawn).toHaveLength(2)
    expect(pairs).not.toContain('0.0')
  })

  it('wipes what it has given, and gives no view into the pool', () => {
    const { fill, drawn } = counting()
    const random = pooledRandom(fill)
    const first = random.bytes(16)
    const [pool = new Uint8Array()] = drawn
    expect(first.buffer).not.toBe(pool.buffer)
    expect(first.buffer.byteLength).toBe(16)
    expect([...pool.subarray(0, 16)]).toEqual(Array.from({ length: 16 }, () => 0))
    first.fill(255)
    const kept = [...pool]
    const second = random.bytes(16)
    second.fill(255)
    expect([...pool.subarray(32)]).toEqual(kept.slice(32))
    expect(pairsOf(random.bytes(16))[0]).toBe('0.17')
  })

  it.each([0, 8, 12, 15, 17, 32])('draws %i octets directly, past the pool', (length) => {
    const { fill, drawn } = counting()
    const octets = pooledRandom(fill).bytes(length)
    expect(drawn).toEqual([octets])
    expect(drawn[0]).toBe(octets)
  })

  it('gives nothing when the host has nothing, and draws again the next time', () => {
    let broken = true
    const { fill } = counting()
    const random = pooledRandom((target) => {
      if (broken) throw new Error('no randomness')
      return fill(target)
    })
    expect(() => random.bytes(16)).toThrow('no randomness')
    expect(() => random.bytes(32)).toThrow('no randomness')
    broken = false
    expect(pairsOf(random.bytes(16))[0]).toBe('0.1')
  })

  it.each([-1, Number.POSITIVE_INFINITY])('refuses a length of %s', (length) => {
    expect(() => pooledRandom(counting().fill).bytes(length)).toThrow(RangeError)
  })
})
