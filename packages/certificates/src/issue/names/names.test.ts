import { InputError, legacyEncodingOf } from '@tiemchung/core'
import { describe, expect, it } from 'vitest'
import { splitVietnameseName, type VietnameseName } from './split-name.js'
import { standardiseName } from './standardise-name.js'

const shapes: Readonly<Record<string, string>> = {
  A: 'AĂÂ',
  D: 'DĐ',
  E: 'EÊ',
  I: 'I',
  O: 'OÔƠ',
  U: 'UƯ',
  Y: 'Y',
}
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const letters = Object.entries(shapes).flatMap(([plain, own]) =>
  [...own].flatMap((letter) =>
    (plain === 'D' ? [''] : tones).map(
      (tone) => [`${letter}${tone}`.normalize('NFC'), plain] as const,
    ),
  ),
)

const refusal = (code: string) =>
  expect.objectContaining({ code: `certificate-issue.${code}` }) as Error

describe('standardiseName (P26, P28)', () => {
  it('knows 12 vowels with 6 tones each, and D and Đ', () => {
    expect(new Set(letters.map(([letter]) => letter)).size).toBe(12 * 6 + 2)
  })

  it('so the 134 letters that Vietnamese has beyond A to Z, small and large', () => {
    const both = letters.flatMap(([letter]) => [letter, letter.toLowerCase()])
    expect(new Set(both.filter((letter) => /[^A-Za-z]/.test(letter))).size).toBe(134)
  })

  it.each(letters)('%s is %s, in NFC and NFD, large and small', (letter, plain) => {
    for (const form of ['NFC', 'NFD'] as const) {
      const name = `H${letter}`.normalize(form)
      expect(standardiseName(name)).toBe(`H${plain}`)
      expect(standardiseName(name.toLowerCase())).toBe(`H${plain}`)
    }
  })

  it.each([
    ['Nguyễn', 'NGUYEN'],
    ['Bảo Duy', 'BAO<DUY'],
    ['Đặng Thị Ngọc Ánh', 'DANG<THI<NGOC<ANH'],
    ['ĐỖ', 'DO'],
    ['\u00d0\u1eb7ng', 'DANG'],
    ['Y Phôn', 'Y<PHON'],
    ["H'Hen Niê", 'HHEN<NIE'],
    ['K’Sor', 'KSOR'],
    ['  Lê   Văn  ', 'LE<VAN'],
    ['Tôn Nữ-Quỳnh', 'TON<NU<QUYNH'],
    ['Trần V. Hùng', 'TRAN<V<HUNG'],
  ])('%s is %s', (name, standard) => {
    expect(standardiseName(name)).toBe(standard)
  })

  it.each([
    ['Müller', {}, 'MUELLER'],
    ['Müller', { umlauts: 'plain' }, 'MULLER'],
    ['Åse Bjørn', {}, 'AASE<BJOERN'],
    ['Þór Æneas', {}, 'THOR<AENEAS'],
    ['Weiß', {}, 'WEISS'],
    ['Peña Łukasz', {}, 'PENA<LUKASZ'],
    ["d'Červenková", {}, 'DCERVENKOVA'],
    ['Nguyễn', {}, 'NGUYEN'],
  ] as const)('in the latin alphabet %s with %o is %s (P27)', (name, options, standard) => {
    expect(standardiseName(name, { alphabet: 'latin', ...options })).toBe(standard)
  })

  it.each([
    ['nothing', '   ', 'name-missing'],
    ['digits', 'Nguyễn 2', 'name-letter'],
    ['another script', 'Иван', 'name-letter'],
    ['only an apostrophe', "'", 'name-letter'],
    ['a slash', 'An/Bình', 'name-letter'],
    ['an umlaut', 'Jürgen', 'name-legacy-encoding'],
    ['a caron', 'Novák Č', 'name-letter'],
    ['81 letters', 'A'.repeat(81), 'name-too-long'],
  ])('refuses %s', (_, name, code) => {
    expect(() => standardiseName(name)).toThrow(InputError)
    expect(() => standardiseName(name)).toThrow(refusal(code))
  })

  it('takes 80 letters, unless they grow beyond 80', () => {
    expect(standardiseName('A'.repeat(80))).toHaveLength(80)
    expect(() => standardiseName('ß'.repeat(41), { alphabet: 'latin' })).toThrow(
      refusal('name-too-long'),
    )
  })
})

describe('splitVietnameseName', () => {
  it.each<[string, VietnameseName]>([
    ['Nguyễn Bảo Duy', { familyName: 'Nguyễn', givenName: 'Bảo Duy' }],
    ['Đặng  Thị\u00a0Ngọc Ánh ', { familyName: 'Đặng', givenName: 'Thị Ngọc Ánh' }],
    ['Ánh', { familyName: 'Ánh' }],
    ['Lê Văn'.normalize('NFD'), { familyName: 'Lê', givenName: 'Văn' }],
  ])('%s', (fullName, parts) => {
    expect(splitVietnameseName(fullName)).toEqual(parts)
  })

  it('refuses nothing', () => {
    expect(() => splitVietnameseName(' \n')).toThrow(refusal('name-missing'))
  })
})

describe('old encodings are refused, not transliterated (P29)', () => {
  const twice = (name: string) =>
    [...new TextEncoder().encode(name)]
      .map((byte) => new TextDecoder('windows-1252').decode(Uint8Array.of(byte)))
      .join('')

  it.each(['Nguyễn', 'Trần Thị Hoà', 'Đỗ', 'Lê', 'Phạm Văn Đồng', 'Vũ', 'Hồ Ngọc Hà', 'Ánh'])(
    '%s encoded twice',
    (name) => {
      expect(legacyEncodingOf(twice(name).normalize('NFC'))).toBe('utf-8-twice')
      expect(() => standardiseName(twice(name), { alphabet: 'latin' })).toThrow(
        refusal('name-legacy-encoding'),
      )
    },
  )

  it.each([
    ['Nguyễn', 'NguyÔn'],
    ['Trần', 'TrÇn'],
    ['Phạm', 'Ph¹m'],
    ['Hoàng', 'Hoµng'],
    ['Đặng', '§Æng'],
    ['Lê', 'Lª'],
    ['Ngô', 'Ng«'],
    ['Dương', 'D\u00ad¬ng'],
  ])('%s in TCVN3', (_, name) => {
    expect(legacyEncodingOf(name)).toBe('tcvn3')
  })

  it.each([
    ['Nguyễn', 'Nguyeãn'],
    ['Trần', 'Traàn'],
    ['Phạm', 'Phaïm'],
    ['Hoàng', 'Hoaøng'],
    ['Lê', 'Leâ'],
    ['Bùi', 'Buøi'],
    ['Vũ', 'Vuõ'],
    ['Đặng', 'Ñaëng'],
    ['Dương', 'Döông'],
    ['Bùi in TCVN3', 'Bïi'],
    ['Hồ in TCVN3', 'Hå'],
  ])('%s as %s, in VNI or TCVN3', (_, name) => {
    expect(legacyEncodingOf(name)).toMatch(/vni/)
  })

  it.each([
    'Nguyễn Thị Huyền',
    'Trần Quốc Toản',
    'Lý Thường Kiệt',
    'Bùi Xuân Phái',
    'Đoàn Thị Điểm',
    'Hoàng Hoa Thám',
    'Phùng Khoan',
    'Huỳnh Thuý Ái',
    'Khuất Duy Tiến',
    'Giàng A Páo',
    'Thuở Yến',
    'Quách Tuấn Ngọc',
    'Tạ Hoè',
    'Nguyên Giáp',
    'Yên',
    'Uyên Oanh',
    'Ê Ban',
    'Hoàn',
    'Toàn',
    'Loan',
    'NGUYỄN VĂN A',
    'Lò Văn Giót',
    'Quý Dậu',
    'Luận',
    'Thuần',
  ])('%s is Unicode', (name) => {
    expect(legacyEncodingOf(name.normalize('NFC'))).toBeUndefined()
    expect(() => standardiseName(name)).not.toThrow()
  })
})
