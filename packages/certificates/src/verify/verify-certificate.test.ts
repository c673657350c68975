import type { Check } from '@tiemchung/core'
import { webCryptoProvider } from '@tiemchung/core/crypto'
import { webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CborFloat, CborTag, type CborValue } from '../envelope/cbor/value.js'
import { cborOf } from '../envelope/json.js'
import {
  claimsWith,
  ecSigner,
  expiresAt,
  issuedAt,
  type Parts,
  rsaSigner,
  samplePayload,
  type TestSigner,
  textOf,
  trustIn,
  within,
} from '../test-kit.js'
import { type CertificateCheckId, certificateCheckIds } from './check-ids.js'
import type { VerifyOptions } from './context.js'
import { explainCheck } from './explain-check.js'
import { strictIssuer } from './profiles/strict-issuer.js'
import { tolerantVerifier } from './profiles/tolerant-verifier.js'
import { claimsOf, type VerificationReport } from './report.js'
import type { TrustedKey } from './trust/trusted-key.js'
import { trustedKeys } from './trust/trusted-keys.js'
import { verifyCertificate } from './verify-certificate.js'

const signer = ecSigner()
const other = ecSigner()
const p384 = ecSigner('P-384')
const rsa = rsaSigner()
const rsa1024 = rsaSigner(1024)

const payload = () => cborOf(samplePayload() as never) as Map<string, CborValue>
const entry = () =>
  (payload().get('v') as readonly Map<string, CborValue>[])[0] as Map<string, CborValue>
const seconds = (time: number) => new Date(time * 1000)

interface Case extends Partial<Omit<VerifyOptions, 'trust'>> {
  readonly parts?: Partial<Parts>
  readonly text?: string
  readonly signer?: TestSigner
  readonly key?: Partial<TrustedKey>
  readonly keys?: readonly TrustedKey[]
}

function verify(given: Case = {}): Promise<VerificationReport> {
  const { parts, text, signer: by = signer, key, keys, ...options } = given
  return verifyCertificate(text ?? textOf({ signer: by, ...parts }), {
    trust: trustedKeys(keys ?? [trustIn(by, key)]),
    at: within,
    ...options,
  })
}

function checkOf(report: VerificationReport, id: CertificateCheckId): Check {
  return report.checks.find((check) => check.id === id) as Check
}

function withHeader(changes: readonly (readonly [number, CborValue])[]): Map<number, CborValue> {
  return new Map<number, CborValue>([[1, -7], [4, signer.keyId], ...changes])
}

describe('verifyCertificate', () => {
  it('lists every check and gives the claims of a certificate that holds', async () => {
    const report = await verify()
    expect(report).toMatchObject({
      verdict: 'valid',
      claims: {
        type: 'vaccination',
        issuer: 'VN',
        issuedAt: seconds(issuedAt),
        expiresAt: seconds(expiresAt),
        payload: samplePayload(),
        certificateId: samplePayload().v?.[0].ci,
      },
      signer: { keyId: signer.keyId, algorithm: 'ES256', country: 'VN' },
      basis: {
        profile: { id: 'tolerant-verifier', version: '1.0.0' },
        at: within.toISOString(),
        tolerances: [],
      },
    })
    expect(report.checks.map((check) => check.id)).toEqual(certificateCheckIds)
    expect(report.checks.filter((check) => check.status !== 'passed')).toEqual([
      { id: 'signer.chain', status: 'skipped', reason: 'no-chain-verifier' },
      { id: 'cwt.not-before', status: 'skipped', reason: 'time-absent' },
      { id: 'payload.codes', status: 'skipped', reason: 'no-value-sets' },
      { id: 'revocation.certificate', status: 'skipped', reason: 'no-revocation-data' },
    ])
  })

  it.each<[string, Case]>([
    ['PS256 with RSA 2048 (P7, P48)', { signer: rsa }],
    ['ES256 with P-384 (P8)', { signer: p384 }],
    [
      'tags 61 and 18 (P6)',
      { parts: { wrap: (items) => new CborTag(61, new CborTag(18, items)) } },
    ],
    ['no tag (P6)', { parts: { wrap: (items) => items } }],
    [
      'the key id in the unprotected header only (P10)',
      {
        parts: {
          protectedHeader: new Map([[1, -7]]),
          unprotectedHeader: new Map([[4, signer.keyId]]),
        },
      },
    ],
    [
      'another key id in the unprotected header (P10)',
      { parts: { unprotectedHeader: new Map([[4, other.keyId]]) } },
    ],
    [
      'the algorithm in the unprotected header only (P7)',
      {
        parts: {
          protectedHeader: new Map([[4, signer.keyId]]),
          unprotectedHeader: new Map([[1, -7]]),
        },
      },
    ],
    [
      'float times (P11)',
      { parts: { claims: claimsWith(payload()).set(6, new CborFloat(issuedAt + 0.5)) } },
    ],
    ['no issuer (P14)', { parts: { claims: new Map([...claimsWith(payload())].slice(1)) } }],
    [
      'an issuer that is no country (P14)',
      { parts: { claims: claimsWith(payload()).set(1, 'CNAM') } },
    ],
    [
      'Greece, EL issuing by GR (P14)',
      { key: { country: 'GR' }, parts: { claims: claimsWith(payload()).set(1, 'EL') } },
    ],
    ['a key without stated usages (P12)', { keys: [withoutUsages()] }],
    ['the first second of its life', { at: seconds(issuedAt) }],
    ['the last second of its life', { at: seconds(expiresAt) }],
    ['a begin in the past', { parts: { claims: claimsWith(payload()).set(5, issuedAt + 1) } }],
    ['a longer life than its signer (P13)', { key: { notAfter: seconds(expiresAt - 1) } }],
  ])('takes %s', async (_, given) => {
    expect(await verify(given)).toMatchObject({ verdict: 'valid' })
  })

  it('names each liberty that was used', async () => {
    const report = await verify({
      parts: {
        protectedHeader: new Map(),
        unprotectedHeader: new Map<number, CborValue>([
          [1, -7],
          [4, signer.keyId],
        ]),
        claims: claimsWith(payload())
          .set(1, 'CH BAG')
          .set(4, new CborFloat(expiresAt + 0.25)),
        wrap: (items) => items,
      },
      key: { notAfter: seconds(expiresAt - 1) },
    })
    expect(report.verdict).toBe('valid')
    expect([...report.basis.tolerances].sort()).toEqual([
      'beyond-signer',
      'float-times',
      'issuer-not-a-country',
      'unprotected-algorithm',
      'unprotected-key-id',
      'untagged',
    ])
    expect(checkOf(report, 'cose.key-id').params).toEqual({ tolerance: 'unprotected-key-id' })
  })
})

function withoutUsages(): TrustedKey {
  const { usages: _, ...key } = trustIn(signer)
  return key
}

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

describe('verifyCertificate and trust', () => {
  it('is indeterminate with an empty store', async () => {
    const report = await verify({ keys: [] })
    expect(report.verdict).toBe('indeterminate')
    expect(checkOf(report, 'signer.trusted')).toMatchObject({
      status: 'unknown',
      reason: 'no-trust-material',
    })
  })

  it('tries every key of a key id (P10)', async () => {
    const keyId = signer.keyId
    const strangers = [rsa, p384, other].map((one) => ({ ...trustIn(one), keyId }))
    expect(await verify({ keys: [...strangers, trustIn(signer)] })).toMatchObject({
      verdict: 'valid',
    })
    expect(await verify({ keys: strangers })).toMatchObject({ verdict: 'invalid' })
  })

  it('takes the entry of a twice-listed key that stands up to every check', async () => {
    const keys = [
      trustIn(signer, { usages: ['test'] }),
      trustIn(signer),
      trustIn(signer, { country: 'LA' }),
    ]
    const report = await verify({ keys })
    expect(report).toMatchObject({ verdict: 'valid', signer: { country: 'VN' } })
    expect(report.checks.filter((check) => check.status === 'failed')).toEqual([])
  })

  it('does not put together a signer from the halves of two entries', async () => {
    const keys = [trustIn(signer, { usages: ['test'] }), trustIn(signer, { country: 'LA' })]
    expect(await verify({ keys })).toMatchObject({ verdict: 'invalid' })
  })

  it.each([
    ['valid', 'passed', 'valid'],
    ['invalid', 'failed', 'invalid'],
    ['indeterminate', 'unknown', 'indeterminate'],
  ] as const)('with a chain that is %s the check is %s', async (chain, status, verdict) => {
    const report = await verify({
      key: { certificate: Uint8Array.of(0x30) },
      chain: () => Promise.resolve({ verdict: chain, checks: [] }),
    })
    expect(checkOf(report, 'signer.chain').status).toBe(status)
    expect(report.verdict).toBe(verdict)
  })

  it('cannot judge the chain of a key without its certificate', async () => {
    const report = await verify({ chain: () => ({ verdict: 'valid', checks: [] }) })
    expect(checkOf(report, 'signer.chain')).toMatchObject({
      status: 'unknown',
      reason: 'no-certificate',
    })
    expect(report.verdict).toBe('indeterminate')
  })

  it('imports a key once for each crypto provider', async () => {
    let imports = 0
    const subtle = webCryptoProvider(webcrypto.subtle as never)
    const crypto = {
      ...subtle,
      importPublicKey: (spki: Uint8Array) => {
        imports += 1
        return subtle.importPublicKey(spki)
      },
    }
    const trust = trustedKeys([trustIn(signer)])
    for (let round = 0; round < 3; round += 1) {
      const report = await verifyCertificate(textOf({ signer }), { trust, at: within, crypto })
      expect(report.verdict).toBe('valid')
    }
    expect(imports).toBe(1)
    expect(await verifyCertificate(textOf({ signer }), { trust, at: within })).toMatchObject({
      verdict: 'valid',
    })
  })

  it('is refused when the host says anything but true', async () => {
    const crypto = {
      ...webCryptoProvider(webcrypto.subtle as never),
      verify: () => Promise.resolve('yes' as unknown as boolean),
    }
    expect(await verify({ crypto })).toMatchObject({ verdict: 'invalid' })
  })

  it('lets RSA through WebCrypto as through Node', async () => {
    const crypto = webCryptoProvider(webcrypto.subtle as never)
    expect(await verify({ signer: rsa, crypto })).toMatchObject({ verdict: 'valid' })
  })
})

describe('verifyCertificate and profiles', () => {
  const notListed = { version: '7', statusOf: () => 'not-listed' as const }

  it('strictIssuer takes what takes no liberties and states everything', async () => {
    const report = await verify({ profile: strictIssuer, revocation: notListed })
    expect(report).toMatchObject({
      verdict: 'valid',
      basis: { profile: { id: 'strict-issuer' }, revocationList: '7', tolerances: [] },
    })
  })

  it.each<[string, CertificateCheckId, Case]>([
    [
      'an unprotected key id',
      'cose.key-id',
      {
        parts: {
          protectedHeader: new Map([[1, -7]]),
          unprotectedHeader: new Map([[4, signer.keyId]]),
        },
      },
    ],
    [
      'an unprotected algorithm',
      'cose.algorithm',
      {
        parts: {
          protectedHeader: new Map([[4, signer.keyId]]),
          unprotectedHeader: new Map([[1, -7]]),
        },
      },
    ],
    ['a missing tag', 'envelope.cose', { parts: { wrap: (items) => items } }],
    [
      'float times',
      'cwt.expiry',
      { parts: { claims: claimsWith(payload()).set(4, new CborFloat(expiresAt)) } },
    ],
    ['P-384', 'cose.algorithm', { signer: p384 }],
    [
      'an issuer that is no country',
      'signer.country',
      { parts: { claims: claimsWith(payload()).set(1, 'CNAM') } },
    ],
    [
      'a longer life than its signer',
      'cwt.within-signer',
      { key: { notAfter: seconds(expiresAt - 1) } },
    ],
    [
      'blanks around a text',
      'payload.schema',
      { parts: { payload: payload().set('v', [entry().set('mp', ' EU/1/20/1528')]) } },
    ],
  ])('strictIssuer refuses %s', async (_, id, given) => {
    const report = await verify({ ...given, profile: strictIssuer, revocation: notListed })
    expect(checkOf(report, id).status).toBe('failed')
    expect(report.verdict).toBe('invalid')
  })

  it('strictIssuer is undecided about a signer of whom something is not stated', async () => {
    const keys = [{ keyId: signer.keyId, key: signer.spki }]
    const report = await verify({ keys, profile: strictIssuer, revocation: notListed })
    expect(report.verdict).toBe('indeterminate')
  })

  it('strictIssuer is undecided without revocation data', async () => {
    const report = await verify({ profile: strictIssuer })
    expect(checkOf(report, 'revocation.certificate').status).toBe('unknown')
    expect(report.verdict).toBe('indeterminate')
  })

  it('a clock skew widens both ends by its seconds and no more', async () => {
    const profile = { ...tolerantVerifier, clockSkewSeconds: 60 }
    const verdicts = await Promise.all(
      [issuedAt - 61, issuedAt - 60, expiresAt + 60, expiresAt + 61].map(async (at) => {
        return (await verify({ profile, at: seconds(at) })).verdict
      }),
    )
    expect(verdicts).toEqual(['invalid', 'valid', 'valid', 'invalid'])
  })

  it('even a profile that requires nothing does not do without the signature', async () => {
    const report = await verify({
      keys: [{ ...trustIn(other), keyId: signer.keyId }],
      profile: { ...tolerantVerifier, requires: [] },
    })
    expect(report.verdict).toBe('invalid')
  })
})

describe('verifyCertificate, revocation and codes', () => {
  it.each([
    ['not-listed', 'passed', 'valid'],
    ['listed', 'failed', 'invalid'],
    ['stale', 'unknown', 'indeterminate'],
  ] as const)('a certificate that is %s: %s', async (status, check, verdict) => {
    const report = await verify({ revocation: { statusOf: () => Promise.resolve(status) } })
    expect(checkOf(report, 'revocation.certificate').status).toBe(check)
    expect(report.verdict).toBe(verdict)
  })

  it('asks about the certificate id exactly as issued (P25)', async () => {
    const asked: string[] = []
    const statusOf = ({ certificateId }: { readonly certificateId: string }) => {
      asked.push(certificateId)
      return 'not-listed' as const
    }
    const spaced = payload().set('v', [entry().set('ci', ' urn:uvci:01:vn:a ')])
    const report = await verify({ parts: { payload: spaced }, revocation: { statusOf } })
    expect(asked).toEqual([' urn:uvci:01:vn:a '])
    expect(claimsOf(report).certificateId).toBe('urn:uvci:01:vn:a')
  })

  it.each([
    ['known codes', ['EU/1/20/1528'], 'valid', 'passed', []],
    ['unknown codes, granted (P21)', ['EU/1/21/1529'], 'valid', 'passed', ['unknown-codes']],
  ])('%s', async (_, mp, verdict, status, used) => {
    const report = await verify({ valueSets: { version: '2.12.0', codes: { mp } } })
    expect(report.verdict).toBe(verdict)
    expect(checkOf(report, 'payload.codes').status).toBe(status)
    expect(report.basis).toMatchObject({ tolerances: used, valueSets: '2.12.0' })
  })

  it('unknown codes, not granted', async () => {
    const report = await verify({
      profile: { ...tolerantVerifier, tolerances: [] },
      valueSets: { codes: { mp: [] } },
    })
    expect(checkOf(report, 'payload.codes')).toMatchObject({ reason: 'unknown-codes' })
    expect(report.verdict).toBe('invalid')
  })
})
