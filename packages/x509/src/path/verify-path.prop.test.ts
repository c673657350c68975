import { ParseError } from '@tiemchung/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crlEntry, forgeCrl, integer } from '../certificate/forge.fixture.js'
import { readCertificate } from '../certificate/read-certificate.js'
import { readCrl } from '../crl/read-crl.js'
import { revokedEntries } from '../crl/scan-entries.js'
import { issuing, leaf, root, rootKey, verify } from './chain.fixture.js'

function readsOrRefuses(read: () => unknown): boolean {
  try {
    read()
  } catch (caught) {
    return caught instanceof ParseError
  }
  return true
}

const flip = (der: Uint8Array, at: number, bit: number) => {
  const copy = der.slice()
  const index = at % copy.length
  copy[index] = (copy[index] ?? 0) ^ (1 << bit)
  return copy
}

const whole = leaf()
const list = forgeCrl({ entries: [crlEntry(integer(9))] }, rootKey)
const position = fc.nat()
const bit = fc.integer({ min: 0, max: 7 })

describe('readers', () => {
  test('read any octets or refuse them with a ParseError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (octets) => {
        expect(readsOrRefuses(() => readCertificate(octets))).toBe(true)
        expect(readsOrRefuses(() => [...revokedEntries(readCrl(octets))])).toBe(true)
      }),
    )
  })

  test('read or refuse a certificate and a list with flipped and cut octets', () => {
    const edits = fc.array(fc.tuple(position, bit), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(edits, fc.nat({ max: 40 }), (flips, cut) => {
        const edit = (der: Uint8Array) =>
          flips.reduce((bytes, [at, which]) => flip(bytes, at, which), der)
        expect(readsOrRefuses(() => readCertificate(edit(whole)))).toBe(true)
        expect(readsOrRefuses(() => readCertificate(edit(whole).subarray(cut)))).toBe(true)
        expect(readsOrRefuses(() => [...revokedEntries(readCrl(edit(list)))])).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('refuse every proper prefix', () => {
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => readCertificate(whole.subarray(0, length))).toThrow(ParseError)
    }
  })
})

describe('verifyPath', () => {
  const middle = issuing()
  const anchor = root()

  test('is never valid with one flipped bit in the leaf or the authority', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), position, bit, async (inLeaf, at, which) => {
        const broken = flip(inLeaf ? whole : middle, at, which)
        const report = await verify(
          inLeaf
            ? { leaf: broken, intermediates: [middle], anchors: [{ certificate: anchor }] }
            : { leaf: whole, intermediates: [broken], anchors: [{ certificate: anchor }] },
        )
        expect(report.verdict).not.toBe('valid')
      }),
      { numRuns: 400 },
    )
  })

  test('gives the same answer whatever the order of the intermediates', async () => {
    const noise = [issuing({ serial: integer(7) }), middle, leaf({ serial: integer(8) }), anchor]
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(noise, { minLength: 2 }), async (intermediates) => {
        const found = intermediates.includes(middle) || intermediates.includes(noise[0] ?? anchor)
        const report = await verify({
          leaf: whole,
          intermediates,
          anchors: [{ certificate: anchor }],
        })
        expect(report.verdict).toBe(found ? 'valid' : 'indeterminate')
      }),
      { numRuns: 60 },
    )
  })
})
