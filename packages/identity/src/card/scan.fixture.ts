/** What scanners and keyboards do to the text of a code. */
import { fromWindows1252, utf8 } from '@tiemchung/core'

/** UTF-8 whose bytes are taken for letters of Windows-1252. */
export const as1252 = (text: string) => fromWindows1252(utf8(text))

/** The same with Latin-1: bytes from 0x80 to 0x9f are controls. */
export const asLatin1 = (text: string) =>
  [...utf8(text)].map((byte) => String.fromCharCode(byte)).join('')

const of1258: Readonly<Record<string, string>> = {
  Ă: 'Ã',
  '\u0300': 'Ì',
  Đ: 'Ð',
  '\u0309': 'Ò',
  Ơ: 'Õ',
  Ư: 'Ý',
  '\u0303': 'Þ',
  ă: 'ã',
  '\u0301': 'ì',
  đ: 'ð',
  '\u0323': 'ò',
  ơ: 'õ',
  ư: 'ý',
}
/** What Windows-1258 does not have, it asks for. */
const to1252 = (text: string) =>
  [...text].map((sign) => of1258[sign] ?? (/[ÃÌÐÒÕÝÞãìðòõýþ]/.test(sign) ? '?' : sign)).join('')

/** A letter as Windows-1258 has it: whole, or the vowel and its tone behind it. */
function letter1258(letter: string): string {
  if (/[\u00c0-\u00c2\u00c8-\u00cb\u00cd\u00d3\u00d4\u00d9-\u00dc]/i.test(letter)) return letter
  const tone = letter.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? ''
  return letter.normalize('NFD').replace(tone, '').normalize('NFC') + tone
}

/** Bytes of Windows-1258 that are taken for letters of Windows-1252. */
export const from1258 = (text: string) => to1252([...text].map(letter1258).join(''))

/** UTF-8 whose bytes are taken for letters of Windows-1258. */
export const as1258 = (text: string) => as1252(text).replaceAll('Ã', 'Ă')

/** Letters that an encoding of Western Europe does not have become question marks. */
export const questioned = (text: string) => text.replace(/[^\u0000-\u00ff]/g, '?')

/** A keyboard that types plain letters alone. */
export const withoutMarks = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
