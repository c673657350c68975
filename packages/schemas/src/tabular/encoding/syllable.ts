/** Whether a word has the build of a Vietnamese syllable: how a wrong reading of a text is told from a right one. */

const tone = /[\u0300\u0301\u0303\u0309\u0323]/
const onset = '(?:ngh|ng|nh|n|gh|gi|g|kh|k|ch|c|ph|th|tr|t|qu|đ|d|b|h|l|m|r|s|v|x|p)?'
const vowels =
  'iêu|yêu|oai|oao|oay|oeo|uôi|ươi|ươu|uya|uyê|uyu|uây|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y'
const coda = '(?:ch|ng|nh|c|m|n|p|t)?'
const syllable = /* @__PURE__ */ new RegExp(`^(${onset})(${vowels})(${coda})$`)
const capitalInside = /\p{Ll}\p{Lu}/u
const shaped = /[ăâêôơư](?=[^ăâêôơư]*$)/
/** Vowels whose tone has two places: `hòa` and `hoà`. */
const either: ReadonlySet<string> = new Set(['oa', 'oe', 'uy'])

/** The vowels that may carry the tone: the one with a shape, else the last before an end, else the first. */
function tonePlaces(vowel: string, end: string): readonly number[] {
  const shape = vowel.search(shaped)
  if (shape >= 0) return [shape]
  if (end !== '') return [vowel.length - 1]
  if (vowel.length === 3) return [1]
  return either.has(vowel) ? [0, 1] : [0]
}

/**
 * Whether the word could be a syllable: one onset, one vowel, at most one tone where tones stand.
 * Dictionaries are not asked.
 */
export function isSyllable(word: string): boolean {
  if (capitalInside.test(word)) return false
  const letters = [...word.toLowerCase().normalize('NFC')].map((sign) => sign.normalize('NFD'))
  const bare = letters.map((sign) => sign.replace(tone, '').normalize('NFC')).join('')
  const [, start = '', vowel = '', end = ''] = syllable.exec(bare) ?? []
  if (vowel === '') return false
  const toned = letters.flatMap((sign, index) => (tone.test(sign) ? [index - start.length] : []))
  const [place] = toned
  return place === undefined || (toned.length === 1 && tonePlaces(vowel, end).includes(place))
}
