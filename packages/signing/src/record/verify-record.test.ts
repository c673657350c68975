import {
  canonicalJson,
  fixedClock,
  parseCivilDate,
  parseUuid,
  toBase64,
  toBase64Url,
  toHex,
  utf8,
} from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { amendRecord, type DoseRecord } from '@tiemchung/schemas'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SigningPolicy } from '../policy/signing-policy.js'
import { signingPolicy1815 } from '../policy/signing-policy-1815.js'
import type { SignerEntry, SignerRegister } from '../register/signer-register.js'
import {
  facility,
  firstOpen,
  signedAt,
  type TestChain,
  testChain,
  testRecord,
} from '../test-chain.fixture.js'
import { type AnySignedRecord, detachRecord } from './detach.js'
import { type CompactSignedRecord, signRecord } from './sign-records.js'
import { signedRecordCheckIds, type VerifyRecordOptions, verifyRecord } from './verify-record.js'

let chain: TestChain
let other: TestChain
let first: CompactSignedRecord

beforeAll(async () => {
  chain = await testChain()
  other = await testChain()
  first = await signRecord(testRecord(), chain.signer, { at: signedAt })
})

const verify = (one: AnySignedRecord, options: Partial<VerifyRecordOptions> = {}) =>
  verifyRecord(one, { anchors: chain.anchors, ...options })

/** The parts of the first record's JWS changed, and signed again by the same key. */
async function resigned(change: {
  header?: (header: Record<string, unknown>) => object | string
  payload?: (text: string) => string
}): Promise<CompactSignedRecord> {
  const [head = '', body = ''] = first.jws.split('.')
  const text = (part: string) => Buffer.from(part, 'base64url').toString()
  const header = change.header?.(JSON.parse(text(head)) as Record<string, unknown>) ?? text(head)
  const written = typeof header === 'string' ? header : JSON.stringify(header)
  const payload = change.payload?.(text(body)) ?? text(body)
  const input = [written, payload].map((part) => toBase64Url(utf8(part))).join('.')
  const signature = toBase64Url(await chain.signer.sign(utf8(input)))
  return { ...first, jws: `${input}.${signature}` }
}

describe('verifyRecord', () => {
  test('a record that its facility signed is valid, and is given out', async () => {
    const report = await verify(first)
    expect(report.verdict).toBe('valid')
    expect(report.record).toEqual(testRecord())
    expect(report.signer).toMatchObject({ algorithm: 'ES256', signedAt })
    expect(report.checks.map(({ id }) => id)).toEqual(signedRecordCheckIds)
    expect(report.checks.filter(({ status }) => status !== 'passed')).toEqual([
      { id: 'signer.register', status: 'skipped', reason: 'not-asked' },
      { id: 'signer.role', status: 'skipped', reason: 'not-asked' },
      { id: 'signing.timestamp', status: 'skipped', reason: 'none' },
      { id: 'signing.in-time', status: 'skipped', reason: 'not-asked' },
      { id: 'record.amends', status: 'skipped', reason: 'first-record' },
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

  test('a chain that has expired since is open, and one that never was sound is not', async () => {
    const expired = await verify(first, { at: new Date('2024-01-01T00:00:01Z') })
    expect(firstOpen(expired)).toBe('signer.chain unknown expired-since')
    expect(expired.verdict).toBe('indeterminate')
    const at = new Date('2024-01-01T00:00:01Z')
    const foreign = await verify(first, { at, anchors: other.anchors })
    expect(firstOpen(foreign)).toMatch(/^signer\.chain failed/)
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

describe('verifyRecord of a detached signature', () => {
  test('needs the record, and nothing but that record', async () => {
    const detached = detachRecord(first)
    expect(detached.jws).toMatch(/^[\w-]+\.\.[\w-]+$/)
    const report = await verify(detached, { record: testRecord() })
    expect(report.verdict).toBe('valid')
    expect(report.record).toEqual(testRecord())
    const without = await verify(detached)
    expect(firstOpen(without)).toBe('jws.form unknown no-payload')
    expect(without.verdict).toBe('indeterminate')
    const another = await verify(detached, { record: testRecord(1) })
    expect(firstOpen(another)).toBe('jws.signature failed does-not-hold')
    const unwritable = await verify(detached, { record: { ...testRecord(), id: '\ud800' } })
    expect(firstOpen(unwritable)).toMatch(
      /^jws\.canonical failed record-not-canonical|^jws\.form unknown/,
    )
    expect(unwritable.verdict).toBe('invalid')
  })

  test('a record beside an attached one must be the same', async () => {
    expect((await verify(first, { record: testRecord() })).verdict).toBe('valid')
    const report = await verify(first, { record: testRecord(1) })
    expect(firstOpen(report)).toBe('jws.form failed payload-differs')
  })

  test.each([[''], ['a.b'], ['a.b.c.d']])('%j is nothing to detach', (jws) => {
    expect(() => detachRecord({ ...first, jws })).toThrow(
      expect.objectContaining({ code: 'signing.jws' }) as Error,
    )
  })
})

describe('verifyRecord under a policy', () => {
  const policy = (change: Partial<SigningPolicy> = {}) => ({ ...signingPolicy1815, ...change })
  const late = new Date('2022-05-20T17:00:00Z')

  test.each<[string, Date, Partial<VerifyRecordOptions>, string | undefined]>([
    ['on the day', signedAt, { policy: policy() }, undefined],
    ['at midnight', late, { policy: policy() }, 'signing.in-time unknown late'],
    [
      'at midnight, where that is refused',
      late,
      { policy: policy({ whenLate: 'failed' }) },
      'signing.in-time failed late',
    ],
    ['at midnight, with a day more', late, { policy: policy({ withinDays: 1 }) }, undefined],
    [
      'on the day, where a proof is asked for',
      signedAt,
      { policy: policy({ inTimeBy: 'proof' }) },
      'signing.in-time unknown not-proven',
    ],
    [
      'on the day, received then',
      signedAt,
      { policy: policy({ inTimeBy: 'proof' }), at: signedAt },
      undefined,
    ],
    [
      'on the day, noted then and judged later',
      signedAt,
      { policy: policy({ inTimeBy: 'proof' }), at: new Date('2022-09-01'), provenAt: signedAt },
      undefined,
    ],
    [
      'on the day, received at midnight',
      signedAt,
      { policy: policy({ inTimeBy: 'proof' }), at: late },
      'signing.in-time unknown late',
    ],
    [
      'on a day of no policy',
      signedAt,
      { policy: policy({ effective: { from: parseCivilDate('2022-05-21'), to: null } }) },
      'signing.in-time unknown policy-not-in-force',
    ],
  ])('signed %s', async (_, at, options, open) => {
    const one = await signRecord(testRecord(), chain.signer, { at })
    const report = await verify(one, options)
    expect(firstOpen(report)).toBe(open)
    const refused = open?.includes(' failed ') === true ? 'invalid' : 'indeterminate'
    expect(report.verdict).toBe(open === undefined ? 'valid' : refused)
  })

  test('a claim from after what proves it is refused', async () => {
    const provenAt = new Date('2022-05-20T09:00:00Z')
    expect(firstOpen(await verify(first, { provenAt }))).toBe('signing.time failed after-proof')
  })
})

describe('verifyRecord of an amendment', () => {
  const at = new Date('2022-06-01T10:00:00Z')
  const amend = async (record: DoseRecord, index: number) =>
    amendRecord(
      record,
      { dose: { lot: `FT${index}` } },
      {
        id: parseUuid(`aaaad590-e014-5128-a6eb-${String(index).padStart(12, '0')}`),
        reason: 'entry-error',
        by: 'staff-1',
        clock: fixedClock(at),
        crypto: systemCrypto,
      },
    )
  const sign = (record: DoseRecord) => signRecord(record, chain.signer, { at })

  /** A record, its amendment, the amendment of that, and two that are none of theirs. */
  async function history() {
    const second = await amend(testRecord(), 1)
    const third = await amend(second, 2)
    return {
      second,
      third,
      signed: await sign(third),
      before: [first, await sign(second)] as const,
      fork: await sign(await amend(testRecord(), 3)),
      stranger: await sign(testRecord(4)),
    }
  }

  test('is open about those before it until they are given', async () => {
    const { signed, before } = await history()
    const alone = await verify(signed)
    expect(alone.checks.find(({ id }) => id === 'record.amends')).toMatchObject({
      status: 'skipped',
      reason: 'not-asked',
    })
    expect((await verify(signed, { earlier: before })).verdict).toBe('valid')
    expect((await verify(signed, { earlier: [...before].reverse() })).verdict).toBe('valid')
    expect((await verify(first, { earlier: [] })).verdict).toBe('valid')
  })

  test('with a hole, a fork, a stranger or a double is refused by name', async () => {
    const { signed, before, fork, stranger } = await history()
    const fault = async (...earlier: readonly CompactSignedRecord[]) =>
      firstOpen(await verify(signed, { earlier }))
    const [one, two] = before
    expect(await fault()).toBe('record.amends failed hole')
    expect(await fault(one)).toBe('record.amends failed hole')
    expect(await fault(two)).toBe('record.amends failed hole')
    expect(await fault(one, two, fork)).toBe('record.amends failed fork')
    expect(await fault(one, two, stranger)).toBe('record.amends failed fork')
    expect(await fault(one, two, two)).toBe('record.amends failed twice')
    expect(await fault(one, two, signed)).toBe('record.amends failed twice')
  })

  test('of what was never signed so is refused', async () => {
    const { second, third, before } = await history()
    const [one, two] = before
    const changed = await sign({ ...second, dose: { ...second.dose, lot: 'FT9' } })
    const signed = await sign(third)
    const fault = async (given: CompactSignedRecord, ...earlier: readonly CompactSignedRecord[]) =>
      firstOpen(await verify(given, { earlier }))
    expect(await fault(signed, one, changed)).toBe('record.amends failed hash-differs')
    const amends = third.amends as NonNullable<DoseRecord['amends']>
    const misled = await sign({ ...third, amends: { ...amends, firstRecordId: second.id } })
    expect(await fault(misled, one, two)).toBe('record.amends failed other-first-record')
    const moved = await sign({ ...third, dose: { ...third.dose, facility: '99999' } })
    expect(await fault(moved, one, two)).toBe('record.amends failed other-facility')
    const claims = await sign({ ...third, amends: 'x' } as unknown as DoseRecord)
    expect(await fault(claims, one, two)).toBe('record.amends failed hole')
  })

  test('rests on records that are valid themselves', async () => {
    const { signed, before } = await history()
    const [one, two] = before
    const spoilt = { ...one, jws: `${one.jws.slice(0, -8)}AAAAAAAA` }
    const report = await verify(signed, { earlier: [spoilt, two] })
    expect(firstOpen(report)).toBe('record.amends failed earlier-not-valid')
  })
})

describe('verifyRecord with a register', () => {
  const day = parseCivilDate
  const none = '0'.repeat(64)
  const register = (
    fingerprint: string,
    change: Partial<SignerEntry> = {},
    from = '2022-01-01',
  ): SignerRegister => ({
    format: 'signer-register/1',
    id: 'test',
    version: '1',
    effective: { from: day(from), to: null },
    published: day(from),
    sources: [],
    assumptions: [],
    issuers: [],
    entries: [
      {
        signer: { fingerprint },
        role: 'facility',
        facilities: [facility],
        signs: ['records'],
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
    [
      'that signs seals only',
      (mark) => register(mark, { signs: ['seals'] }),
      'signer.register failed other-things',
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
