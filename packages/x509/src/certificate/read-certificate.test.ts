import { hasCode, toHex } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import {
  basicConstraints,
  bytes,
  ecdsaWithSha256,
  extendedKeyUsage,
  extension,
  type Fields,
  forge,
  integer,
  keyUsage,
  nameOf,
  oid,
  sequence,
  testKey,
  timeOf,
  tlv,
  truth,
} from './forge.fixture.js'
import { attributeOf, namesMatch, readName, RecentNames } from './name.js'
import { attributeOids, extensionOids } from './oids.js'
import { readCertificate } from './read-certificate.js'
import { onlyElement } from '../der/cursor.js'

const key = testKey()
const sound = [basicConstraints(false), keyUsage('digitalSignature', 'nonRepudiation')]
const make = (fields: Partial<Fields> = {}) => forge({ extensions: sound, ...fields }, key)

function codeOf(der: Uint8Array): string | undefined {
  try {
    readCertificate(der)
  } catch (caught) {
    return (caught as { code?: string }).code ?? String(caught)
  }
  return undefined
}

describe('readCertificate', () => {
  test('gives every field as it stands', () => {
    const certificate = readCertificate(
      make({
        serial: integer(0, 0xab, 0xcd),
        subject: nameOf('Trạm Y tế Ánh Sáng'),
        notAfter: timeOf(new Date('2051-01-01T00:00:00Z')),
        extensions: [...sound, extendedKeyUsage('1.3.6.1.5.5.7.3.36')],
      }),
    )
    expect(certificate.serialNumber).toBe('abcd')
    expect(certificate.version).toBe(3)
    expect(attributeOf(certificate.subject, attributeOids.commonName)).toBe('Trạm Y tế Ánh Sáng')
    expect(toHex(certificate.issuer.raw)).toBe(toHex(nameOf('TEST root')))
    expect(certificate.notBefore).toEqual(new Date('2022-01-01T00:00:00Z'))
    expect(certificate.notAfter).toEqual(new Date('2051-01-01T00:00:00Z'))
    expect(toHex(certificate.spki)).toBe(toHex(key.spki))
    expect(certificate.extensions.keyUsage).toEqual(['digitalSignature', 'nonRepudiation'])
    expect(certificate.extensions.extendedKeyUsage).toEqual(['1.3.6.1.5.5.7.3.36'])
    expect(certificate.extensions.basicConstraints).toEqual({ ca: false })
    expect(certificate.extensions.unknownCritical).toEqual([])
  })

  test('reads key identifiers, alternative names and policies', () => {
    const keyId = tlv(0x04, bytes(1, 2))
    const authority = sequence(
      tlv(0x80, bytes(3)),
      tlv(0xa1, tlv(0x82, bytes(0x61))),
      tlv(0x82, bytes(1)),
    )
    const names = sequence(
      tlv(0x81, bytes(0x61)),
      tlv(0x87, bytes(127, 0, 0, 1)),
      tlv(0xa4, nameOf('TEST other')),
      tlv(0x88, bytes(0x2a)),
    )
    const policies = sequence(sequence(oid('1.2.3')))
    const { extensions } = readCertificate(
      make({
        extensions: [
          extension(extensionOids.subjectKeyIdentifier, keyId),
          extension(extensionOids.authorityKeyIdentifier, authority),
          extension(extensionOids.subjectAltName, names),
          extension(extensionOids.certificatePolicies, policies),
          extension(
            extensionOids.policyConstraints,
            sequence(tlv(0x80, bytes(0)), tlv(0x81, bytes(1))),
          ),
          extension(
            extensionOids.nameConstraints,
            sequence(tlv(0xa0, sequence(tlv(0x82, bytes(0x61))))),
          ),
          extension('1.2.3.4', bytes(), true),
        ],
      }),
    )
    expect(extensions.subjectKeyId).toEqual(bytes(1, 2))
    expect(extensions.authorityKeyId).toEqual(bytes(3))
    expect(extensions.subjectAltName?.map((name) => name.type)).toEqual([
      'email',
      'ip',
      'directory',
      'other',
    ])
    expect(extensions.policies).toEqual({ identifiers: ['1.2.3'], unknownQualifier: false })
    expect(extensions.policyConstraints).toEqual({
      requireExplicitPolicy: 0,
      inhibitPolicyMapping: 1,
    })
    expect(extensions.nameConstraints?.permitted).toEqual([{ type: 'dns', value: 'a' }])
    expect(extensions.unknownCritical).toEqual(['1.2.3.4'])
  })

  test('an authority may be named by its issuer and serial number alone', () => {
    const authority = sequence(tlv(0xa1, tlv(0xa4, nameOf('TEST root'))), tlv(0x82, bytes(1)))
    const { extensions } = readCertificate(
      make({ extensions: [extension(extensionOids.authorityKeyIdentifier, authority)] }),
    )
    expect(extensions.authorityKeyId).toBeUndefined()
  })

  test.each([
    ['a practice statement', '1.3.6.1.5.5.7.2.1', []],
    ['something unheard of', '1.2.3.4', [extensionOids.certificatePolicies]],
  ])('critical policies qualified by %s', (_, qualifier, unknownCritical) => {
    const qualified = sequence(oid('1.2.3'), sequence(sequence(oid(qualifier), tlv(5))))
    const policies = extension(extensionOids.certificatePolicies, sequence(qualified), true)
    const { extensions } = readCertificate(make({ extensions: [policies] }))
    expect(extensions.unknownCritical).toEqual(unknownCritical)
  })

  test('reads a version 1 certificate, which has no extensions', () => {
    const certificate = readCertificate(make({ version: bytes(), extensions: [] }))
    expect([certificate.version, certificate.extensions.all]).toEqual([1, []])
  })

  const value = (type: string, content: Uint8Array) => ({ extensions: [extension(type, content)] })
  const refusals: readonly (readonly [string, Partial<Fields>, string])[] = [
    ['a negative serial', { serial: integer(0x80) }, 'x509.certificate.serial'],
    [
      'a serial of 21 octets',
      { serial: integer(...new Array<number>(21).fill(1)) },
      'x509.certificate.serial',
    ],
    ['a written default version', { version: tlv(0xa0, integer(0)) }, 'x509.der.default'],
    ['version 4', { version: tlv(0xa0, integer(3)) }, 'x509.certificate.version'],
    ['extensions in version 1', { version: bytes() }, 'x509.certificate.version'],
    ['extensions in version 2', { version: tlv(0xa0, integer(1)) }, 'x509.certificate.version'],
    ['something behind the extensions', { trailer: integer(1) }, 'x509.certificate.version'],
    [
      'an extension twice',
      { extensions: [keyUsage('cRLSign'), keyUsage('cRLSign')] },
      'x509.certificate.extension-duplicate',
    ],
    [
      'a criticality that is written though false',
      { extensions: [sequence(oid('1.2.3'), tlv(1, bytes(0)), tlv(4))] },
      'x509.der.default',
    ],
    [
      'an empty list of extensions',
      { extensions: [], trailer: tlv(0xa3, sequence()) },
      'x509.der.truncated',
    ],
    ['an empty key usage', value('2.5.29.15', tlv(3, bytes(0))), 'x509.certificate.extension'],
    ['an empty extended key usage', value('2.5.29.37', sequence()), 'x509.certificate.extension'],
    ['empty alternative names', value('2.5.29.17', sequence()), 'x509.certificate.extension'],
    [
      'an unknown form of name',
      value('2.5.29.17', sequence(tlv(0x89, bytes(1)))),
      'x509.certificate.extension',
    ],
    [
      'an authority flag that is written though false',
      value('2.5.29.19', sequence(tlv(1, bytes(0)))),
      'x509.certificate.extension',
    ],
    [
      'octets behind an extension value',
      value('2.5.29.19', bytes(0x30, 0, 0)),
      'x509.certificate.extension',
    ],
    ['empty name constraints', value('2.5.29.30', sequence()), 'x509.certificate.extension'],
    [
      'a minimum in name constraints',
      value(
        '2.5.29.30',
        sequence(tlv(0xa0, sequence(tlv(0x82, bytes(0x61)), tlv(0x80, bytes(1))))),
      ),
      'x509.certificate.extension',
    ],
    [
      'a policy that is named twice',
      value('2.5.29.32', sequence(sequence(oid('1.2.3')), sequence(oid('1.2.3')))),
      'x509.certificate.extension',
    ],
    ['empty policy constraints', value('2.5.29.36', sequence()), 'x509.certificate.extension'],
    [
      'an authority key identifier with an issuer and no serial',
      value('2.5.29.35', sequence(tlv(0xa1, tlv(0x82, bytes(0x61))))),
      'x509.certificate.extension',
    ],
    ['a name with an empty set', { subject: sequence(tlv(0x31)) }, 'x509.der.truncated'],
    [
      'a name whose set is out of order',
      {
        subject: sequence(
          tlv(
            0x31,
            sequence(oid('2.5.4.10'), tlv(0x0c, bytes(0x61))),
            sequence(oid('2.5.4.3'), tlv(0x0c, bytes(0x61))),
          ),
        ),
      },
      'x509.der.order',
    ],
    [
      'a name of 65 attributes',
      {
        subject: sequence(
          ...Array.from({ length: 65 }, () =>
            tlv(0x31, sequence(oid('2.5.4.3'), tlv(0x0c, bytes(0x61)))),
          ),
        ),
      },
      'x509.certificate.name',
    ],
    [
      'more extensions than its cap',
      { extensions: Array.from({ length: 65 }, (_, index) => extension(`1.2.${index}`, bytes())) },
      'x509.der.size',
    ],
    ['a third time', { notAfter: timeOf(new Date(0)), notBefore: sequence() }, 'x509.der.tag'],
  ]
  test.each(refusals)('refuses %s', (_, fields, code) => {
    expect(codeOf(make(fields))).toBe(code)
  })

  test('refuses an octet behind the certificate', () => {
    expect(codeOf(new Uint8Array([...make(), 0]))).toBe('x509.der.trailing')
  })

  test('refuses more than 64 KiB', () => {
    expect(codeOf(new Uint8Array(65_537))).toBe('x509.der.size')
  })

  test('refuses a signature with unused bits', () => {
    const tbs = sequence()
    expect(codeOf(sequence(tbs, ecdsaWithSha256, tlv(3, bytes(1, 2))))).toBe('x509.der.bit-string')
  })

  test('says which extension was malformed', () => {
    try {
      readCertificate(make(value('2.5.29.37', truth)))
    } catch (caught) {
      expect(hasCode(caught, 'x509.certificate.extension') && caught.path).toEqual([
        'extensions',
        '2.5.29.37',
      ])
      return
    }
    expect.unreachable()
  })
})

describe('RecentNames', () => {
  const element = (text: string) => onlyElement(nameOf(text), 0x30, 999)

  test('gives back a name of the same bytes, and no other', () => {
    const names = new RecentNames()
    const known = readName(element('Sở Y tế'))
    names.keep(known)
    expect(names.read(element('Sở Y tế'))).toBe(known)
    const others = ['Sở Y tê', 'Sở Y t', 'sở Y tế'].map(element)
    expect(others.map((one) => names.read(one))).toEqual(others.map(readName))
  })

  test('remembers the last four', () => {
    const names = new RecentNames()
    const five = ['a', 'b', 'c', 'd', 'e'].map((text) => readName(element(text)))
    for (const name of [...five, ...five.slice(1)]) names.keep(name)
    const remembered = five.map((name) => names.read(onlyElement(name.raw, 0x30, 999)) === name)
    expect(remembered).toEqual([false, true, true, true, true])
  })
})

describe('namesMatch', () => {
  const name = (text: string, tag = 0x0c) =>
    readName(onlyElement(nameOf(text, 'VN', tag), 0x30, 999))
  test.each([
    ['the same text', name('Sở Y tế'), name('Sở Y tế'), true],
    ['another case', name('SỞ Y TẾ'), name('sở y tế'), true],
    ['outer and doubled blanks', name('  Sở   Y tế '), name('Sở Y tế'), true],
    ['composed and decomposed letters', name('Sở'.normalize('NFD')), name('Sở'), true],
    ['PrintableString and UTF8String', name('So Y te', 0x13), name('So Y te'), true],
    ['IA5String and UTF8String', name('So Y te', 0x16), name('So Y te'), false],
    ['two texts of IA5String in another case', name('A', 0x16), name('a', 0x16), false],
    ['inner blanks that are missing', name('SởY tế'), name('Sở Y tế'), false],
    ['another letter', name('Sở Y tê'), name('Sở Y tế'), false],
    ['a string of no known alphabet', name('a', 0x14), name('a', 0x14), true],
    ['a tab for a blank', name('So\tY te'), name('So Y te'), true],
    ['a blank behind', name('So Y te '), name('So Y te'), true],
    ['nothing and something', name(''), name('a'), false],
  ])('%s', (_, left, right, matches) => {
    expect(namesMatch(left, right)).toBe(matches)
  })

  test('an attribute stands once in a relative name', () => {
    const attribute = sequence(oid('2.5.4.3'), tlv(0x0c, bytes(0x61)))
    const twice = sequence(tlv(0x31, attribute, attribute))
    expect(() => readName(onlyElement(twice, 0x30, 99))).toThrow(
      expect.objectContaining({ code: 'x509.der.order' }),
    )
  })

  test('two attributes of one relative name may be of any case, in the order of their bytes', () => {
    const attribute = (type: string, letter: number) =>
      sequence(oid(type), tlv(0x0c, bytes(letter)))
    const pair = (letter: number) =>
      sequence(tlv(0x31, attribute('2.5.4.3', letter), attribute('2.5.4.11', 0x62)))
    const read = (letter: number) => readName(onlyElement(pair(letter), 0x30, 99))
    expect(read(0x61).attributes.map(({ text }) => text)).toEqual(['a', 'b'])
    expect(namesMatch(read(0x61), read(0x41))).toBe(true)
    expect(namesMatch(read(0x61), read(0x63))).toBe(false)
  })

  test('ignores case in e-mail addresses and domain components', () => {
    const mail = (text: string) =>
      readName(
        onlyElement(
          sequence(
            tlv(
              0x31,
              sequence(oid('1.2.840.113549.1.9.1'), tlv(0x16, new TextEncoder().encode(text))),
            ),
          ),
          0x30,
          99,
        ),
      )
    expect(namesMatch(mail('A@b.vn'), mail('a@B.VN'))).toBe(true)
  })
})
