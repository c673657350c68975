import { type CivilDate, InputError, type PartialDate } from '@tiemchung/core'
import type { Signer } from '@tiemchung/core/crypto'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decodeCertificate } from '../envelope/index.js'
import { ecSigner, rsaSigner, samplePayload, trustIn } from '../test-kit.js'
import {
  type HealthCertificatePayload,
  strictIssuer,
  trustedKeys,
  verifyCertificate,
} from '../verify/index.js'
import { issueCertificate } from './issue-certificate.js'
import type { IssueOptions } from './issue-terms.js'
import { parseIssuePolicy } from './issue-policy.js'
import { decision5772 } from './policies/decision-5772.js'
import { type VaccinationRequest, vaccinationPayload } from './vaccination-payload.js'

const signer = ecSigner()
const issuedAt = new Date('2022-06-01T02:00:00.999Z')
const certificate = {
  keyId: signer.keyId,
  country: 'VN',
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2024-01-01T00:00:00Z'),
  usages: ['vaccination'],
} as const
const refusal = (code: string) =>
  expect.objectContaining({ code: `certificate-issue.${code}` }) as Error

function issue(changes: Partial<IssueOptions> = {}, payload = samplePayload()) {
  return issueCertificate(payload, {
    signer,
    issuedAt,
    signingCertificate: certificate,
    ...changes,
  })
}

function doseWith(changes: object): HealthCertificatePayload {
  const payload = samplePayload()
  return { ...payload, v: [{ ...payload.v?.[0], ...changes }] } as HealthCertificatePayload
}

describe('issueCertificate', () => {
  it.each([ecSigner(), rsaSigner()])(
    'makes $algorithm certificates that our strictest profile takes',
    async (by) => {
      const issued = await issue({
        signer: by,
        signingCertificate: { ...certificate, keyId: by.keyId },
      })
      const report = await verifyCertificate(issued.text, {
        trust: trustedKeys([trustIn(by)]),
        at: issued.issuedAt,
        profile: strictIssuer,
        revocation: { statusOf: () => 'not-listed' },
      })
      expect(report).toMatchObject({ verdict: 'valid', claims: { payload: samplePayload() } })
      expect(issued.certificateId).toBe(samplePayload().v?.[0].ci)
    },
  )

  it('writes the order and the shape of the real sample (P48)', async () => {
    const { cose } = await issue()
    expect([...cose.subarray(0, 2)]).toEqual([0xd2, 0x84])
    const { header, unverified } = decodeCertificate((await issue()).text, { tolerances: [] })
    expect(header.keyId?.place).toBe('protected')
    expect(Object.keys(unverified.payload)).toEqual(['v', 'dob', 'nam', 'ver'])
  })

  it.each([
    ['2022-06-01T02:00:00.999Z', '2023-06-01T02:00:00.000Z'],
    ['2024-02-29T05:00:00Z', '2025-02-28T05:00:00.000Z'],
    ['2022-12-31T17:30:00Z', '2023-12-31T17:30:00.000Z'],
  ])('lasts 12 months by the calendar of Viet Nam: %s to %s (P49)', async (from, to) => {
    const issued = await issueCertificate(samplePayload(), {
      signer,
      issuedAt: new Date(from),
      keyId: signer.keyId,
    })
    expect(issued.expiresAt.toISOString()).toBe(to)
    expect(issued.issuedAt.getTime() % 1000).toBe(0)
  })

  it('lasts as long as the policy says', async () => {
    const issued = await issue({ policy: { ...decision5772, lifetime: 'P30D' } })
    expect(issued.expiresAt.toISOString()).toBe('2022-07-01T02:00:00.000Z')
  })

  it('takes the key id from the certificate of the signer (P10)', async () => {
    const leaf = Uint8Array.of(0x30, 1, 2, 3)
    const issued = await issueCertificate(samplePayload(), {
      signer: { ...signer, chain: [leaf] },
      issuedAt,
    })
    const expected = createHash('sha256').update(leaf).digest().subarray(0, 8)
    expect([...issued.keyId]).toEqual([...expected])
  })

  it.each<[string, string, Partial<IssueOptions>]>([
    ['another algorithm', 'algorithm', { signer: { ...signer, algorithm: 'RS256' } }],
    ['a country in words', 'country', { country: 'Việt Nam' }],
    ['no time', 'issued-at', { issuedAt: new Date(Number.NaN) }],
    ['two key ids', 'key-id', { keyId: new Uint8Array(8) }],
    [
      'the certificate of another country (P13)',
      'signer-country',
      { signingCertificate: { ...certificate, country: 'LA' } },
    ],
    [
      'a certificate for tests',
      'signer-usage',
      { signingCertificate: { ...certificate, usages: ['test'] } },
    ],
    [
      'a certificate that begins later (P13)',
      'signer-validity',
      { signingCertificate: { ...certificate, notBefore: new Date('2022-06-01T02:00:01Z') } },
    ],
    [
      'a certificate that ends sooner (P13)',
      'signer-validity',
      { signingCertificate: { ...certificate, notAfter: new Date('2023-06-01T01:59:59Z') } },
    ],
    [
      'a certificate with an invalid date',
      'signer-validity',
      { signingCertificate: { ...certificate, notAfter: new Date(Number.NaN) } },
    ],
  ])('refuses %s', async (_, code, changes) => {
    await expect(issue(changes)).rejects.toThrow(InputError)
    await expect(issue(changes)).rejects.toThrow(refusal(code))
  })

  it.each([0, 7, 9, 32])('refuses a key id of %i bytes', async (length) => {
    const options = { signer, issuedAt, keyId: new Uint8Array(length) }
    await expect(issueCertificate(samplePayload(), options)).rejects.toThrow(refusal('key-id'))
  })

  it('refuses to guess a key id', async () => {
    await expect(issueCertificate(samplePayload(), { signer, issuedAt })).rejects.toThrow(
      refusal('key-id'),
    )
  })

  it.each<[string, string, HealthCertificatePayload]>([
    ['an incomplete course', 'course-incomplete', doseWith({ dn: 1 })],
    [
      'the product of one maker and the name of another (P48)',
      'product',
      doseWith({ mp: 'EU/1/21/1529' }),
    ],
    [
      'a vaccine that is none of the eight (P52)',
      'product',
      doseWith({ mp: 'Covaxin', ma: 'Bharat-Biotech', vp: '1157024006' }),
    ],
    [
      'the deprecated Vero Cell (P52)',
      'product',
      doseWith({ mp: 'Inactivated-SARS-CoV-2-Vero-Cell', ma: 'ORG-100010771', vp: '1157024006' }),
    ],
    ['a payload that takes liberties', 'payload', doseWith({ dt: '2022-05-20T00:00:00Z' })],
    ['a payload without event', 'payload', { ...samplePayload(), v: undefined } as never],
  ])('refuses %s', async (_, code, payload) => {
    await expect(issue({}, payload)).rejects.toThrow(refusal(code))
  })

  it.each(decision5772.products ?? [])(
    'issues for $mp by its holder, and by no other (P52)',
    async (product) => {
      await expect(issue({}, doseWith(product))).resolves.toBeDefined()
      const holders = new Set(decision5772.products?.map(({ ma }) => ma))
      holders.delete(product.ma)
      expect(holders.size).toBeGreaterThan(7)
      for (const ma of holders) {
        await expect(issue({}, doseWith({ ...product, ma }))).rejects.toThrow(refusal('product'))
      }
    },
  )

  it('lets a policy allow other products and unfinished courses', async () => {
    const policy = { ...decision5772, completeCourseOnly: false, products: null }
    await expect(issue({ policy }, doseWith({ dn: 1, mp: 'Covaxin' }))).resolves.toBeDefined()
  })

  it.each<[Signer['algorithm'], number]>([
    ['ES256', 70],
    ['ES256', 96],
    ['PS256', 128],
  ])('refuses a signature by %s of %i bytes', async (algorithm, length) => {
    const by = { ...signer, algorithm, sign: () => Promise.resolve(new Uint8Array(length)) }
    await expect(issue({ signer: by })).rejects.toThrow(refusal('signature-length'))
  })

  it.each([ecSigner(), rsaSigner()])(
    'gives out what holds under the public key: %#',
    async (by) => {
      const options = { signer: by, keyId: by.keyId, issuedAt, publicKey: by.spki }
      const { text } = await issueCertificate(samplePayload(), options)
      const trust = trustedKeys([trustIn(by)])
      expect(await verifyCertificate(text, { trust, at: issuedAt })).toMatchObject({
        verdict: 'valid',
      })
    },
  )

  it.each([
    ['another key', ecSigner().spki],
    ['a key of another kind', rsaSigner().spki],
  ])('gives out nothing that does not hold under %s', async (_, publicKey) => {
    await expect(issue({ publicKey })).rejects.toThrow(refusal('signature'))
  })

  it('refuses a public key that is none', async () => {
    await expect(issue({ publicKey: new Uint8Array(3) })).rejects.toThrow(
      expect.objectContaining({ code: 'crypto.key' }),
    )
  })
})

describe('parseIssuePolicy', () => {
  it('takes the policy of Decision 5772 after a trip through JSON', () => {
    expect(parseIssuePolicy(JSON.parse(JSON.stringify(decision5772)))).toEqual(decision5772)
  })

  it.each<[string, object]>([
    ['lifetime', { lifetime: 'a year' }],
    ['lifetime', { lifetime: 'P0D' }],
    ['lifetime', { lifetime: ['P12M'] }],
    ['lifetime', { lifetime: { toString: 'P12M' } }],
    ['completeCourseOnly', { completeCourseOnly: 'yes' }],
    ['products', { products: [{ mp: 'x' }] }],
    ['renewal', { renewal: null }],
    ['renewal', { renewal: { certificateId: 'new' } }],
    ['renewal', { renewal: { certificateId: 'old', previous: 'keep' } }],
  ])('refuses a wrong %s', (field, changes) => {
    expect(() => parseIssuePolicy({ ...decision5772, ...changes })).toThrow(
      expect.objectContaining({
        code: 'certificate-issue.policy',
        issues: [expect.objectContaining({ path: [field] })],
      }),
    )
  })
})

describe('vaccinationPayload', () => {
  const request: VaccinationRequest = {
    familyName: 'Nguyễn'.normalize('NFD'),
    givenName: 'Thị Mai',
    birthDate: '2014' as PartialDate,
    codes: { vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215' },
    doseNumber: 3,
    courseDoses: 2,
    vaccinationDate: '2022-05-20' as CivilDate,
    issuerName: 'Cục Y tế dự phòng',
    certificateId: 'URN:UVCI:01:VN:A',
  }

  it('has names in NFC, family name apart, with their standardised form (P20, P28)', () => {
    expect(vaccinationPayload(request)).toEqual({
      ver: '1.3.0',
      nam: { fn: 'Nguyễn', fnt: 'NGUYEN', gn: 'Thị Mai', gnt: 'THI<MAI' },
      dob: '2014',
      v: [
        {
          tg: '840539006',
          vp: '1119349007',
          mp: 'EU/1/20/1528',
          ma: 'ORG-100030215',
          dn: 3,
          sd: 2,
          dt: '2022-05-20',
          co: 'VN',
          is: 'Cục Y tế dự phòng',
          ci: 'URN:UVCI:01:VN:A',
        },
      ],
    })
  })

  it('has one of the two names for people with one word (P28)', () => {
    const { nam } = vaccinationPayload({ ...request, familyName: undefined, givenName: 'Ánh' })
    expect(nam).toEqual({ gn: 'Ánh', gnt: 'ANH' })
  })

  it.each<[string, Partial<VaccinationRequest>]>([
    ['birthDate', { birthDate: '2014-13' as PartialDate }],
    ['vaccinationDate', { vaccinationDate: '2022-02-30' as CivilDate }],
    ['issuerName', { issuerName: ' ' }],
    ['issuerName', { issuerName: 'B'.repeat(81) }],
    ['certificateId', { certificateId: '' }],
    ['doseNumber', { doseNumber: 0 }],
    ['courseDoses', { courseDoses: 1.5 }],
  ])('refuses a wrong %s', (field, changes) => {
    expect(() => vaccinationPayload({ ...request, ...changes })).toThrow(
      expect.objectContaining({ code: 'certificate-issue.request', path: [field] }),
    )
  })

  it('refuses a person without any name', () => {
    const { familyName: _family, givenName: _given, ...nameless } = request
    expect(() => vaccinationPayload(nameless)).toThrow(refusal('name-missing'))
  })
})
