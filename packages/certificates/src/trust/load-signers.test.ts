import { createHash } from 'node:crypto'
import { toPem } from '@tiemchung/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { issueCertificate } from '../issue/index.js'
import { samplePayload, ecSigner, trustIn } from '../test-kit.js'
import { trustedKeys, verifyCertificate } from '../verify/index.js'
import { at, type Holder, type TestAuthority, testAuthority, validity } from './country.fixture.js'
import {
  type LoadedSigners,
  loadSigners,
  type SignerFile,
  type SignersOptions,
} from './load-signers.js'
import { chainVerifier } from './chain-verifier.js'
import { mergeTrust } from './merge-trust.js'

let csca: TestAuthority
let own: Holder

beforeAll(async () => {
  csca = await testAuthority('VN')
  own = await csca.issue('VN', { extendedKeyUsage: ['1.3.6.1.4.1.1847.2021.1.2'] })
})

const sha256 = ({ certificate }: Holder) => createHash('sha256').update(certificate).digest('hex')
const keyIdOf = (holder: Holder) =>
  new Uint8Array(createHash('sha256').update(holder.certificate).digest()).slice(0, 8)

const file = (holder: Holder, changes: Partial<SignerFile> = {}): SignerFile => ({
  certificate: holder.certificate,
  country: 'VN',
  sha256: sha256(holder),
  ...changes,
})

const load = (files: readonly SignerFile[], options: Partial<SignersOptions> = {}) =>
  loadSigners(files, { believe: 'pin', at, ...options })

const outcomes = ({ report }: LoadedSigners) =>
  report.checks.map(({ status, reason = '' }) => `${status} ${reason}`.trim())

describe('loadSigners', () => {
  it('trusts the file that you pin, and what it signs verifies', async () => {
    const { trust, report } = await load([file(own)])
    expect(report.verdict).toBe('valid')
    const { text } = await issueCertificate(samplePayload(), { signer: own.signer, issuedAt: at })
    expect(await verifyCertificate(text, { trust, at })).toMatchObject({ verdict: 'valid' })
  })

  it('keeps the certificate that it was given, whatever becomes of the caller’s bytes', async () => {
    const certificate = Buffer.from(own.certificate)
    const { trust } = await load([file(own, { certificate })])
    certificate.fill(0)
    const { text } = await issueCertificate(samplePayload(), { signer: own.signer, issuedAt: at })
    const chain = chainVerifier({ anchors: [csca.anchor] })
    expect(await verifyCertificate(text, { trust, at, chain })).toMatchObject({ verdict: 'valid' })
  })

  it('reads DER and PEM, and pins in every spelling', async () => {
    const certificate = toPem(own.certificate, 'CERTIFICATE')
    const colons = sha256(own)
      .toUpperCase()
      .replace(/(..)(?!$)/g, '$1:')
    const pins = [`sha256:${sha256(own)}`, colons, `sha256 Fingerprint=${colons}`]
    const files = pins.map((pin) => file(own, { certificate, sha256: pin }))
    expect(outcomes(await load(files))).toEqual(['passed', 'passed', 'passed'])
  })

  it.each<[string, () => SignerFile | Promise<SignerFile>, string]>([
    [
      'another file than the pinned one',
      async () => file(await csca.issue('VN'), { sha256: sha256(own) }),
      'failed pin-differs',
    ],
    [
      'a file without a pin',
      () => ({ certificate: own.certificate, country: 'VN' }),
      'unknown no-pin',
    ],
    ['another country', () => file(own, { country: 'LA' }), 'failed country-differs'],
    ['an authority', () => file(csca), 'failed not-a-signer'],
    [
      'a certificate that may not sign',
      async () => file(await csca.issue('VN', { keyUsage: ['keyEncipherment'] })),
      'failed usage-not-allowed',
    ],
    [
      'an expired certificate',
      async () =>
        file(
          await csca.issue('VN', { validity: { ...validity, notAfter: new Date('2022-02-01') } }),
        ),
      'failed expired',
    ],
    [
      'a later certificate',
      async () =>
        file(
          await csca.issue('VN', { validity: { ...validity, notBefore: new Date('2023-01-01') } }),
        ),
      'failed not-yet-valid',
    ],
    [
      'no certificate',
      () => file(own, { certificate: Uint8Array.of(0x30, 0) }),
      'failed unreadable',
    ],
    [
      'PEM of two certificates',
      () => file(own, { certificate: toPem(own.certificate, 'CERTIFICATE').repeat(2) }),
      'failed unreadable',
    ],
    [
      'PEM of something else',
      () => file(own, { certificate: toPem(own.certificate, 'PUBLIC KEY') }),
      'failed unreadable',
    ],
    ['text that is no PEM', () => file(own, { certificate: 'MII' }), 'failed unreadable'],
  ])('leaves out %s, and keeps the others', async (_, wrong, outcome) => {
    const loaded = await load([await wrong(), file(own)])
    expect(outcomes(loaded)).toEqual([outcome, 'passed'])
    expect(loaded.report.checks[0]?.subject).toBe('signers[0]')
    expect(loaded.trust.keysFor(keyIdOf(own))).toHaveLength(1)
  })

  it('grants no more than both the certificate and you allow', async () => {
    const { trust } = await load([file(own, { usages: ['vaccination', 'test'] })])
    expect(trust.keysFor(keyIdOf(own))).toMatchObject([{ usages: ['vaccination'] }])
  })

  it('believes a chain without a pin, and holds to a pin that is stated', async () => {
    const bare: SignerFile = { certificate: own.certificate, country: 'VN' }
    const chain = { believe: 'chain', anchors: [csca.anchor] } as const
    expect(outcomes(await load([bare], chain))).toEqual(['passed'])
    expect(outcomes(await load([file(own, { sha256: '0'.repeat(64) })], chain))).toEqual([
      'failed pin-differs',
    ])
    expect(outcomes(await load([bare], { believe: 'chain' }))).toEqual(['unknown no-anchors'])
    // A pin is no chain.
    expect(outcomes(await load([file(own)], { believe: 'chain' }))).toEqual(['unknown no-anchors'])
  })

  it('refuses a pin that is none, and a country that is none', async () => {
    await expect(load([file(own, { sha256: 'abc' })])).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-signed.pin' }),
    )
    await expect(load([file(own, { country: 'VNM' })])).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-trust.country' }),
    )
  })
})

describe('mergeTrust', () => {
  const signer = ecSigner()
  const other = ecSigner()
  const first = trustedKeys([trustIn(signer)], { version: '42' })
  const second = trustedKeys([trustIn(signer, { country: 'LA' }), trustIn(other)])

  it('knows every key of every store, also under one id', () => {
    const merged = mergeTrust(first, second)
    expect(merged.keysFor(signer.keyId)).toMatchObject([{ country: 'VN' }, { country: 'LA' }])
    expect(merged.keysFor(other.keyId)).toHaveLength(1)
    expect(merged.keysFor(new Uint8Array(8))).toEqual([])
  })

  it('lists the versions, and is empty when all of them are', () => {
    expect(mergeTrust(first, second).version).toBe('42')
    expect(mergeTrust(first, trustedKeys([], { version: '7' })).version).toBe('42, 7')
    expect(mergeTrust(second)).not.toHaveProperty('version')
    expect(mergeTrust(trustedKeys([]), first).isEmpty).toBe(false)
    expect(mergeTrust(trustedKeys([]), trustedKeys([])).isEmpty).toBe(true)
    expect(mergeTrust().isEmpty).toBe(true)
  })

  it('sees keys that a store learns later', () => {
    const keys = new Map([[0, trustIn(signer)]])
    const live = { isEmpty: false, keysFor: () => [...keys.values()] }
    const merged = mergeTrust(first, live)
    keys.set(1, trustIn(other))
    expect(merged.keysFor(signer.keyId)).toHaveLength(3)
  })
})
