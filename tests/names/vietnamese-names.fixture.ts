/**
 * Names in the Vietnamese manner, made of lists by arithmetic: the same names in the same order on every
 * machine, and nobody's. Every letter of the alphabet occurs in both cases.
 */

/** A name as it should be written, and as it also comes. */
export interface SampleName {
  /** NFC, single blanks, the tone on the main vowel: Hoà. */
  readonly name: string
  /** The same with the tone where old habit puts it: Hòa. Often the same text. */
  readonly oldTone: string
  readonly decomposed: string
  /** Ð (Icelandic) where Đ should be. Often the same text. */
  readonly eth: string
  readonly doubleSpaced: string
  readonly capitals: string
}

const words = (text: string): readonly string[] => text.split(' ')

const families = words(
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lâm Mai Trịnh Đào Cao ' +
    'Lương Lưu Tạ Thạch Kiều Quách Tô Giàng Lò Vừ Bế Nông Siu Rơ Kpă Hà Ỷ',
)
const middles = words(
  'Thị Văn Ngọc Đức Hữu Minh Thanh Quốc Xuân Thu Kim Hoài Bảo Gia Khánh Diễm Tuấn Mỹ Như Quỳnh Đình Công',
)
const givens = words(
  'Hoà Thuỷ Thuý Khoẻ Hoè Toà Loà Xoè Huý Luỹ Quý Quỳ Hoàn Thuyên Loan Huy Duy Anh Ánh Ân Ẩn Bông Lá Mầm ' +
    'Nụ Búp Cỏ Đào Đạt Đậu Ếch Ổi Ớt Uyên Ước Ửng Yến Ỷ Nghĩa Nhị Phượng Trưởng Khuê Sương Giễng Vẽ Xã Chỉ ' +
    'Kỳ Kị Gạo Pằn Rẫy Tỉnh Bảy Chín Mười Mận Lựu Hường Hồng Cẩm Nhung Tuyết Vỹ Hằng Sữa',
)

const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
/** The 72 vowels with their tones, in small letters. */
export const vowels: readonly string[] = [...'aăâeêioôơuưy'].flatMap((vowel) =>
  tones.map((tone) => (vowel + tone).normalize('NFC')),
)
/** The consonants, đ among them. */
export const consonants: readonly string[] = [...'bcdđghklmnpqrstvx']

const capital = (letter: string) => letter.toLocaleUpperCase('und')
/** Syllables that nobody is called by, so that no letter is left out: Ẵn, Bẵn, Ađa. */
const rare = [
  ...vowels.flatMap((vowel) => [`${capital(vowel)}n`, `B${vowel}n`]),
  ...consonants.map((consonant) => `A${consonant}a`),
]

/** A word with its tone on the first of two open vowels: hoà → hòa, thuý → thúy, quý as it is. */
function oldToneOf(word: string): string {
  const match = /^(.*?)(o[ae]|uy)([\u0300\u0301\u0303\u0309\u0323])$/iu.exec(word.normalize('NFD'))
  const [, start = '', pair = '', tone = ''] = match ?? []
  if (match === null || /q$/i.test(start)) return word
  return `${start}${pair.charAt(0)}${tone}${pair.slice(1)}`.normalize('NFC')
}

function sampleOf(parts: readonly string[]): SampleName {
  const name = parts.join(' ')
  return {
    name,
    oldTone: parts.map(oldToneOf).join(' '),
    decomposed: name.normalize('NFD'),
    eth: name.replaceAll('Đ', 'Ð'),
    doubleSpaced: parts.join('  '),
    capitals: name.toLocaleUpperCase('und'),
  }
}

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? ''

/** Twelve thousand names of one to four words, each once. */
export function vietnameseNames(): readonly SampleName[] {
  const made = new Map<string, SampleName>()
  const add = (...parts: readonly string[]) => {
    const one = sampleOf(parts)
    if (!made.has(one.name)) made.set(one.name, one)
  }
  rare.forEach((word, index) => {
    add(pick(families, index), word)
    add(pick(families, index), pick(middles, index), word)
  })
  for (const word of givens) add(word)
  for (let index = 0; made.size < 12_000; index += 1) {
    const given = pick(givens, index)
    const middle = pick(middles, Math.floor(index / givens.length))
    const family = pick(families, Math.floor(index / (givens.length * middles.length)) + index)
    if (index % 3 === 0) add(family, middle, pick(middles, index + 7), given)
    else add(family, middle, given)
  }
  return [...made.values()]
}
