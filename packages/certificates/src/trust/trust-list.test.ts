import { toBase64 } from '@tiemchung/core'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import { beforeAll, describe, expect, it } from 'vitest'
import { samplePayload } from '../test-kit.js'
import { issueCertificate } from '../issue/index.js'
import { trustedKeys, verifyCertificate } from '../verify/index.js'
import { chainVerifier } from './chain-verifier.js'
import type { CountryAnchor } from './country-anchor.js'
import { type LoadedTrustList, loadTrustList } from './load-trust-list.js'

const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2026-01-01T00:00:00Z'),
}
const at = new Date('2022-06-01T00:00:00Z')
const vaccinationUsage = '1.3.6.1.4.1.1847.2021.1.2'
const testUsage = '1.3.6.1.4.1.1847.2021.1.1'

interface Country {
  readonly anchor: CountryAnchor
  readonly signers: readonly Uint8Array[]
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>
}

async function makeCountry(country: string): Promise<Country> {
  const authority = await createAuthority({
    subject: { commonName: `Test CSCA ${country}`, country },
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const keys = await generateSigningKey('ES256')
  const issue = async (usages: readonly string[], notAfter = validity.notAfter, of = country) => {
    const { certificate } = await authority.issue({
      subject: { commonName: `Test DSC ${of}`, country: of },
      publicKey: keys.publicKey,
      validity: { ...validity, notAfter },
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: usages,
    })
    return certificate
  }
  return {
    anchor: { country, certificate: authority.certificate },
    signers: [
      await issue([vaccinationUsage]),
      await issue([vaccinationUsage], new Date('2022-02-01T00:00:00Z')),
      await issue([vaccinationUsage], validity.notAfter, 'FR'),
      await issue([testUsage, vaccinationUsage]),
    ],
    sign: async (data) => {
      const parameters = { name: 'ECDSA', hash: 'SHA-256' }
      const signature = await crypto.subtle.sign(
        parameters,
        keys.privateKey as unknown as CryptoKey,
        data as BufferSource,
      )
      return new Uint8Array(signature)
    },
  }
}

let vn: Country
let la: Country
let sound: Uint8Array
let expired: Uint8Array
let ofFrance: Uint8Array
let broad: Uint8Array

beforeAll(async () => {
  vn = await makeCountry('VN')
  la = await makeCountry('LA')
  ;[sound, expired, ofFrance, broad] = vn.signers as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
})

const item = (certificate: Uint8Array, country = 'VN', rest: object = {}) => ({
  certificate: toBase64(certificate),
  country,
  ...rest,
})

const listOf = (...items: readonly unknown[]) => ({
  format: 'trust-list/1',
  version: '42',
  issuedAt: '2022-05-31T00:00:00Z',
  nextUpdate: '2022-06-02T00:00:00Z',
  items,
})

const load = (document: unknown, options: object = {}) =>
  loadTrustList(document, { anchors: [vn.anchor, la.anchor], at, ...options })

const outcomes = ({ report }: LoadedTrustList) =>
  report.checks.map(({ id, status, reason = '' }) => `${id} ${status} ${reason}`.trim())

describe('loadTrustList', () => {
  it('trusts a certificate that chains to its own country, and what it signs verifies', async () => {
    const { trust, report } = await load(listOf(item(sound)))
    expect(report).toMatchObject({ verdict: 'valid' })
    const { text } = await issueCertificate(samplePayload(), {
      signer: { algorithm: 'ES256', chain: [sound], sign: vn.sign },
      issuedAt: at,
    })
    expect(await verifyCertificate(text, { trust, at })).toMatchObject({
      verdict: 'valid',
      basis: { trustList: '42' },
      signer: { country: 'VN' },
    })
  })

  it.each<[string, () => unknown, string]>([
    ['expired', () => item(expired), 'failed expired'],
    ['of another country by its own word', () => item(ofFrance), 'failed country-differs'],
    ['listed for another country', () => item(sound, 'LA'), 'failed country-differs'],
    [
      'of another country’s authority',
      () => item(la.signers[0] as Uint8Array),
      'failed country-differs',
    ],
    ['without an anchor', () => item(la.signers[2] as Uint8Array, 'FR'), 'unknown no-anchors'],
    ['no certificate', () => item(Uint8Array.of(0x30, 0)), 'failed unreadable'],
    ['no base64', () => ({ certificate: '?', country: 'VN' }), 'failed unreadable'],
  ])('leaves out a certificate that is %s, and keeps the others', async (_, wrong, outcome) => {
    const loaded = await load(listOf(wrong(), item(sound)))
    expect(outcomes(loaded)).toEqual([
      'trust-list.freshness passed',
      `trust-list.item ${outcome}`,
      'trust-list.item passed',
    ])
    expect(loaded.report.verdict).not.toBe('valid')
    expect(loaded.report.checks[1]?.subject).toBe('items[0]')
    expect(loaded.trust.isEmpty).toBe(false)
  })

  it('believes the word of a list that the caller vouches for, but not against the certificate', async () => {
    const list = listOf(item(sound), item(expired), item(ofFrance))
    const loaded = await load(list, { anchors: [], believe: 'list' })
    expect(outcomes(loaded).slice(1)).toEqual([
      'trust-list.item passed',
      'trust-list.item failed expired',
      'trust-list.item failed country-differs',
    ])
    expect(loaded.trust.isEmpty).toBe(false)
  })

  it('does not let one country’s authority vouch for another’s signer', async () => {
    const forged = { ...la.anchor, country: 'VN' }
    const loaded = await load(listOf(item(sound)), { anchors: [forged] })
    expect(loaded.trust.isEmpty).toBe(true)
    expect(loaded.report.verdict).not.toBe('valid')
  })

  it.each<[string, object, readonly string[] | undefined]>([
    ['what the certificate allows', {}, ['test', 'vaccination']],
    ['no more than the list allows', { usages: ['vaccination', 'recovery'] }, ['vaccination']],
    ['nothing when the two have nothing in common', { usages: ['recovery'] }, []],
  ])('grants %s', async (_, rest, usages) => {
    const { trust } = await load(listOf(item(broad, 'VN', rest)))
    const keyId = new Uint8Array(
      await crypto.subtle.digest('SHA-256', broad as BufferSource),
    ).slice(0, 8)
    expect(trust.keysFor(keyId)).toMatchObject([{ usages, country: 'VN' }])
  })

  it.each<[string, string, object, string, boolean]>([
    ['the last instant before the next update', '2022-06-01T23:59:59.999Z', {}, 'passed', false],
    ['the instant of the next update', '2022-06-02T00:00:00Z', {}, 'unknown', true],
    [
      'later, when stale lists are accepted',
      '2022-06-03T00:00:00Z',
      { acceptStale: true },
      'passed',
      false,
    ],
    ['before the list was issued', '2022-05-30T00:00:00Z', { acceptStale: true }, 'unknown', true],
  ])('at %s', async (_, instant, options, status, isEmpty) => {
    const { trust, report } = await load(listOf(item(sound)), { at: new Date(instant), ...options })
    expect(report.checks[0]?.status).toBe(status)
    expect(trust.isEmpty).toBe(isEmpty)
  })

  it('says that a list is stale by a code of its own', async () => {
    const loaded = await load(listOf(item(sound)), { at: new Date('2022-06-03T00:00:00Z') })
    expect(outcomes(loaded)[0]).toBe('trust-list.freshness unknown stale')
    expect(loaded.report.verdict).toBe('indeterminate')
  })

  it.each<[string, unknown]>([
    ['what is no object', null],
    ['another format', { ...listOf(), format: 'x' }],
    ['no version', { ...listOf(), version: 1 }],
    ['a malformed instant', { ...listOf(), nextUpdate: 'tomorrow' }],
    ['a next update before the issue', { ...listOf(), nextUpdate: '2022-05-30T00:00:00Z' }],
    ['items that are no list', { ...listOf(), items: {} }],
    ['an item without country', listOf({ certificate: '' })],
    ['a country in lower case', listOf({ certificate: '', country: 'vn' })],
    ['a usage that is none', listOf({ certificate: '', country: 'VN', usages: ['all'] })],
  ])('refuses %s', async (_, document) => {
    await expect(load(document)).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-trust.list' }),
    )
  })
})

describe('chainVerifier', () => {
  const verdictFor = async (certificate: Uint8Array, anchors: readonly CountryAnchor[]) => {
    const keyId = new Uint8Array(8)
    const key = { keyId, key: new Uint8Array(0), certificate, country: 'VN' }
    return (await chainVerifier({ anchors })(key, at)).verdict
  }

  it('judges the signing certificate by the anchors of its country', async () => {
    expect(await verdictFor(sound, [la.anchor, vn.anchor])).toBe('valid')
    expect(await verdictFor(expired, [vn.anchor])).toBe('invalid')
    expect(await verdictFor(sound, [la.anchor])).toBe('indeterminate')
  })

  it('cannot judge a key of which it knows no certificate or no country', async () => {
    const judge = chainVerifier({ anchors: [vn.anchor] })
    const key = { keyId: new Uint8Array(8), key: new Uint8Array(0) }
    expect(await judge(key, at)).toMatchObject({ verdict: 'indeterminate' })
    expect(trustedKeys([key]).isEmpty).toBe(false)
  })
})
