import { hasCode } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { describe, expect, test } from 'vitest'
import {
  basicConstraints,
  bytes,
  extendedKeyUsage,
  extension,
  integer,
  keyUsage,
  nameOf,
  oid,
  sequence,
  testKey,
  testRsaKey,
  timeOf,
  tlv,
} from '../certificate/forge.fixture.js'
import { extendedKeyUsageOids } from '../certificate/oids.js'
import { readCertificate } from '../certificate/read-certificate.js'
import {
  at,
  authorityExtensions,
  issuing,
  leaf,
  leafExtensions,
  leafKey,
  open,
  root,
  rootKey,
  verify,
} from './chain.fixture.js'
import { pathCheckIds } from './path-report.js'
import { revocationOff } from '../revocation/revocation-policy.js'
import { any, documentSigning, type Purpose } from './purpose.js'
import type { PathQuery } from './verify-path.js'

const strange = extension('1.2.3.4', bytes(), true)
const instant = (text: string) => timeOf(new Date(text))

describe('verifyPath', () => {
  test('a sound chain is valid, and its report names every check and every certificate', async () => {
    const report = await verify()
    expect([report.verdict, open(report)]).toEqual(['valid', []])
    expect(report.path).toHaveLength(3)
    expect([...new Set(report.checks.map((check) => check.id))]).toEqual([...pathCheckIds])
    expect(report.checks.every((check) => check.cite !== undefined)).toBe(true)
    expect(
      report.checks.filter((check) => check.id === 'path.validity').map((check) => check.subject),
    ).toEqual(['certificate[0]', 'certificate[1]', 'certificate[2]'])
    expect(report.work).toEqual({ signatures: 2, links: 2 })
  })

  test('a leaf right below the anchor is valid', async () => {
    const report = await verify({
      leaf: leaf({ issuer: nameOf('TEST root') }, rootKey),
      intermediates: [],
    })
    expect(report.verdict).toBe('valid')
  })

  test('asking for no purpose judges no usage of the leaf', async () => {
    const plain = leaf({ extensions: [basicConstraints(false)] })
    expect((await verify({ leaf: plain, purpose: any })).verdict).toBe('valid')
    expect((await verify({ leaf: plain })).verdict).toBe('invalid')
  })

  const wide = [basicConstraints(true, 0), keyUsage('keyCertSign')]
  const refusals: readonly (readonly [string, () => Partial<PathQuery>, readonly string[]])[] = [
    [
      'an issuing certificate that is not an authority',
      () => ({
        intermediates: [
          issuing({ extensions: [basicConstraints(false), keyUsage('keyCertSign')] }),
        ],
      }),
      ['path.basic-constraints not-an-authority certificate[1]'],
    ],
    [
      'an issuing certificate that does not say whether it is an authority',
      () => ({ intermediates: [issuing({ extensions: [keyUsage('keyCertSign')] })] }),
      ['path.basic-constraints no-basic-constraints certificate[1]'],
    ],
    [
      'an issuing key that may not sign certificates',
      () => ({
        intermediates: [issuing({ extensions: [basicConstraints(true), keyUsage('cRLSign')] })],
      }),
      ['path.key-usage no-key-cert-sign certificate[1]'],
    ],
    [
      'a path longer than the anchor allows',
      () => ({ anchors: [{ certificate: root({ extensions: wide }) }] }),
      ['path.path-length path-too-long certificate[2]'],
    ],
    [
      'an issuing certificate of version 1',
      () => ({ intermediates: [issuing({ version: bytes(), extensions: [] })] }),
      [
        'path.version not-version-3 certificate[1]',
        'path.basic-constraints no-basic-constraints certificate[1]',
      ],
    ],
    [
      'an unknown critical extension in the leaf',
      () => ({ leaf: leaf({ extensions: [...leafExtensions, strange] }) }),
      ['path.critical-extensions unknown-critical-extension certificate[0]'],
    ],
    [
      'an unknown critical extension in the anchor',
      () => ({
        anchors: [{ certificate: root({ extensions: [...authorityExtensions, strange] }) }],
      }),
      ['path.critical-extensions unknown-critical-extension certificate[2]'],
    ],
    [
      'a leaf for another use',
      () => ({
        leaf: leaf({
          extensions: [keyUsage('keyEncipherment'), extendedKeyUsage('1.3.6.1.5.5.7.3.1')],
        }),
      }),
      [
        'path.key-usage usage-not-allowed certificate[0]',
        'path.extended-key-usage usage-not-allowed certificate[0]',
      ],
    ],
    [
      'a leaf that says any use is its use',
      () => ({
        leaf: leaf({
          extensions: [keyUsage('digitalSignature'), extendedKeyUsage(extendedKeyUsageOids.any)],
        }),
      }),
      ['path.extended-key-usage usage-not-allowed certificate[0]'],
    ],
    [
      'a leaf that says no use at all',
      () => ({ leaf: leaf({ extensions: [basicConstraints(false)] }) }),
      ['path.key-usage absent certificate[0]', 'path.extended-key-usage absent certificate[0]'],
    ],
    [
      'an authority for another use',
      () => ({
        intermediates: [
          issuing({ extensions: [...authorityExtensions, extendedKeyUsage('1.2.3')] }),
        ],
      }),
      ['path.extended-key-usage usage-not-allowed certificate[1]'],
    ],
    [
      'a signature by another key of the same name',
      () => ({ leaf: leaf({}, testKey()) }),
      ['path.signature signature-mismatch certificate[0]'],
    ],
    [
      'an inner algorithm that is not the outer one',
      () => ({ leaf: leaf({ outerAlgorithm: sequence(oid('1.2.840.10045.4.3.3')) }) }),
      [
        'path.algorithm algorithm-mismatch certificate[0]',
        'path.signature signature-mismatch certificate[0]',
      ],
    ],
    [
      'a signature with SHA-1',
      () => ({ leaf: leaf({ innerAlgorithm: sequence(oid('1.2.840.10045.4.1')), hash: 'sha1' }) }),
      [
        'path.algorithm algorithm-not-allowed certificate[0]',
        'path.signature algorithm-not-allowed certificate[0]',
      ],
    ],
    [
      'a leaf key of RSA-1024',
      () => ({ leaf: leaf({ key: testRsaKey(1024) }) }),
      ['path.algorithm key-too-short certificate[0]'],
    ],
    [
      'a key that nobody knows',
      () => ({
        leaf: leaf({
          key: { ...leafKey, spki: sequence(sequence(oid('1.2.3')), tlv(3, bytes(0))) },
        }),
      }),
      ['path.algorithm key-not-allowed certificate[0]'],
    ],
    [
      'an anchor that has expired',
      () => ({ anchors: [{ certificate: root({ notAfter: instant('2022-06-14T23:59:59Z') }) }] }),
      ['path.validity expired certificate[2]'],
    ],
  ]
  test.each(refusals)('refuses %s', async (_, query, expected) => {
    const report = await verify(query())
    expect(report.verdict).toBe('invalid')
    expect(open(report)).toEqual(expected)
  })

  const begin = instant('2022-06-15T00:00:00Z')
  test.each([
    ['in its first second', { notBefore: begin }, []],
    ['a second before it', { notBefore: instant('2022-06-15T00:00:01Z') }, ['not-yet-valid']],
    ['in its last second', { notAfter: begin }, []],
    ['a second after it', { notAfter: instant('2022-06-14T23:59:59Z') }, ['expired']],
  ])('judges a leaf %s', async (_, fields, reasons) => {
    const report = await verify({ leaf: leaf(fields) })
    expect(open(report)).toEqual(reasons.map((reason) => `path.validity ${reason} certificate[0]`))
  })

  test('counts whole seconds, so the last one lasts to its end', async () => {
    const query = { leaf: leaf({ notAfter: begin }) }
    expect((await verify({ ...query, at: new Date(at.getTime() + 999) })).verdict).toBe('valid')
    expect((await verify({ ...query, at: new Date(at.getTime() + 1000) })).verdict).toBe('invalid')
  })

  test('an invalid date is the caller’s mistake', async () => {
    await expect(verify({ at: new Date(Number.NaN) })).rejects.toSatisfy((caught) =>
      hasCode(caught, 'x509.path.instant'),
    )
  })

  test('a leaf that cannot be read is invalid, and nothing else is judged', async () => {
    const report = await verify({ leaf: bytes(0x30, 0x80) })
    expect([report.verdict, open(report)]).toEqual([
      'invalid',
      ['path.parse x509.der.length certificate[0]'],
    ])
    expect(report.checks.filter((check) => check.status === 'passed')).toEqual([])
  })
})

describe('what is unknown is never valid', () => {
  test.each([
    ['no anchors', { anchors: [] }, 'path.anchor no-anchors certificate[0]'],
    [
      'only anchors of another name',
      { anchors: [{ certificate: root({ subject: nameOf('TEST stranger') }) }] },
      'path.anchor no-path-found certificate[0]',
    ],
    ['no intermediates', { intermediates: [] }, 'path.anchor no-path-found certificate[0]'],
    [
      'an anchor that cannot be read',
      { anchors: [{ certificate: bytes(1) }] },
      'path.anchor no-path-found certificate[0]',
    ],
    [
      'no budget for signatures',
      { budget: { signatures: 1 } },
      'path.anchor budget-exhausted certificate[0]',
    ],
    [
      'no budget for links',
      { budget: { links: 1 } },
      'path.anchor budget-exhausted certificate[0]',
    ],
    [
      'fewer intermediates allowed than needed',
      { budget: { intermediates: 0 } },
      'path.anchor no-path-found certificate[0]',
    ],
  ] satisfies readonly (readonly [string, Partial<PathQuery>, string])[])(
    '%s',
    async (_, query, expected) => {
      const report = await verify(query)
      expect([report.verdict, open(report)]).toEqual(['indeterminate', [expected]])
      expect(report.path).toHaveLength(1)
    },
  )

  test('an expired leaf without anchors is invalid, whoever issued it', async () => {
    const expired = leaf({ notAfter: instant('2022-06-01T00:00:00Z') })
    expect((await verify({ leaf: expired, anchors: [] })).verdict).toBe('invalid')
  })

  test('a crypto that answers with something else than true', async () => {
    const crypto = { ...systemCrypto, verify: () => 'yes' as unknown as boolean }
    expect((await verify({ crypto })).verdict).toBe('invalid')
  })

  test('certificates that cannot be read are set aside and named', async () => {
    const report = await verify({ intermediates: [bytes(0x30, 1), issuing()] })
    expect(report.verdict).toBe('valid')
    expect(report.setAside).toEqual([
      { from: 'intermediates', index: 0, code: 'x509.der.truncated' },
    ])
  })
})

describe('what a purpose may ask besides', () => {
  const usages = (...list: readonly string[]) => [
    keyUsage('digitalSignature'),
    extendedKeyUsage(...list),
  ]
  const [own] = documentSigning.extendedKeyUsage
  const anyUsage = extendedKeyUsageOids.any
  const authorities = (...list: readonly string[]) => ({
    intermediates: [issuing({ extensions: [...authorityExtensions, extendedKeyUsage(...list)] })],
  })
  const asked = (more: Partial<Purpose>) => ({ purpose: { ...documentSigning, ...more } })
  const refused = (reason: string, subject = 0) => [
    `path.extended-key-usage ${reason} certificate[${subject}]`,
  ]
  test.each([
    ['any usage of an authority', authorities(anyUsage), []],
    [
      'any usage of an authority, where it counts nowhere',
      { ...authorities(anyUsage), ...asked({ anyUsageCounts: 'nowhere' }) },
      refused('usage-not-allowed', 1),
    ],
    [
      'any usage of a leaf, where it counts',
      { leaf: leaf({ extensions: usages(anyUsage) }), ...asked({ anyUsageCounts: 'everywhere' }) },
      [],
    ],
    [
      'an authority that names no usage, where it must',
      asked({ authoritiesMustName: true }),
      refused('absent', 1),
    ],
    [
      'an authority that names the usage',
      { ...authorities(own), ...asked({ authoritiesMustName: true }) },
      [],
    ],
    [
      'a leaf that names a forbidden usage as well',
      {
        leaf: leaf({ extensions: usages(own, '1.2.3') }),
        ...asked({ forbiddenExtendedKeyUsage: ['1.2.3'] }),
      },
      refused('usage-forbidden'),
    ],
    ['a leaf that is none', asked({ endEntityOnly: true }), []],
    [
      'a leaf that is an authority',
      {
        leaf: leaf({ extensions: [...leafExtensions, basicConstraints(true)] }),
        ...asked({ endEntityOnly: true }),
      },
      ['path.basic-constraints an-authority certificate[0]'],
    ],
  ] satisfies readonly (readonly [string, Partial<PathQuery>, readonly string[]])[])(
    '%s',
    async (_, query, expected) => {
      expect(open(await verify(query))).toEqual(expected)
    },
  )
})

test('documentSigning takes both key usages that sign', async () => {
  const usage = extendedKeyUsage(...documentSigning.extendedKeyUsage)
  const query = { leaf: leaf({ extensions: [keyUsage('nonRepudiation'), usage] }) }
  expect((await verify(query)).verdict).toBe('valid')
})

test('a purpose that asks for a key usage is not content with none', async () => {
  const usage = extendedKeyUsage(...documentSigning.extendedKeyUsage)
  const query = { leaf: leaf({ extensions: [usage] }) }
  expect(open(await verify(query))).toEqual(['path.key-usage absent certificate[0]'])
  const purpose = { ...documentSigning, acceptsUnrestricted: true }
  expect(open(await verify({ ...query, purpose }))).toEqual([])
})

test('an issuer without a name is none, though an anchor has none either', async () => {
  const report = await verify({
    leaf: leaf({ issuer: nameOf('') }, rootKey),
    anchors: [{ certificate: root({ subject: nameOf('') }) }],
    intermediates: [],
  })
  expect(open(report)).toEqual(['path.name-chaining empty-issuer certificate[0]'])
})

test('a policy that asks for no revocation leaves sources alone', async () => {
  const report = await verify({ revocation: { policy: revocationOff, crls: [bytes(1)] } })
  const asked = report.checks.filter(({ id }) => id === 'path.revocation')
  expect(asked.map(({ reason }) => reason)).toEqual(['not-asked', 'not-asked'])
  expect([report.verdict, report.revocationPolicy]).toEqual(['valid', 'off'])
})

test('a signature that is no DER is none, whatever the numbers in it', async () => {
  const der = leaf().slice()
  const { signature } = readCertificate(der)
  der[der.length - signature.length] = 0x31
  expect(open(await verify({ leaf: der }))).toEqual([
    'path.signature signature-encoding certificate[0]',
  ])
})

test('a fault of the program is no word on a certificate', async () => {
  const crypto = {
    ...systemCrypto,
    importPublicKey: () => {
      throw new TypeError('a fault of the test')
    },
  }
  await expect(verify({ crypto })).rejects.toThrow(TypeError)
})

test('an RSA key longer than 16,384 bits costs too much to try', async () => {
  const modulus = (octets: number) => bytes(0, ...new Array<number>(octets).fill(0xff))
  const key = (octets: number) =>
    sequence(
      sequence(oid('1.2.840.113549.1.1.1'), tlv(5)),
      tlv(3, bytes(0), sequence(tlv(2, modulus(octets)), integer(1, 0, 1))),
    )
  const reasons = async (octets: number) =>
    open(await verify({ leaf: leaf({ key: { ...leafKey, spki: key(octets) } }) }))
  expect(await reasons(2048)).toEqual([])
  expect(await reasons(2049)).toEqual(['path.algorithm key-too-long certificate[0]'])
})

test('an RSA key with an exponent of one is refused', async () => {
  const modulus = bytes(0, ...new Array<number>(256).fill(0xff))
  const key = (exponent: Uint8Array) =>
    sequence(
      sequence(oid('1.2.840.113549.1.1.1'), tlv(5)),
      tlv(3, bytes(0), sequence(tlv(2, modulus), exponent)),
    )
  const reasons = async (exponent: Uint8Array) =>
    open(await verify({ leaf: leaf({ key: { ...leafKey, spki: key(exponent) } }) }))
  expect(await reasons(integer(1))).toEqual(['path.algorithm key-exponent certificate[0]'])
  expect(await reasons(integer(4))).toEqual(['path.algorithm key-exponent certificate[0]'])
  expect(await reasons(integer(3))).toEqual([])
})
