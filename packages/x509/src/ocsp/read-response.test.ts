import { isSdkError } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import {
  bytes,
  extension,
  integer,
  oid,
  sequence,
  tlv,
  truth,
} from '../certificate/forge.fixture.js'
import {
  answer,
  byKey,
  certificateId,
  forgeResponse,
  generalized,
  good,
  keyHashOf,
  responder,
  responderKey,
  revokedFor,
  unknownStatus,
} from './forge-ocsp.fixture.js'
import { readOcspResponse } from './read-response.js'

const codeOf = (der: Uint8Array) => {
  try {
    readOcspResponse(der)
  } catch (caught) {
    return isSdkError(caught) ? caught.code : caught
  }
  return undefined
}

const basicOf = (der: Uint8Array) => {
  const response = readOcspResponse(der)
  if (response.status !== 'successful') throw new Error(response.status)
  return response.basic
}

describe('readOcspResponse', () => {
  test('reads what a responder says, of whom, since when and until when', () => {
    const basic = basicOf(forgeResponse({ certificates: [responder()] }))
    expect(basic.responder).toMatchObject({ by: 'name' })
    expect(basic.producedAt).toEqual(new Date('2022-06-14T12:00:00Z'))
    expect(basic.certificates).toEqual([responder()].map(() => expect.any(Uint8Array)))
    expect(basic.answers).toMatchObject([
      {
        certificate: { hash: 'SHA-1', serialNumber: '03' },
        says: { status: 'good' },
        thisUpdate: new Date('2022-06-14T00:00:00Z'),
        nextUpdate: new Date('2022-06-16T00:00:00Z'),
        extensions: [],
      },
    ])
  })

  test('reads a responder by its key', () => {
    expect(basicOf(forgeResponse({ responder: byKey(responderKey) })).responder).toEqual({
      by: 'key',
      keyHash: keyHashOf(responderKey),
    })
  })

  test.each([
    ['good', good, { status: 'good' }],
    ['unknown', unknownStatus, { status: 'unknown' }],
    ['revoked without a reason', revokedFor(), { status: 'revoked', reason: 'unspecified' }],
    ['revoked for a lost key', revokedFor(1), { status: 'revoked', reason: 'keyCompromise' }],
  ])('reads %s', (_, status, says) => {
    expect(
      basicOf(forgeResponse({ answers: [answer({ status })] })).answers[0]?.says,
    ).toMatchObject(says)
  })

  test.each([
    ['padded with zeros', integer(0, 0, 3), '03'],
    ['of nought', integer(0, 0), '00'],
    ['with its sign octet', integer(0, 0x80), '80'],
  ])('reads a serial number %s by its value', (_, serial, value) => {
    const der = forgeResponse({ answers: [answer({ id: certificateId({ serial }) })] })
    expect(basicOf(der).answers[0]?.certificate.serialNumber).toBe(value)
  })

  test('reads a version 1 that is written out', () => {
    expect(basicOf(forgeResponse({ version: tlv(0xa0, integer(0)) })).answers).toHaveLength(1)
  })

  test.each([
    ['malformed-request', 1],
    ['internal-error', 2],
    ['try-later', 3],
    ['signature-required', 5],
    ['unauthorized', 6],
  ])('reads the refusal %s', (status, number) => {
    expect(readOcspResponse(sequence(tlv(0x0a, bytes(number))))).toEqual({ status })
  })

  const one = (fields: Parameters<typeof answer>[0]) => forgeResponse({ answers: [answer(fields)] })
  const strange = extension('1.2.3.4', bytes(1))
  test.each([
    ['nothing', bytes(), 'x509.der.truncated'],
    [
      '33 certificates',
      forgeResponse({ certificates: new Array<Uint8Array>(33).fill(sequence()) }),
      'x509.der.size',
    ],
    ['a status that is reserved', sequence(tlv(0x0a, bytes(4))), 'x509.ocsp.status'],
    ['a status beyond the last', sequence(tlv(0x0a, bytes(7))), 'x509.ocsp.status'],
    ['success without a response', sequence(tlv(0x0a, bytes(0))), 'x509.der.truncated'],
    [
      'a refusal with a response',
      forgeResponse({ status: tlv(0x0a, bytes(3)) }),
      'x509.der.trailing',
    ],
    ['an octet behind', bytes(...forgeResponse(), 0), 'x509.der.trailing'],
    ['another type of response', forgeResponse({ type: '1.2.3' }), 'x509.ocsp.type'],
    ['version 2', forgeResponse({ version: tlv(0xa0, integer(1)) }), 'x509.ocsp.version'],
    [
      'a third way to name a responder',
      forgeResponse({ responder: tlv(0xa3) }),
      'x509.ocsp.responder',
    ],
    ['a status that is none', one({ status: tlv(0x83) }), 'x509.ocsp.status'],
    ['good with a content', one({ status: tlv(0x80, bytes(0)) }), 'x509.der.tag'],
    ['a reason that is reserved', one({ status: revokedFor(7) }), 'x509.ocsp.status'],
    ['a UTCTime', one({ thisUpdate: tlv(0x17) }), 'x509.der.tag'],
    [
      'a fraction of a second',
      one({ thisUpdate: tlv(0x18, new TextEncoder().encode('20220614000000.5Z')) }),
      'x509.der.time',
    ],
    [
      'a negative serial number',
      one({ id: certificateId({ serial: integer(0x80) }) }),
      'x509.certificate.serial',
    ],
    [
      'a serial number of 21 octets',
      one({ id: certificateId({ serial: integer(...new Array<number>(21).fill(1)) }) }),
      'x509.certificate.serial',
    ],
    [
      'a serial number of no octets',
      one({ id: certificateId({ serial: integer() }) }),
      'x509.certificate.serial',
    ],
    [
      'the same extension twice',
      one({ extensions: [strange, strange] }),
      'x509.certificate.extension-duplicate',
    ],
    [
      'a critical mark that is written out',
      one({ extensions: [sequence(oid('1.2.3'), tlv(0x01, bytes(0)), tlv(0x04))] }),
      'x509.der.default',
    ],
    [
      'something behind an answer',
      forgeResponse({
        answers: [sequence(certificateId(), good, generalized('2022-06-14'), truth)],
      }),
      'x509.der.trailing',
    ],
    [
      'something behind the certificates',
      forgeResponse({ trailer: tlv(0xa1) }),
      'x509.der.trailing',
    ],
  ])('refuses %s', (_, der, code) => {
    expect(codeOf(der)).toBe(code)
  })
})
