import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedThroughInputMethod } from './input-method.js'

const card = [
  '001316000017',
  '012345678',
  'Lê Thị Thử Nghiệm',
  '01052016',
  'Nữ',
  'Thôn Một, Xã Hai, Huyện Krông Năng, Đắk Lắk',
  '10012022',
]
const withField = (index: number, value: string) => card.with(index, value).join('|')

/** What Telex makes of capital letters that a scanner types. */
const telex = (text: string) =>
  text
    .replaceAll('AA', 'Â')
    .replaceAll('DD', 'Đ')
    .replaceAll('EE', 'Ê')
    .replaceAll('OO', 'Ô')
    .replaceAll('W', 'Ư')

/** The row of numbers of the Vietnamese keyboard. */
const row = ['đ', 'ă', 'â', 'ê', 'ô', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const vietnameseKeys = (text: string) => text.replace(/\d/g, (digit) => row[Number(digit)] ?? '')

const qrText = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'),
})

describe('typedThroughInputMethod', () => {
  it.each([
    ['Telex, AA', 'HC1:6BFÂXN4'],
    ['Telex, DD', 'HC1:6BFOXN4ĐK'],
    ['Telex, decomposed', 'HC1:6BFOXNÊ'.normalize('NFD')],
    ['VNI', 'HC1:6BFÁXN4'],
    ['the Vietnamese keyboard', vietnameseKeys('HC1:6BFOXN4')],
    ['a line end behind it', 'HC1:6BFÂXN4\r\n'],
    ['the digits of a card', vietnameseKeys(card.join('|'))],
    ['the birth date of a card', withField(3, 'đăđ5201\u0309')],
    ['the sex of a card', withField(4, 'Nứ')],
    ['a second tone in a name', withField(2, 'Lê Thị́ Thử Nghiệm')],
    ['a letter twice in a place', withField(5, 'Xã Hââi')],
  ])('knows %s', (_, text) => {
    expect(typedThroughInputMethod(text)).toBe(true)
  })

  it.each([
    ['a card', card.join('|')],
    ['a card, decomposed', card.join('|').normalize('NFD')],
    ['a card of a man without an old number', card.with(1, '').with(4, 'Nam').join('|')],
    ['a card with nothing behind the number', '001316000017|'],
    ['a text that is neither', 'Xin chào ââ'],
    ['a number alone', '001316000017'],
    ['nothing', ''],
  ])('leaves %s alone', (_, text) => {
    expect(typedThroughInputMethod(text)).toBe(false)
  })

  it('never doubts what a QR code of a certificate can hold, and sees what Telex changes in it', () => {
    fc.assert(
      fc.property(qrText, (text) => {
        const scanned = `HC1:${text}`
        const typed = telex(scanned)
        expect(typedThroughInputMethod(scanned)).toBe(false)
        expect(typedThroughInputMethod(typed)).toBe(typed !== scanned)
      }),
    )
  })
})
