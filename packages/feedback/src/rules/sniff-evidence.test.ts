import { describe, expect, test } from 'vitest'
import type { FeedbackPolicy } from './policy/feedback-policy.js'
import { feedbackPolicy9458 } from './policy/feedback-policy-9458.js'
import { checkEvidence, sniffMediaType } from './sniff-evidence.js'

describe('evidence', () => {
  const jpeg = [0xff, 0xd8, 0xff, 0xe0]
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]
  const pdf = [...new TextEncoder().encode('%PDF-1.7')]

  test.each([
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a PNG', png, 'image/png'],
    ['a PDF', pdf, 'application/pdf'],
    ['a PNG cut short', png.slice(0, 7), undefined],
    ['a GIF', [...new TextEncoder().encode('GIF89a')], undefined],
    ['a page', [...new TextEncoder().encode('<svg onload=1>')], undefined],
    ['a PDF behind something else', [0x20, ...pdf], undefined],
    ['nothing', [], undefined],
  ])('%s is known by its first bytes', (_, bytes, mediaType) => {
    expect(sniffMediaType(Uint8Array.from(bytes))).toBe(mediaType)
    const codes = checkEvidence(Uint8Array.from(bytes), feedbackPolicy9458).map((one) => one.code)
    expect(codes).toEqual(mediaType === undefined ? ['feedback.evidence.type'] : [])
  })

  test.each([
    [8_388_608, []],
    [8_388_609, ['feedback.evidence.too-large']],
  ])('a photo of %i bytes has the issues %j', (length, codes) => {
    const bytes = new Uint8Array(length)
    bytes.set(jpeg)
    expect(checkEvidence(bytes, feedbackPolicy9458).map((one) => one.code)).toEqual(codes)
  })

  test('a kind that the policy does not accept is refused', () => {
    const photosOnly: FeedbackPolicy = {
      ...feedbackPolicy9458,
      evidence: { ...feedbackPolicy9458.evidence, mediaTypes: ['image/jpeg'] },
    }
    const codes = checkEvidence(Uint8Array.from(pdf), photosOnly).map((one) => one.code)
    expect(codes).toEqual(['feedback.evidence.type'])
  })
})
