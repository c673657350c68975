/**
 * VNI for Windows, the letters of fonts such as `VNI-Times`: a plain vowel, and behind it one sign for all its
 * marks. Ơ, Ư, Đ and I and Y with some tones have signs of their own.
 */

/** Marks by the sign that carries them; what stands alone is itself. */
const toneSigns = { '\u0301': 'ù', '\u0300': 'ø', '\u0309': 'û', '\u0303': 'õ', '\u0323': 'ï' }
const circumflexSigns = {
  '': 'â',
  '\u0301': 'á',
  '\u0300': 'à',
  '\u0309': 'å',
  '\u0303': 'ã',
  '\u0323': 'ä',
}
const breveSigns = {
  '': 'ê',
  '\u0301': 'é',
  '\u0300': 'è',
  '\u0309': 'ú',
  '\u0303': 'ü',
  '\u0323': 'ë',
}
/** Letters that are one sign. */
const alone = { đ: 'ñ', ơ: 'ô', ư: 'ö', í: 'í', ì: 'ì', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î' }

type Pair = readonly [letter: string, signs: string]

const withMarks = (bases: readonly (readonly [string, string])[], signs: object): Pair[] =>
  bases.flatMap(([base, written]) =>
    Object.entries(signs).map(
      ([mark, sign]) => [`${base}${mark}`.normalize('NFC'), `${written}${sign}`] as const,
    ),
  )

const same = (vowels: string) => [...vowels].map((vowel) => [vowel, vowel] as const)

const small: readonly Pair[] = /* @__PURE__ */ (() => [
  ...Object.entries(alone),
  ...withMarks(same('aeou'), toneSigns),
  ...withMarks(
    [
      ['ơ', 'ô'],
      ['ư', 'ö'],
    ],
    toneSigns,
  ),
  ...withMarks(same('y'), toneSigns).filter(([letter]) => letter !== 'ỵ'),
  ...withMarks(
    [
      ['â', 'a'],
      ['ê', 'e'],
      ['ô', 'o'],
    ],
    circumflexSigns,
  ),
  ...withMarks([['ă', 'a']], breveSigns),
])()

/** Letters and their signs. Capitals are written with capital signs; fonts show small ones the same. */
const pairs: readonly Pair[] = /* @__PURE__ */ (() => [
  ...small,
  ...small.map(([letter, signs]): Pair => [letter.toUpperCase(), signs.toUpperCase()]),
])()

const signsOf: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(pairs)

const lettersOf: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  // `AÙ` and `Aù` are both Á: the vowel says whether it is a capital.
  ...small.flatMap(([letter, [vowel = '', mark = '']]): Pair[] =>
    mark === '' ? [] : [[`${vowel.toUpperCase()}${mark}`, letter.toUpperCase()]],
  ),
  ...small.flatMap(([letter, [vowel = '', mark = '']]): Pair[] =>
    mark === '' ? [] : [[`${vowel}${mark.toUpperCase()}`, letter]],
  ),
  ...pairs.map(([letter, signs]) => [signs, letter] as const),
])

const anySign = /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ñôöíìæóòî]/gi

/** Text in VNI, its bytes read as Windows-1252, as Unicode. Signs that VNI does not have stay. */
export function fromVni(text: string): string {
  return text.replace(anySign, (signs) => {
    const whole = lettersOf.get(signs)
    if (whole !== undefined) return whole
    // A vowel before a sign that is none of its marks: each by itself.
    return [...signs].map((sign) => lettersOf.get(sign) ?? sign).join('')
  })
}

/** Whether every sign of a text that is not ASCII belongs to a letter of VNI. */
export const isVni = (text: string): boolean => {
  const rest = text.replace(anySign, (signs) => (lettersOf.has(signs) ? '' : signs))
  return !/[^\u0000-\u007f]/.test(rest)
}

/** Text as VNI; undefined when it has a letter without signs there. */
export function toVni(text: string): string | undefined {
  const found = [...text.normalize('NFC')].map((sign) =>
    sign < '\u0080' ? sign : signsOf.get(sign),
  )
  return found.includes(undefined) ? undefined : found.join('')
}
