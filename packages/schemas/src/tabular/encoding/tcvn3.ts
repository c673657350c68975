/**
 * TCVN3 (TCVN 5712:1993, VN3), the letters of fonts such as `.VnTime`: one byte a letter. Small letters have
 * all their marks; of the capitals only Ă Â Ê Ô Ơ Ư Đ have a place. Other capitals are small letters in a
 * font whose name ends in `H`, which no text says of itself.
 */

/** From 0xA1 on, where the standard has a letter; a full stop where it has none. */
const table =
  'ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.'

const letters: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  [...table].flatMap((letter, index) =>
    letter === '.' ? [] : [[String.fromCharCode(0xa1 + index), letter] as const],
  ),
)

const signs: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  [...letters].map(([sign, letter]) => [letter, sign]),
)

/** Whether every sign of a text that is not ASCII is a letter of TCVN3. */
export const isTcvn3 = (text: string): boolean =>
  [...text].every((sign) => sign < '\u0080' || letters.has(sign))

const inWord = /[A-Za-z\u00a1-\u00ff]+/g

/** Whether a word was written in a font of capitals: its plain letters all are, and there are some. */
const isCapital = (word: string): boolean => /[A-Z]/.test(word) && !/[a-z]/.test(word)

function wordFrom(word: string, isTitle: boolean): string {
  const text = [...word].map((sign) => letters.get(sign) ?? sign).join('')
  return isTitle ? text : text.toUpperCase()
}

/**
 * Text in TCVN3, its bytes read as Windows-1252, as Unicode. Signs that TCVN3 does not have stay. A word
 * of two or more plain letters, all capitals, was written in a font of capitals and becomes capitals as
 * a whole: `NGUYÔN` is `NGUYỄN`.
 */
export function fromTcvn3(text: string): string {
  return text.replace(inWord, (word) => {
    const plain = word.replace(/[^A-Za-z]/g, '')
    return wordFrom(word, plain.length < 2 || !isCapital(word))
  })
}

/** Text as TCVN3; undefined when it has a letter without a place there, such as capitals with a tone. */
export function toTcvn3(text: string): string | undefined {
  const found = [...text.normalize('NFC')].map((sign) => (sign < '\u0080' ? sign : signs.get(sign)))
  return found.includes(undefined) ? undefined : found.join('')
}
