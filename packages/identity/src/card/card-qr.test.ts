import { ParseError } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { checkCitizenCard, parseCitizenCard } from './card-qr.js'

const fields = [
  '001316000017',
  '012345678',
  'Lê Thị Thử Nghiệm',
  '01052016',
  'Nữ',
  'Thôn Một, Xã Hai, Huyện Ba, Quảng Ninh',
  '10012022',
]
const withField = (index: number, value: string) => fields.with(index, value).join('|')

describe('parseCitizenCard', () => {
  test('reads the seven values', () => {
    expect(parseCitizenCard(fields.join('|'))).toEqual({
      number: '001316000017',
      oldNumber: '012345678',
      fullName: 'Lê Thị Thử Nghiệm',
      birthDate: '2016-05-01',
      sex: 'female',
      permanentResidence: 'Thôn Một, Xã Hai, Huyện Ba, Quảng Ninh',
      issuedOn: '2022-01-10',
      repaired: [],
    })
  })

  test('a card without an old number has none', () => {
    expect(parseCitizenCard(withField(1, ''))).not.toHaveProperty('oldNumber')
  })

  test.each(['\n', '\r\n', '|'])('an ending %j is tolerated', (ending) => {
    expect(parseCitizenCard(fields.join('|') + ending).issuedOn).toBe('2022-01-10')
  })

  test('decomposed text is composed', () => {
    const card = parseCitizenCard(fields.join('|').normalize('NFD'))
    expect(card).toMatchObject({ fullName: 'Lê Thị Thử Nghiệm', sex: 'female' })
  })

  test('a man is a man', () => {
    expect(parseCitizenCard(withField(4, 'Nam')).sex).toBe('male')
  })

  test.each([
    ['a short number', withField(0, '00131600001'), 'number'],
    ['an old number of ten digits', withField(1, '0123456789'), 'oldNumber'],
    ['no name', withField(2, ' '), 'fullName'],
    ['a day that does not exist', withField(3, '31022016'), 'birthDate'],
    ['a birth date in another order', withField(3, '20160501'), 'birthDate'],
    ['a sex of no known word', withField(4, 'F'), 'sex'],
    ['a day of issue with slashes', withField(6, '10/01/2022'), 'issuedOn'],
    ['a number with a letter', withField(0, '00131600001O'), 'number'],
  ])('%s is refused by the field', (_, text, field) => {
    try {
      parseCitizenCard(text)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(ParseError)
      expect(error).toMatchObject({ code: 'identity.card-qr', path: [field] })
    }
  })

  test.each([
    ['six values', fields.slice(0, 6).join('|'), 6],
    ['nine values', `${fields.join('|')}|a|b`, 9],
    ['an address of a page', 'https://example.vn/?q=1', 1],
    ['nothing', '', 1],
    ['commas between the values', fields.join(','), 1],
  ])('%s: the count is told', (_, text, count) => {
    expect(() => parseCitizenCard(text)).toThrow(
      expect.objectContaining({ code: 'identity.card-qr-fields', params: { fields: count } }),
    )
  })

  test('an eighth value is left unread', () => {
    expect(parseCitizenCard(`${fields.join('|')}|01052041`)).toEqual(
      parseCitizenCard(fields.join('|')),
    )
  })

  test.each([
    ['digits of the Vietnamese keyboard', withField(0, 'đđăêă6đđđđă7')],
    ['a second tone in the name', withField(2, 'Lê Thị́ Thử Nghiệm')],
  ])('%s are the input method, and said to be', (_, text) => {
    expect(() => parseCitizenCard(text)).toThrow(
      expect.objectContaining({ code: 'identity.card-qr-typed', name: 'ParseError' }),
    )
  })
})

describe('checkCitizenCard', () => {
  test.each([
    ['a card that agrees with itself', fields.join('|'), []],
    ['another sex', withField(4, 'Nam'), ['sex-contradicts', 'sex']],
    ['another year', withField(3, '01052015'), ['birth-year-contradicts', 'birthDate']],
    ['a place of no known code', withField(0, '999316000017'), ['unknown-place', undefined]],
  ])('%s', (_, text, [code, against] = []) => {
    const found = checkCitizenCard(parseCitizenCard(text))
    expect(found.map(({ severity, path }) => [severity, path])).toEqual(
      code === undefined ? [] : [['warning', ['number']]],
    )
    expect(found[0]?.code).toBe(code === undefined ? undefined : `identity.number.${code}`)
    expect(found[0]?.params?.['against']).toBe(against)
  })
})
