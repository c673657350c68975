/**
 * Names compared in layers, strictest first. Only the comparison folds anything; names themselves are
 * never rewritten, because a blind rewrite turns hoàn into hòan.
 */

/** How two names agree. `without-diacritics` is a hint for people, never a match. */
export type NameAgreement = 'exact' | 'tone-position' | 'without-diacritics' | 'different'

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
const marks = /[\u0300-\u036f]/g

/** A name in NFC, upper case, with single blanks. */
export function foldName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleUpperCase('und')
}

/** A word with its tone at the end, so that HÒA and HOÀ are the same. */
function toneLast(word: string): string {
  const letters = word.normalize('NFD')
  return letters.replace(tones, '').normalize('NFC') + (letters.match(tones) ?? []).join('')
}

function withoutTonePosition(folded: string): string {
  return folded.split(' ').map(toneLast).join(' ')
}

/** A folded name without any diacritics; Đ and the look-alike Ð become D. */
export function bareName(name: string): string {
  const letters = foldName(name).replace(/[ĐÐ]/g, 'D').normalize('NFD')
  return letters.replace(marks, '').normalize('NFC')
}

/**
 * How two names agree.
 *
 * @example
 * ```ts
 * import { compareNames } from '@tiemchung/identity/offline'
 * compareNames('Lê Thị Hòa', 'LÊ THỊ HOÀ') // => 'tone-position'
 * compareNames('Lê Thị Hòa', 'LE THI HOA') // => 'without-diacritics'
 * ```
 */
export function compareNames(left: string, right: string): NameAgreement {
  const [one, other] = [foldName(left), foldName(right)]
  if (one === '' || other === '') return 'different'
  if (one === other) return 'exact'
  if (withoutTonePosition(one) === withoutTonePosition(other)) return 'tone-position'
  return bareName(one) === bareName(other) ? 'without-diacritics' : 'different'
}
