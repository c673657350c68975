import { isSdkError, toHex, utf8 } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import {
  bytes,
  extension,
  integer,
  nameOf,
  oid,
  sequence,
  tlv,
  truth,
} from '../certificate/forge.fixture.js'
import {
  attribute,
  authority,
  contentTypeAttribute,
  forgeInfo,
  forgeReply,
  forgeToken,
  imprintOf,
  issuerAndSerial,
} from './forge-token.fixture.js'
import { readTimestampResponse, readTimestampToken } from './read-token.js'

const codeOf = (read: () => unknown) => {
  try {
    read()
  } catch (caught) {
    return isSdkError(caught) ? caught.code : caught
  }
  return undefined
}

describe('readTimestampToken', () => {
  test('reads what the authority states', () => {
    const info = forgeInfo({
      time: '20220615000000.25Z',
      accuracy: sequence(integer(1), tlv(0x80, bytes(2)), tlv(0x81, bytes(0x03, 0xe7))),
      ordering: truth,
      nonce: integer(0, 0x99),
      authority: tlv(0xa0, tlv(0xa4, nameOf('TEST time'))),
      extensions: [extension('1.2.3', bytes(1))],
    })
    const token = readTimestampToken(forgeToken({ info }))
    expect(token.info).toMatchObject({
      policy: '1.2.3.4.1',
      imprint: { algorithm: { oid: '2.16.840.1.101.3.4.2.1' } },
      serialNumber: '11',
      time: new Date('2022-06-15T00:00:00.250Z'),
      accuracy: { seconds: 1, millis: 2, micros: 999 },
      ordering: true,
      nonce: bytes(0, 0x99),
      authority: { type: 'directory' },
      extensions: [{ oid: '1.2.3' }],
    })
    expect(token.certificates.map(toHex)).toHaveLength(1)
  })

  test('reads what is left out as such', () => {
    expect(readTimestampToken(forgeToken({ certificates: [] }))).toMatchObject({
      certificates: [],
      info: {
        accuracy: undefined,
        ordering: false,
        nonce: undefined,
        authority: undefined,
        extensions: [],
      },
    })
  })

  test('reads over lists, unsigned attributes and other forms of certificates', () => {
    const token = forgeToken({
      certificates: [authority(), tlv(0xa1, integer(1))],
      crls: tlv(0xa1, sequence()),
      unsigned: tlv(0xa1, attribute('1.2.3', integer(1))),
    })
    expect(readTimestampToken(token).certificates).toHaveLength(1)
  })

  // RFC 5652 section 5.1.
  test.each<[string, Parameters<typeof forgeToken>[0], number]>([
    ['a timestamp', {}, 3],
    ['an attribute certificate of version 1', { certificates: [tlv(0xa1, integer(1))] }, 3],
    ['one of version 2', { certificates: [authority(), tlv(0xa2, integer(1))] }, 4],
    ['a certificate of another form', { certificates: [authority(), tlv(0xa3, integer(1))] }, 5],
    ['a list of another form', { crls: tlv(0xa1, sequence(), tlv(0xa1, integer(1))) }, 5],
    ['a list as RFC 5280 has it', { crls: tlv(0xa1, sequence()) }, 3],
  ])('the version that goes with %s is the only one taken', (_, fields, version) => {
    const taken = [0, 1, 2, 3, 4, 5, 6].filter((one) => {
      const code = codeOf(() =>
        readTimestampToken(forgeToken({ ...fields, dataVersion: integer(one) })),
      )
      expect([undefined, 'x509.cms.version']).toContain(code)
      return code === undefined
    })
    expect(taken).toEqual([version])
  })

  test.each([
    ['20220615000000Z', '2022-06-15T00:00:00.000Z'],
    ['20220615000000.1Z', '2022-06-15T00:00:00.100Z'],
    ['20220615000000.001999Z', '2022-06-15T00:00:00.001Z'],
  ])('reads the time %s', (time, instant) => {
    const { info } = readTimestampToken(forgeToken({ info: forgeInfo({ time }) }))
    expect(info.time.toISOString()).toBe(instant)
  })

  test.each([
    '20220615000000.10Z',
    '20220615000000.Z',
    '20220615000000,1Z',
    '20220615000000',
    '202206150000Z',
    '20220615240000Z',
    '20220615000000.5+0700',
  ])('refuses the time %s', (time) => {
    expect(codeOf(() => readTimestampToken(forgeToken({ info: forgeInfo({ time }) })))).toBe(
      'x509.der.time',
    )
  })

  const two = [contentTypeAttribute(), contentTypeAttribute('1.2.3')]
  const longer = attribute('1.2.840.113549.1.9.3.1', integer(1))
  test.each<[string, Uint8Array, string]>([
    ['nothing', bytes(), 'x509.der.truncated'],
    [
      '65 certificates',
      forgeToken({ certificates: new Array<Uint8Array>(65).fill(sequence()) }),
      'x509.der.size',
    ],
    ['an octet behind', bytes(...forgeToken(), 0), 'x509.der.trailing'],
    ['what is not signed data', forgeToken({ type: '1.2.840.113549.1.7.1' }), 'x509.cms.type'],
    [
      'a digest algorithm that is not announced',
      forgeToken({ announced: bytes() }),
      'x509.cms.digest-algorithm',
    ],
    [
      'another content',
      forgeToken({ contentType: '1.2.840.113549.1.7.1', dataVersion: integer(1) }),
      'x509.timestamp.content',
    ],
    ['no signature', forgeToken({ signers: () => [] }), 'x509.timestamp.signers'],
    ['two signatures', forgeToken({ signers: (one) => [one, one] }), 'x509.timestamp.signers'],
    [
      'a signer named by issuer in version 3',
      forgeToken({ signerVersion: integer(3) }),
      'x509.cms.version',
    ],
    [
      'a signer named by key in version 1',
      forgeToken({ signerId: tlv(0x80, bytes(1)) }),
      'x509.cms.version',
    ],
    ['a signer named otherwise', forgeToken({ signerId: tlv(0x81, bytes(1)) }), 'x509.cms.signer'],
    [
      'a signer with a third part',
      forgeToken({ signerId: sequence(nameOf('TEST'), integer(1), integer(1)) }),
      'x509.der.trailing',
    ],
    ['an attribute twice', forgeToken({ attributes: two }), 'x509.cms.attributes'],
    [
      'attributes out of order',
      forgeToken({
        attributes: [contentTypeAttribute(), longer],
        sorted: false,
      }),
      'x509.der.order',
    ],
    ['no attribute inside the set', forgeToken({ attributes: [] }), 'x509.der.truncated'],
    [
      'an attribute without a value',
      forgeToken({ attributes: [attribute('1.2.3')] }),
      'x509.der.truncated',
    ],
    [
      '65 attributes',
      forgeToken({
        attributes: Array.from({ length: 65 }, (_, index) => attribute(`1.2.${index}`, integer(1))),
      }),
      'x509.der.size',
    ],
    [
      'version 2 of the content',
      forgeToken({ info: forgeInfo({ version: integer(2) }) }),
      'x509.timestamp.version',
    ],
    [
      'a negative number',
      forgeToken({ info: forgeInfo({ serial: integer(0x80) }) }),
      'x509.der.integer',
    ],
    [
      'an ordering that is written out as false',
      forgeToken({ info: forgeInfo({ ordering: tlv(1, bytes(0)) }) }),
      'x509.der.default',
    ],
    [
      'no thousandth where some are written',
      forgeToken({ info: forgeInfo({ accuracy: sequence(tlv(0x80, bytes(0))) }) }),
      'x509.timestamp.accuracy',
    ],
    [
      'a thousand thousandths',
      forgeToken({ info: forgeInfo({ accuracy: sequence(tlv(0x81, bytes(3, 0xe8))) }) }),
      'x509.timestamp.accuracy',
    ],
    [
      'more than an imprint',
      forgeToken({ info: forgeInfo({ imprint: sequence(...[imprintOf('SHA-256')]) }) }),
      'x509.der.tag',
    ],
    [
      'something behind the content',
      forgeToken({ info: bytes(...forgeInfo(), 5, 0) }),
      'x509.der.trailing',
    ],
    [
      'a content that is no OCTET STRING',
      sequence(
        oid('1.2.840.113549.1.7.2'),
        tlv(0xa0, sequence(integer(3), tlv(0x31), sequence(oid('1.2.3'), tlv(0xa0, integer(1))))),
      ),
      'x509.der.tag',
    ],
  ])('refuses %s', (_, der, code) => {
    expect(codeOf(() => readTimestampToken(der))).toBe(code)
  })

  test('takes attributes in order', () => {
    expect(
      codeOf(() =>
        readTimestampToken(forgeToken({ attributes: [contentTypeAttribute(), longer] })),
      ),
    ).toBeUndefined()
    expect(
      codeOf(() => readTimestampToken(forgeToken({ signerId: issuerAndSerial() }))),
    ).toBeUndefined()
  })
})

describe('readTimestampResponse', () => {
  test('reads a grant with its token', () => {
    const { status, token } = readTimestampResponse(forgeReply(0, forgeToken()))
    expect(status).toBe('granted')
    expect(readTimestampToken(token ?? bytes()).info.policy).toBe('1.2.3.4.1')
    expect(readTimestampResponse(forgeReply(1, forgeToken())).status).toBe(
      'granted-with-modifications',
    )
  })

  const bits = (...octets: readonly number[]) => tlv(0x03, bytes(...octets))
  test.each<[string, Uint8Array, object]>([
    [
      'a rejection',
      forgeReply(2),
      { status: 'rejection', texts: [], failures: [], token: undefined },
    ],
    [
      'its words',
      forgeReply(2, bytes(), sequence(tlv(0x0c, utf8('quá tải')), tlv(0x0c, utf8('x')))),
      { texts: ['quá tải', 'x'] },
    ],
    ['a bad algorithm', forgeReply(2, bytes(), bits(7, 0x80)), { failures: ['bad-algorithm'] }],
    [
      'two failures, one unheard of',
      forgeReply(2, bytes(), bits(5, 0x60)),
      { failures: ['bad-request'] },
    ],
    [
      'the last failure',
      forgeReply(2, bytes(), bits(6, 0, 0, 0, 0x40)),
      { failures: ['system-failure'] },
    ],
    ['waiting', forgeReply(3), { status: 'waiting' }],
    ['a warning', forgeReply(4), { status: 'revocation-warning' }],
    ['a notification', forgeReply(5), { status: 'revocation-notification' }],
  ])('reads %s', (_, der, expected) => {
    expect(readTimestampResponse(der)).toMatchObject(expected)
  })

  test.each<[string, Uint8Array, string]>([
    ['a status beyond the last', forgeReply(6), 'x509.timestamp.status'],
    ['a grant without a token', forgeReply(0), 'x509.timestamp.status'],
    ['a rejection with a token', forgeReply(2, forgeToken()), 'x509.timestamp.status'],
    [
      'something behind the token',
      sequence(sequence(integer(0)), forgeToken(), integer(1)),
      'x509.der.trailing',
    ],
    [
      'words that are not UTF-8',
      forgeReply(2, bytes(), sequence(tlv(0x0c, bytes(0xff)))),
      'x509.der.text',
    ],
  ])('refuses %s', (_, der, code) => {
    expect(codeOf(() => readTimestampResponse(der))).toBe(code)
  })
})
