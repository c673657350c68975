import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf8 } from './bytes.js'
import {
  fromUtf8Twice,
  fromWindows1252,
  legacyEncodingOf,
  legacyEncodingOfLatin,
} from './legacy-encoding.js'

const allBytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)

describe('fromWindows1252', () => {
  it('gives every byte a character of its own', () => {
    const text = fromWindows1252(allBytes)
    expect(new Set(text).size).toBe(256)
    expect(text.slice(0x80, 0x8a)).toBe('€\u0081‚ƒ„…†‡ˆ‰')
    expect(text.slice(0x98, 0xa3)).toBe('˜™š›œ\u009džŸ\u00a0¡¢')
    expect(text.slice(0xfd)).toBe('ýþÿ')
  })
  it('reads what is longer than one call may take', () => {
    expect(fromWindows1252(new Uint8Array(300_000).fill(0xe9))).toBe('é'.repeat(300_000))
  })
})

describe('fromUtf8Twice', () => {
  it('undoes what was read in Windows-1252 as it was written in UTF-8', () => {
    const marked = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /[^ -~]/.test(text))
    fc.assert(
      fc.property(marked, (text) => {
        if (utf8(text).every((byte) => byte < 0x80)) return
        expect(fromUtf8Twice(fromWindows1252(utf8(text)))).toBe(text)
      }),
    )
  })
  it.each(['Nguyễn', 'Anh', 'é', '', 'Ã©ễ', 'Ã©Ã'])('leaves %s alone', (text) => {
    expect(fromUtf8Twice(text)).toBeUndefined()
  })
})

describe('legacyEncodingOf', () => {
  it.each([
    ['Nguyá»…n', 'utf-8-twice', 'utf-8-twice'],
    ['Ph¹m', 'tcvn3', 'tcvn3'],
    ['NguyÔn', 'tcvn3', undefined],
    ['Nguyeãn', 'vni', undefined],
    ['Bïi', 'tcvn3-or-vni', undefined],
    ['Nguyễn', undefined, undefined],
  ])('%s is %s; where any Latin letter may stand, %s', (name, vietnamese, latin) => {
    expect(legacyEncodingOf(name)).toBe(vietnamese)
    expect(legacyEncodingOfLatin(name)).toBe(latin)
  })
})
