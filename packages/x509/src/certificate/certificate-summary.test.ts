import { createHash } from 'node:crypto'
import { systemCrypto } from '@tiemchung/core/crypto'
import { describe, expect, test } from 'vitest'
import { certificateSummary, keyIdOf } from './certificate-summary.js'
import { forge, nameOf, testKey } from './forge.fixture.js'

const der = forge({ subject: nameOf('TEST Trạm', 'vn') }, testKey())
const digest = createHash('sha256').update(der).digest('hex')
const later = {
  ...systemCrypto,
  digest: async (...arguments_: Parameters<typeof systemCrypto.digest>) =>
    systemCrypto.digest(...arguments_),
}

describe('certificateSummary', () => {
  test('says what the certificate says', async () => {
    const expected = {
      commonName: 'TEST Trạm',
      organization: undefined,
      country: 'VN',
      issuerCommonName: 'TEST root',
      serialNumber: '01',
      fingerprint: digest,
      notBefore: new Date('2022-01-01T00:00:00Z'),
      notAfter: new Date('2023-01-01T00:00:00Z'),
    }
    expect(certificateSummary(der)).toEqual(expected)
    expect(await certificateSummary(der, later)).toEqual(expected)
  })
})

describe('keyIdOf', () => {
  test('is the first eight octets of the SHA-256', async () => {
    expect(Buffer.from(await keyIdOf(der)).toString('hex')).toBe(digest.slice(0, 16))
    expect(await keyIdOf(der, later)).toEqual(await keyIdOf(der))
  })
})
