import { hasCode, parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { lintSignerRegister, parseSignerRegister } from './lint-register.js'
import { entitlementOf, maySign } from './signer-register.js'

const [mark, other] = ['a'.repeat(64), 'b'.repeat(64)]
const entry = {
  fingerprint: mark,
  role: 'facility',
  facilities: ['01234', '0123456789012'],
  from: '2022-04-08',
  to: '2022-12-31',
}
const document = (...entries: readonly unknown[]) => ({
  format: 'signer-register/1',
  id: 'test.signers',
  version: '1',
  effective: { from: '2022-01-01', to: '2023-12-31' },
  published: '2022-01-01',
  sources: [{ id: '9438', number: '9438/BYT-CNTT', confidence: 'text' }],
  assumptions: [],
  entries,
})

describe('entitlementOf', () => {
  const later = { ...entry, from: '2023-06-01', to: null }
  const register = parseSignerRegister(document(entry, later))

  test.each([
    ['the first day', mark, '01234', '2022-04-08', 'entitled'],
    ['the last day', mark, '01234', '2022-12-31', 'entitled'],
    ['the other facility', mark, '0123456789012', '2022-06-01', 'entitled'],
    ['an open end', mark, '01234', '2023-12-31', 'entitled'],
    ['the day before', mark, '01234', '2022-04-07', 'other-days'],
    ['between two entries', mark, '01234', '2023-01-01', 'other-days'],
    ['another facility', mark, '99999', '2022-06-01', 'other-facility'],
    ['an unknown certificate', other, '01234', '2022-06-01', 'unknown-signer'],
    ['a day after the register', mark, '01234', '2024-01-01', 'register-not-in-force'],
  ])('%s', (_, fingerprint, facility, day, entitlement) => {
    const on = parseCivilDate(day)
    expect(entitlementOf(register, fingerprint, facility, on)).toBe(entitlement)
    expect(maySign(register, fingerprint, facility, on)).toBe(entitlement === 'entitled')
  })
})

describe('lintSignerRegister', () => {
  test('a sound register has no issues', () => {
    expect(lintSignerRegister(document(entry))).toEqual([])
  })

  test.each<[string, unknown, readonly (string | number)[]]>([
    ['no object', 'x', []],
    ['entries that are no list', { ...document(), entries: {} }, ['entries']],
    ['an entry that is none', document(entry, null), ['entries', 1]],
    [
      'a fingerprint in capitals',
      document({ ...entry, fingerprint: 'A'.repeat(64) }),
      ['entries', 0, 'fingerprint'],
    ],
    ['a role that is none', document({ ...entry, role: 'nurse' }), ['entries', 0, 'role']],
    ['no facilities', document({ ...entry, facilities: [] }), ['entries', 0, 'facilities']],
    [
      'a facility that is no code',
      document({ ...entry, facilities: ['1'] }),
      ['entries', 0, 'facilities'],
    ],
    [
      'a first day that is none',
      document({ ...entry, from: '2022-02-30' }),
      ['entries', 0, 'from'],
    ],
    ['an end before the beginning', document({ ...entry, to: '2022-04-07' }), ['entries', 0, 'to']],
    ['no end', document({ ...entry, to: undefined }), ['entries', 0, 'to']],
    ['another format', { ...document(entry), format: 'x/1' }, ['format']],
  ])('%s is an error, and is not parsed', (_, given, path) => {
    const issues = lintSignerRegister(given)
    expect(issues.map((one) => one.path)).toContainEqual(path)
    let caught: unknown
    try {
      parseSignerRegister(given)
    } catch (error) {
      caught = error
    }
    expect(hasCode(caught, 'signing.register')).toBe(true)
  })

  test.each([
    ['the same days', {}, 1],
    ['one common day', { from: '2022-12-31', to: null }, 1],
    ['an open end before', { from: '2022-01-01', to: null }, 1],
    ['the day after', { from: '2023-01-01', to: null }, 0],
    ['the days before', { from: '2022-01-01', to: '2022-04-07' }, 0],
    ['another facility', { facilities: ['99999'] }, 0],
    ['another certificate', { fingerprint: other }, 0],
  ])('two entries with %s', (_, change, count) => {
    const given = document(entry, { ...entry, ...change })
    const issues = lintSignerRegister(given)
    expect(issues.filter(({ code }) => code === 'signing.register.overlap')).toHaveLength(count)
    expect(parseSignerRegister(given)).toBe(given)
  })
})
