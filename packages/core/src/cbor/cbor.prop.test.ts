import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equalBytes, toHex } from '../bytes.js'
import { isSdkError } from '../sdk-error.js'
import { decodeCbor, decodeDeterministicCbor } from './decode.js'
import { encodeCbor } from './encode.js'
import { CborFloat, CborSimple, CborTag, type CborValue } from './value.js'

const key = fc.oneof(fc.string(), fc.maxSafeInteger())
const { cbor } = fc.letrec<{ cbor: CborValue }>((tie) => ({
  cbor: fc.oneof(
    { maxDepth: 4 },
    fc.maxSafeInteger(),
    fc.bigInt({ min: 2n ** 60n, max: 2n ** 64n - 1n }),
    fc.bigInt({ min: -(2n ** 64n), max: -(2n ** 60n) }),
    fc.string({ unit: 'binary' }),
    fc.uint8Array(),
    fc.constantFrom(true, false, null, undefined),
    fc.double().map((value) => new CborFloat(value)),
    fc.float().map((value) => new CborFloat(value)),
    fc
      .integer({ min: 0, max: 255 })
      .filter((value) => value < 20 || value > 31)
      .map((value) => new CborSimple(value)),
    fc.array(tie('cbor'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('cbor')), { maxLength: 4 }).map((pairs) => new Map(pairs)),
    fc.tuple(fc.nat(), tie('cbor')).map(([tag, value]) => new CborTag(tag, value)),
  ),
}))

/** The code of the SDK error that a call ends in; whatever else it throws is thrown on. */
function codeOf(call: () => unknown): string | undefined {
  try {
    call()
    return undefined
  } catch (caught) {
    if (isSdkError(caught)) return caught.code
    throw caught
  }
}

describe('decodeCbor and encodeCbor', () => {
  it('gives back every value, and the same bytes for it', () => {
    fc.assert(
      fc.property(cbor, (value) => {
        const bytes = encodeCbor(value)
        const back = decodeDeterministicCbor(bytes)
        expect(encodeCbor(back)).toEqual(bytes)
      }),
    )
  })

  it('writes keys in the order of their encoded bytes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(key, fc.string({ unit: 'binary' })), { maxLength: 8 }),
        (keys) => {
          const map = new Map(keys.map((one) => [one, 0]))
          const order = [...(decodeCbor(encodeCbor(map)) as Map<string | number, CborValue>).keys()]
          const hex = order.map((one) => toHex(encodeCbor(one)))
          expect(hex).toEqual([...hex].sort())
        },
      ),
    )
  })

  it('returns or refuses, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(codeOf(() => decodeCbor(bytes)) ?? 'parse.cbor').toBe('parse.cbor')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('decodeDeterministicCbor', () => {
  it('reads what encodeCbor writes again, and refuses everything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 24 }), (bytes) => {
        if (codeOf(() => decodeCbor(bytes)) !== undefined) return
        const isOurs = equalBytes(encodeCbor(decodeCbor(bytes)), bytes)
        expect(codeOf(() => decodeDeterministicCbor(bytes)) === undefined).toBe(isOurs)
      }),
      { numRuns: 2000 },
    )
  })
})
