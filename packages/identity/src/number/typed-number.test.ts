import { describe, expect, test } from 'vitest'
import { readTypedNumber } from './typed-number.js'

describe('readTypedNumber', () => {
  test.each([
    ['001316000017', 'personal-number', '001316000017', []],
    [' 001.316.000-017 ', 'personal-number', '001316000017', []],
    ['001\u00a0316\u2013000017', 'personal-number', '001316000017', []],
    ['012345678', 'cmnd-9', '012345678', []],
    ['12345678', 'military-8', '12345678', ['012345678']],
    ['02345678', 'military-8', '02345678', []],
  ] as const)('%j is a %s', (text, kind, number, offered) => {
    expect(readTypedNumber(text)).toEqual({ status: 'read', kind, number, offered })
  })

  test.each([
    ['', 'empty', []],
    [' - ', 'empty', []],
    ['1316000017', 'lost-zero', ['001316000017']],
    ['31316000017', 'lost-zero', ['031316000017']],
    ['01316000017', 'digits', []],
    ['0013160000170', 'digits', []],
    ['1234567', 'digits', []],
    ['00131600001O', 'letters', ['001316000010']],
    ['OO13l6000017', 'letters', ['001316000017']],
    ['0013160000X7', 'letters', []],
    ['B1234567', 'letters', ['81234567']],
    ['1.316E+09', 'letters', []],
    ['００１３１６００００１７', 'letters', []],
  ] as const)('%j is refused: %s', (text, code, offered) => {
    const read = readTypedNumber(text)
    expect(read).toMatchObject({ status: 'refused', offered })
    const { issue } = read as Extract<typeof read, { status: 'refused' }>
    expect(issue.code).toBe(`identity.number.${code}`)
    if (text.length > 6) expect(JSON.stringify(issue)).not.toContain(text)
  })
})
