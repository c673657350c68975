import { createHash, generateKeyPairSync } from 'node:crypto'
import { fromBase64Url, toBase64 } from '@tiemchung/core'
import { describe, expect, it } from 'vitest'
import { trustedKeys } from '../verify/index.js'
import { anyBase64, spkiOfJwk } from './jwk-key.js'
import { keysOfJwks, keysOfThumbprintJwks } from './keys-of-jwks.js'

const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).publicKey
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
const spki = (key: typeof rsa) => new Uint8Array(key.export({ type: 'spki', format: 'der' }))
const jwk = (key: typeof rsa) => key.export({ format: 'jwk' })

describe('spkiOfJwk', () => {
  it.each<[string, typeof rsa]>([
    ['P-256', ec('P-256')],
    ['P-384', ec('P-384')],
    ['RSA', rsa],
  ])('gives what another library exports: %s', (_, key) => {
    expect(spkiOfJwk(jwk(key))).toEqual(spki(key))
  })

  it('gives the same for numbers with zeros in front, and for short ones', () => {
    const { n = '', ...rest } = jwk(rsa)
    const long = toBase64(new Uint8Array([0, ...anyBase64(n)]))
    expect(spkiOfJwk({ ...rest, n: long })).toEqual(spki(rsa))
    const one = toBase64(Uint8Array.of(1))
    const key = spkiOfJwk({ kty: 'EC', crv: 'P-256', x: one, y: one })
    expect([key.length, key[58], key[90]]).toEqual([91, 1, 1])
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'EC'],
    ['another kind', { kty: 'OKP', crv: 'Ed25519', x: 'AA==' }],
    ['another curve', { ...jwk(ec('P-256')), crv: 'UNKNOWN CURVE' }],
    ['a curve by a name of the language', { ...jwk(ec('P-256')), crv: 'constructor' }],
    ['a coordinate too long', { ...jwk(ec('P-256')), x: toBase64(new Uint8Array(33).fill(1)) }],
    ['a coordinate of zeros', { ...jwk(ec('P-256')), y: toBase64(new Uint8Array(32)) }],
    ['a coordinate that is no Base64', { ...jwk(ec('P-256')), x: '?' }],
    ['no coordinate', { ...jwk(ec('P-256')), x: undefined }],
    ['a modulus without end', { ...jwk(rsa), n: 'A'.repeat(5000) }],
    ['a private part', { ...jwk(ec('P-256')), d: 'AAAA' }],
  ])('refuses %s', (_, value) => {
    expect(() => spkiOfJwk(value)).toThrow(
      expect.objectContaining({ code: 'certificate-trust.jwk' }),
    )
  })
})

describe('keysOfJwks', () => {
  const kid = Uint8Array.of(0xfb, 0xff, 0, 1, 2, 3, 4, 5)
  const listed = (changes: object = {}) => ({ ...jwk(ec('P-256')), kid: toBase64(kid), ...changes })

  it('gives the keys of a set, for the country and the use that you say', () => {
    const options = { country: 'VN', usages: ['vaccination'] } as const
    const store = trustedKeys(keysOfJwks({ keys: [listed()] }, options))
    expect(store.keysFor(kid)).toMatchObject([{ country: 'VN', usages: ['vaccination'] }])
    const spelled = { keys: [listed({ kid: '-_8AAQIDBAU' })] }
    expect(trustedKeys(keysOfJwks(spelled, { country: 'VN' })).keysFor(kid)).toHaveLength(1)
  })

  it('takes keys that state no use or algorithm, and those that state their own', () => {
    const stated = { use: 'sig', key_ops: ['verify'], alg: 'ES256' }
    const keys = [listed(), listed(stated), { ...jwk(rsa), kid: toBase64(kid), alg: 'PS256' }]
    expect(keysOfJwks({ keys }, { country: 'VN' })).toHaveLength(3)
  })

  it.each<[string, unknown, readonly unknown[]]>([
    ['nothing', null, []],
    ['a set without keys', {}, []],
    ['a key without an id', { keys: [listed(), listed({ kid: undefined })] }, [['keys', 1]]],
    ['an id of another size', { keys: [listed({ kid: 'AAAA' })] }, [['keys', 0]]],
    [
      'a private key',
      { keys: [listed({ d: 'AAAA' }), null] },
      [
        ['keys', 0],
        ['keys', 1],
      ],
    ],
    ['a key for encryption', { keys: [listed({ use: 'enc' })] }, [['keys', 0]]],
    ['a key that verifies nothing', { keys: [listed({ key_ops: ['deriveKey'] })] }, [['keys', 0]]],
    ['operations that are no list', { keys: [listed({ key_ops: 'verify' })] }, [['keys', 0]]],
    ['an algorithm of another type', { keys: [listed({ alg: 'PS256' })] }, [['keys', 0]]],
    ['a MAC', { keys: [listed({ alg: 'HS256' })] }, [['keys', 0]]],
    [
      'a type by a name of the language',
      { keys: [listed({ kty: 'toString', alg: 1 })] },
      [['keys', 0]],
    ],
  ])('refuses %s', (_, set, paths) => {
    const run = () => keysOfJwks(set, { country: 'VN' })
    expect(run).toThrow(expect.objectContaining({ code: 'certificate-trust.jwks' }))
    const issues = paths.map((path) => expect.objectContaining({ path }) as unknown)
    expect(run).toThrow(expect.objectContaining({ issues }))
  })
})

describe('keysOfThumbprintJwks', () => {
  /** The key of RFC 7638 section 3.1, whose thumbprint the RFC states. */
  const ofTheRfc = {
    kty: 'RSA',
    n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
    e: 'AQAB',
  }
  const thumbprint = 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs'
  const read = (...keys: readonly unknown[]) => keysOfThumbprintJwks({ keys }, { country: 'US' })

  it('takes a key whose id is its thumbprint', async () => {
    const [key] = await read({ ...ofTheRfc, kid: thumbprint })
    expect(key).toMatchObject({ keyId: fromBase64Url(thumbprint), country: 'US' })
  })

  it.each([['P-256'], ['P-384']])('takes a key on %s, also with zeros in front', async (curve) => {
    const { crv, kty, x, y } = jwk(ec(curve)) as Record<'crv' | 'kty' | 'x' | 'y', string>
    const input = JSON.stringify({ crv, kty, x, y })
    const kid = createHash('sha256').update(input).digest('base64url')
    const longer = toBase64(new Uint8Array([0, ...fromBase64Url(x)]))
    expect(await read({ crv, kty, x, y, kid }, { crv, kty, x: longer, y, kid })).toHaveLength(2)
  })

  it.each<[string, object]>([
    ['another', { kid: thumbprint.replace('N', 'M') }],
    ['that of a health certificate', { kid: 'AAAAAAAAAAA=' }],
    ['none', {}],
  ])('refuses a set with a key whose id is %s', async (_, id) => {
    const sound = { ...ofTheRfc, kid: thumbprint }
    const issues = [expect.objectContaining({ path: ['keys', 1] }) as unknown]
    await expect(read(sound, { ...ofTheRfc, ...id })).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-trust.jwks', issues }),
    )
  })
})
