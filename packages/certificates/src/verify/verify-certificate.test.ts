import { webCryptoProvider } from '@tiemchung/core/crypto'
import { webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CborFloat, CborTag, type CborValue } from '@tiemchung/core/cbor'
import {
  claimsWith,
  expiresAt,
  issuedAt,
  samplePayload,
  textOf,
  trustIn,
  within,
} from '../test-kit.js'
import { type CertificateCheckId, certificateCheckIds } from './check-ids.js'
import { explainCheck } from './explain-check.js'
import { strictIssuer } from './profiles/strict-issuer.js'
import { tolerantVerifier } from './profiles/tolerant-verifier.js'
import { claimsOf } from './report.js'
import type { TrustedKey } from './trust/trusted-key.js'
import { trustedKeys } from './trust/trusted-keys.js'
import {
  type Case,
  checkOf,
  entry,
  other,
  p384,
  payload,
  rsa,
  seconds,
  signer,
  verify,
} from './verification.test-kit.js'
import { verifyCertificate } from './verify-certificate.js'

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
      { id: 'payload.check-character', status: 'skipped', reason: 'check-character-absent' },
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
    const subtle = webCryptoProvider(webcrypto.subtle)
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
      ...webCryptoProvider(webcrypto.subtle),
      verify: () => Promise.resolve('yes' as unknown as boolean),
    }
    expect(await verify({ crypto })).toMatchObject({ verdict: 'invalid' })
  })

  it('lets RSA through WebCrypto as through Node', async () => {
    const crypto = webCryptoProvider(webcrypto.subtle)
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
    ['not-listed', 'passed', 'valid', undefined],
    ['listed', 'failed', 'invalid', 'revoked'],
    ['maybe', 'unknown', 'indeterminate', 'revocation-maybe'],
    ['unproven', 'unknown', 'indeterminate', 'revocation-unproven'],
    ['stale', 'unknown', 'indeterminate', 'revocation-stale'],
    ['unreachable', 'unknown', 'indeterminate', 'revocation-unreachable'],
  ] as const)('a certificate that is %s (P36): %s, %s', async (status, check, verdict, reason) => {
    for (const profile of [tolerantVerifier, strictIssuer]) {
      const revocation = { statusOf: () => Promise.resolve(status) }
      const report = await verify({ profile, revocation })
      const found = checkOf(report, 'revocation.certificate')
      expect([found.status, found.reason, report.verdict]).toEqual([check, reason, verdict])
      if (reason !== undefined) expect(explainCheck(found)?.says.vi).toBeTruthy()
    }
  })

  it('has no sentence for a reason that is none of ours', () => {
    for (const reason of ['constructor', '__proto__', 'no-such']) {
      expect(explainCheck({ id: 'cwt.expiry', status: 'failed', reason })).toBeUndefined()
    }
  })

  it('a source whose network fails lets nothing pass', async () => {
    const revocation = { statusOf: () => Promise.reject(new TypeError('fetch failed')) }
    const report = await verify({ revocation })
    expect(report.verdict).toBe('indeterminate')
    expect(checkOf(report, 'revocation.certificate')).toMatchObject({
      reason: 'revocation-unreachable',
    })
  })

  it('a source that is broken is an error, not an answer', async () => {
    const revocation = { statusOf: () => Promise.reject(new TypeError('x is not a function')) }
    await expect(verify({ revocation })).rejects.toMatchObject({
      code: 'certificate-verify.revocation-source',
    })
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

  it.each([
    ['URN:UVCI:01:NL:187/37512422923#Z', 'passed', undefined],
    ['URN:UVCI:01:NL:187/37512422923#A', 'skipped', 'check-character-differs'],
    ['01ES21VE8D20E9F2D50000000759#ZZ', 'skipped', 'check-character-differs'],
    ['URN:UVCI:01:NL:187/37512422923', 'skipped', 'check-character-absent'],
  ])(
    'the check character of %s: %s, and valid all the same (P22, P23)',
    async (ci, status, reason) => {
      const parts = { payload: payload().set('v', [entry().set('ci', ci)]) }
      const report = await verify({ parts, profile: { ...tolerantVerifier, tolerances: [] } })
      const { status: found, reason: because } = checkOf(report, 'payload.check-character')
      expect([found, because, report.verdict]).toEqual([status, reason, 'valid'])
    },
  )

  it('unknown codes, not granted', async () => {
    const report = await verify({
      profile: { ...tolerantVerifier, tolerances: [] },
      valueSets: { codes: { mp: [] } },
    })
    expect(checkOf(report, 'payload.codes')).toMatchObject({ reason: 'unknown-codes' })
    expect(report.verdict).toBe('invalid')
  })
})
