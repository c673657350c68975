import { describe, expect, it } from 'vitest'
import { CborFloat, CborTag, type CborValue } from '@tiemchung/core/cbor'
import { claimsWith, expiresAt, issuedAt, trustIn, within } from '../test-kit.js'
import { type CertificateCheckId, certificateCheckIds } from './check-ids.js'
import { explainCheck } from './explain-check.js'
import { claimsOf } from './report.js'
import {
  type Case,
  checkOf,
  entry,
  other,
  payload,
  rsa,
  rsa1024,
  seconds,
  signer,
  verify,
  withHeader,
} from './verification.test-kit.js'

describe('verifyCertificate refuses', () => {
  it.each<[string, CertificateCheckId, string, Case]>([
    ['another context (P1)', 'envelope.prefix', 'envelope.prefix', { text: 'HC2:ABC' }],
    [
      '10 MB of text',
      'envelope.prefix',
      'envelope.length',
      { text: `HC1:${'A'.repeat(10_000_000)}` },
    ],
    ['broken Base45 (P2)', 'envelope.base45', 'envelope.base45', { text: 'HC1:GGW' }],
    [
      'content that is not compressed (P3)',
      'envelope.inflate',
      'envelope.inflate.absent',
      { text: 'HC1:BB8' },
    ],
    [
      'a Mac in place of a signature',
      'envelope.cose',
      'envelope.cose.tag',
      { parts: { wrap: (items) => new CborTag(17, items) } },
    ],
    [
      'claims without a certificate',
      'envelope.cwt',
      'envelope.cwt.hcert',
      { parts: { claims: new Map() } },
    ],
    [
      'a critical parameter',
      'cose.critical-header',
      'critical-header',
      { parts: { protectedHeader: withHeader([[2, [99]]]) } },
    ],
    [
      'a critical parameter that is not signed',
      'cose.critical-header',
      'critical-header',
      { parts: { unprotectedHeader: new Map([[2, [99]]]) } },
    ],
    [
      'no key id',
      'cose.key-id',
      'key-id-missing',
      { parts: { protectedHeader: new Map([[1, -7]]) } },
    ],
    [
      'a key id that is text',
      'cose.key-id',
      'key-id-missing',
      { parts: { protectedHeader: withHeader([[4, 'fluV3']]) } },
    ],
    [
      'a wrong key id before the right one (P10)',
      'signer.trusted',
      'unknown-key',
      {
        parts: {
          protectedHeader: withHeader([[4, other.keyId]]),
          unprotectedHeader: new Map([[4, signer.keyId]]),
        },
      },
    ],
    ['a key that is not listed', 'signer.trusted', 'unknown-key', { keys: [trustIn(other)] }],
    [
      'no algorithm',
      'cose.algorithm',
      'algorithm-missing',
      { parts: { protectedHeader: new Map([[4, signer.keyId]]) } },
    ],
    [
      'an algorithm that is text',
      'cose.algorithm',
      'algorithm-missing',
      { parts: { protectedHeader: withHeader([[1, 'ES256']]) } },
    ],
    [
      'RS256 (P7)',
      'cose.algorithm',
      'algorithm-not-allowed',
      {
        signer: rsa,
        parts: {
          protectedHeader: new Map<number, CborValue>([
            [1, -257],
            [4, rsa.keyId],
          ]),
        },
      },
    ],
    [
      'HMAC',
      'cose.algorithm',
      'algorithm-not-allowed',
      { parts: { protectedHeader: withHeader([[1, 5]]) } },
    ],
    [
      'ES384',
      'cose.algorithm',
      'algorithm-not-allowed',
      { parts: { protectedHeader: withHeader([[1, -35]]) } },
    ],
    [
      'no algorithm by number',
      'cose.algorithm',
      'algorithm-not-allowed',
      { parts: { protectedHeader: withHeader([[1, 0]]) } },
    ],
    [
      'PS256 with an EC key (P7)',
      'cose.algorithm',
      'algorithm-not-of-key',
      { parts: { protectedHeader: withHeader([[1, -37]]) } },
    ],
    [
      'ES256 with an RSA key',
      'cose.algorithm',
      'algorithm-not-of-key',
      {
        signer: rsa,
        parts: {
          protectedHeader: new Map<number, CborValue>([
            [1, -7],
            [4, rsa.keyId],
          ]),
        },
      },
    ],
    ['RSA of 1024 bits (P9)', 'cose.algorithm', 'key-too-small', { signer: rsa1024 }],
    [
      'a trusted key that is no key',
      'cose.algorithm',
      'key-unreadable',
      { keys: [{ keyId: signer.keyId, key: Uint8Array.of(1, 2, 3) }] },
    ],
    [
      'a signature in DER (P9)',
      'cose.signature',
      'signature-length',
      { parts: { signature: Uint8Array.of(0x30, 0x44, ...new Uint8Array(68)) } },
    ],
    [
      'an empty signature',
      'cose.signature',
      'signature-length',
      { parts: { signature: new Uint8Array(0) } },
    ],
    [
      'a signature one byte short',
      'cose.signature',
      'signature-length',
      { parts: { signature: new Uint8Array(63).fill(1) } },
    ],
    [
      'a signature of P-384 length for P-256',
      'cose.signature',
      'signature-length',
      { parts: { signature: new Uint8Array(96).fill(1) } },
    ],
    [
      'a signature of zeros',
      'cose.signature',
      'signature-does-not-hold',
      { parts: { signature: new Uint8Array(64) } },
    ],
    [
      'a signature by another key',
      'cose.signature',
      'signature-does-not-hold',
      { keys: [{ ...trustIn(other), keyId: signer.keyId }] },
    ],
    [
      'a signature over other content',
      'cose.signature',
      'signature-does-not-hold',
      { parts: { signature: signer.signNow(new Uint8Array(9)) } },
    ],
    [
      'a signer that begins later',
      'signer.validity',
      'signer-not-yet-valid',
      { key: { notBefore: seconds(within.getTime() / 1000 + 1) } },
    ],
    [
      'a signer that has expired',
      'signer.validity',
      'signer-expired',
      { key: { notAfter: seconds(within.getTime() / 1000 - 1) } },
    ],
    [
      'a signer with an invalid date',
      'signer.validity',
      'signer-expired',
      { key: { notAfter: new Date(Number.NaN) } },
    ],
    [
      'a signer for tests only (P12)',
      'signer.usage',
      'usage-not-allowed',
      { key: { usages: ['test', 'recovery'] } },
    ],
    ['a signer for nothing', 'signer.usage', 'usage-not-allowed', { key: { usages: [] } }],
    [
      'the key of another country (P14)',
      'signer.country',
      'country-differs',
      { key: { country: 'LA' } },
    ],
    [
      'GR issuing by a key of EL, the alias the wrong way round',
      'signer.country',
      'country-differs',
      { key: { country: 'EL' }, parts: { claims: claimsWith(payload()).set(1, 'GR') } },
    ],
    [
      'no issue time',
      'cwt.issued-at',
      'time-missing',
      { parts: { claims: claimsWith(payload()).set(6, null) } },
    ],
    [
      'an issue time that is no number (P11)',
      'cwt.issued-at',
      'time-not-a-number',
      { parts: { claims: claimsWith(payload()).set(6, new CborFloat(Number.NaN)) } },
    ],
    [
      'an issue time in milliseconds (P11)',
      'cwt.issued-at',
      'time-out-of-range',
      { parts: { claims: claimsWith(payload()).set(6, issuedAt * 1000) } },
    ],
    [
      'an issue time before 1970',
      'cwt.issued-at',
      'time-out-of-range',
      { parts: { claims: claimsWith(payload()).set(6, -1) } },
    ],
    [
      'the second before it was issued',
      'cwt.issued-at',
      'not-yet-issued',
      { at: seconds(issuedAt - 1) },
    ],
    ['the second after its end', 'cwt.expiry', 'expired', { at: seconds(expiresAt + 1) }],
    [
      'the millisecond after its end',
      'cwt.expiry',
      'expired',
      { at: new Date(expiresAt * 1000 + 1) },
    ],
    [
      'no expiry',
      'cwt.expiry',
      'time-missing',
      { parts: { claims: claimsWith(payload()).set(4, undefined) } },
    ],
    [
      'an expiry that never comes',
      'cwt.expiry',
      'time-not-a-number',
      { parts: { claims: claimsWith(payload()).set(4, new CborFloat(Number.POSITIVE_INFINITY)) } },
    ],
    [
      'an expiry in milliseconds',
      'cwt.expiry',
      'time-out-of-range',
      { parts: { claims: claimsWith(payload()).set(4, expiresAt * 1000) } },
    ],
    [
      'an expiry before the issue',
      'cwt.expiry',
      'expires-before-issue',
      { parts: { claims: claimsWith(payload()).set(4, issuedAt - 1) } },
    ],
    [
      'a begin in the future',
      'cwt.not-before',
      'not-yet-valid',
      { parts: { claims: claimsWith(payload()).set(5, expiresAt - 1) } },
    ],
    [
      'a begin that is no number',
      'cwt.not-before',
      'time-not-a-number',
      { parts: { claims: claimsWith(payload()).set(5, new CborFloat(Number.NaN)) } },
    ],
    [
      'a payload without names',
      'payload.schema',
      'schema',
      { parts: { payload: withoutKey('nam') } },
    ],
    [
      'two doses (P16)',
      'payload.schema',
      'schema',
      { parts: { payload: payload().set('v', [entry(), entry()]) } },
    ],
    [
      'two types of event (P16)',
      'signer.usage',
      'type-unclear',
      { parts: { payload: payload().set('t', [new Map()]) } },
    ],
  ])('%s: %s is %s', async (_, id, reason, given) => {
    const report = await verify(given)
    expect(checkOf(report, id)).toMatchObject({ status: 'failed', reason })
    expect(report).toMatchObject({ verdict: 'invalid' })
    expect(report).not.toHaveProperty('claims')
    expect(report.checks.map((check) => check.id)).toEqual(certificateCheckIds)
    expect(
      report.checks.filter((check) => check.status !== 'passed').map(explainCheck),
    ).not.toContain(undefined)
    expect(() => claimsOf(report)).toThrow(
      expect.objectContaining({ code: 'certificate-verify.not-valid' }),
    )
  })

  function withoutKey(key: string): Map<string, CborValue> {
    const map = payload()
    map.delete(key)
    return map
  }

  it('to look at anything of the payload before the signature held (P15)', async () => {
    const report = await verify({ keys: [{ ...trustIn(other), keyId: signer.keyId }] })
    const later = report.checks.slice(certificateCheckIds.indexOf('cose.signature') + 1)
    expect(later.every((check) => check.reason === 'earlier-check')).toBe(true)
  })

  it('a clock that tells no time', async () => {
    await expect(verify({ at: new Date(Number.NaN) })).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-verify.at' }),
    )
  })
})
