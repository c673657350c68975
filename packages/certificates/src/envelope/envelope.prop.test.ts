import { isSdkError } from '@tiemchung/core'
import { CborFloat, CborTag, type CborValue } from '@tiemchung/core/cbor'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textAround } from '../test-kit.js'
import { decodeBase45, encodeBase45 } from './base45.js'
import { encodeCbor } from './cbor.js'
import { decodeCertificate } from './decode-certificate.js'
import { inflate as inflateNode } from './inflate.node.js'
import { deflate as deflateWeb, inflate as inflateWeb } from './inflate.web.js'

const { cbor } = fc.letrec<{ cbor: CborValue }>((tie) => ({
  cbor: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<CborValue>(0, 1, -7, null, undefined, true, new CborFloat(1.5)),
    fc.string(),
    fc.uint8Array(),
    fc.array(tie('cbor'), { minLength: 3, maxLength: 5 }),
    fc
      .array(fc.tuple(fc.constantFrom(1, 4, 6, -260, 'v'), tie('cbor')), { maxLength: 4 })
      .map((pairs) => new Map(pairs)),
    fc
      .tuple(fc.constantFrom(18, 61, 98, 1), tie('cbor'))
      .map(([tag, value]) => new CborTag(tag, value)),
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
