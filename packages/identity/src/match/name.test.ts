import { describe, expect, test } from 'vitest'
import { bareName, compareNames, foldName } from './name.js'

describe('compareNames', () => {
  test.each([
    ['the same', 'Lê Thị Hòa', 'Lê Thị Hòa', 'exact'],
    ['another case', 'Lê Thị Hòa', 'LÊ THỊ HÒA', 'exact'],
    ['more blanks', ' Lê  Thị\tHòa ', 'Lê Thị Hòa', 'exact'],
    ['a no-break space', 'Lê\u00a0Thị Hòa', 'Lê Thị Hòa', 'exact'],
    ['NFC and NFD', 'Nguyễn Thuỳ Dương'.normalize('NFD'), 'Nguyễn Thuỳ Dương', 'exact'],
    ['hòa and hoà', 'Lê Thị Hòa', 'Lê Thị Hoà', 'tone-position'],
    ['thúy and thuý, decomposed', 'Trần Thúy'.normalize('NFD'), 'Trần Thuý', 'tone-position'],
    ['khỏe and khoẻ', 'Khỏe', 'Khoẻ', 'tone-position'],
    ['the tone in another word', 'Hòa An', 'Hoa Àn', 'without-diacritics'],
    ['another tone', 'Hòa', 'Hóa', 'without-diacritics'],
    ['another vowel', 'Hân', 'Hăn', 'without-diacritics'],
    ['no diacritics', 'Lê Thị Hòa', 'LE THI HOA', 'without-diacritics'],
    ['Đ without its bar', 'Đặng Đức', 'Dang Duc', 'without-diacritics'],
    ['Đ and the look-alike Ð', 'Đặng', 'Ðặng', 'without-diacritics'],
    ['another name', 'Lê Thị Hòa', 'Lê Thị Hoàn', 'different'],
    ['another order', 'Hòa Lê', 'Lê Hòa', 'different'],
    ['joined words', 'Lê Hòa', 'LêHòa', 'different'],
    ['nothing and a name', '', 'Lê', 'different'],
    ['nothing twice', ' ', '', 'different'],
  ] as const)('%s: %j and %j are %s', (_, left, right, agreement) => {
    expect(compareNames(left, right)).toBe(agreement)
    expect(compareNames(right, left)).toBe(agreement)
  })
})

describe('foldName and bareName', () => {
  test('folding keeps every letter and tone', () => {
    expect(foldName('  Hoàn  kiếm ')).toBe('HOÀN KIẾM')
  })

  test('a bare name has Latin letters only', () => {
    expect(bareName('Đặng Thị Quỳnh Ưởng')).toBe('DANG THI QUYNH UONG')
  })
})
