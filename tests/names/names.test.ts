/** What packages make of twelve thousand names, written well and otherwise. */
import { splitVietnameseName } from '@tiemchung/certificates/issue'
import { bareName, compareNames } from '@tiemchung/identity/offline'
import { issuesFromZod, nameSchema } from '@tiemchung/schemas'
import { describe, expect, test } from 'vitest'
import { consonants, type SampleName, vietnameseNames, vowels } from './vietnamese-names.fixture.js'

const names = vietnameseNames()
const codesOf = (text: string): readonly string[] => {
  const { error } = nameSchema.safeParse(text)
  return error === undefined ? [] : issuesFromZod(error).map(({ code }) => code)
}
/** Names of which something does not hold, so that a failure shows which. */
const failing = (holds: (one: SampleName) => boolean) =>
  names.filter((one) => !holds(one)).map(({ name }) => name)
const differs = (kind: keyof SampleName) => names.filter((one) => one[kind] !== one.name)
const only = (code: string, text: string) => codesOf(text).join() === code

describe('the names', () => {
  test('are twelve thousand, each once, the same every time', () => {
    expect(names).toHaveLength(12_000)
    expect(new Set(names.map(({ name }) => name)).size).toBe(12_000)
    expect(vietnameseNames()).toEqual(names)
  })
  test('hold every letter in both cases', () => {
    const letters = new Set(names.flatMap(({ name, capitals }) => [...name, ...capitals]))
    for (const letter of [...vowels, ...consonants]) {
      expect(letters).toContain(letter)
      expect(letters).toContain(letter.toLocaleUpperCase('und'))
    }
    expect(vowels).toHaveLength(72)
  })
  test('have every variant often enough to matter', () => {
    for (const kind of ['oldTone', 'decomposed', 'eth', 'doubleSpaced', 'capitals'] as const) {
      expect(differs(kind).length, kind).toBeGreaterThan(1000)
    }
    const [toned] = names.filter(({ name }) => name === 'Hoà')
    expect(toned?.oldTone).toBe('Hòa')
    expect(names.find(({ name }) => name === 'Quý')?.oldTone).toBe('Quý')
    expect(names.find(({ name }) => name === 'Hoàn')?.oldTone).toBe('Hoàn')
  })
})

describe('nameSchema', () => {
  test('takes them, in capitals and with either place of the tone', () => {
    expect(failing((one) => nameSchema.safeParse(one.name).success)).toEqual([])
    expect(failing((one) => nameSchema.safeParse(one.oldTone).success)).toEqual([])
    expect(failing((one) => nameSchema.safeParse(one.capitals).success)).toEqual([])
  })
  test('refuses decomposed letters, Ð for Đ and two blanks, each for its own reason', () => {
    const wrong = [
      ...differs('decomposed').filter((one) => !only('schema.text.not-nfc', one.decomposed)),
      ...differs('eth').filter((one) => !only('schema.name.eth', one.eth)),
      ...differs('doubleSpaced').filter(
        (one) => !only('schema.name.double-space', one.doubleSpaced),
      ),
    ]
    expect(wrong).toEqual([])
  })
})

describe('splitVietnameseName', () => {
  test('takes the first word as the family name and loses nothing', () => {
    const joined = (text: string) => {
      const { familyName, givenName } = splitVietnameseName(text)
      return givenName === undefined ? familyName : `${familyName} ${givenName}`
    }
    expect(failing((one) => joined(one.name) === one.name)).toEqual([])
    expect(
      failing((one) => splitVietnameseName(one.name).familyName === one.name.split(' ')[0]),
    ).toEqual([])
  })
  test('makes the same parts of decomposed letters and of two blanks', () => {
    const parts = (text: string) => JSON.stringify(splitVietnameseName(text))
    expect(failing((one) => parts(one.decomposed) === parts(one.name))).toEqual([])
    expect(failing((one) => parts(one.doubleSpaced) === parts(one.name))).toEqual([])
  })
})

describe('compareNames', () => {
  test('is exact over letters decomposed, blanks and case, and sees the place of a tone', () => {
    for (const kind of ['decomposed', 'doubleSpaced', 'capitals'] as const) {
      expect(failing((one) => compareNames(one.name, one[kind]) === 'exact')).toEqual([])
    }
    const toned = differs('oldTone')
    expect(toned.filter((one) => compareNames(one.name, one.oldTone) !== 'tone-position')).toEqual(
      [],
    )
  })
  test('takes a name without its marks as a hint', () => {
    const marked = names.filter(({ name, capitals }) => bareName(name) !== capitals)
    expect(marked.length).toBeGreaterThan(10_000)
    expect(
      marked.filter(({ name }) => compareNames(name, bareName(name)) !== 'without-diacritics'),
    ).toEqual([])
  })
})
