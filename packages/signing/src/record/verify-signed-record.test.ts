import { canonicalJson, parseCivilDate, toBase64, toBase64Url, toHex, utf8 } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SignerRegister } from '../register/signer-register.js'
import {
  facility,
  firstOpen,
  signedAt,
  type TestChain,
  testChain,
  testRecord,
} from '../test-chain.fixture.js'
import { signRecord } from './sign-records.js'
import {
  signedRecordCheckIds,
  type VerifySignedRecordOptions,
  verifySignedRecord,
} from './verify-signed-record.js'

let chain: TestChain
let other: TestChain
let first: SignedRecord

beforeAll(async () => {
  chain = await testChain()
  other = await testChain()
  first = await signRecord(testRecord(), chain.signer, { at: signedAt })
})

const verify = (one: SignedRecord, options: Partial<VerifySignedRecordOptions> = {}) =>
  verifySignedRecord(one, { anchors: chain.anchors, ...options })

/** The parts of the first record's JWS changed, and signed again by the same key. */
async function resigned(change: {
  header?: (header: Record<string, unknown>) => object | string
  payload?: (text: string) => string
}): Promise<SignedRecord> {
  const [head = '', body = ''] = first.jws.split('.')
  const text = (part: string) => Buffer.from(part, 'base64url').toString()
  const header = change.header?.(JSON.parse(text(head)) as Record<string, unknown>) ?? text(head)
  const written = typeof header === 'string' ? header : JSON.stringify(header)
  const payload = change.payload?.(text(body)) ?? text(body)
  const input = [written, payload].map((part) => toBase64Url(utf8(part))).join('.')
  const signature = toBase64Url(await chain.signer.sign(utf8(input)))
  return { ...first, jws: `${input}.${signature}` }
}

describe('verifySignedRecord', () => {
  test('a record that its facility signed is valid, and is given out', async () => {
    const report = await verify(first)
    expect(report.verdict).toBe('valid')
    expect(report.record).toEqual(testRecord())
    expect(report.signer).toMatchObject({ algorithm: 'ES256', signedAt })
    expect(report.checks.map(({ id }) => id)).toEqual(signedRecordCheckIds)
    expect(report.checks.filter(({ status }) => status !== 'passed')).toEqual([
      { id: 'signer.register', status: 'skipped', reason: 'not-asked' },
    ])
  })

  test('without anchors the verdict stays open, and there is no record', async () => {
    const report = await verify(first, { anchors: [] })
    expect(report.verdict).toBe('indeterminate')
    expect(report.record).toBeUndefined()
    expect(firstOpen(report)).toBe('signer.chain unknown no-anchors')
  })

  test('a chain below other roots is not believed', async () => {
    const report = await verify(first, { anchors: other.anchors })
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toMatch(/^signer\.chain failed/)
  })

  test('a certificate for another purpose does not sign records, unless the caller says so', async () => {
    const tls = await testChain(['1.3.6.1.5.5.7.3.1'])
    const one = await signRecord(testRecord(), tls.signer, { at: signedAt })
    const { anchors } = tls
    expect(firstOpen(await verify(one, { anchors }))).toMatch(/^signer\.chain failed/)
    const purpose = { id: 'any' }
    expect((await verify(one, { anchors, purpose })).verdict).toBe('valid')
  })

  test('a revoked certificate is refused where lists are given', async () => {
    const revocable = await testChain()
    const { anchors } = revocable
    const one = await signRecord(testRecord(), revocable.signer, { at: signedAt })
    const at = new Date('2022-05-20T10:00:00Z')
    const good = { anchors, at, revocation: { crls: await revocable.lists(signedAt) } }
    expect((await verify(one, good)).verdict).toBe('valid')
    const revoked = { anchors, at, revocation: { crls: await revocable.revoke(signedAt) } }
    const report = await verify(one, revoked)
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe('signer.chain failed revoked')
  })

  test.each<[string, (jws: string) => string, string]>([
    ['nothing', () => '', 'not-compact'],
    ['two parts', (jws) => jws.slice(0, jws.lastIndexOf('.')), 'not-compact'],
    ['four parts', (jws) => `${jws}.AA`, 'not-compact'],
    ['an empty signature', (jws) => jws.slice(0, jws.lastIndexOf('.') + 1), 'not-base64url'],
    ['padding', (jws) => `${jws}=`, 'not-base64url'],
    ['a blank', (jws) => `${jws} `, 'not-base64url'],
    ['a line break', (jws) => jws.replace('.', '.\n'), 'not-base64url'],
    ['spare bits that are not zero', (jws) => `${jws.slice(0, -1)}_`, 'not-base64url'],
    ['more than a verifier reads', (jws) => jws + 'A'.repeat(300_000), 'too-large'],
  ])('%s is no compact JWS', async (_, change, reason) => {
    const report = await verify({ ...first, jws: change(first.jws) })
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe(`jws.form failed ${reason}`)
  })

  test.each<[string, (header: Record<string, unknown>) => object | string, string]>([
    ['no algorithm', (header) => ({ ...header, alg: 'none' }), 'algorithm-not-allowed'],
    ['an HMAC', (header) => ({ ...header, alg: 'HS256' }), 'algorithm-not-allowed'],
    ['another type', (header) => ({ ...header, typ: 'JWT' }), 'type'],
    ['the type of a seal', (header) => ({ ...header, typ: 'day-seal+jws' }), 'type'],
    ['b64', (header) => ({ ...header, b64: false, crit: ['b64'] }), 'unknown-member'],
    ['a key of its own', (header) => ({ ...header, jwk: {} }), 'unknown-member'],
    ['an address to fetch', (header) => ({ ...header, x5u: 'https://x' }), 'unknown-member'],
    ['an unknown critical member', (header) => ({ ...header, crit: ['x'] }), 'critical-member'],
    ['an empty critical list', (header) => ({ ...header, crit: [] }), 'critical-member'],
    ['a critical iat', (header) => ({ ...header, crit: ['iat'] }), 'critical-member'],
    ['no time', ({ iat: _, ...header }) => header, 'signing-time'],
    ['a time with fractions', (header) => ({ ...header, iat: 1653039000.5 }), 'signing-time'],
    ['a time as text', (header) => ({ ...header, iat: '1653039000' }), 'signing-time'],
    ['no chain', ({ x5c: _, ...header }) => header, 'chain'],
    ['an empty chain', (header) => ({ ...header, x5c: [] }), 'chain'],
    ['a chain of nine', (header) => ({ ...header, x5c: Array(9).fill('AAAA') }), 'chain'],
    ['a chain in base64url', (header) => ({ ...header, x5c: ['-_-_'] }), 'chain'],
    ['a chain of numbers', (header) => ({ ...header, x5c: [1] }), 'chain'],
    ['no thumbprint', ({ 'x5t#S256': _, ...header }) => header, 'thumbprint'],
    ['another thumbprint', (header) => ({ ...header, 'x5t#S256': 'AA' }), 'thumbprint'],
    ['a list for a header', () => [], 'not-an-object'],
    ['null for a header', () => 'null', 'not-an-object'],
    ['a header that is no JSON', () => '{', 'not-plain-json'],
    ['blanks', (header) => JSON.stringify(header, undefined, 1), 'not-plain-json'],
    [
      'a member twice',
      (header) => JSON.stringify(header).replace('{', '{"alg":"none",'),
      'not-plain-json',
    ],
  ])('a header with %s is refused', async (_, change, reason) => {
    const report = await verify(await resigned({ header: change }))
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe(`jws.header failed ${reason}`)
    expect(report.record).toBeUndefined()
  })

  const older = { sigT: '2022-05-20T09:30:00Z', crit: ['sigT'] }
  test.each<[string, (header: Record<string, unknown>) => object]>([
    ['other members in another order', ({ typ, ...header }) => ({ ...header, typ })],
    ['kid and cty', (header) => ({ ...header, kid: 'x', cty: 'json' })],
    ['the older sigT', ({ iat: _, ...header }) => ({ ...header, ...older })],
  ])('a header with %s is read', async (_, change) => {
    const report = await verify(await resigned({ header: change }))
    expect(report.verdict).toBe('valid')
    expect(report.signer?.signedAt).toEqual(signedAt)
  })

  test.each<[string, object, string]>([
    ['that is not critical', { ...older, crit: undefined }, 'critical-member'],
    ['beside iat', { ...older, iat: 1653039000 }, 'signing-time'],
    ['without zone', { ...older, sigT: '2022-05-20T09:30:00' }, 'signing-time'],
    ['with fractions', { ...older, sigT: '2022-05-20T09:30:00.0Z' }, 'signing-time'],
    ['of a day that is none', { ...older, sigT: '2022-02-30T09:30:00Z' }, 'signing-time'],
    ['that is a number', { ...older, sigT: 1 }, 'signing-time'],
  ])('a sigT %s is refused', async (_, change, reason) => {
    const one = await resigned({ header: ({ iat: _iat, ...header }) => ({ ...header, ...change }) })
    expect(firstOpen(await verify(one))).toBe(`jws.header failed ${reason}`)
  })

  test.each<[string, (text: string) => string]>([
    ['a blank at the end', (text) => `${text} `],
    ['keys in another order', (text) => JSON.stringify({ format: 1, ...JSON.parse(text) })],
    ['a member twice', (text) => text.replace('{', '{"consent":1,')],
    ['an escape that is not needed', (text) => text.replace('Mẫu', 'M\\u1eabu')],
    ['nothing that is JSON', () => 'x'],
  ])('a payload with %s is not canonical, signed or not', async (_, payload) => {
    const report = await verify(await resigned({ payload }))
    expect(firstOpen(report)).toBe('jws.canonical failed payload-not-canonical')
    expect(report.verdict).toBe('invalid')
  })

  test('a signature by another key than the certificate is refused', async () => {
    const header = async () => {
      const own = other.chain[0] ?? new Uint8Array()
      const digest = await systemCrypto.digest('SHA-256', own)
      return { x5c: other.chain.map(toBase64), 'x5t#S256': toBase64Url(digest) }
    }
    const change = await header()
    const one = await resigned({ header: (given) => ({ ...given, ...change }) })
    const report = await verify(one, { anchors: other.anchors })
    expect(firstOpen(report)).toBe('jws.signature failed does-not-hold')
  })

  test('an algorithm that the key is not for is refused by name', async () => {
    const p384 = await testChain(undefined, 'ES384')
    const one = await signRecord(testRecord(), p384.signer, { at: signedAt })
    first = one
    const confused = await resigned({ header: (header) => ({ ...header, alg: 'ES256' }) })
    first = await signRecord(testRecord(), chain.signer, { at: signedAt })
    const report = await verify(confused, { anchors: p384.anchors })
    expect(firstOpen(report)).toBe('jws.signature failed key-algorithm')
  })

  test('a certificate that is none is refused, and nothing is thrown', async () => {
    const own = utf8('no certificate')
    const digest = await systemCrypto.digest('SHA-256', own)
    const change = { x5c: [toBase64(own)], 'x5t#S256': toBase64Url(digest) }
    const report = await verify(await resigned({ header: (header) => ({ ...header, ...change }) }))
    expect(firstOpen(report)).toBe('jws.signature failed certificate')
    expect(report.checks.find(({ id }) => id === 'signing.time')?.status).toBe('unknown')
  })

  test.each<[string, string, string]>([
    ['before the certificate', '2021-12-31T23:59:59Z', 'before-certificate'],
    ['after the certificate', '2024-01-01T00:00:01Z', 'after-certificate'],
  ])('a signing time %s cannot be true', async (_, time, reason) => {
    const one = await signRecord(testRecord(), chain.signer, { at: new Date(time) })
    const at = signedAt
    const { checks } = await verify(one, { at })
    expect(checks.find(({ id }) => id === 'signing.time')).toMatchObject({
      status: 'failed',
      reason,
    })
  })

  test.each<[string, string, number | undefined, string | undefined]>([
    ['at the signing time', '2022-05-20T09:30:00Z', undefined, undefined],
    ['five minutes before it', '2022-05-20T09:25:00Z', undefined, undefined],
    ['six minutes before it', '2022-05-20T09:24:00Z', undefined, 'in-the-future'],
    ['a second before it, with no tolerance', '2022-05-20T09:29:59Z', 0, 'in-the-future'],
    ['before it, with a tolerance that is none', '2022-05-20T09:30:00Z', NaN, 'in-the-future'],
  ])('a record received %s', async (_, at, clockTolerance, reason) => {
    const tolerance = clockTolerance === undefined ? {} : { clockTolerance }
    const report = await verify(first, { at: new Date(at), ...tolerance })
    expect(report.checks.find(({ id }) => id === 'signing.time')?.reason).toBe(reason)
    expect(report.verdict).toBe(reason === undefined ? 'valid' : 'invalid')
  })

  test('the chain is judged at the instant that the caller gives', async () => {
    const report = await verify(first, { at: new Date('2024-01-01T00:00:01Z') })
    expect(firstOpen(report)).toMatch(/^signer\.chain failed/)
  })

  test.each<[string, object, string]>([
    ['another record id', { recordId: testRecord(9).id }, 'record.schema failed envelope'],
    ['another format', { format: 'signed-record/2' }, 'record.schema failed envelope'],
    ['another facility', { facility: '01235' }, 'record.facility failed envelope'],
  ])('an envelope with %s is refused', async (_, change, open) => {
    const report = await verify({ ...first, ...change })
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe(open)
  })

  test.each<[string, object | string, string]>([
    ['a text', '"x"', 'format'],
    ['another format', { ...testRecord(), format: 'dose-record/2' }, 'format'],
    ['an id in capitals', { ...testRecord(), id: testRecord().id.toUpperCase() }, 'id'],
    ['no dose', { ...testRecord(), dose: null }, 'dose'],
    ['no facility', { ...testRecord(), dose: { date: '2022-05-20' } }, 'dose'],
    ['a day that is none', { ...testRecord(), dose: { facility, date: '2022-02-30' } }, 'dose'],
    ['no time of entry', { ...testRecord(), enteredAt: '' }, 'entered-at'],
  ])('%s is no record, however well it is signed', async (_, payload, reason) => {
    const text = typeof payload === 'string' ? payload : canonicalJson(payload)
    const report = await verify(await resigned({ payload: () => text }))
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe(`record.schema failed ${reason}`)
  })
})

describe('verifySignedRecord with a register', () => {
  const day = parseCivilDate
  const none = '0'.repeat(64)
  const register = (
    fingerprint: string,
    change: Partial<SignerRegister['entries'][number]> = {},
    from = '2022-01-01',
  ): SignerRegister => ({
    format: 'signer-register/1',
    id: 'test',
    version: '1',
    effective: { from: day(from), to: null },
    published: day(from),
    sources: [],
    assumptions: [],
    entries: [
      {
        fingerprint,
        role: 'facility',
        facilities: [facility],
        from: day('2022-05-20'),
        to: day('2022-05-20'),
        ...change,
      },
    ],
  })
  const own = async () =>
    toHex(await systemCrypto.digest('SHA-256', chain.chain[0] ?? new Uint8Array()))

  test.each<[string, (fingerprint: string) => SignerRegister, string | undefined]>([
    ['entitled', (mark) => register(mark), undefined],
    [
      'of another facility',
      (mark) => register(mark, { facilities: ['99999'] }),
      'signer.register failed other-facility',
    ],
    [
      'entitled from tomorrow',
      (mark) => register(mark, { from: day('2022-05-21'), to: null }),
      'signer.register failed other-days',
    ],
    [
      'entitled until yesterday',
      (mark) => register(mark, { from: day('2022-01-01'), to: day('2022-05-19') }),
      'signer.register failed other-days',
    ],
    ['that is not in it', () => register(none), 'signer.register unknown unknown-signer'],
    [
      'of a register that came later',
      (mark) => register(mark, {}, '2022-05-21'),
      'signer.register unknown register-not-in-force',
    ],
  ])('a signer %s', async (_, make, open) => {
    const report = await verify(first, { register: make(await own()) })
    expect(firstOpen(report)).toBe(open)
    const refused = open?.includes('unknown') === true ? 'indeterminate' : 'invalid'
    expect(report.verdict).toBe(open === undefined ? 'valid' : refused)
  })

  test('a payload without facility is for nobody', async () => {
    const one = await resigned({ payload: () => '{}' })
    const { checks } = await verify(one, { register: register(await own()) })
    expect(checks.find(({ id }) => id === 'signer.register')?.reason).toBe('no-facility')
  })
})
