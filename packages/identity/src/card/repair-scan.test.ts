import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CitizenCard, parseCitizenCard } from './card-qr.js'
import { as1252, as1258, asLatin1, from1258, questioned, withoutMarks } from './scan.fixture.js'

const card = (name: string, sex = 'Nữ', residence = 'Thôn Một, Huyện Ba, Quảng Ninh') =>
  ['001316000017', '', name, '01052016', sex, residence, '10012022'].join('|')
const nguyen = card('Nguyễn Thị Mẫu Thử')

describe('a broken scan with one way back', () => {
  const before = parseCitizenCard(nguyen)
  test.each([
    ['a byte-order mark', `\uFEFF${nguyen}`, ['byte-order-mark']],
    ['~ for |', nguyen.replaceAll('|', '~'), ['separator']],
    ['¦ for |', nguyen.replaceAll('|', '¦'), ['separator']],
    ['UTF-8 as Windows-1252', as1252(nguyen), ['utf-8-as-windows-1252']],
    ['UTF-8 as Latin-1', asLatin1(nguyen), ['utf-8-as-latin-1']],
    ['UTF-8 as Windows-1258', as1258(nguyen.replace('Thử', 'Hà')), ['utf-8-as-windows-1258']],
    [
      'UTF-8 as Windows-1252, twice',
      as1252(as1252(nguyen)),
      ['utf-8-as-windows-1252', 'utf-8-as-windows-1252'],
    ],
    [
      'a byte-order mark and Windows-1252',
      as1252(`\uFEFF${nguyen}`),
      ['byte-order-mark', 'utf-8-as-windows-1252'],
    ],
    ['Windows-1258 as Windows-1252', from1258(nguyen), ['windows-1258-as-windows-1252']],
    ['line ends', `\r\n${nguyen}\r\n`, []],
  ])('%s is undone, and said to be', (_, text, repaired) => {
    const { fullName, ...rest } = parseCitizenCard(text)
    const { fullName: name, ...expected } = before
    expect([name, name.replace('Thử', 'Hà')]).toContain(fullName)
    expect(rest).toEqual({ ...expected, repaired })
  })
})

describe('a broken scan without one way back', () => {
  const code = 'identity.card-qr-encoding'
  const man = card('Lê Văn Hà', 'Nam')
  test.each([
    ['replaced letters', card('L\uFFFD Th\uFFFD'), code],
    ['question marks', questioned(nguyen), code],
    ['question marks in the residence alone', card('Lê Hà', 'Nam', 'Huy?n Ba'), code],
    ['no marks, a man', withoutMarks(man), code],
    ['no marks, a woman', withoutMarks(nguyen), code],
    ['no marks but Đ', card('Đinh Van Nam', 'Nam', 'Nam Đinh'), code],
    ['half of it was misread', card('Lê Thá»‹ Thử'), code],
    ['a blank for the second byte of à', as1252(man).replaceAll('\u00a0', ' '), code],
    ['nothing but an à that lost its half', card('HÃ  Thanh', 'Nam'), code],
    ['a letter of TCVN3', card('NguyÔn V¨n B¶o', 'Nam'), code],
    ['letters of VNI', card('Nguyeãn Vaên Baûo', 'Nam'), code],
    ['UTF-8 in two encodings', as1252(man).replace('ƒ', '\u0083') + '\u0192', code],
    ['a tone of Windows-1258 without its vowel', card('LÞ Vãn', 'Nam', 'Thiò'), code],
    ['two separators', nguyen.replace('|', '~'), 'identity.card-qr-fields'],
  ])('%s is refused', (_, text, expected) => {
    expect(() => parseCitizenCard(text)).toThrow(expect.objectContaining({ code: expected }))
  })
})

describe('a sound text stays as it is', () => {
  test.each([
    ['Quì Giò Gìn', 'Nam'],
    ['Hà Thanh Tý', 'Nam'],
    ['LÃ VĂN TÝ', 'Nam'],
    ['Lã Thị Ý', 'Nữ'],
    ['Y Bliă Niê Kđăm', 'Nam'],
    ["H'Mai Êban", 'Nữ'],
    ['Tô An', 'Nam'],
  ])('%s', (name, sex) => {
    expect(parseCitizenCard(card(name, sex))).toMatchObject({ fullName: name, repaired: [] })
    const here = card(name, sex, 'Thôn Loòng, Thanh Hóa')
    expect(parseCitizenCard(here)).toMatchObject({ fullName: name, repaired: [] })
  })
})

const syllables = [
  ...'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Hà Lã Tạ Quách'.split(
    ' ',
  ),
  ...'Thị Văn Đức Hữu Ngọc Quỳnh Ánh Ấn Ớt Ý Yến Tý Tư Thư Mơ Mẫu Hòa Hoà Thuỷ Thúy Khuê Giò Quí Àn'.split(
    ' ',
  ),
]
const misreadings = [as1252, asLatin1, as1258, from1258, questioned, withoutMarks]
const wedges = [
  (text: string) => text,
  (text: string) => text.replaceAll('|', '~'),
  (text: string) => text.replaceAll('\u00a0', ' '),
  (text: string) => text.replace(/[\u0080-\u009f\u00ad]/g, ''),
  (text: string) => text.normalize('NFD'),
  (text: string) => `\uFEFF${text}\r\n`,
]

test('however it was broken, a card comes out as it was or is refused', () => {
  const words = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 5 })
  const name = words.chain((list) => fc.constantFrom(list.join(' '), list.join(' ').toUpperCase()))
  const breaking = fc.array(fc.constantFrom(...misreadings), { maxLength: 3 })
  const person = fc.tuple(name, fc.constantFrom('Nam', 'Nữ'), name)
  let repaired = 0
  fc.assert(
    fc.property(person, breaking, fc.constantFrom(...wedges), ([who, sex, where], how, wedge) => {
      const text = card(who, sex, `Xã ${where}, Huyện Ba, Tỉnh Một`)
      const broken = wedge(how.reduce((seen, step) => step(seen), text))
      let read: CitizenCard | undefined
      try {
        read = parseCitizenCard(broken)
      } catch (error) {
        expect((error as { code: string }).code).toMatch(/^identity\.card-qr/)
      }
      if (read !== undefined) {
        expect(read.fullName).toBe(who.normalize('NFC'))
        expect(read.permanentResidence).toBe(`Xã ${where}, Huyện Ba, Tỉnh Một`)
        repaired += read.repaired.length
      }
    }),
    { numRuns: 3000 },
  )
  expect(repaired).toBeGreaterThan(300)
})
