import { createHash } from 'node:crypto'
import { toBase64, toHex } from '@tiemchung/core'
import { readCertificate } from '@tiemchung/x509'
import { beforeAll, describe, expect, it } from 'vitest'
import { issueCertificate } from '../../issue/index.js'
import { samplePayload } from '../../test-kit.js'
import { verifyCertificate } from '../../verify/index.js'
import { at, detached, type Holder, type TestAuthority, testAuthority } from '../country.fixture.js'
import {
  type GatewayListOptions,
  type LoadedGatewayList,
  loadGatewayList,
} from './load-gateway-list.js'

interface Country {
  readonly csca: TestAuthority
  readonly upload: Holder
  readonly signer: Holder
}

let anchor: TestAuthority
let vn: Country
let la: Country

async function country(code: string): Promise<Country> {
  const csca = await testAuthority(code)
  const upload = await (await testAuthority(code, 'upload')).issue(code)
  return { csca, upload, signer: await csca.issue(code) }
}

beforeAll(async () => {
  anchor = await testAuthority('EU', 'trust anchor')
  vn = await country('VN')
  la = await country('LA')
})

/** An item as the gateway writes it, signed by a holder. */
function item(
  certificateType: string,
  of: string,
  { certificate }: { readonly certificate: Uint8Array },
  by: Holder,
  changes: object = {},
) {
  const digest = new Uint8Array(createHash('sha256').update(certificate).digest())
  return {
    kid: toBase64(digest.slice(0, 8)),
    timestamp: '2022-05-30T09:25:01+02:00',
    country: of,
    certificateType,
    thumbprint: toHex(digest),
    signature: toBase64(detached(certificate, by)),
    rawData: toBase64(certificate),
    ...changes,
  }
}

const csca = (changes?: object) => item('CSCA', 'VN', vn.csca, anchor, changes)
const upload = (changes?: object) => item('UPLOAD', 'VN', vn.upload, anchor, changes)
const dsc = (changes?: object) => item('DSC', 'VN', vn.signer, vn.upload, changes)

const load = (list: unknown, options: Partial<GatewayListOptions> = {}) =>
  loadGatewayList(list, { trustAnchors: [anchor.certificate], at, ...options })

const outcomes = ({ report }: LoadedGatewayList) =>
  report.checks.map(({ status, reason = '' }) => `${status} ${reason}`.trim())

const keyIdOf = ({ certificate }: Holder) =>
  new Uint8Array(createHash('sha256').update(certificate).digest()).slice(0, 8)

describe('loadGatewayList', () => {
  it('trusts a signer that its uploader put forward and its authority issued', async () => {
    const loaded = await load([csca(), upload(), dsc()])
    expect(outcomes(loaded)).toEqual(['passed', 'passed', 'passed'])
    expect(loaded.report).toMatchObject({ verdict: 'valid' })
    expect(loaded.anchors).toEqual([vn.csca.anchor])
    const { text } = await issueCertificate(samplePayload(), {
      signer: vn.signer.signer,
      issuedAt: at,
    })
    expect(await verifyCertificate(text, { trust: loaded.trust, at })).toMatchObject({
      verdict: 'valid',
      signer: { country: 'VN' },
    })
  })

  it('does not need authorities and uploaders to stand before their signers', async () => {
    expect(outcomes(await load([dsc(), upload(), csca()]))).toEqual(['passed', 'passed', 'passed'])
  })

  it('names each item by its place', async () => {
    const { report } = await load([csca(), upload(), dsc({ kid: 'AAAAAAAAAAA=' })])
    expect(report.checks.map(({ subject }) => subject)).toEqual([
      'items[0]',
      'items[1]',
      'items[2]',
    ])
  })

  it.each<[string, () => object, string]>([
    [
      'thumbprint of another',
      () => dsc({ thumbprint: '00'.repeat(32) }),
      'failed thumbprint-differs',
    ],
    ['thumbprint that is no hex', () => dsc({ thumbprint: 'x' }), 'failed thumbprint-differs'],
    ['key id of another', () => dsc({ kid: 'AAAAAAAAAAA=' }), 'failed key-id-differs'],
    ['key id that is none', () => dsc({ kid: 7 }), 'failed key-id-differs'],
    ['country of another', () => dsc({ country: 'LA' }), 'failed country-differs'],
    ['country that is none', () => dsc({ country: 'VNM' }), 'failed unreadable'],
    ['timestamp that is none', () => dsc({ timestamp: 'yesterday' }), 'failed unreadable'],
    ['certificate that is none', () => dsc({ rawData: 'MAA=' }), 'failed unreadable'],
    ['certificate that is no base64', () => dsc({ rawData: '?' }), 'failed unreadable'],
    ['signature that is no base64', () => dsc({ signature: '?' }), 'failed unreadable'],
    ['signature that is no CMS', () => dsc({ signature: 'MAA=' }), 'failed x509.der.truncated'],
    ['type that is none', () => dsc({ certificateType: 7 }), 'failed unreadable'],
    ['type of other lists', () => dsc({ certificateType: 'SCA' }), 'skipped other-type'],
    [
      'type of TLS clients',
      () => dsc({ certificateType: 'AUTHENTICATION' }),
      'skipped not-a-signer',
    ],
    [
      'signature of another country’s uploader',
      () => item('DSC', 'VN', vn.signer, la.upload),
      'failed not-among-signers',
    ],
    [
      'signature of the trust anchor',
      () => item('DSC', 'VN', vn.signer, anchor),
      'failed not-among-signers',
    ],
    [
      'signature over another certificate',
      () => dsc({ signature: toBase64(detached(la.signer.certificate, vn.upload)) }),
      'failed signature-mismatch',
    ],
    [
      'authority of another country',
      () => item('DSC', 'LA', la.signer, vn.upload, { country: 'LA' }),
      'unknown no-upload-certificate',
    ],
    ['nothing', () => [], 'failed unreadable'],
  ])('leaves out a signer with a %s', async (_, wrong, outcome) => {
    const loaded = await load([csca(), upload(), wrong(), dsc()])
    expect(outcomes(loaded)[2]).toBe(outcome)
    expect(outcomes(loaded)[3]).toBe('passed')
    expect(loaded.trust.keysFor(keyIdOf(vn.signer))).toHaveLength(1)
    expect(loaded.trust.keysFor(keyIdOf(la.signer))).toHaveLength(0)
  })

  it('takes kids and timestamps in the spellings that occur', async () => {
    const url = dsc().kid.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')
    const spelt = dsc({ kid: url, timestamp: '2021-03-05 14:00:25+02:00' })
    const upper = dsc({ thumbprint: dsc().thumbprint.toUpperCase() })
    expect(outcomes(await load([csca(), upload(), spelt, upper])).slice(2)).toEqual([
      'passed',
      'passed',
    ])
  })

  it('does not trust a signer that its uploader put forward and another authority issued', async () => {
    const stranger = await la.csca.issue('VN')
    const loaded = await load([
      csca(),
      upload(),
      item('CSCA', 'LA', la.csca, anchor),
      item('DSC', 'VN', stranger, vn.upload),
    ])
    expect(outcomes(loaded)[3]).toMatch(/^(failed|unknown) /)
    expect(loaded.trust.isEmpty).toBe(true)
  })

  it.each<[string, () => readonly object[], readonly string[]]>([
    ['the authority is missing', () => [upload(), dsc()], ['passed', 'unknown no-anchors']],
    ['the uploader is missing', () => [csca(), dsc()], ['passed', 'unknown no-upload-certificate']],
    [
      'nobody the trust anchor knows signed the authority',
      () => [item('CSCA', 'VN', vn.csca, la.csca), upload(), dsc()],
      ['failed not-among-signers', 'passed', 'unknown no-anchors'],
    ],
    [
      'nobody the trust anchor knows signed the uploader',
      () => [csca(), item('UPLOAD', 'VN', vn.upload, vn.csca), dsc()],
      ['passed', 'failed not-among-signers', 'unknown no-upload-certificate'],
    ],
    [
      'an uploader stands as authority',
      () => [item('CSCA', 'VN', vn.upload, anchor), upload(), dsc()],
      ['failed not-an-authority', 'passed', 'unknown no-anchors'],
    ],
    [
      'an authority stands as uploader',
      () => [csca(), item('UPLOAD', 'VN', vn.csca, anchor), dsc()],
      ['passed', 'failed an-authority', 'unknown no-upload-certificate'],
    ],
    [
      'another country’s authority is listed for it',
      () => [item('CSCA', 'VN', la.csca, anchor), upload(), dsc()],
      ['failed country-differs', 'passed', 'unknown no-anchors'],
    ],
  ])('gives no signer when %s', async (_, list, expected) => {
    const loaded = await load(list())
    expect(outcomes(loaded)).toEqual(expected)
    expect(loaded.trust.isEmpty).toBe(true)
  })

  it('does not believe the list on the country of an uploader that states none', async () => {
    const nobody = await (await testAuthority('VN', 'upload')).issue(undefined)
    const loaded = await load([csca(), item('UPLOAD', 'VN', nobody, anchor)])
    expect(outcomes(loaded)[1]).toBe('failed country-unknown')
  })

  it('does not believe an uploader that may not sign, or not any more', async () => {
    const uploads = await testAuthority('VN', 'upload')
    const wrong = await uploads.issue('VN', { keyUsage: ['keyEncipherment'] })
    const notAfter = new Date('2022-02-01T00:00:00Z')
    const expired = await uploads.issue('VN', {
      validity: { notBefore: new Date('2022-01-01T00:00:00Z'), notAfter },
    })
    const list = [item('UPLOAD', 'VN', wrong, anchor), item('UPLOAD', 'VN', expired, anchor)]
    expect(outcomes(await load(list))).toEqual(['failed usage-not-allowed', 'failed expired'])
  })

  it('decides nothing without a trust anchor, or with one that has run out', async () => {
    const list = [csca(), upload(), dsc()]
    const without = await load(list, { trustAnchors: [] })
    expect(outcomes(without)).toEqual([
      'unknown no-trust-anchor',
      'unknown no-trust-anchor',
      'unknown no-upload-certificate',
    ])
    expect(without.report.verdict).toBe('indeterminate')
    const old = await testAuthority('EU', 'trust anchor')
    const { certificate } = await old.issue('EU', {
      validity: { notBefore: new Date('2022-01-01'), notAfter: new Date('2022-02-01') },
    })
    const late = await load(list, { trustAnchors: [certificate] })
    expect(outcomes(late)[0]).toBe('unknown trust-anchor-expired')
  })

  it('takes authorities and uploaders of the caller, for their own country alone', async () => {
    const own = {
      trustAnchors: [],
      anchors: [vn.csca.anchor],
      uploaders: [{ country: 'VN', certificate: vn.upload.certificate }],
    }
    expect(outcomes(await load([dsc()], own))).toEqual(['passed'])
    expect(outcomes(await load([csca(), upload(), dsc()], own))).toEqual([
      'passed',
      'passed',
      'passed',
    ])
    const wrong = { ...own, uploaders: [{ country: 'LA', certificate: vn.upload.certificate }] }
    expect(outcomes(await load([dsc()], wrong))).toEqual(['unknown no-upload-certificate'])
  })

  it('does not use an uploader of the caller that has run out', async () => {
    const later = new Date('2027-01-01T00:00:00Z')
    const uploaders = [{ country: 'VN', certificate: vn.upload.certificate }]
    expect(outcomes(await load([dsc()], { uploaders, at: later }))).toEqual([
      'unknown no-upload-certificate',
    ])
  })

  it('knows a key no more that is absent from the newest list: absence is its revocation', async () => {
    const { trust } = await load([csca(), upload()])
    expect(trust.keysFor(keyIdOf(vn.signer))).toEqual([])
    expect(readCertificate(vn.signer.certificate).notAfter > at).toBe(true)
  })

  it('keeps both keys when one certificate is listed twice', async () => {
    const { trust } = await load([csca(), upload(), dsc(), dsc()])
    expect(trust.keysFor(keyIdOf(vn.signer))).toHaveLength(2)
  })

  it.each<[string, unknown]>([
    ['null', null],
    ['an object', { items: [] }],
    ['more items than are read', Array.from({ length: 20_001 }, () => 0)],
  ])('refuses %s', async (_, list) => {
    await expect(load(list)).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-trust.gateway' }),
    )
  })
})
