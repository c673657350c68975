import { describe, expect, test } from 'vitest'
import { reasonWord, word } from './words.js'

describe('word', () => {
  test.each([
    ['signed', 'Đã ký số', 'Signed'],
    ['police 00001', 'công an 00001', 'police 00001'],
    ['mismatched:birth-date+sex', 'sai ngày sinh + sai giới tính', 'wrong birth date + wrong sex'],
    ['open:complete.no-number', 'chưa xong: không có số định danh', 'not finished: no number'],
    ['a-word-of-tomorrow', 'a-word-of-tomorrow', 'a-word-of-tomorrow'],
  ])('%s', (id, vi, en) => {
    expect([word(id, 'vi'), word(id, 'en')]).toEqual([vi, en])
  })
})

describe('reasonWord', () => {
  test('a reason of completeness keeps its whole code', () => {
    expect(reasonWord('entered.completeness.volume', 'en')).toBe('wrong volume (2 ml for 0.2 ml)')
  })
})
