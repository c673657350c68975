import { concatBytes, type InputError, utf8 } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedbackPolicy9458 as policy } from '../rules/policy/feedback-policy-9458.js'
import { checkEvidence } from './check-evidence.js'
import { cleanEvidence } from './clean-evidence.js'
import { chunk, exifOf, jpeg, png, segment, withChunks, withSegments } from './picture.fixture.js'

const codes = (bytes: Uint8Array) => checkEvidence(bytes, policy).map(({ code }) => code)
const holds = (bytes: Uint8Array, text: string) =>
  Buffer.from(bytes).includes(Buffer.from(text, 'latin1'))

const secret = utf8('21.0278,105.8342')

describe('a picture', () => {
  test.each([
    ['Exif with a place', withSegments(exifOf('II', 1))],
    ['Exif in the other byte order', withSegments(exifOf('MM', 1))],
    ['Exif without orientation', withSegments(segment(0xe1, utf8('Exif\0\0II*\0')))],
    [
      'XMP',
      withSegments(segment(0xe1, concatBytes(utf8('http://ns.adobe.com/xap/1.0/\0'), secret))),
    ],
    ['IPTC', withSegments(segment(0xed, concatBytes(utf8('Photoshop 3.0\0'), secret)))],
    ['a comment', withSegments(segment(0xfe, secret))],
    ['an index of more pictures', withSegments(segment(0xe2, concatBytes(utf8('MPF\0'), secret)))],
    ['a thumbnail in an extension of JFIF', withSegments(segment(0xe0, utf8('JFXX\0')))],
    ['something behind its end', concatBytes(jpeg, secret)],
  ])('with %s is refused, and is the bare picture when cleaned', (_, bytes) => {
    expect(codes(bytes)).toEqual(['feedback.evidence.metadata'])
    expect(cleanEvidence(bytes)).toEqual(jpeg)
    expect(codes(cleanEvidence(bytes))).toEqual([])
  })

  test.each([
    ['Exif', withChunks(chunk('eXIf', secret))],
    ['text', withChunks(chunk('tEXt', secret))],
    ['international text', withChunks(chunk('iTXt', secret))],
    ['a time', withChunks(chunk('tIME', new Uint8Array(7)))],
    ['something behind its end', concatBytes(png, secret)],
  ])('as PNG with %s is refused, and is the bare picture when cleaned', (_, bytes) => {
    expect(codes(bytes)).toEqual(['feedback.evidence.metadata'])
    expect(cleanEvidence(bytes)).toEqual(png)
  })

  test.each([2, 3, 4, 5, 6, 7, 8])('keeps how it is to be turned: %i', (orientation) => {
    for (const order of ['II', 'MM'] as const) {
      const cleaned = cleanEvidence(withSegments(exifOf(order, orientation)))
      expect(codes(cleaned)).toEqual([])
      expect(cleaned.length).toBe(jpeg.length + 36)
      expect(cleaned[2 + 4 + 6 + 8 + 2 + 9]).toBe(orientation)
      expect(cleanEvidence(cleaned)).toEqual(cleaned)
    }
  })

  test.each([0, 9, 65_535])('that is to be turned by %i is not turned', (orientation) => {
    expect(cleanEvidence(withSegments(exifOf('II', orientation)))).toEqual(jpeg)
  })

  test('keeps how its colours are meant', () => {
    const profile = segment(0xe2, concatBytes(utf8('ICC_PROFILE\0'), Uint8Array.of(1, 1, 9)))
    const adobe = segment(0xee, utf8('Adobe\0d\0\0\0\0'))
    const bytes = withSegments(profile, adobe)
    expect(cleanEvidence(bytes)).toEqual(bytes)
    expect(codes(bytes)).toEqual([])
  })

  test.each([
    ['its end missing', jpeg.subarray(0, -2)],
    ['a segment longer than the file', withSegments(Uint8Array.of(0xff, 0xe1, 0xff, 0xff))],
    ['a segment of length one', withSegments(Uint8Array.of(0xff, 0xe1, 0, 1))],
    ['another picture inside', withSegments(jpeg)],
    ['no marker where one must be', withSegments(segment(0xfe, secret), new Uint8Array(4))],
    ['no scan', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)],
    [
      'more segments than can be',
      withSegments(...Array.from({ length: 5000 }, () => segment(0xfe, secret))),
    ],
    ['PNG, no end', png.subarray(0, -12)],
    ['PNG, no header', concatBytes(png.subarray(0, 8), png.subarray(33))],
    [
      'PNG, a chunk longer than the file',
      withChunks(Uint8Array.of(255, 0, 0, 0, 73, 68, 65, 84, 0, 0, 0, 0)),
    ],
    [
      'PNG, more chunks than can be',
      withChunks(...Array.from({ length: 9000 }, () => chunk('tEXt', secret))),
    ],
  ])('with %s is refused', (_, bytes) => {
    expect(codes(bytes)).toEqual(['feedback.evidence.broken'])
    try {
      cleanEvidence(bytes)
      expect.unreachable()
    } catch (error) {
      const { code, issues } = error as InputError
      expect([code, issues[0]?.code]).toEqual(['feedback.evidence', 'feedback.evidence.broken'])
    }
  })

  test('of any bytes is refused or clean, and never holds what stood beside it', () => {
    const kind = fc.constantFrom(0xe1, 0xe2, 0xe5, 0xec, 0xed, 0xef, 0xfe)
    const beside = fc.array(fc.tuple(kind, fc.uint8Array({ maxLength: 40 })), { maxLength: 6 })
    fc.assert(
      fc.property(beside, fc.uint8Array({ maxLength: 20 }), (segments, behind) => {
        const made = segments.map(([marker, content]) =>
          segment(marker, concatBytes(content, secret)),
        )
        const cleaned = cleanEvidence(concatBytes(withSegments(...made), behind))
        expect(codes(cleaned)).toEqual([])
        expect(holds(cleaned, '21.0278')).toBe(false)
      }),
    )
  })

  test('with any byte changed never breaks the reader', () => {
    const start = withSegments(exifOf('II', 6))
    fc.assert(
      fc.property(fc.nat(start.length - 1), fc.nat(255), (at, byte) => {
        const bytes = Uint8Array.from(start)
        bytes[at] = byte
        expect(checkEvidence(bytes, policy).length).toBeLessThan(2)
      }),
    )
  })
})

test('a PDF comes back as it is', () => {
  const pdf = utf8('%PDF-1.7 /Metadata')
  expect(cleanEvidence(pdf)).toBe(pdf)
  expect(codes(pdf)).toEqual([])
})
