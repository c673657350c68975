import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemCrypto, webCryptoProvider } from './crypto/index.js'
import { isUuid, parseUuid, uuidv5, uuidv7 } from './id.js'
import { hasCode } from './sdk-error.js'
import { fixedClock, systemClock, systemRandom } from './world.js'

const dns = parseUuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8')

describe('parseUuid', () => {
  it.each([
    ['capitals', '6BA7B810-9DAD-11D1-80B4-00C04FD430C8'],
    ['no hyphens', '6ba7b8109dad11d180b400c04fd430c8'],
    ['braces', '{6ba7b810-9dad-11d1-80b4-00c04fd430c8}'],
    ['a URN', 'urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
    ['a digit less', '6ba7b810-9dad-11d1-80b4-00c04fd430c'],
    ['a line break', '6ba7b810-9dad-11d1-80b4-00c04fd430c8\n'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    let caught: unknown
    try {
      parseUuid(text)
    } catch (error) {
      caught = error
    }
    expect(hasCode(caught, 'parse.uuid')).toBe(true)
  })

  it('is not asked about what is no text', () => {
    expect(isUuid(7)).toBe(false)
  })
})

describe('uuidv5', () => {
  // RFC 9562 appendix A.4.
  it('is the one of the RFC, in Node and in WebCrypto', async () => {
    const expected = '2ed6657d-e927-568b-95e1-2665a8aea6a2'
    expect(uuidv5(dns, 'www.example.com', systemCrypto)).toBe(expected)
    const web = webCryptoProvider(webcrypto.subtle)
    expect(await uuidv5(dns, 'www.example.com', web)).toBe(expected)
  })

  it('is the same for the same name, and another for another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        const same = uuidv5(dns, left, systemCrypto) === uuidv5(dns, right, systemCrypto)
        expect(same).toBe(Buffer.from(left).equals(Buffer.from(right)))
      }),
    )
  })
})

describe('uuidv7', () => {
  // RFC 9562 appendix A.6.
  it('is the one of the RFC', () => {
    const clock = fixedClock(new Date(0x017f22e279b0))
    const bytes = Uint8Array.from(Buffer.from('0000000000000cc398c4dc0c0c07398f', 'hex'))
    expect(uuidv7({ clock, random: { bytes: () => bytes } })).toBe(
      '017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
    )
  })

  it('sorts by the time at which it was made', () => {
    const moment = fc.integer({ min: 0, max: 2 ** 48 - 2 })
    fc.assert(
      fc.property(moment, moment, (left, right) => {
        const [first, second] = [left, right].map((time) =>
          uuidv7({ clock: fixedClock(new Date(time)), random: systemRandom }),
        )
        if (left < right) expect(String(first) < String(second)).toBe(true)
        if (left > right) expect(String(first) > String(second)).toBe(true)
      }),
    )
  })

  it('has version 7 and the variant of the RFC, and is not made twice', () => {
    const world = { clock: systemClock, random: systemRandom }
    const ids = Array.from({ length: 1000 }, () => uuidv7(world))
    expect(new Set(ids).size).toBe(1000)
    expect(ids.every((id) => isUuid(id) && /^.{14}7.{4}[89ab]/.test(id))).toBe(true)
  })
})
