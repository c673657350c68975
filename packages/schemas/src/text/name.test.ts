import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { issuesFromZod } from '../issues-from-zod.js'
import { personSchema } from '../person/person.js'
import { recordDocument } from '../record/dose-record.fixture.js'
import { nameSchema } from './name.js'
import { nameFaults } from './name-faults.js'

const codesOf = (fullName: string) => {
  const { error } = personSchema.safeParse({ ...recordDocument.person, fullName })
  return error === undefined ? [] : issuesFromZod(error)
}

describe('nameSchema', () => {
  test.each([
    'Nguyễn Thị Bông',
    "H'Hen Niê",
    'Y-Đôn Ê-ban',
    'K’Brơi',
    'Đỗ Đình Đức',
    'Guðrún Þórsdóttir',
    'Jean-Noël O’Hara',
    'Łukasz Żółć',
    'José Mª Núñez y Gómez',
    'Ngọc Anh J. Smith',
    'Kawaiʻae Keliʻi',
    'Đorđe Đurić',
    'Ọlá Ẹ̀bùn',
    'Ümit Şğıİ',
    'Wang Xiǎomíng',
    'Núria Gal·la',
    'A',
  ])('%s is a name', (fullName) => {
    expect(codesOf(fullName)).toEqual([])
  })

  test.each<[string, string, string[]]>([
    ['a digit', 'Nguyễn Thị Bông 2', ['schema.name.digit']],
    ['a digit of another script', 'Nguyễn Bông ٣', ['schema.name.digit']],
    ['an emoji', 'Nguyễn Bông 😀', ['schema.name.emoji']],
    ['a flag', 'Nguyễn Bông 🇻🇳', ['schema.name.emoji']],
    ['a heart and its selector', 'Bông ❤️', ['schema.name.emoji', 'schema.name.hidden']],
    ['only an emoji', '😀', ['schema.name.emoji']],
    ['only spaces', '   ', ['schema.text.blank-ends', 'schema.name.blank']],
    ['nothing', '', ['schema.text.empty']],
    ['a zero-width space', 'Nguyễn\u200bBông', ['schema.name.hidden']],
    ['a zero-width joiner', 'Nguyễn\u200dBông', ['schema.name.hidden']],
    ['a turn of direction', 'Nguyễn \u202eBông', ['schema.name.hidden']],
    ['an isolate', 'Nguyễn \u2066Bông', ['schema.name.hidden']],
    ['a soft hyphen', 'Nguyễn\u00adBông', ['schema.name.hidden']],
    ['a byte order mark', 'Nguyễn \ufeffBông', ['schema.name.hidden']],
    ['a Hangul filler', 'Nguyễn\u3164Bông', ['schema.name.hidden', 'schema.name.lookalike']],
    ['a Cyrillic а', 'Nguyễn Thị Hоа', ['schema.name.lookalike']],
    ['a Greek Ο', 'Nguyễn Thị ΟBông', ['schema.name.lookalike']],
    ['a stroke laid over D', 'D\u0335ặng Bông', ['schema.name.lookalike']],
    ['Cyrillic', 'Иван Петров', ['schema.name.script']],
    ['Chinese', '王小明', ['schema.name.script']],
    ['Ð for Đ', 'Ðặng Thị Bông', ['schema.name.eth']],
    ['ð for đ after a hyphen', 'Y-ðôn', ['schema.name.eth']],
    ['Ɖ for Đ', 'Lê Ɖức', ['schema.name.eth']],
    ['two blanks', 'Nguyễn  Bông', ['schema.name.double-space']],
    ['a no-break space', 'Nguyễn\u00a0Bông', ['schema.name.double-space']],
    ['a tab', 'Nguyễn\tBông', ['schema.text.control', 'schema.name.double-space']],
    ['a slash', 'Bông/Lá', ['schema.name.sign']],
    ['brackets', 'Bông (Lá)', ['schema.name.sign']],
    ['an at sign', 'Bông@Lá', ['schema.name.sign']],
    ['only a dot', '.', ['schema.name.sign']],
    ['decomposed letters', 'Bông'.normalize('NFD'), ['schema.text.not-nfc']],
    ['101 letters', 'a'.repeat(101), ['schema.text.too-long']],
    [
      'three at once',
      'Ðặng  Bông 2',
      ['schema.name.digit', 'schema.name.eth', 'schema.name.double-space'],
    ],
  ])('%s is an issue of its own, at the field', (_, fullName, codes) => {
    const issues = codesOf(fullName)
    expect(issues.map(({ code }) => code)).toEqual(codes)
    for (const { path } of issues) expect(path).toEqual(['fullName'])
  })

  test('no issue repeats the name', () => {
    expect(JSON.stringify(codesOf('Bôngvàlá 7/😀  Ðа'))).not.toMatch(/Bông|😀|7\//)
  })
  test('whatever it accepts is one line of Latin letters, marks and few signs', () => {
    const one = fc.constantFrom(..."aĐÐðâо ٣7😀\u200b\u202e·'’-./王\u0335\u00a0\ufeff")
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.array(one, { maxLength: 8 }).map((letters) => letters.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        if (!nameSchema.safeParse(text).success) return
        expect(text).toMatch(/^[\p{Script=Latin}\p{M}\u02b9-\u02bf '’.·‐-]+$/u)
        expect(text).toMatch(/[\p{L}]/u)
        expect(text).not.toMatch(/ {2}|^ | $|(?<![\p{L}\p{M}])[Ðð]/u)
      }),
      { numRuns: 3000 },
    )
  })
  test('a fault is said once however often it occurs', () => {
    expect(nameFaults('1 2 3 😀😀')).toEqual(['schema.name.digit', 'schema.name.emoji'])
  })
})
