/** How bytes of a text file become characters. */
import { concatBytes, fromWindows1252, ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../../errors.js'

/** Encodings of CSV that programs of the country save. */
export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1258'

/** Turns bytes into text, piece by piece. Without a piece it gives what was held back. */
export type Decode = (chunk?: Uint8Array) => string

const marks: readonly (readonly [CsvEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** The encoding that a byte-order mark names. */
export function markedEncoding(start: Uint8Array): CsvEncoding | undefined {
  return marks.find(([, mark]) => mark.every((byte, index) => start[index] === byte))?.[0]
}

function fatal(label: 'utf-8' | 'utf-16le'): Decode {
  const decoder = new TextDecoder(label, { fatal: true })
  return (chunk) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch {
      throw new ParseError(errorCatalogue, `tabular.not-${label === 'utf-8' ? 'utf8' : 'utf16'}`)
    }
  }
}

/** UTF-16 with the high byte first: the bytes of each pair change places. */
function bigEndian(): Decode {
  const decode = fatal('utf-16le')
  let odd: Uint8Array = new Uint8Array()
  return (chunk) => {
    if (chunk === undefined) return odd.length > 0 ? decode(odd) + decode() : decode()
    const whole = concatBytes(odd, chunk)
    const even = whole.length - (whole.length % 2)
    odd = whole.slice(even)
    const swapped = whole.slice(0, even)
    for (let at = 0; at < even; at += 2) {
      swapped[at] = whole[at + 1] ?? 0
      swapped[at + 1] = whole[at] ?? 0
    }
    return decode(swapped)
  }
}

/**
 * Windows-1258 where it differs from Windows-1252. Tones are signs of their own behind their vowel: NFC
 * puts them together.
 */
const vietnamese: Readonly<Record<string, string>> = {
  Š: '\u008a',
  Ž: '\u008e',
  š: '\u009a',
  ž: '\u009e',
  Ã: 'Ă',
  Ì: '\u0300',
  Ð: 'Đ',
  Ò: '\u0309',
  Õ: 'Ơ',
  Ý: 'Ư',
  Þ: '\u0303',
  ã: 'ă',
  ì: '\u0301',
  ð: 'đ',
  ò: '\u0323',
  õ: 'ơ',
  ý: 'ư',
  þ: '₫',
}

/** Text of bytes in Windows-1258, not yet composed. */
export function fromWindows1258(bytes: Uint8Array): string {
  return fromWindows1252(bytes).replace(/[ŠŽšžÃÌÐÒÕÝÞãìðòõýþ]/g, (sign) => vietnamese[sign] ?? sign)
}

const none = new Uint8Array()

const decoders: Readonly<Record<CsvEncoding, () => Decode>> = {
  'utf-8': () => fatal('utf-8'),
  'utf-16le': () => fatal('utf-16le'),
  'utf-16be': bigEndian,
  'windows-1252': () => (chunk) => fromWindows1252(chunk ?? none),
  'windows-1258': () => (chunk) => fromWindows1258(chunk ?? none),
}

/** Starts to decode. */
export function decoderFor(encoding: CsvEncoding): Decode {
  return decoders[encoding]()
}
