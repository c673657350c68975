import { describe, expect, it } from 'vitest'
import { sentenceOf } from './reason-words.js'
import { safeText } from './text.js'

describe('sentenceOf', () => {
  it.each([
    ['expired', 'Đã hết hạn.', 'Expired.'],
    ['x509.der.truncated', 'Dữ liệu DER bị cụt.', 'The DER ends too early.'],
    ['ocsp-responder-expired', 'Bên phản hồi OCSP: Đã hết hạn.', 'The OCSP responder: Expired.'],
    [
      'crl-key-too-short',
      'Danh sách thu hồi: Khoá quá ngắn.',
      'The revocation list: Its key is too short.',
    ],
    ['ocsp-stale', 'Phản hồi OCSP đã quá hạn.', 'The OCSP response should have been replaced.'],
  ])('of %s', (reason, vi, en) => {
    expect([sentenceOf(reason, 'vi'), sentenceOf(reason, 'en')]).toEqual([vi, en])
  })

  it.each(['of-another-time', 'crl-of-another-time', ''])('knows nothing of %j', (reason) => {
    expect(sentenceOf(reason, 'en')).toBeUndefined()
  })
})

describe('safeText', () => {
  it.each([
    ['Trạm y tế', 'Trạm y tế'],
    ['a\nb', 'a\\u{a}b'],
    ['\u001b[2J', '\\u{1b}[2J'],
    ['\u202Etxt', '\\u{202e}txt'],
    ['\u2028', '\\u{2028}'],
    ['a\\u{a}', 'a\\u{5c}u{a}'],
  ])('of %j', (text, safe) => {
    expect(safeText(text)).toBe(safe)
  })
})
