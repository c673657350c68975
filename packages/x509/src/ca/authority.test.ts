import { hasCode, toHex } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { attributeOf } from '../certificate/name.js'
import { attributeOids, extendedKeyUsageOids } from '../certificate/oids.js'
import { readCertificate } from '../certificate/read-certificate.js'
import { readCrl } from '../crl/read-crl.js'
import { revokedEntries } from '../crl/scan-entries.js'
import { documentSigning } from '../path/purpose.js'
import { verifyPath } from '../path/verify-path.js'
import { authorityOf, createAuthority } from './authority.js'
import { createRequest, readRequest } from './request.js'
import {
  exportPrivateKey,
  generateSigningKey,
  importKeyPair,
  type KeyAlgorithm,
} from './signing-key.js'

const validity = { notBefore: new Date('2022-01-01'), notAfter: new Date('2027-01-01') }
const at = new Date('2022-06-15')
const keys = await generateSigningKey('ES256')
const rootName = { commonName: 'TEST gốc', country: 'VN' }
const root = await createAuthority({ subject: rootName, keys, validity })
const week = { thisUpdate: new Date('2022-06-14'), nextUpdate: new Date('2022-06-21') }
const code = (expected: string) => (caught: unknown) => hasCode(caught, expected)

const algorithms: readonly KeyAlgorithm[] = ['ES256', 'ES384', 'ES512', 'PS256', 'RS256', 'EdDSA']

describe('createAuthority', () => {
  test.each(algorithms)('makes roots and signers with %s that verify', async (algorithm) => {
    const own = await generateSigningKey(algorithm, { modulusLength: 2048 })
    const authority = await createAuthority({ subject: rootName, keys: own, validity })
    const signer = await generateSigningKey(algorithm, { modulusLength: 2048 })
    const { certificate } = await authority.issue({
      subject: { commonName: 'TEST Trạm y tế', country: 'VN' },
      publicKey: signer.publicKey,
      validity,
      extendedKeyUsage: [extendedKeyUsageOids.documentSigning],
    })
    const report = await verifyPath({
      leaf: certificate,
      anchors: [{ certificate: authority.certificate }],
      at,
      purpose: documentSigning,
      revocation: { crls: [await authority.crl(week)] },
    })
    expect(report.verdict).toBe('valid')
  })

  test('makes a country’s authority that vouches for signers of vaccination certificates', async () => {
    const usage = extendedKeyUsageOids.healthCertificateVaccination
    const country = await createAuthority({
      subject: { commonName: 'TEST CSCA', country: 'VN' },
      keys: await generateSigningKey('ES256'),
      validity,
      pathLength: 0,
    })
    const { publicKey } = await generateSigningKey('ES256')
    const subject = { commonName: 'TEST DSC', country: 'VN' }
    const made = await country.issue({ subject, publicKey, validity, extendedKeyUsage: [usage] })
    const report = await verifyPath({
      leaf: made.certificate,
      anchors: [
        {
          certificate: country.certificate,
          constraints: { country: 'VN', extendedKeyUsage: [usage] },
        },
      ],
      at,
      purpose: { id: 'dcc', keyUsage: ['digitalSignature'], extendedKeyUsage: [usage] },
    })
    expect(report.verdict).toBe('valid')
  })

  test('keeps names as they were given, whatever their letters', async () => {
    const { publicKey } = await generateSigningKey('ES256')
    const subject = {
      commonName: 'TEST Trạm y tế "Ánh, Sáng" + <1> #2; a=b\\c',
      organization: 'Sở Y tế',
      organizationalUnit: 'Phòng',
      locality: 'Xã',
      stateOrProvince: 'Tỉnh',
      country: 'VN',
      userId: 'MST:0100000000',
    }
    const { certificate } = await root.issue({ subject, publicKey, validity })
    const read = readCertificate(certificate).subject
    for (const [type, text] of [
      [attributeOids.commonName, subject.commonName],
      [attributeOids.organizationName, subject.organization],
      [attributeOids.countryName, 'VN'],
      [attributeOids.userId, subject.userId],
    ] as const) {
      expect(attributeOf(read, type)).toBe(text)
    }
  })

  test('makes dates beyond 2050 and cuts off parts of a second', async () => {
    const long = {
      notBefore: new Date('2022-01-01T00:00:00.900Z'),
      notAfter: new Date('2060-01-01'),
    }
    const made = readCertificate(
      (await createAuthority({ subject: rootName, keys, validity: long })).certificate,
    )
    expect(made.notBefore).toEqual(new Date('2022-01-01'))
    expect(made.notAfter).toEqual(long.notAfter)
  })

  test.each([
    ['an empty common name', { commonName: ' ' }],
    ['a country in small letters', { commonName: 'TEST', country: 'vn' }],
    ['a name of 65 letters', { commonName: 'a'.repeat(65) }],
  ])('refuses %s', async (_, subject) => {
    await expect(createAuthority({ subject, keys, validity })).rejects.toSatisfy(
      code('x509.ca.subject'),
    )
  })

  test.each([
    ['ends before it begins', { notBefore: validity.notAfter, notAfter: validity.notBefore }],
    ['has no date', { notBefore: new Date(Number.NaN), notAfter: validity.notAfter }],
  ])('refuses a validity that %s', async (_, wrong) => {
    await expect(createAuthority({ subject: rootName, keys, validity: wrong })).rejects.toSatisfy(
      code('x509.ca.validity'),
    )
  })
})

describe('issue', () => {
  test('refuses a validity that outlives the authority', async () => {
    const longer = { ...validity, notAfter: new Date('2027-01-02') }
    await expect(
      root.issue({ subject: rootName, publicKey: keys.publicKey, validity: longer }),
    ).rejects.toSatisfy(code('x509.ca.validity'))
  })

  test('refuses a key that no path would accept', async () => {
    const short = await crypto.subtle.generateKey(
      {
        name: 'RSA-PSS',
        hash: 'SHA-256',
        modulusLength: 1024,
        publicExponent: new Uint8Array([1, 0, 1]),
      },
      true,
      ['sign', 'verify'],
    )
    const options = { subject: rootName, publicKey: short.publicKey, validity }
    await expect(root.issue(options)).rejects.toSatisfy(code('x509.ca.key'))
  })

  test('hands out nothing when the key of the authority is another one', async () => {
    const impostor = authorityOf(root.certificate, await generateSigningKey('ES256'))
    const options = { subject: rootName, publicKey: keys.publicKey, validity }
    await expect(impostor.issue(options)).rejects.toSatisfy(code('x509.ca.made'))
    await expect(impostor.crl(week)).rejects.toSatisfy(code('x509.ca.made'))
  })

  test('gives each certificate a serial number of its own', async () => {
    const options = { subject: rootName, publicKey: keys.publicKey, validity }
    const serials = await Promise.all(
      [1, 2, 3, 4].map(async () => (await root.issue(options)).serial),
    )
    expect(new Set(serials).size).toBe(4)
  })
})

describe('issueAuthority', () => {
  test('respects the path length of the authority above', async () => {
    const below = await root.issueAuthority({ subject: { commonName: 'TEST B' }, keys, validity })
    await expect(
      below.issueAuthority({ subject: { commonName: 'TEST C' }, keys, validity }),
    ).rejects.toSatisfy(code('x509.ca.path-length'))
  })
})

describe('revoke and crl', () => {
  test('list what was revoked by then, with reasons, and survive a restart', async () => {
    const authority = authorityOf(root.certificate, keys)
    authority.revoke('00AB', new Date('2022-06-01T00:00:00.5Z'), 'superseded')
    authority.revoke('7f', new Date('2022-06-02'))
    authority.revoke('01', new Date('2022-06-20'))
    const again = authorityOf(root.certificate, keys, undefined, authority.revoked)
    const list = readCrl(await again.crl({ ...week, number: 128 }))
    expect(list.crlNumber).toEqual(new Uint8Array([128]))
    expect([...revokedEntries(list)]).toEqual([
      { serialNumber: 'ab', revocationDate: new Date('2022-06-01'), reason: 'superseded' },
      { serialNumber: '7f', revocationDate: new Date('2022-06-02'), reason: 'unspecified' },
    ])
  })

  test('say since when a key is held to be lost, as the entry before them did', async () => {
    const entry = {
      serialNumber: 'ab',
      revocationDate: new Date('2022-06-02'),
      reason: 'keyCompromise',
      invalidSince: new Date('2022-05-31T23:59:59Z'),
    } as const
    const authority = authorityOf(root.certificate, keys, undefined, [entry])
    expect([...revokedEntries(readCrl(await authority.crl(week)))]).toEqual([entry])
  })

  test.each([
    ['no hex', 'xy'],
    ['nothing', ''],
    ['zero', '00'],
    ['more than 20 octets', '11'.repeat(21)],
  ])('refuse a serial number of %s', (_, serial) => {
    const authority = authorityOf(root.certificate, keys)
    expect(() => {
      authority.revoke(serial, at)
    }).toThrow(expect.objectContaining({ code: 'x509.ca.serial' }))
  })

  test('refuse to revoke twice, however the number is written', () => {
    const authority = authorityOf(root.certificate, keys)
    authority.revoke('0ab', at)
    expect(() => {
      authority.revoke('AB', at)
    }).toThrow(expect.objectContaining({ code: 'x509.ca.serial' }))
  })

  test('number their lists from nothing on', async () => {
    expect(readCrl(await root.crl({ ...week, number: 0 })).crlNumber).toEqual(new Uint8Array(1))
  })

  test('refuse a list that ends before it begins', async () => {
    const wrong = { thisUpdate: week.nextUpdate, nextUpdate: week.thisUpdate }
    await expect(root.crl(wrong)).rejects.toSatisfy(code('x509.ca.validity'))
  })
})

describe('requests', () => {
  test('carry subject and key, and the key signed them', async () => {
    const asking = await generateSigningKey('ES384')
    const der = await createRequest({ subject: { commonName: 'TEST Trạm' }, keys: asking })
    const request = await readRequest(der)
    expect(attributeOf(request.subject, attributeOids.commonName)).toBe('TEST Trạm')
    const made = await root.issue({ subject: rootName, publicKey: request.spki, validity })
    expect(readCertificate(made.certificate).spki).toEqual(request.spki)
  })

  test.each([
    ['none', undefined],
    ['one', 'MST:0100109106'],
    ['two, one attribute each, in their order', ['MST:0100109106', 'CCCD:001085000017']],
    ['two of a budget unit', ['MNS:1234567', 'CMND:012345678']],
  ])(
    'carry what names a Vietnamese subject, %s, and so does the certificate',
    async (_, userId) => {
      const subject = {
        commonName: 'TEST Nguyễn Văn Mẫu',
        organization: 'TEST TRUNG TÂM Y TẾ MẪU',
        locality: 'Quận Mẫu',
        stateOrProvince: 'Hà Nội',
        country: 'VN',
        ...(userId === undefined ? {} : { userId }),
      }
      const asking = await generateSigningKey('ES256')
      const request = await readRequest(await createRequest({ subject, keys: asking }))
      const made = await root.issue({ subject, publicKey: request.spki, validity })
      for (const name of [request.subject, readCertificate(made.certificate).subject]) {
        const found = name.attributes.filter(({ type }) => type === attributeOids.userId)
        expect(found.map(({ text }) => text)).toEqual([userId ?? []].flat())
      }
    },
  )

  test.each([[[' ']], [['MST:0100109106', '']], [['x'.repeat(65)]]])(
    'with %j as what names the subject are refused',
    async (userId) => {
      const subject = { commonName: 'TEST', userId }
      await expect(createRequest({ subject, keys })).rejects.toSatisfy(code('x509.ca.subject'))
    },
  )

  test('are refused when one bit is wrong', async () => {
    const der = await createRequest({ subject: { commonName: 'TEST Trạm' }, keys })
    const version = toHex(der).indexOf('020100') / 2 + 2
    for (const index of [4, version, 20, der.length - 1]) {
      const broken = der.slice()
      broken[index] = (broken[index] ?? 0) ^ 1
      await expect(readRequest(broken)).rejects.toSatisfy(code('x509.ca.request'))
    }
  })
})

describe('signing keys', () => {
  test('stay inside unless asked', async () => {
    await expect(exportPrivateKey(keys)).rejects.toThrow()
    expect(keys.privateKey.extractable).toBe(false)
  })

  test('come back from PKCS#8', async () => {
    const open = await generateSigningKey('ES256', { extractable: true })
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', open.publicKey as CryptoKey))
    const again = await importKeyPair('ES256', await exportPrivateKey(open), spki)
    const authority = await createAuthority({ subject: rootName, keys: again, validity })
    expect(readCertificate(authority.certificate).spki).toEqual(spki)
  })

  test('of RSA are 2048 bits or more', async () => {
    await expect(generateSigningKey('PS256', { modulusLength: 1024 })).rejects.toSatisfy(
      code('x509.ca.key'),
    )
  })
})
