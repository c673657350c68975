import { fromUtf8, toBase64Url, utf8 } from '@tiemchung/core'
import { generateKeyPairSync, type KeyObject, sign as signWith } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { signRecord } from '../record/sign-records.js'
import { firstOpen, signedAt, testChain, testRecord } from '../test-chain.fixture.js'
import type { FlattenedJws } from './serialization.js'
import { jwsCheckIds, type JwsQuery, verifyJws } from './verify-jws.js'

/** Test keys, made for the run. */
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve })
const [p256, p384, p521] = [ec('P-256'), ec('P-384'), ec('P-521')]
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ed25519 = generateKeyPairSync('ed25519')
type Pair = typeof p256

const jwkOf = ({ publicKey }: { readonly publicKey: KeyObject }) =>
  publicKey.export({ format: 'jwk' })
const part = (value: unknown) =>
  toBase64Url(utf8(typeof value === 'string' ? value : JSON.stringify(value)))

function signature(input: string, alg: string, key: KeyObject): string {
  const hash = alg === 'EdDSA' ? undefined : `sha${alg.slice(2)}`
  const pss = alg.startsWith('PS') ? { padding: 6, saltLength: Number(alg.slice(2)) / 8 } : {}
  return toBase64Url(signWith(hash, utf8(input), { key, dsaEncoding: 'ieee-p1363', ...pss }))
}

function jwsOf(
  header: unknown,
  { privateKey }: Pair = p256,
  alg = 'ES256',
  payload = 'một',
): string {
  const input = `${part(header)}.${part(payload)}`
  return `${input}.${signature(input, alg, privateKey)}`
}

const query = (key: object): JwsQuery => ({ key: { jwk: key } })
const first = () => jwsOf({ alg: 'ES256' })

describe('verifyJws', () => {
  test.each<[string, Pair]>([
    ['ES256', p256],
    ['ES384', p384],
    ['ES512', p521],
    ['RS256', rsa],
    ['PS256', rsa],
    ['PS384', rsa],
    ['PS512', rsa],
    ['EdDSA', ed25519],
  ])('%s holds under its key, in either form of key', async (alg, pair) => {
    const jws = jwsOf({ alg }, pair, alg)
    const spki = new Uint8Array(pair.publicKey.export({ format: 'der', type: 'spki' }))
    for (const key of [{ jwk: jwkOf(pair) }, { spki }]) {
      const report = await verifyJws(jws, { key })
      expect(report.checks.map(({ id }) => id)).toEqual(jwsCheckIds)
      expect(report.verdict).toBe('valid')
      expect(fromUtf8(report.payload ?? new Uint8Array())).toBe('một')
    }
    const other = alg.startsWith('ES') || alg === 'EdDSA' ? ec('P-256') : p256
    expect((await verifyJws(jws, query(jwkOf(other)))).verdict).toBe('invalid')
  })

  test.each<[string, unknown, string]>([
    ['blanks', ' { "alg" :\t"ES256" }', ''],
    ['a name spelt by escapes', '{"\\u0061lg":"ES256"}', ''],
    ['other members', { alg: 'ES256', kid: 'x', typ: 'y' }, ''],
    ['no algorithm', { typ: 'JWT' }, 'jws.header failed algorithm-not-allowed'],
    ['none', { alg: 'none' }, 'jws.header failed algorithm-not-allowed'],
    ['a MAC', { alg: 'HS256' }, 'jws.header failed algorithm-not-allowed'],
    ['a list', [], 'jws.header failed not-an-object'],
    ['no JSON', '{', 'jws.header failed not-an-object'],
    ['a member twice', '{"alg":"ES256","alg":"ES256"}', 'jws.header failed not-an-object'],
    [
      'a member twice, by escapes',
      '{"alg":"ES256","\\u0061lg":"ES256"}',
      'jws.header failed not-an-object',
    ],
    [
      'a member twice inside',
      '{"alg":"ES256","x":[{"a":1,"b":{},"a":1}]}',
      'jws.header failed not-an-object',
    ],
    ['the same member in two objects', '{"alg":"ES256","x":[{"a":1},{"a":":\\"{"}]}', ''],
    ['critical members', { alg: 'ES256', crit: ['x'], x: 1 }, 'jws.header failed critical-member'],
    ['an empty critical list', { alg: 'ES256', crit: [] }, 'jws.header failed critical-member'],
    ['b64', { alg: 'ES256', b64: true }, 'jws.header failed b64'],
    ['another algorithm of the same key', { alg: 'ES384' }, 'jws.key failed key-algorithm'],
  ])('a header with %s', async (_, header, open) => {
    const report = await verifyJws(jwsOf(header), query(jwkOf(p256)))
    expect(firstOpen(report) ?? '').toBe(open)
    expect(report.verdict).toBe(open === '' ? 'valid' : 'invalid')
  })

  test.each<[string, (jws: string) => string, string]>([
    ['padding', (jws) => `${jws}=`, 'not-base64url'],
    ['a blank in front', (jws) => ` ${jws}`, 'not-base64url'],
    ['a line break', (jws) => jws.replace('.', '.\n'), 'not-base64url'],
    ['Base64', (jws) => jws.replace('.', '+.'), 'not-base64url'],
    ['spare bits', (jws) => `${jws.slice(0, -1)}_`, 'not-base64url'],
    ['no signature', (jws) => jws.slice(0, jws.lastIndexOf('.') + 1), 'not-base64url'],
    ['five parts', (jws) => `${jws}..`, 'not-compact'],
    ['no header', (jws) => jws.slice(jws.indexOf('.')), 'not-base64url'],
    ['more than is read', (jws) => jws + 'A'.repeat(300_000), 'too-large'],
  ])('a text with %s has not the form', async (_, change, reason) => {
    const report = await verifyJws(change(first()), query(jwkOf(p256)))
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe(`jws.form failed ${reason}`)
  })

  test.each<[string, (jwk: object) => object, string]>([
    ['for encryption', (jwk) => ({ ...jwk, use: 'enc' }), 'key-use'],
    ['for signing only', (jwk) => ({ ...jwk, key_ops: ['sign'] }), 'key-operations'],
    ['whose operations are no list', (jwk) => ({ ...jwk, key_ops: 'verify' }), 'key-operations'],
    ['for another algorithm', (jwk) => ({ ...jwk, alg: 'ES384' }), 'key-algorithm'],
    ['with its private part', (jwk) => ({ ...jwk, d: 'AA' }), 'key-not-public'],
    ['that is symmetric', () => ({ kty: 'oct', k: 'AA' }), 'key-not-public'],
    ['of a type that is none', (jwk) => ({ ...jwk, kty: 'x' }), 'key'],
    ['of a curve that is none', (jwk) => ({ ...jwk, crv: 'toString' }), 'key'],
    ['without a coordinate', (jwk) => ({ ...jwk, x: undefined }), 'key'],
    ['with a short coordinate', (jwk) => ({ ...jwk, x: 'AAAA' }), 'key'],
    ['with a coordinate in Base64', (jwk) => ({ ...jwk, x: `${'A'.repeat(42)}A=` }), 'key'],
    ['that is off its curve', (jwk) => ({ ...jwk, x: 'A'.repeat(43) }), 'key'],
    ['RSA without an exponent', () => ({ ...jwkOf(rsa), e: undefined }), 'key'],
    ['RSA with zeros in front', () => ({ ...jwkOf(rsa), e: 'AAEAAQ' }), 'key'],
    [
      'RSA of a size that is not believed',
      () => ({ kty: 'RSA', n: `_${'A'.repeat(2800)}`, e: 'AQAB' }),
      'key',
    ],
    ['Ed448', () => ({ kty: 'OKP', crv: 'Ed448', x: 'A'.repeat(43) }), 'key'],
  ])('a key %s is refused', async (_, change, reason) => {
    const report = await verifyJws(first(), query(change(jwkOf(p256))))
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe(`jws.key failed ${reason}`)
  })

  test('keys that say what they are for are used for that', async () => {
    const jwk = { ...jwkOf(p256), use: 'sig', key_ops: ['verify'], alg: 'ES256', kid: 'x' }
    expect((await verifyJws(first(), query(jwk))).verdict).toBe('valid')
    expect(firstOpen(await verifyJws(first(), { key: { jwk: null } }))).toBe('jws.key failed key')
    const spki = utf8('no key')
    expect(firstOpen(await verifyJws(first(), { key: { spki } }))).toBe('jws.key failed key')
  })

  const flattened = (change: object = {}) => {
    const [head = '', payload = '', end = ''] = first().split('.')
    return { payload, protected: head, signature: end, ...change } as FlattenedJws
  }

  test('a detached one needs its payload', async () => {
    const [head = '', , end = ''] = first().split('.')
    const detached = `${head}..${end}`
    const key = query(jwkOf(p256))
    expect((await verifyJws(detached, { ...key, payload: utf8('một') })).verdict).toBe('valid')
    expect((await verifyJws(detached, { ...key, payload: utf8('hai') })).verdict).toBe('invalid')
    const { payload: _, ...flat } = flattened()
    expect(firstOpen(await verifyJws(flat, key))).toBe('jws.form unknown no-payload')
    expect((await verifyJws(flat, key)).verdict).toBe('indeterminate')
    // Compact it looks like one over nothing, which it is not.
    expect((await verifyJws(detached, key)).verdict).toBe('invalid')
    const empty = jwsOf({ alg: 'ES256' }, p256, 'ES256', '')
    expect((await verifyJws(empty, key)).verdict).toBe('valid')
    const differs = await verifyJws(first(), { ...key, payload: utf8('hai') })
    expect(firstOpen(differs)).toBe('jws.form failed payload-differs')
  })

  test.each<[string, object, string]>([
    ['as it is', {}, ''],
    ['a header beside', { header: { kid: 'x' } }, ''],
    ['an algorithm beside', { header: { alg: 'ES256' } }, 'jws.header failed member-in-both'],
    ['critical members beside', { header: { crit: [] } }, 'jws.header failed not-protected'],
    ['a header that is a list', { header: [] }, 'jws.form failed not-flattened'],
    ['a member more', { evil: 1 }, 'jws.form failed unknown-member'],
    ['the general form', { signatures: [] }, 'jws.form failed general-form'],
    ['a payload that is no text', { payload: 1 }, 'jws.form failed not-flattened'],
    ['a long payload', { payload: 'A'.repeat(300_000) }, 'jws.form failed too-large'],
  ])('flattened, with %s', async (_, change, open) => {
    const report = await verifyJws(flattened(change), query(jwkOf(p256)))
    expect(firstOpen(report) ?? '').toBe(open)
  })

  test('what is neither text nor object is refused', async () => {
    const report = await verifyJws(null as unknown as string, query(jwkOf(p256)))
    expect(firstOpen(report)).toBe('jws.form failed not-compact')
  })
})

describe('verifyJws with the key in the header', () => {
  let jws: string
  let chain: Awaited<ReturnType<typeof testChain>>
  beforeAll(async () => {
    chain = await testChain()
    jws = (await signRecord(testRecord(), chain.signer, { at: signedAt })).jws
  })

  const resigned = async (change: (header: Record<string, unknown>) => object) => {
    const [head = '', body = ''] = jws.split('.')
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>
    const input = `${part(change(header))}.${body}`
    return `${input}.${toBase64Url(await chain.signer.sign(utf8(input)))}`
  }

  test('it holds, of whatever type it is', async () => {
    expect((await verifyJws(jws, { key: 'x5c' })).verdict).toBe('valid')
    const other = await resigned((header) => ({ ...header, typ: 'jose' }))
    expect((await verifyJws(other, { key: 'x5c' })).verdict).toBe('valid')
  })

  test.each<[string, (header: Record<string, unknown>) => object, string]>([
    ['no chain', ({ x5c: _, ...header }) => header, 'jws.header failed chain'],
    ['no time', ({ iat: _, ...header }) => header, 'jws.header failed signing-time'],
    [
      'another thumbprint',
      (header) => ({ ...header, 'x5t#S256': 'AA' }),
      'jws.key failed thumbprint',
    ],
    ['a policy', (header) => ({ ...header, sigPId: {} }), 'jws.header failed unknown-member'],
  ])('a header with %s is refused', async (_, change, open) => {
    expect(firstOpen(await verifyJws(await resigned(change), { key: 'x5c' }))).toBe(open)
  })
})
