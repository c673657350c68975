import { fromBase64, toBase64, toHex } from '@tiemchung/core'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import { keyIdOf, readCertificate } from '@tiemchung/x509'
import { beforeAll, describe, expect, it } from 'vitest'
import { samplePayload } from '../test-kit.js'
import { issueCertificate } from '../issue/index.js'
import { verifyCertificate } from '../verify/index.js'
import type { CountryAnchor } from './country-anchor.js'
import { type DidListOptions, loadDidList } from './load-did-list.js'

const at = new Date('2022-06-01T00:00:00Z')
const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2026-01-01T00:00:00Z'),
}

interface Participant {
  readonly anchor: CountryAnchor
  readonly signer: Uint8Array
  readonly keyId: Uint8Array
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>
}

let vn: Participant
let la: Participant

async function participant(country: string): Promise<Participant> {
  const authority = await createAuthority({
    subject: { commonName: `TEST SCA ${country}`, country },
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const keys = await generateSigningKey('ES256')
  const { certificate } = await authority.issue({
    subject: { commonName: `TEST DSC ${country}`, country },
    publicKey: keys.publicKey,
    validity,
    keyUsage: ['digitalSignature'],
  })
  const parameters = { name: 'ECDSA', hash: 'SHA-256' }
  const own = keys.privateKey as unknown as CryptoKey
  return {
    anchor: { country, certificate: authority.certificate },
    signer: certificate,
    keyId: await keyIdOf(certificate),
    sign: async (data) =>
      new Uint8Array(await crypto.subtle.sign(parameters, own, data as BufferSource)),
  }
}

beforeAll(async () => {
  vn = await participant('VN')
  la = await participant('LA')
})

/** A coordinate as lists have it: so many zeros in front, and a spelling of its own. */
function coordinate(spki: Uint8Array, from: number, zeros = 1): string {
  const own = spki.subarray(spki.length - from, spki.length - from + 32)
  return toBase64(new Uint8Array([...new Uint8Array(zeros), ...own]))
}

const url = (base64: string) => base64.replaceAll('+', '-').replaceAll('/', '_')
const bare = (base64: string) => base64.replace(/=+$/, '')

interface Spelling {
  readonly zeros?: number
  readonly spell?: (base64: string) => string
}

function jwkOf({ signer, keyId, anchor }: Participant, { zeros = 1, spell = url }: Spelling = {}) {
  const { spki } = readCertificate(signer)
  return {
    kty: 'EC',
    kid: spell(toBase64(keyId)),
    crv: 'P-256',
    x: spell(coordinate(spki, 64, zeros)),
    y: spell(coordinate(spki, 32, zeros)),
    x5c: [toBase64(signer), toBase64(anchor.certificate)],
  }
}

const did = 'did:web:example.int:v2:trustlist'
const method = (publicKeyJwk: object, where = 'DCC:VNM:DSC') => ({
  id: `${did}:${where}#key`,
  type: 'JsonWebKey2020',
  publicKeyJwk,
})
const listOf = (...methods: readonly unknown[]) => ({ id: did, verificationMethod: methods })

const load = (methods: readonly unknown[], options: Partial<DidListOptions> = {}) =>
  loadDidList([listOf(...methods)], { anchors: [vn.anchor, la.anchor], at, ...options })

const outcomes = async (methods: readonly unknown[], options: Partial<DidListOptions> = {}) =>
  (await load(methods, options)).report.checks.map(
    ({ status, reason, params }) => `${status} ${String(params?.['check'] ?? '')} ${reason ?? ''}`,
  )

describe('loadDidList', () => {
  it('trusts a key whose certificate chains to its country, and what it signs verifies', async () => {
    const { trust, report } = await load([method(jwkOf(vn))])
    expect(report.verdict).toBe('valid')
    expect(report.checks[0]?.subject).toBe('documents[0].verificationMethod[0]')
    const { text } = await issueCertificate(samplePayload(), {
      signer: { algorithm: 'ES256', chain: [vn.signer], sign: vn.sign },
      issuedAt: at,
    })
    expect(await verifyCertificate(text, { trust, at })).toMatchObject({
      verdict: 'valid',
      signer: { country: 'VN' },
    })
  })

  it.each<[string, Spelling]>([
    ['base64url with zeros in front', {}],
    ['base64 with zeros in front', { spell: (text) => text }],
    ['base64url without padding', { spell: (text) => bare(url(text)) }],
    ['base64 without padding', { spell: bare }],
    ['numbers of their own size', { zeros: 0 }],
  ])('reads %s', async (_, spelling) => {
    const { trust } = await load([method(jwkOf(vn, spelling))])
    expect(trust.keysFor(vn.keyId)).toHaveLength(1)
  })

  it.each<[string, () => unknown, string]>([
    ['of another domain', () => method(jwkOf(vn), 'PH4H:VNM:DSC'), 'skipped  other-domain'],
    ['of an authority', () => method(jwkOf(vn), 'DCC:VNM:SCA'), 'skipped  not-a-signer'],
    [
      'of an authority that is listed as a signer',
      () => method({ ...jwkOf(vn), x5c: [toBase64(vn.anchor.certificate)] }),
      'skipped  not-a-signer',
    ],
    [
      'on an unknown curve, by its certificate',
      () => method({ ...jwkOf(vn), crv: 'UNKNOWN CURVE' }),
      'passed  ',
    ],
    [
      'that is not the certificate’s',
      () => method({ ...jwkOf(la), x5c: jwkOf(vn).x5c }),
      'failed  key-differs',
    ],
    [
      'under another id',
      () => method({ ...jwkOf(vn), kid: toBase64(la.keyId) }),
      'failed  key-id-differs',
    ],
    [
      'under an id of another size',
      () => method({ ...jwkOf(vn), kid: 'AAAA' }),
      'failed  key-id-differs',
    ],
    [
      'with a private part',
      () => method({ ...jwkOf(vn), x5c: [], d: 'AAAA' }),
      'unknown  no-certificate',
    ],
    ['without a certificate', () => method({ ...jwkOf(vn), x5c: [] }), 'unknown  no-certificate'],
    [
      'whose certificate cannot be read',
      () => method({ ...jwkOf(vn), x5c: ['MAA=', jwkOf(vn).x5c[0]] }),
      'failed  unreadable',
    ],
    [
      'whose certificate is no text',
      () => method({ ...jwkOf(vn), x5c: [7] }),
      'failed  unreadable',
    ],
    [
      'with an id that is not the network’s',
      () => ({ ...method(jwkOf(vn)), id: 'did:key:z6Mk' }),
      'failed  unreadable',
    ],
    ['that is null', () => null, 'failed  unreadable'],
  ])('a key %s', async (_, wrong, outcome) => {
    expect(await outcomes([wrong()])).toEqual([outcome])
  })

  it('does not believe a key whose authority is not yours, however the list carries it', async () => {
    const report = await outcomes([method(jwkOf(vn))], { anchors: [la.anchor] })
    expect(report).toEqual(['unknown path.anchor no-anchors'])
    const borrowed = [{ country: 'VN', certificate: la.anchor.certificate }]
    expect((await load([method(jwkOf(vn))], { anchors: borrowed })).trust.isEmpty).toBe(true)
  })

  it('holds a participant to its country', async () => {
    const countries = { VNM: 'VN' }
    expect(await outcomes([method(jwkOf(vn))], { countries })).toEqual(['passed  '])
    expect(await outcomes([method(jwkOf(la))], { countries })).toEqual(['failed  country-differs'])
    expect(await outcomes([method(jwkOf(la))], { countries, believe: 'list' })).toEqual([
      'failed  country-differs',
    ])
  })

  it('takes the word of a list only when it is told to', async () => {
    const alone = method({ ...jwkOf(vn), x5c: undefined })
    const believe = { believe: 'list', anchors: [] } as const
    expect(await outcomes([alone], believe)).toEqual(['unknown  country-unknown'])
    const { trust } = await load([alone], { ...believe, countries: { VNM: 'VN' } })
    expect(trust.keysFor(vn.keyId)).toMatchObject([{ country: 'VN' }])
    expect(await outcomes([method(jwkOf(vn))], believe)).toEqual(['passed  '])
    expect(await outcomes([method({ kty: 'oct' })], believe)).toEqual(['failed  unreadable'])
  })

  it('reads the lists of version 1, whose ids say neither domain nor usage', async () => {
    const { kid, ...jwk } = jwkOf(vn, { spell: (text) => text })
    const id = `did:web:example.int:trustlist:vnm#${kid}`
    expect(await outcomes([{ id, publicKeyJwk: jwk }])).toEqual(['passed  '])
    const escaped = id.replace(kid, encodeURIComponent(kid))
    expect(await outcomes([{ id: escaped, publicKeyJwk: jwk }])).toEqual(['passed  '])
    const broken = id.replace(kid, '%E0%A4%A')
    expect(await outcomes([{ id: broken, publicKeyJwk: jwk }])).toEqual(['failed  key-id-differs'])
  })

  it('tells one id listed as authority and as signer by its usage', async () => {
    const twice = [method(jwkOf(vn), 'DCC:VNM:SCA'), method(jwkOf(vn), 'DCC:VNM:DSC')]
    const { trust } = await load(twice)
    expect(await outcomes(twice)).toEqual(['skipped  not-a-signer', 'passed  '])
    expect(trust.keysFor(vn.keyId)).toHaveLength(1)
  })

  it('leaves references open', async () => {
    const { report } = await load([method(jwkOf(vn)), `${did}:DCC:LAO:DSC`])
    expect(report.verdict).toBe('indeterminate')
    expect(report.checks[1]).toMatchObject({ id: 'trust-list.reference', reason: 'not-followed' })
  })

  it('keeps the keys of several documents apart', async () => {
    const documents = [listOf(method(jwkOf(vn))), listOf(method(jwkOf(la), 'DCC:LAO:DSC'))]
    const { trust, report } = await loadDidList(documents, { anchors: [vn.anchor, la.anchor], at })
    expect(report.checks.map(({ subject }) => subject)).toEqual([
      'documents[0].verificationMethod[0]',
      'documents[1].verificationMethod[0]',
    ])
    expect(toHex(trust.keysFor(la.keyId)[0]?.certificate ?? new Uint8Array())).toBe(
      toHex(la.signer),
    )
  })

  it.each<[string, unknown]>([
    ['null', null],
    ['a text', 'did'],
    ['no methods', {}],
    ['methods that are no list', { verificationMethod: {} }],
    ['more methods than any list has', { verificationMethod: new Array(20_001).fill(null) }],
  ])('refuses %s', async (_, document) => {
    await expect(loadDidList([document], { anchors: [], at })).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-trust.did' }),
    )
  })

  it('does not trust what has expired at the instant', async () => {
    const late = { at: new Date('2027-01-01T00:00:00Z') }
    expect(await outcomes([method(jwkOf(vn))], late)).toEqual(['failed path.validity expired'])
    expect(fromBase64(toBase64(vn.keyId))).toEqual(vn.keyId)
  })
})
