import { toHex } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { bytes, integer, oid, sequence, tlv, truth } from '../certificate/forge.fixture.js'
import { algorithmOf, digest, message } from './forge-token.fixture.js'
import { type TimestampRequestOptions, timestampRequest } from './timestamp-request.js'

const imprint = { hash: 'SHA-256', digest: digest('SHA-256', message) } as const
const written = sequence(algorithmOf('SHA-256', tlv(0x05)), tlv(0x04, imprint.digest))
const ask = (options: Partial<TimestampRequestOptions> = {}) =>
  toHex(timestampRequest({ imprint, ...options }))

describe('timestampRequest', () => {
  test.each<[string, Partial<TimestampRequestOptions>, Uint8Array]>([
    ['the imprint, and asks for the certificate', {}, sequence(integer(1), written, truth)],
    ['no wish for the certificate', { certReq: false }, sequence(integer(1), written)],
    [
      'a nonce with its sign octet',
      { nonce: bytes(0x80, 1) },
      sequence(integer(1), written, integer(0, 0x80, 1), truth),
    ],
    [
      'a nonce without leading zeros',
      { nonce: bytes(0, 0, 7) },
      sequence(integer(1), written, integer(7), truth),
    ],
    ['a policy', { policy: '1.2.3.4.1' }, sequence(integer(1), written, oid('1.2.3.4.1'), truth)],
  ])('writes %s', (_, options, expected) => {
    expect(ask(options)).toBe(toHex(expected))
  })

  test.each<[string, Partial<TimestampRequestOptions>]>([
    ['a hash of another length', { imprint: { hash: 'SHA-512', digest: imprint.digest } }],
    ['an empty nonce', { nonce: bytes() }],
    ['a nonce of 21 octets', { nonce: new Uint8Array(21) }],
    ['a policy that is no identifier', { policy: '1..2' }],
    ['a policy of one arc', { policy: '1' }],
  ])('refuses %s', (_, options) => {
    expect(() => ask(options)).toThrow(expect.objectContaining({ code: 'x509.timestamp.request' }))
  })
})
