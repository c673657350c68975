import { describe, expect, test } from 'vitest'
import { checkHealthInsurance, parseHealthInsurance } from './health-insurance.js'

describe('parseHealthInsurance', () => {
  test('fifteen characters say the group, the benefit and the province', () => {
    expect(parseHealthInsurance(' te1 01-0123456789')).toEqual({
      number: 'TE1010123456789',
      socialInsuranceNumber: '0123456789',
      group: 'TE',
      benefit: '1',
      provinceCode: '01',
    })
  })

  test('ten digits are the social-insurance number', () => {
    const alone = { number: '0123456789', socialInsuranceNumber: '0123456789' }
    expect(parseHealthInsurance('0123456789')).toEqual(alone)
  })

  test.each([
    '',
    '012345678',
    'TE101012345678',
    'TE6010123456789',
    'T11010123456789',
    '0123456789A',
  ])('refuses %j', (text) => {
    expect(() => parseHealthInsurance(text)).toThrow(
      expect.objectContaining({ code: 'identity.health-insurance' }),
    )
  })
})

describe('checkHealthInsurance', () => {
  test.each([
    ['TE1010123456789', 5, []],
    ['TE1010123456789', undefined, []],
    ['TE1010123456789', 6, ['identity.health-insurance.not-a-small-child']],
    ['HS4010123456789', 11, []],
    ['HS4990123456789', 11, ['identity.health-insurance.unknown-place']],
    ['0123456789', 11, []],
  ] as const)('%s at %s: %j', (text, age, codes) => {
    const found = checkHealthInsurance(parseHealthInsurance(text), age)
    expect(found.map(({ code, severity }) => [code, severity])).toEqual(
      codes.map((code) => [code, 'warning']),
    )
  })
})
