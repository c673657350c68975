import { InputError } from '@tiemchung/core'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../envelope/index.js'
import { cborOf } from '../envelope/json.js'
import { checkRevocation, loadRevocationList, revocationSubjectOf } from '../revocation/index.js'
import type { RevocationGroup } from '../revocation/index.js'
import { ecSigner, rsaSigner, samplePayload, textOf, trustIn } from '../test-kit.js'
import {
  claimsOf,
  type HealthCertificateClaims,
  type HealthCertificatePayload,
  trustedKeys,
  verifyCertificate,
} from '../verify/index.js'
import { decision5772 } from './policies/decision-5772.js'
import { reissueCertificate } from './reissue-certificate.js'
import {
  type PreviousCertificate,
  type RenewalOptions,
  type RenewedCertificate,
  renewCertificate,
} from './renew-certificate.js'

const signer = ecSigner()
const trust = trustedKeys([trustIn(signer, { usages: ['vaccination', 'test', 'recovery'] })])
const text = textOf({ signer })
/** Within the validity of the previous certificate, and beyond it. */
const early = new Date('2023-05-01T02:00:00Z')
const late = new Date('2023-06-01T00:00:01Z')
const oldId = samplePayload().v?.[0].ci ?? ''
const refusal = (code: string) =>
  expect.objectContaining({ code: `certificate-issue.${code}` }) as Error

const mapOf = (payload: HealthCertificatePayload) => cborOf(payload as unknown as JsonObject)
const base = () => {
  const { ver, nam, dob } = samplePayload()
  return { ver, nam, dob }
}
const entry = () => ({ tg: '840539006', co: 'VN', is: 'Cục Y tế dự phòng', ci: oldId })

async function previousOf(of = text): Promise<PreviousCertificate> {
  const at = new Date('2022-12-01T00:00:00Z')
  return { text: of, claims: claimsOf(await verifyCertificate(of, { trust, at })) }
}

const optionsWith = (changes: Partial<RenewalOptions> = {}): RenewalOptions => ({
  signer,
  keyId: signer.keyId,
  issuedAt: early,
  ...changes,
})
const renewal = (certificateId: 'keep' | 'new', previous: 'keep' | 'revoke') => ({
  policy: { ...decision5772, renewal: { certificateId, previous } },
})

async function claimsIn({ issued }: RenewedCertificate): Promise<HealthCertificateClaims> {
  return claimsOf(await verifyCertificate(issued.text, { trust, at: issued.issuedAt }))
}

async function isRevoked(certificate: string, entry: RevocationGroup): Promise<boolean> {
  const list = loadRevocationList({
    format: 'revocation-list/1',
    version: '1',
    issuedAt: '2023-05-01T00:00:00Z',
    nextUpdate: '2023-05-02T00:00:00Z',
    groups: [entry],
  })
  const subject = revocationSubjectOf(certificate)
  return (await checkRevocation(list, subject, { at: early })) === 'listed'
}

describe('renewCertificate', () => {
  it('has the same content, new dates and a new id, and leaves the old one be (decision5772)', async () => {
    const renewed = await renewCertificate(await previousOf(), optionsWith())
    const { payload, issuedAt, expiresAt } = await claimsIn(renewed)
    const [dose] = payload.v ?? []
    expect({ ...payload, v: [{ ...dose, ci: oldId }] }).toEqual(samplePayload())
    expect(dose?.ci).toMatch(/^URN:UVCI:01:VN:[0-9A-F]{32}$/)
    expect(dose?.ci).not.toBe(oldId)
    expect(renewed.issued.certificateId).toBe(dose?.ci)
    expect([issuedAt, expiresAt]).toEqual([early, new Date('2024-05-01T02:00:00Z')])
    expect(renewed).toMatchObject({
      certificateId: { action: 'new', because: 'policy' },
      previous: { action: 'keep', because: 'policy' },
    })
  })

  it('keeps the id where the policy says so', async () => {
    const renewed = await renewCertificate(await previousOf(), optionsWith(renewal('keep', 'keep')))
    expect((await claimsIn(renewed)).payload).toEqual(samplePayload())
    expect(renewed.certificateId).toEqual({ action: 'keep', because: 'policy' })
  })

  it.each(['keep', 'new'] as const)(
    'revokes the old one alone where the policy says so, with the id: %s',
    async (id) => {
      const previous = await previousOf()
      const renewed = await renewCertificate(previous, optionsWith(renewal(id, 'revoke')))
      const decision = renewed.previous
      if (decision.action !== 'revoke') throw new Error('nothing is revoked')
      expect(decision.because).toBe('policy')
      expect(decision.entry.hashType).toBe('SIGNATURE')
      expect(await isRevoked(previous.text, decision.entry)).toBe(true)
      expect(await isRevoked(renewed.issued.text, decision.entry)).toBe(false)
    },
  )

  it('revokes none that has expired: nobody takes it any more', async () => {
    const options = optionsWith({ ...renewal('new', 'revoke'), issuedAt: late })
    const renewed = await renewCertificate(await previousOf(), options)
    expect(renewed.previous).toEqual({ action: 'keep', because: 'expired' })
    const lastMoment = optionsWith({
      ...renewal('new', 'revoke'),
      issuedAt: new Date('2023-06-01T00:00:00Z'),
    })
    const intime = await renewCertificate(await previousOf(), lastMoment)
    expect(intime.previous.action).toBe('revoke')
  })

  it('renews by PS256 what was signed by ES256', async () => {
    const rsa = rsaSigner()
    const renewed = await renewCertificate(
      await previousOf(),
      optionsWith({ signer: rsa, keyId: rsa.keyId }),
    )
    const report = await verifyCertificate(renewed.issued.text, {
      trust: trustedKeys([trustIn(rsa)]),
      at: early,
    })
    expect(report).toMatchObject({ verdict: 'valid', signer: { algorithm: 'PS256' } })
  })

  it.each<[string, HealthCertificatePayload]>([
    [
      'a test',
      {
        ...base(),
        t: [{ ...entry(), tt: 'LP6464-4', sc: '2022-05-20T01:00:00Z', tr: '260415000' }],
      },
    ],
    [
      'a recovery',
      { ...base(), r: [{ ...entry(), fr: '2022-05-20', df: '2022-06-01', du: '2022-11-01' }] },
    ],
  ])('gives %s a new id too', async (_, payload) => {
    const previous = await previousOf(textOf({ signer, payload: mapOf(payload) }))
    const renewed = await renewCertificate(
      previous,
      optionsWith({ certificateId: 'URN:UVCI:01:VN:B' }),
    )
    expect((await claimsIn(renewed)).certificateId).toBe('URN:UVCI:01:VN:B')
  })

  it('draws its id from the randomness that it is given', async () => {
    const random = { bytes: (length: number) => new Uint8Array(length).fill(0xab) }
    const { issued } = await renewCertificate(await previousOf(), optionsWith({ random }))
    expect(issued.certificateId).toBe(`URN:UVCI:01:VN:${'AB'.repeat(16)}`)
  })

  it.each<[string, string, Partial<RenewalOptions>]>([
    ['the old id', 'certificate-id', { certificateId: oldId }],
    ['a blank id', 'certificate-id', { certificateId: ' ' }],
    ['an id of 81 characters', 'certificate-id', { certificateId: 'A'.repeat(81) }],
    ['a certificate of another country', 'previous-issuer', { country: 'LA' }],
    [
      'an issue before the old one',
      'previous-later',
      { issuedAt: new Date('2022-05-31T23:59:59Z') },
    ],
    ['an instant that is none', 'issued-at', { issuedAt: new Date(Number.NaN) }],
    ['what today’s policy forbids', 'product', { policy: { ...decision5772, products: [] } }],
  ])('refuses %s', async (_, code, changes) => {
    const renewing = renewCertificate(await previousOf(), optionsWith(changes))
    await expect(renewing).rejects.toThrow(InputError)
    await expect(renewing).rejects.toThrow(refusal(code))
  })

  it.each<[string, Partial<HealthCertificateClaims>]>([
    ['id', { certificateId: 'URN:UVCI:01:VN:B' }],
    ['day of issue', { issuedAt: new Date('2022-06-02T00:00:00Z') }],
    ['day of expiry', { expiresAt: new Date('2023-06-02T00:00:00Z') }],
  ])('refuses a text and claims that differ in their %s', async (_, changes) => {
    const { claims } = await previousOf()
    const other = { text, claims: { ...claims, ...changes } }
    await expect(renewCertificate(other, optionsWith())).rejects.toThrow(refusal('previous'))
  })

  it('takes the country of the event for the issuer where none is stated', async () => {
    const { claims } = await previousOf()
    const { issuer: _, ...anonymous } = claims
    const renewed = renewCertificate({ text, claims: anonymous }, optionsWith())
    await expect(renewed).resolves.toBeDefined()
  })

  it('refuses a text that is no certificate of anything', async () => {
    const { claims } = await previousOf()
    const other = { text: textOf({ signer, payload: new Map() }), claims }
    await expect(renewCertificate(other, optionsWith())).rejects.toThrow(refusal('previous'))
  })
})

describe('reissueCertificate', () => {
  const corrected: HealthCertificatePayload = { ...samplePayload(), dob: '2014-09-03' }

  it('has the corrected content, a new id, and the revocation of the wrong one', async () => {
    const previous = await previousOf()
    const options = optionsWith(renewal('keep', 'keep'))
    const reissued = await reissueCertificate(previous, corrected, options)
    const claims = await claimsIn(reissued)
    expect(claims.payload.dob).toBe('2014-09-03')
    expect(claims.certificateId).not.toBe(oldId)
    expect(reissued.certificateId).toEqual({ action: 'new', because: 'correction' })
    const decision = reissued.previous
    if (decision.action !== 'revoke') throw new Error('nothing is revoked')
    expect(decision.because).toBe('correction')
    expect(await isRevoked(previous.text, decision.entry)).toBe(true)
    expect(await isRevoked(reissued.issued.text, decision.entry)).toBe(false)
  })

  it('does not revoke a wrong one that has expired', async () => {
    const options = optionsWith({ issuedAt: late })
    const { previous } = await reissueCertificate(await previousOf(), corrected, options)
    expect(previous).toEqual({ action: 'keep', because: 'expired' })
  })

  it('refuses what may not be issued', async () => {
    const reissuing = reissueCertificate(
      await previousOf(),
      { ...corrected, dob: 'unknown' },
      optionsWith(),
    )
    await expect(reissuing).rejects.toThrow(refusal('payload'))
  })
})
