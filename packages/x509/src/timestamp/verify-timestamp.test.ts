import { describe, expect, test } from 'vitest'
import {
  bytes,
  crlEntry,
  extension,
  forgeCrl,
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
import { extendedKeyUsageOids, extensionOids } from '../certificate/oids.js'
import { cmsOids } from '../cms/oids.js'
import { issuing, issuingKey, leaf, root, rootKey, verify } from '../path/chain.fixture.js'
import { peculiarCrypto } from '../peculiar/index.js'
import {
  algorithmOf,
  attribute,
  authority,
  authorityCertificate,
  contentTypeAttribute,
  digest,
  digestAttribute,
  forgeInfo,
  forgeReply,
  forgeToken,
  imprintOf,
  type InfoFields,
  meant,
  meantBySha1,
  message,
  stamps,
  stampsUncritically,
} from './forge-token.fixture.js'
import type { Asked } from './info-checks.js'
import { timestampCheckIds } from './timestamp-report.js'
import type { Imprint } from './timestamp-request.js'
import { type TimestampQuery, verifyTimestamp } from './verify-timestamp.js'

interface Rest
  extends Partial<Pick<TimestampQuery, 'anchors' | 'intermediates' | 'revocation' | 'crypto'>>,
    Asked {
  readonly message?: Uint8Array
  readonly imprint?: Imprint
}
const around = { anchors: [{ certificate: root() }], intermediates: [issuing()] }
const judge = (token: Uint8Array, query: Rest = {}) =>
  verifyTimestamp({
    token,
    ...('imprint' in query ? {} : { message }),
    ...around,
    ...query,
  } as TimestampQuery)

/** What stands in the way, as `id reason`, without the prefix of the ids. */
const openOf = async (token: Uint8Array, query: Rest = {}) =>
  (await judge(token, query)).checks
    .filter(({ status }) => status === 'failed' || status === 'unknown')
    .map(({ id, reason }) => `${id.slice('timestamp.'.length)} ${reason}`)
const withInfo = (fields: Partial<InfoFields>) => forgeToken({ info: forgeInfo(fields) })
const info = forgeInfo()
const sound = [
  contentTypeAttribute(),
  digestAttribute(digest('SHA-256', info)),
  meant(authorityCertificate),
]
const withAttributes = (...attributes: readonly Uint8Array[]) => forgeToken({ attributes })

describe('verifyTimestamp', () => {
  test('gives the time with its accuracy, and every check by its id', async () => {
    const accuracy = sequence(integer(1))
    const report = await judge(withInfo({ accuracy, ordering: tlv(1, bytes(0xff)) }))
    expect(report).toMatchObject({
      verdict: 'valid',
      time: new Date('2022-06-15T00:00:00Z'),
      accuracy: { seconds: 1, millis: 0, micros: 0 },
      ordering: true,
      serialNumber: '11',
      policy: '1.2.3.4.1',
      path: { verdict: 'valid', purpose: 'time-stamping', at: new Date('2022-06-15T00:00:00Z') },
    })
    expect(report.checks.map(({ id }) => id)).toEqual(timestampCheckIds)
    expect(report.checks.every(({ cite }) => cite !== undefined)).toBe(true)
  })

  test.each<[string, Uint8Array, Rest]>([
    [
      'by a hash of the message',
      forgeToken(),
      {
        imprint: { hash: 'SHA-256', digest: digest('SHA-256', message) },
      },
    ],
    ['over SHA-384', withInfo({ imprint: imprintOf('SHA-384') }), {}],
    [
      'over SHA-512, with NULL',
      withInfo({
        imprint: sequence(algorithmOf('SHA-512', tlv(5)), tlv(4, digest('SHA-512', message))),
      }),
      {},
    ],
    [
      'with the nonce that was sent',
      withInfo({ nonce: integer(0, 0x99) }),
      { nonce: bytes(0, 0, 0x99) },
    ],
    ['under the policy that was asked for', forgeToken(), { policy: '1.2.3.4.1' }],
    [
      'with the name of its authority',
      withInfo({ authority: tlv(0xa0, tlv(0xa4, nameOf('test  TIME'))) }),
      {},
    ],
    [
      'without certificates, given the one',
      forgeToken({ certificates: [] }),
      { intermediates: [authorityCertificate, issuing()] },
    ],
    [
      'with the authority among others',
      forgeToken({ certificates: [leaf(), issuing(), authorityCertificate] }),
      { intermediates: [] },
    ],
    [
      'beside what is no certificate',
      forgeToken({ certificates: [sequence(integer(1)), authorityCertificate] }),
      {},
    ],
    [
      'meant by SHA-1',
      withAttributes(
        contentTypeAttribute(),
        digestAttribute(digest('SHA-256', info)),
        meantBySha1(authorityCertificate),
      ),
      {},
    ],
    ['meant by both', withAttributes(...sound, meantBySha1(authorityCertificate)), {}],
    [
      'meant by SHA-512',
      withAttributes(
        contentTypeAttribute(),
        digestAttribute(digest('SHA-256', info)),
        meant(authorityCertificate, { hash: 'SHA-512' }),
      ),
      {},
    ],
    [
      'meant by SHA-256 in so many words',
      withAttributes(
        contentTypeAttribute(),
        digestAttribute(digest('SHA-256', info)),
        meant(authorityCertificate, { named: true }),
      ),
      {},
    ],
    [
      'with more attributes',
      withAttributes(...sound, attribute('1.2.840.113549.1.9.5', timeOf(new Date('2022-06-15')))),
      {},
    ],
  ])('holds %s', async (_, token, query) => {
    expect(await openOf(token, query)).toEqual([])
    expect((await judge(token, query)).verdict).toBe('valid')
  })

  test('holds by RSA with its hash beside it, or in its name', async () => {
    const key = testRsaKey(2048)
    const certificate = authority({ key })
    const named = (identifier: string, ...parameters: readonly Uint8Array[]) =>
      forgeToken({ key, certificate, signatureAlgorithm: sequence(oid(identifier), ...parameters) })
    expect(await openOf(named('1.2.840.113549.1.1.1', tlv(5)))).toEqual([])
    expect(await openOf(named('1.2.840.113549.1.1.1'))).toEqual([])
    expect(await openOf(named('1.2.840.113549.1.1.11', tlv(5)))).toEqual([])
    expect(await openOf(named('1.2.840.113549.1.1.12', tlv(5)))).toEqual([
      'signature signature-mismatch',
    ])
    expect(await openOf(named('1.2.840.113549.1.1.1', integer(1)))).toEqual([
      'signature algorithm-not-allowed',
    ])
    const weak = forgeToken({
      key,
      certificate,
      digestHash: 'SHA-1',
      signatureAlgorithm: sequence(oid('1.2.840.113549.1.1.1'), tlv(5)),
    })
    expect(await openOf(weak)).toEqual([
      'signed-attributes algorithm-not-allowed',
      'signature algorithm-not-allowed',
    ])
  })

  test('holds for a signer that is named by its key', async () => {
    const keyId = extension(extensionOids.subjectKeyIdentifier, tlv(4, bytes(9, 9)))
    const certificate = authority({ extensions: [stamps, keyId] })
    const named = (id: Uint8Array) =>
      forgeToken({
        certificate,
        certificates: [authorityCertificate, certificate],
        signerId: tlv(0x80, id),
        signerVersion: integer(3),
      })
    expect(await openOf(named(bytes(9, 9)))).toEqual([])
    expect(await openOf(named(bytes(9, 8)))).toContain('signer certificate-not-found')
  })

  test.each<[string, Uint8Array, Rest, readonly string[]]>([
    ['another message', forgeToken(), { message: bytes(1) }, ['imprint mismatch']],
    [
      'another hash',
      forgeToken(),
      { imprint: { hash: 'SHA-256', digest: new Uint8Array(32) } },
      ['imprint mismatch'],
    ],
    [
      'a hash of another function',
      forgeToken(),
      {
        imprint: { hash: 'SHA-512', digest: digest('SHA-512', message) },
      },
      ['imprint another-algorithm'],
    ],
    ['SHA-1', withInfo({ imprint: imprintOf('SHA-1') }), {}, ['imprint algorithm-not-allowed']],
    ['no nonce', forgeToken(), { nonce: bytes(1) }, ['nonce absent']],
    ['another nonce', withInfo({ nonce: integer(2) }), { nonce: bytes(1) }, ['nonce mismatch']],
    [
      'a negative nonce',
      withInfo({ nonce: integer(0x99) }),
      { nonce: bytes(0x99) },
      ['nonce mismatch'],
    ],
    ['another policy', forgeToken(), { policy: '1.2.3.4.2' }, ['policy mismatch']],
    [
      'an unknown critical extension',
      withInfo({ extensions: [extension('1.2.3', bytes(1), true)] }),
      {},
      ['critical-extensions unknown-critical-extension'],
    ],
    [
      'the name of another',
      withInfo({ authority: tlv(0xa0, tlv(0xa4, nameOf('TEST clock'))) }),
      {},
      ['authority-name mismatch'],
    ],
    [
      'a name of a form that is not judged',
      withInfo({ authority: tlv(0xa0, tlv(0x88, bytes(1))) }),
      {},
      ['authority-name mismatch'],
    ],
    [
      'an address for a name',
      withInfo({ authority: tlv(0xa0, tlv(0x87, bytes(1, 2, 3, 4))) }),
      {},
      ['authority-name mismatch'],
    ],
    [
      'a signature by another key',
      forgeToken({ key: testKey() }),
      {},
      ['signature signature-mismatch'],
    ],
    [
      'a signature over SHA-1',
      forgeToken({ signatureAlgorithm: sequence(oid('1.2.840.10045.4.1')) }),
      {},
      ['signature algorithm-not-allowed'],
    ],
    [
      'no signed attributes',
      forgeToken({ signedAttributes: bytes() }),
      {},
      ['signing-certificate absent', 'signed-attributes absent'],
    ],
    [
      'a digest of another content',
      withAttributes(
        contentTypeAttribute(),
        digestAttribute(new Uint8Array(32)),
        meant(authorityCertificate),
      ),
      {},
      ['signed-attributes digest-mismatch'],
    ],
    [
      'no digest',
      withAttributes(contentTypeAttribute(), meant(authorityCertificate)),
      {},
      ['signed-attributes no-message-digest'],
    ],
    [
      'two digests',
      withAttributes(
        contentTypeAttribute(),
        attribute(cmsOids.messageDigest, tlv(4), tlv(4, bytes(1))),
        meant(authorityCertificate),
      ),
      {},
      ['signed-attributes no-message-digest'],
    ],
    [
      'a content type of another kind',
      withAttributes(
        contentTypeAttribute('1.2.840.113549.1.7.1'),
        digestAttribute(digest('SHA-256', info)),
        meant(authorityCertificate),
      ),
      {},
      ['signed-attributes content-type-mismatch'],
    ],
    [
      'a content type that is none',
      withAttributes(
        attribute(cmsOids.contentType, tlv(6)),
        digestAttribute(digest('SHA-256', info)),
        meant(authorityCertificate),
      ),
      {},
      ['signed-attributes content-type-mismatch'],
    ],
    [
      'no content type',
      withAttributes(digestAttribute(digest('SHA-256', info)), meant(authorityCertificate)),
      {},
      ['signed-attributes content-type-mismatch'],
    ],
    [
      'an unknown hash of the content',
      forgeToken({ digestAlgorithm: sequence(oid('1.2.3')) }),
      {},
      ['signed-attributes algorithm-not-allowed'],
    ],
    [
      'a malformed hash of the content',
      forgeToken({ digestAlgorithm: algorithmOf('SHA-256', tlv(5, bytes(0))) }),
      {},
      ['signed-attributes algorithm-not-allowed'],
    ],
    [
      'a certificate that is not meant',
      forgeToken({
        attributes: [
          contentTypeAttribute(),
          digestAttribute(digest('SHA-256', info)),
          meant(leaf()),
        ],
      }),
      {},
      ['signing-certificate mismatch'],
    ],
    [
      'no certificate that is meant',
      withAttributes(contentTypeAttribute(), digestAttribute(digest('SHA-256', info))),
      {},
      ['signing-certificate absent'],
    ],
    [
      'one meaning that fits and one that does not',
      withAttributes(...sound, meantBySha1(leaf())),
      {},
      ['signing-certificate mismatch'],
    ],
    [
      'a meaning that cannot be read',
      withAttributes(
        contentTypeAttribute(),
        digestAttribute(digest('SHA-256', info)),
        attribute(cmsOids.signingCertificateV2, sequence()),
      ),
      {},
      ['signing-certificate malformed'],
    ],
    [
      'a meaning that is given twice',
      withAttributes(
        contentTypeAttribute(),
        digestAttribute(digest('SHA-256', info)),
        attribute(cmsOids.signingCertificate, sequence(), sequence(integer(1))),
      ),
      {},
      ['signing-certificate malformed'],
    ],
    [
      'a meaning by a weak hash',
      withAttributes(
        contentTypeAttribute(),
        digestAttribute(digest('SHA-256', info)),
        meant(authorityCertificate, { hash: 'SHA-1' }),
      ),
      {},
      ['signing-certificate malformed'],
    ],
    [
      'certificates that are not there',
      forgeToken({ certificates: [] }),
      {},
      ['signer certificate-not-found'],
    ],
    ['an anchor that is not trusted', forgeToken(), { anchors: [] }, ['chain indeterminate']],
    ['a chain that is not complete', forgeToken(), { intermediates: [] }, ['chain indeterminate']],
  ])('does not hold by %s', async (_, token, query, reasons) => {
    expect(await openOf(token, query)).toEqual(reasons)
    const report = await judge(token, query)
    expect(report.verdict).not.toBe('valid')
    expect(report).not.toHaveProperty('time')
  })

  const issuer = (name: string) => sequence(tlv(0xa4, nameOf(name)))
  test.each<[string, Uint8Array, string | undefined]>([
    ['its own', sequence(issuer('TEST issuing'), integer(5)), undefined],
    ['another issuer', sequence(issuer('TEST root'), integer(5)), 'signing-certificate mismatch'],
    [
      'another number',
      sequence(issuer('TEST issuing'), integer(6)),
      'signing-certificate mismatch',
    ],
    [
      'no directory name',
      sequence(sequence(tlv(0x82, bytes(65))), integer(5)),
      'signing-certificate mismatch',
    ],
  ])('compares issuer and number beside the hash: %s', async (_, issuerSerial, reason) => {
    const rest = [issuerSerial]
    for (const meaning of [
      meant(authorityCertificate, { rest }),
      meantBySha1(authorityCertificate, issuerSerial),
    ]) {
      const token = withAttributes(
        contentTypeAttribute(),
        digestAttribute(digest('SHA-256', info)),
        meaning,
      )
      expect(await openOf(token)).toEqual(reason === undefined ? [] : [reason])
    }
  })

  test('is not taken in by a certificate of the same issuer and number that was put in', async () => {
    const spoofed = authority({ key: testKey(), subject: nameOf('TEST spoofed') }, testKey())
    const token = forgeToken({ certificates: [spoofed, authorityCertificate] })
    const report = await judge(token)
    expect(report.verdict).toBe('valid')
    const alone = forgeToken({ certificates: [spoofed] })
    expect(await openOf(alone)).toEqual(['signing-certificate mismatch'])
  })

  test.each<[string, readonly Uint8Array[], readonly string[]]>([
    ['the usage alone and critical', [stamps], []],
    ['a key that signs beyond repudiation', [stamps, keyUsage('nonRepudiation')], []],
    ['no extended usage', [], ['usage absent', 'chain invalid']],
    ['a usage that is not critical', [stampsUncritically], ['usage not-critical']],
    [
      'a usage beside another',
      [
        extension(
          extensionOids.extendedKeyUsage,
          sequence(
            oid(extendedKeyUsageOids.timeStamping),
            oid(extendedKeyUsageOids.documentSigning),
          ),
          true,
        ),
      ],
      ['usage not-alone'],
    ],
    [
      'another usage',
      [
        extension(
          extensionOids.extendedKeyUsage,
          sequence(oid(extendedKeyUsageOids.documentSigning)),
          true,
        ),
      ],
      ['usage usage-not-allowed', 'chain invalid'],
    ],
    [
      'a key for more than signing',
      [stamps, keyUsage('digitalSignature', 'keyEncipherment')],
      ['usage key-usage-not-allowed'],
    ],
  ])('asks of its authority %s', async (_, extensions, reasons) => {
    const certificate = authority({ extensions })
    expect(await openOf(forgeToken({ certificate }))).toEqual(reasons)
  })

  test('takes a name of the authority among its other names', async () => {
    const names = extension(
      extensionOids.subjectAltName,
      sequence(tlv(0x86, new TextEncoder().encode('urn:time'))),
    )
    const certificate = authority({ extensions: [stamps, names] })
    const stated = (text: string) =>
      forgeToken({
        certificate,
        info: forgeInfo({ authority: tlv(0xa0, tlv(0x86, new TextEncoder().encode(text))) }),
      })
    expect(await openOf(stated('urn:time'))).toEqual([])
    expect(await openOf(stated('urn:other'))).toEqual(['authority-name mismatch'])
  })

  test('judges the chain at the stated time, not today', async () => {
    const expired = authority({ notAfter: timeOf(new Date('2022-06-15T00:00:00Z')) })
    expect(await openOf(forgeToken({ certificate: expired }))).toEqual([])
    const before = authority({ notAfter: timeOf(new Date('2022-06-14T23:59:59Z')) })
    expect(await openOf(forgeToken({ certificate: before }))).toEqual(['chain invalid'])
    expect(await openOf(withInfo({ time: '20230101000001Z' }))).toEqual(['chain invalid'])
  })

  test('names the check of the chain that is open', async () => {
    const report = await judge(forgeToken({ certificate: authority({}, testKey()) }))
    expect(report.checks.find(({ id }) => id === 'timestamp.chain')?.params).toEqual({
      check: 'path.signature',
    })
  })

  test('needs no other certificates than those of the token', async () => {
    const token = forgeToken({ certificates: [authorityCertificate, issuing()] })
    const { anchors } = around
    expect((await verifyTimestamp({ token, message, anchors })).verdict).toBe('valid')
  })

  test('asks for revocation when told to', async () => {
    const list = (...entries: readonly Uint8Array[]) =>
      forgeCrl({ issuer: nameOf('TEST issuing'), entries }, issuingKey)
    const crls = (own: Uint8Array) => ({ revocation: { crls: [own, forgeCrl({}, rootKey)] } })
    expect(await openOf(forgeToken(), crls(list()))).toEqual([])
    expect(await openOf(forgeToken(), crls(list(crlEntry(integer(5)))))).toEqual(['chain invalid'])
    expect(await openOf(forgeToken(), { revocation: {} })).toEqual(['chain indeterminate'])
  })

  test.each<[string, Uint8Array, readonly string[]]>([
    ['a grant', forgeReply(0, forgeToken()), []],
    ['a grant with modifications', forgeReply(1, forgeToken()), []],
    [
      'a rejection',
      forgeReply(2, bytes(), tlv(3, bytes(7, 0x80))),
      ['timestamp.status rejection bad-algorithm'],
    ],
    ['waiting', forgeReply(3), ['timestamp.status waiting ']],
    ['what cannot be read', bytes(1), ['timestamp.parse x509.der.tag ']],
    [
      'a token that cannot be read',
      forgeReply(0, sequence(integer(1))),
      ['timestamp.parse x509.der.tag '],
    ],
    [
      'another content',
      forgeReply(0, forgeToken({ contentType: '1.2.3' })),
      ['timestamp.content-type not-a-timestamp '],
    ],
  ])('takes a response: %s', async (_, response, expected) => {
    const report = await verifyTimestamp({ response, message, ...around })
    const open = report.checks
      .filter(({ status }) => status === 'failed' || status === 'unknown')
      .map(({ id, reason, params }) => `${id} ${reason} ${params?.['failure'] ?? ''}`)
    expect(open).toEqual(expected)
    expect(report.verdict).toBe(expected.length === 0 ? 'valid' : 'invalid')
  })

  test('says the same through @peculiar/webcrypto', async () => {
    const crypto = await peculiarCrypto()
    expect(await openOf(forgeToken(), { crypto })).toEqual([])
    expect(await openOf(forgeToken({ key: testKey() }), { crypto })).toEqual([
      'signature signature-mismatch',
    ])
  })

  test('proves that a signature was there before its key was revoked', async () => {
    const crls = [
      forgeCrl({ issuer: nameOf('TEST issuing'), entries: [crlEntry(integer(3))] }, issuingKey),
      forgeCrl({}, rootKey),
    ]
    const stamped = await judge(withInfo({ time: '20220201000000Z' }))
    if (stamped.verdict !== 'valid') throw new Error(stamped.verdict)
    expect((await verify({ revocation: { crls } })).verdict).toBe('invalid')
    expect((await verify({ revocation: { crls, provenAt: stamped.time } })).verdict).toBe('valid')
  })
})
