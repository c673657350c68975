import { isSdkError, toHex } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textAround } from '../test-kit.js'
import { decodeBase45, encodeBase45 } from './base45.js'
import { decodeCbor } from './cbor/decode.js'
import { encodeCbor } from './cbor/encode.js'
import { CborFloat, CborSimple, CborTag, type CborValue } from './cbor/value.js'
import { decodeCertificate } from './decode-certificate.js'
import { inflate as inflateNode } from './inflate.node.js'
import { deflate as deflateWeb, inflate as inflateWeb } from './inflate.web.js'

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

describe('codecs', () => {
  it('Base45 gives back every byte string', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeBase45(encodeBase45(bytes))).toEqual(bytes)
      }),
    )
  })

  it('Base45 has one text for each byte string', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'09AZ $%*+-./:'), maxLength: 12 }),
        (text) => {
          const code = codeOf(() => decodeBase45(text))
          if (code === undefined) expect(encodeBase45(decodeBase45(text))).toBe(text)
          else expect(code).toBe('envelope.base45')
        },
      ),
    )
  })

  it('CBOR gives back every value, and the same bytes for it', () => {
    fc.assert(
      fc.property(cbor, (value) => {
        const bytes = encodeCbor(value)
        const back = decodeCbor(bytes, { indefiniteLengths: false, longForms: false })
        expect(encodeCbor(back)).toEqual(bytes)
      }),
    )
  })

  it('CBOR keys stand in the order of their encoded bytes', () => {
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

  it('the CBOR reader returns or refuses, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(codeOf(() => decodeCbor(bytes)) ?? 'envelope.cbor.').toMatch(/^envelope\.cbor\./)
      }),
      { numRuns: 2000 },
    )
  })

  it('both inflaters agree on every stream, cut short or lengthened', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: -6, max: 6 }),
        (bytes, change) => {
          const whole = deflateWeb(bytes)
          const stream = new Uint8Array(whole.length + change)
          stream.set(whole.subarray(0, stream.length))
          const outcome = inflateNode(stream, 4096)
          expect('fault' in outcome).toBe(change !== 0)
          expect(inflateWeb(stream, 4096)).toEqual(outcome)
        },
      ),
    )
  })
})

describe('decodeCertificate', () => {
  it('returns or refuses with an envelope code, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `HC1:${rest}`),
        ),
        (text) => {
          expect(codeOf(() => decodeCertificate(text))).toMatch(/^envelope\./)
        },
      ),
    )
  })

  it('returns or refuses with an envelope code, whatever the COSE bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 64 }), cbor.map(encodeCbor)), (bytes) => {
        expect(codeOf(() => decodeCertificate(textAround(bytes)))).toMatch(/^envelope\./)
      }),
    )
  })
})
