/** Renewing a facility's certificate in time, and installing nothing that was not asked for. */
import { readCertificate } from '@tiemchung/x509'
import {
  createAuthority,
  createRequest,
  generateSigningKey,
  type KeyPair,
  readRequest,
  type SubjectName,
} from '@tiemchung/x509/ca'
import { beforeAll, describe, expect, test } from 'vitest'
import { firstOpen } from '../test-chain.fixture.js'
import { type AskedCertificate, checkAnsweredCertificate } from './check-answer.js'
import { facilityRenewalPolicy } from './facility-renewal-policy.js'
import { renewalOf } from './renewal-of.js'
import { lintRenewalPolicy, parseRenewalPolicy } from './renewal-policy.js'

const subject: SubjectName = {
  commonName: 'TEST TRẠM Y TẾ XÃ MẪU',
  organization: 'TEST TRẠM Y TẾ XÃ MẪU',
  stateOrProvince: 'TEST Tỉnh Mẫu',
  country: 'VN',
  userId: 'MST:0100109106',
}
const at = new Date('2022-05-20T02:00:00Z')
const year = { notBefore: at, notAfter: new Date('2023-05-20T02:00:00Z') }
const later = { notBefore: at, notAfter: new Date('2023-06-20T02:00:00Z') }
const wide = { notBefore: new Date('2022-01-01'), notAfter: new Date('2030-01-01') }
const usages = {
  keyUsage: ['digitalSignature', 'nonRepudiation'],
  extendedKeyUsage: ['1.3.6.1.5.5.7.3.36'],
} as const

const make = async (commonName: string) =>
  createAuthority({
    subject: { commonName, country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity: wide,
  })
type Root = Awaited<ReturnType<typeof make>>

let root: Root
let stranger: Root
let keys: KeyPair
let asked: AskedCertificate
const issue = async (
  change: {
    name?: SubjectName
    by?: Root
    of?: KeyPair
    validity?: typeof year
    use?: object
  } = {},
) => {
  const { name = subject, by = root, of = keys, validity = year, use = usages } = change
  const { publicKey } = of
  return (await by.issue({ subject: name, publicKey, validity, ...use })).certificate
}

beforeAll(async () => {
  root = await make('TEST root')
  stranger = await make('TEST other root')
  keys = await generateSigningKey('ES256')
  asked = await readRequest(await createRequest({ subject, keys }))
})

describe('renewalOf', () => {
  test.each([
    ['on its first day', '2022-05-20T02:00:00Z', 'not-yet'],
    ['a second before the last 30 days', '2023-04-20T01:59:59Z', 'not-yet'],
    ['30 days before the end', '2023-04-20T02:00:00Z', 'due'],
    ['a second before the last 7 days', '2023-05-13T01:59:59Z', 'due'],
    ['7 days before the end', '2023-05-13T02:00:00Z', 'overdue'],
    ['in its last second', '2023-05-20T02:00:00.999Z', 'overdue'],
    ['in the next second', '2023-05-20T02:00:01Z', 'expired'],
  ])('%s', async (_, now, state) => {
    expect(renewalOf(await issue(), facilityRenewalPolicy, new Date(now))).toEqual({
      state,
      dueFrom: new Date('2023-04-20T02:00:00Z'),
      overdueFrom: new Date('2023-05-13T02:00:00Z'),
      expiresAt: year.notAfter,
    })
  })

  test('refuses what is no date, and what is no certificate', async () => {
    const certificate = await issue()
    const of = (der: Uint8Array, now: Date) => () => renewalOf(der, facilityRenewalPolicy, now)
    expect(of(certificate, new Date('none'))).toThrow(
      expect.objectContaining({ code: 'signing.instant' }),
    )
    expect(of(new Uint8Array([1]), at)).toThrow(expect.objectContaining({ name: 'ParseError' }))
  })
})

describe('parseRenewalPolicy', () => {
  test.each([
    ['lifetimeDays', 0],
    ['lifetimeDays', 1.5],
    ['lifetimeDays', 4000],
    ['dueDays', 366],
    ['dueDays', '30'],
    ['overdueDays', 31],
    ['overdueDays', -1],
    ['keyAtRenewal', 'same'],
  ])('refuses %s: %j', (name, value) => {
    const document = { ...facilityRenewalPolicy, [name]: value }
    expect(lintRenewalPolicy(document).map(({ path }) => path)).toEqual([[name]])
    expect(() => parseRenewalPolicy(document)).toThrow(
      expect.objectContaining({ code: 'signing.renewal-policy' }),
    )
  })

  test('refuses what is no document', () => {
    expect(lintRenewalPolicy(null).length).toBeGreaterThan(4)
  })
})

describe('checkAnsweredCertificate', () => {
  const judge = async (certificate: Promise<Uint8Array>, replaces?: Uint8Array) => {
    const anchors = [{ certificate: root.certificate }]
    const options = replaces === undefined ? { anchors, at } : { anchors, at, replaces }
    return checkAnsweredCertificate(asked, [await certificate], options)
  }
  const named = (change: Partial<SubjectName>) => issue({ name: { ...subject, ...change } })

  test('lets in what was asked for', async () => {
    expect((await judge(issue())).verdict).toBe('valid')
    expect((await judge(issue({ validity: later }), await issue())).verdict).toBe('valid')
  })

  test('an issuer may add to the name, but no identifier', async () => {
    expect((await judge(named({ locality: 'TEST Huyện Mẫu' }))).verdict).toBe('valid')
  })

  const nurse = ['MST:0100109106', 'CCCD:001190000027']
  test.each<[string, string, () => Promise<Uint8Array>]>([
    [
      'another key',
      'answer.key failed other-key',
      async () => issue({ of: await generateSigningKey('ES256') }),
    ],
    ['another name', 'answer.subject failed differs', () => named({ commonName: 'TEST BÊN' })],
    ['another unit', 'answer.subject failed differs', () => named({ userId: 'MST:0100109107' })],
    [
      "somebody's number beside the unit's",
      'answer.subject failed other-identifiers',
      () => named({ userId: nurse }),
    ],
    ['another root', 'answer.chain unknown no-path-found', () => issue({ by: stranger })],
    [
      'a certificate that is good from tomorrow on',
      'answer.chain failed not-yet-valid',
      () => issue({ validity: { ...year, notBefore: new Date('2022-05-21T02:00:00Z') } }),
    ],
    [
      'a certificate for another use',
      'answer.chain failed usage-not-allowed',
      () => issue({ use: { extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'] } }),
    ],
    ['bytes that are none', 'answer.form failed unreadable', async () => new Uint8Array([0x30])],
  ])('does not let in %s', async (_, open, given) => {
    const report = await judge(given())
    expect(firstOpen(report)).toBe(open)
    expect(report.verdict).not.toBe('valid')
  })

  test('a renewal that ends no later is none', async () => {
    expect(firstOpen(await judge(issue(), await issue()))).toBe('answer.later failed not-later')
    const open = firstOpen(await judge(issue(), new Uint8Array([0x30])))
    expect(open).toBe('answer.later unknown unreadable')
  })

  test('a request that names nothing, or in letters that cannot be read, decides nothing', async () => {
    const text = undefined
    const [first] = readCertificate(await issue()).subject.attributes
    for (const attributes of [[], [{ type: first?.type ?? '', text }]]) {
      const anchors = [{ certificate: root.certificate }]
      const other = { ...asked, subject: { attributes } }
      const report = await checkAnsweredCertificate(other, [await issue()], { anchors, at })
      expect(firstOpen(report)).toBe('answer.subject unknown unreadable')
    }
  })

  test('an empty answer is refused', async () => {
    const report = await checkAnsweredCertificate(asked, [], { anchors: [], at })
    expect(report.verdict).toBe('invalid')
  })
})
