import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fromBase64,
  fromBase64Url,
  fromHex,
  fromPem,
  fromUtf8,
  toBase64,
  toBase64Url,
  toHex,
  toPem,
  utf8,
} from './bytes.js'
import { ParseError } from './sdk-error.js'

const codecs: readonly (readonly [
  string,
  (bytes: Uint8Array) => string,
  (text: string) => Uint8Array,
])[] = [
  ['hex', toHex, fromHex],
  ['base64', toBase64, fromBase64],
  ['base64url', toBase64Url, fromBase64Url],
]

const nearly = fc.oneof(
  fc.string(),
  fc.stringMatching(/^[A-Za-z0-9+/_=-]*$/),
  fc.base64String(),
  fc.stringMatching(/^[0-9a-fA-F]*$/),
)

describe.each(codecs)('%s', (name, encode, decode) => {
  it('gives back every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decode(encode(bytes))).toEqual(bytes)
      }),
    )
  })

  it('takes one text for each value, and refuses all others with a parse error', () => {
    fc.assert(
      fc.property(nearly, (text) => {
        let bytes: Uint8Array
        try {
          bytes = decode(text)
        } catch (caught) {
          expect(caught).toBeInstanceOf(ParseError)
          return
        }
        expect(encode(bytes)).toBe(name === 'hex' ? text.toLowerCase() : text)
      }),
    )
  })
})

describe('PEM', () => {
  it('gives back every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromPem(toPem(bytes, 'X'), 'X')).toEqual([bytes])
      }),
    )
  })
})

describe('UTF-8', () => {
  it('gives back every well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fromUtf8(utf8(text))).toBe(text)
      }),
    )
  })

  it('takes no bytes but the ones that it writes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), (bytes) => {
        let text: string
        try {
          text = fromUtf8(bytes)
        } catch (caught) {
          expect(caught).toBeInstanceOf(ParseError)
          return
        }
        expect(utf8(text)).toEqual(bytes)
      }),
    )
  })

  it('agrees with the host about base64', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      }),
    )
  })
})
