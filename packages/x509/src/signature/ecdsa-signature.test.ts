import { isSdkError } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { bytes, integer, sequence } from '../certificate/forge.fixture.js'
import { ecdsaSignatureToRaw } from './ecdsa-signature.js'

describe('ecdsaSignatureToRaw', () => {
  const refused = (der: Uint8Array) => {
    try {
      ecdsaSignatureToRaw(der, 'P-256')
    } catch (caught) {
      return isSdkError(caught) ? caught.code : caught
    }
    return undefined
  }
  const one = integer(1)

  test('fills both halves from the right', () => {
    const raw = ecdsaSignatureToRaw(sequence(integer(0, 0x80), integer(2)), 'P-256')
    expect([raw.length, raw[31], raw[63]]).toEqual([64, 0x80, 2])
    expect(ecdsaSignatureToRaw(sequence(one, one), 'P-521')).toHaveLength(132)
  })

  test.each([
    ['a padded number', sequence(integer(0, 1), one), 'x509.der.integer'],
    ['a negative number', sequence(integer(0x80), one), 'x509.der.integer'],
    ['a zero', sequence(integer(0), one), 'x509.signature.ecdsa'],
    [
      'a number longer than the order',
      sequence(integer(...new Array<number>(33).fill(1)), one),
      'x509.signature.ecdsa',
    ],
    ['a third number', sequence(one, one, one), 'x509.der.trailing'],
    ['one number', sequence(one), 'x509.der.truncated'],
    ['an octet behind', bytes(...sequence(one, one), 0), 'x509.der.trailing'],
    ['a long length', bytes(0x30, 0x81, 6, ...one, ...one), 'x509.der.length'],
    ['an indefinite length', bytes(0x30, 0x80, ...one, ...one, 0, 0), 'x509.der.length'],
  ])('refuses %s', (_, der, code) => {
    expect(refused(der)).toBe(code)
  })
})
