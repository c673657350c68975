import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { fromBase64Url, toBase64Url } from '../bytes.js'
import { describe, expect, it } from 'vitest'
import { jwkMisuse } from './jwk-misuse.js'
import { readJwk } from './read-jwk.js'

const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).publicKey
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).publicKey
const spkiOf = (key: KeyObject) => new Uint8Array(key.export({ type: 'spki', format: 'der' }))
const jwkOf = (key: KeyObject) => key.export({ format: 'jwk' }) as Readonly<Record<string, string>>

describe('readJwk', () => {
  it.each<[string, KeyObject]>([
    ['P-256', ec('P-256')],
    ['P-384', ec('P-384')],
    ['P-521', ec('P-521')],
    ['RSA of 1,024 bits', rsa(1024)],
    ['RSA of 2,048 bits', rsa(2048)],
    ['Ed25519', generateKeyPairSync('ed25519').publicKey],
  ])('gives what another library exports: %s', (_, key) => {
    expect(readJwk(jwkOf(key))).toEqual({ spki: spkiOf(key) })
  })

  const key = jwkOf(ec('P-256'))
  const big = jwkOf(rsa(1024))
  const before = (text = '') => toBase64Url(Uint8Array.of(0, ...fromBase64Url(text)))

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'EC'],
    ['another type', { ...key, kty: 'ec' }],
    ['another curve', { ...key, crv: 'secp256k1' }],
    ['a curve by a name of the language', { ...key, crv: 'constructor' }],
    ['no coordinate', { ...key, y: undefined }],
    ['an empty coordinate', { ...key, y: '' }],
    ['a coordinate with a zero in front', { ...key, x: before(key['x']) }],
    ['a coordinate that is too short', { ...key, x: 'AQ' }],
    ['padding', { ...key, x: `${key['x'] ?? ''}=` }],
    ['the other alphabet', { ...key, x: '+'.repeat(42) + 'A' }],
    ['a modulus with a zero in front', { ...big, n: before(big['n']) }],
    ['no exponent', { kty: 'RSA', n: big['n'] }],
    ['a modulus without end', { ...big, n: 'f'.repeat(4000) }],
    ['X25519', { kty: 'OKP', crv: 'X25519', x: key['x'] }],
    ['a short Ed25519 key', { kty: 'OKP', crv: 'Ed25519', x: 'AQ' }],
  ])('refuses %s', (_, value) => {
    expect(readJwk(value)).toEqual({ refused: 'key' })
  })

  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])('refuses a key with %s', (member) => {
    expect(readJwk({ ...key, [member]: undefined })).toEqual({ refused: 'key-not-public' })
  })
})

describe('jwkMisuse', () => {
  it.each<[string, object, string | undefined]>([
    ['nothing', {}, undefined],
    ['what it is asked for', { use: 'sig', key_ops: ['verify'], alg: 'ES256' }, undefined],
    ['encryption', { use: 'enc' }, 'key-use'],
    ['no use that is a word', { use: null }, 'key-use'],
    ['signing only', { key_ops: ['sign'] }, 'key-operations'],
    ['operations that are no list', { key_ops: 'verify' }, 'key-operations'],
    ['another algorithm', { alg: 'PS256' }, 'key-algorithm'],
    ['no algorithm that is a word', { alg: 1 }, 'key-algorithm'],
  ])('of a key that states %s', (_, members, misuse) => {
    expect(jwkMisuse(members as Readonly<Record<string, unknown>>, ['ES384', 'ES256'])).toBe(misuse)
  })
})
