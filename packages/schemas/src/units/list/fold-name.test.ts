import { describe, expect, test } from 'vitest'
import { foldUnitName, withoutMarks } from './fold-name.js'

const same = (left: string, right: string) => foldUnitName(left).whole === foldUnitName(right).whole

describe('foldUnitName', () => {
  test.each([
    ['case', 'QUẬN BA ĐÌNH', 'Quận Ba Đình'],
    ['blanks', ' Quận  Ba Đình ', 'Quận Ba Đình'],
    ['the Unicode form', 'Quận Ba Đình'.normalize('NFD'), 'Quận Ba Đình'],
    ['the place of the tone', 'Tỉnh Hoà Bình', 'Tỉnh Hòa Bình'],
    ['the place of the tone in uý', 'Xã Thuý Lĩnh', 'Xã Thúy Lĩnh'],
    ['the other Đ', 'Quận Ba \u00D0ình', 'Quận Ba Đình'],
    ['dashes', 'Tỉnh Bà Rịa-Vũng Tàu', 'Tỉnh Bà Rịa – Vũng Tàu'],
    ['apostrophes', 'Xã Ea H’leo', "Xã Ea H'leo"],
    ['zeros before numbers', 'Phường 06', 'Phường 6'],
    ['TP', 'TP Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
    ['TP.', 'Tp.Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
    ['Q.', 'Q.1', 'Quận 1'],
    ['H.', 'H. Ba Vì', 'Huyện Ba Vì'],
    ['P.', 'p. 06', 'Phường 6'],
    ['TT', 'TT Sóc Sơn', 'Thị trấn Sóc Sơn'],
    ['TX.', 'TX. Sơn Tây', 'Thị xã Sơn Tây'],
  ])('is one for names that differ in %s', (_, left, right) => {
    expect(same(left, right)).toBe(true)
  })
  test.each([
    ['another tone', 'Xã Hoà', 'Xã Hoa'],
    ['another vowel', 'Xã Tân', 'Xã Tan'],
    ['đ and d', 'Xã Đan', 'Xã Dan'],
    ['i and y', 'Xã Lý Nhân', 'Xã Lí Nhân'],
    ['another kind', 'Thị xã Kỳ Anh', 'Huyện Kỳ Anh'],
    ['another number', 'Phường 1', 'Phường 10'],
  ])('keeps apart %s', (_, left, right) => {
    expect(same(left, right)).toBe(false)
  })
  test.each([
    ['Quận Ba Đình', 'Ba Đình'],
    ['Đặc khu Côn Đảo', 'Côn Đảo'],
    ['Phường Phường Đúc', 'Phường Đúc'],
  ])('%s has the bare name %s', (name, bare) => {
    expect(foldUnitName(name).bare).toBe(foldUnitName(`${bare}`).whole)
  })
  test.each(['TP', 't.', 'Q.', 'Tỉnh'])('%s, a kind and no name, is left as it is', (name) => {
    const { whole } = foldUnitName(name)
    expect(foldUnitName(whole.normalize('NFC')).whole).toBe(whole)
    expect(whole).toBe(whole.trim())
  })
  // With the square of the length this would not end within the time that a test has.
  test('takes time that grows with the length of a run of blanks', () => {
    expect(foldUnitName(`Xã${' '.repeat(1_000_000)}Tân`).whole).toBe(foldUnitName('Xã Tân').whole)
  })
  test('a name that only begins like a kind is left whole', () => {
    expect(foldUnitName('Tinh Nhuệ').bare).toBe(foldUnitName('Tinh Nhuệ').whole)
    expect(foldUnitName('Thị Trấn').whole).not.toBe(foldUnitName('Trấn').whole)
  })
})

describe('withoutMarks', () => {
  test('leaves plain letters', () => {
    expect(withoutMarks(foldUnitName('Thừa Thiên Huế Đắk Lắk').whole)).toBe(
      'thua thien hue dak lak',
    )
  })
})
