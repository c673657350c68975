import { hasCode, parsePartialDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { checkPersonalNumber, parsePersonalNumber } from './personal-number.js'
import { provinceOfBirthCode } from './provinces.js'

describe('parsePersonalNumber', () => {
  test.each([
    [0, 'male', 1916],
    [1, 'female', 1916],
    [2, 'male', 2016],
    [3, 'female', 2016],
    [4, 'male', 2116],
    [5, 'female', 2116],
    [6, 'male', 2216],
    [7, 'female', 2216],
    [8, 'male', 2316],
    [9, 'female', 2316],
  ])('a fourth digit %i is a %s born in %i', (digit, sex, birthYear) => {
    expect(parsePersonalNumber(`001${digit}16000017`)).toMatchObject({ sex, birthYear })
  })

  test.each([
    ['001', 'Hà Nội'],
    ['022', 'Quảng Ninh'],
    ['079', 'Hồ Chí Minh'],
    ['096', 'Cà Mau'],
  ])('place code %s is %s', (code, province) => {
    expect(parsePersonalNumber(`${code}316000017`)).toMatchObject({ placeCode: code, province })
  })

  test('an unknown place code is read without a province', () => {
    expect(parsePersonalNumber('999316000017')).not.toHaveProperty('province')
  })

  test.each([
    ['eleven digits', '00131600001'],
    ['thirteen digits', '0013160000170'],
    ['a letter', '00131600001O'],
    ['blanks', '001 316 000017'],
    ['full-width digits', '００１３１６００００１７'],
    ['Arabic-Indic digits', '٠٠١٣١٦٠٠٠٠١٧'],
    ['a line feed at the end', '001316000017\n'],
    ['nothing', ''],
  ])('%s is refused, and the error does not repeat it', (_, text) => {
    const caught = (() => {
      try {
        return parsePersonalNumber(text)
      } catch (error) {
        return error
      }
    })()
    expect(hasCode(caught, 'identity.personal-number')).toBe(true)
    if (text !== '') expect(JSON.stringify(caught)).not.toContain(text)
  })
})

describe('checkPersonalNumber', () => {
  const girl2016 = parsePersonalNumber('001316000017')

  test.each([
    ['a full date that agrees', '2016-05-01', 'female', []],
    ['a year that agrees', '2016', 'female', []],
    ['an unknown sex', '2016', 'unknown', []],
    ['another sex', '2016', 'male', ['identity.number.sex-contradicts']],
    ['another year', '2015-12-31', 'female', ['identity.number.birth-year-contradicts']],
    ['the other century', '1916', 'female', ['identity.number.birth-year-contradicts']],
  ] as const)('%s', (_, birthDate, sex, codes) => {
    const claims = { birthDate: parsePartialDate(birthDate), sex }
    expect(checkPersonalNumber(girl2016, claims).map((one) => one.code)).toEqual(codes)
  })

  test('a contradiction names both fields, and no value', () => {
    const claims = { birthDate: parsePartialDate('2015'), sex: 'male' } as const
    const found = checkPersonalNumber(girl2016, claims)
    const path = ['identityDocument', 'number']
    expect(found).toMatchObject([
      { severity: 'warning', path, params: { against: 'sex' } },
      { severity: 'warning', path, params: { against: 'birthDate' } },
    ])
    expect(JSON.stringify(found)).not.toMatch(/2015|2016|001316000017|female/)
    const fields = { number: ['number'], birthDate: ['birthDate'], sex: ['who', 'sex'] }
    expect(checkPersonalNumber(girl2016, claims, fields)).toMatchObject([
      { path: ['number'], params: { against: 'who.sex' } },
      { path: ['number'], params: { against: 'birthDate' } },
    ])
  })

  test('an unknown place is a warning and never an error', () => {
    const claims = { birthDate: parsePartialDate('2016'), sex: 'female' } as const
    const found = checkPersonalNumber(parsePersonalNumber('999316000017'), claims)
    expect(found).toMatchObject([{ code: 'identity.number.unknown-place', severity: 'warning' }])
  })
})

describe('provinceOfBirthCode', () => {
  test('has the 63 provinces before July 2025, each once', () => {
    expect(provinceOfBirthCode.size).toBe(63)
    expect(new Set(provinceOfBirthCode.values()).size).toBe(63)
    for (const code of provinceOfBirthCode.keys()) expect(code).toMatch(/^0\d\d$/)
  })
})
