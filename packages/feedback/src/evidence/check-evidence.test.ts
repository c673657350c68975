import { concatBytes, utf8 } from '@tiemchung/core'
import { expect, test } from 'vitest'
import type { FeedbackPolicy } from '../rules/policy/feedback-policy.js'
import { feedbackPolicy9458 as policy } from '../rules/policy/feedback-policy-9458.js'
import { checkEvidence } from './check-evidence.js'
import { jpeg, png } from './picture.fixture.js'
import { sniffMediaType } from './sniff-media-type.js'

const pdf = utf8('%PDF-1.7')
const codes = (bytes: Uint8Array, by: FeedbackPolicy = policy) =>
  checkEvidence(bytes, by).map(({ code }) => code)

test.each([
  ['a JPEG', jpeg, 'image/jpeg'],
  ['a PNG', png, 'image/png'],
  ['a PDF', pdf, 'application/pdf'],
])('%s is known by its first bytes', (_, bytes, mediaType) => {
  expect(sniffMediaType(bytes)).toBe(mediaType)
  expect(codes(bytes)).toEqual([])
})

test.each([
  ['a PNG cut short', png.subarray(0, 7)],
  ['a GIF', utf8('GIF89a')],
  [
    'an SVG with a script',
    utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  ],
  ['a page', utf8('<!doctype html>')],
  ['a zip', utf8('PK\u0003\u0004')],
  ['a PDF behind something else', concatBytes(utf8(' '), pdf)],
])('%s is none of them', (_, bytes) => {
  expect(sniffMediaType(bytes)).toBeUndefined()
  expect(codes(bytes)).toEqual(['feedback.evidence.type'])
})

test('an empty file says so', () => {
  expect(codes(new Uint8Array())).toEqual(['feedback.evidence.empty'])
})

test('a file may be as large as the policy says, and no larger', () => {
  const largest = { ...policy, evidence: { ...policy.evidence, largest: pdf.length } }
  expect(codes(pdf, largest)).toEqual([])
  expect(codes(concatBytes(pdf, utf8(' ')), largest)).toEqual(['feedback.evidence.too-large'])
  expect(codes(new Uint8Array(40 * 1024 * 1024))).toEqual(['feedback.evidence.too-large'])
})

test('a kind that the policy does not accept is refused', () => {
  const photosOnly = { ...policy, evidence: { ...policy.evidence, mediaTypes: ['image/jpeg'] } }
  expect(codes(pdf, photosOnly)).toEqual(['feedback.evidence.type'])
})
