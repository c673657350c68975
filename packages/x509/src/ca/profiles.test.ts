import { describe, expect, test } from 'vitest'
import { extendedKeyUsageOids, extensionOids } from '../certificate/oids.js'
import { readCertificate } from '../certificate/read-certificate.js'
import { createAuthority } from './authority.js'
import { type CertificateProfile, checkProfile } from './profiles.js'
import { generateSigningKey } from './signing-key.js'

const validity = { notBefore: new Date('2022-01-01'), notAfter: new Date('2027-01-01') }
const keys = await generateSigningKey('ES256')
const root = await createAuthority({
  subject: { commonName: 'TEST gốc', country: 'VN' },
  keys,
  validity,
})
const issue = async (profile: CertificateProfile) => {
  const subject = { commonName: 'TEST phục vụ', country: 'VN' }
  const { publicKey } = keys
  return readCertificate((await root.issue({ subject, publicKey, validity, profile })).certificate)
}

describe('a profile', () => {
  test('of a timestamp authority: its usage alone and critical', async () => {
    const { extensions } = await issue('time-stamping')
    expect(extensions.extendedKeyUsage).toEqual([extendedKeyUsageOids.timeStamping])
    expect(extensions.all.find(({ oid }) => oid === extensionOids.extendedKeyUsage)?.critical).toBe(
      true,
    )
    expect(extensions.keyUsage).toEqual(['digitalSignature'])
  })

  test('of an OCSP responder: its usage, and that it is not to be checked', async () => {
    const { extensions } = await issue('ocsp-signing')
    expect(extensions.extendedKeyUsage).toEqual([extendedKeyUsageOids.ocspSigning])
    const mark = extensions.all.find(({ oid }) => oid === extensionOids.ocspNoCheck)
    expect([mark?.critical, ...(mark?.value ?? [])]).toEqual([false, 5, 0])
    expect(extensions.keyUsage).toEqual(['digitalSignature'])
  })

  test('of a signer leaves the use open', async () => {
    expect((await issue('signer')).extensions.extendedKeyUsage).toBeUndefined()
  })

  test.each([
    ['key usage', { keyUsage: ['nonRepudiation'] }],
    ['extended key usage', { extendedKeyUsage: [extendedKeyUsageOids.documentSigning] }],
  ] as const)('that is fixed takes no other %s', async (_, usages) => {
    const options = { subject: { commonName: 'TEST' }, publicKey: keys.publicKey, validity }
    await expect(
      root.issue({ ...options, profile: 'time-stamping', ...usages }),
    ).rejects.toMatchObject({
      code: 'x509.ca.profile',
    })
  })
})

describe('checkProfile', () => {
  test.each<[CertificateProfile, CertificateProfile, boolean]>([
    ['signer', 'signer', true],
    ['time-stamping', 'time-stamping', true],
    ['ocsp-signing', 'ocsp-signing', true],
    ['signer', 'time-stamping', false],
    ['ocsp-signing', 'time-stamping', false],
    ['time-stamping', 'ocsp-signing', false],
  ])('of a certificate made as %s, meant as %s: %s', async (made, meant, holds) => {
    const certificate = await issue(made)
    if (holds) expect(() => checkProfile(certificate, meant)).not.toThrow()
    else
      expect(() => checkProfile(certificate, meant)).toThrow(
        expect.objectContaining({ code: 'x509.ca.made' }),
      )
  })
})
