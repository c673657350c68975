import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concatBytes, fromHex } from '../bytes.js'
import { hasCode } from '../sdk-error.js'
import { keyKindOf, signatureLength } from './key-kind.js'
import type { KeyKind } from './types.js'

const spkiOf = (key: KeyObject) => new Uint8Array(key.export({ type: 'spki', format: 'der' }))
const ec = (namedCurve: string) => spkiOf(generateKeyPairSync('ec', { namedCurve }).publicKey)
const ed25519 = spkiOf(generateKeyPairSync('ed25519').publicKey)
const p256 = ec('P-256')
const rsa2048 = spkiOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)

function kindOrCode(spki: Uint8Array): KeyKind | string {
  try {
    return keyKindOf(spki)
  } catch (caught) {
    return hasCode(caught, 'crypto.key') ? caught.code : String(caught)
  }
}

/** A SubjectPublicKeyInfo for RSA around the DER of a modulus. */
function rsaAround(modulus: Uint8Array): Uint8Array {
  const wrap = (tag: number, body: Uint8Array) =>
    concatBytes(
      body.length < 128
        ? Uint8Array.of(tag, body.length)
        : Uint8Array.of(tag, 0x82, body.length >> 8, body.length & 255),
      body,
    )
  const key = wrap(0x30, concatBytes(wrap(2, modulus), fromHex('0203010001')))
  const bits = wrap(3, concatBytes(Uint8Array.of(0), key))
  return wrap(0x30, concatBytes(fromHex('300d06092a864886f70d0101010500'), bits))
}

const modulus = (bytes: number, first: number, lead = '') =>
  concatBytes(fromHex(lead), Uint8Array.of(first), new Uint8Array(bytes - 1).fill(0xab))

describe('keyKindOf', () => {
  it.each<[string, Uint8Array, KeyKind]>([
    ['P-256', p256, { type: 'ec', curve: 'P-256' }],
    ['P-384', ec('P-384'), { type: 'ec', curve: 'P-384' }],
    ['P-521', ec('P-521'), { type: 'ec', curve: 'P-521' }],
    ['Ed25519', ed25519, { type: 'ed25519' }],
    ['RSA', rsa2048, { type: 'rsa', modulusBits: 2048 }],
    ['RSA of an odd size', rsaAround(modulus(257, 0x01)), { type: 'rsa', modulusBits: 2049 }],
    [
      'RSA, its leading nought',
      rsaAround(modulus(256, 0x80, '00')),
      { type: 'rsa', modulusBits: 2048 },
    ],
    ['RSA without one', rsaAround(modulus(256, 0x7f)), { type: 'rsa', modulusBits: 2047 }],
  ])('reads %s', (_, spki, kind) => {
    expect(keyKindOf(spki)).toEqual(kind)
  })

  const changed = (spki: Uint8Array, at: number, to: number) =>
    spki.map((byte, index) => (index === at ? to : byte))

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a tag alone', Uint8Array.of(0x30)],
    ['another tag', changed(p256, 0, 0x31)],
    ['a length without an end', changed(p256, 1, 0x80)],
    ['a length of three bytes', changed(rsa2048, 1, 0x83)],
    ['a length in two bytes that one would do', concatBytes(fromHex('3081'), p256.subarray(1))],
    ['a length that is cut', fromHex('308200')],
    ['bytes behind it', concatBytes(p256, Uint8Array.of(0))],
    ['a byte less', p256.subarray(0, -1)],
    ['unused bits', changed(p256, 25, 1)],
    ['unused bits of RSA', changed(rsa2048, 23, 1)],
    ['a compressed point', changed(p256, 26, 2)],
    ['a curve that is not supported', ec('secp256k1')],
    ['an algorithm that is not supported', spkiOf(generateKeyPairSync('x25519').publicKey)],
    ['RSA for PSS only', spkiOf(generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey)],
    ['a short Ed25519 key', fromHex(`302906032b6570032100${'00'.repeat(31)}`)],
    ['a modulus that is negative', rsaAround(modulus(256, 0x80))],
    ['a modulus with two leading noughts', rsaAround(modulus(256, 0x00, '00'))],
    ['a modulus of nought', rsaAround(Uint8Array.of(0))],
    ['a modulus of nothing', rsaAround(new Uint8Array())],
  ])('refuses %s', (_, spki) => {
    expect(kindOrCode(spki)).toBe('crypto.key')
  })

  it('says what it is or that it cannot be read, whatever comes', () => {
    const seeds = fc.constantFrom(p256, ed25519, rsa2048)
    const mutated = fc
      .tuple(seeds, fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { maxLength: 3 }), fc.nat(300))
      .map(([seed, changes, length]) => {
        const bytes = seed.slice(0, Math.max(length, 1))
        for (const [at, to] of changes) bytes[at % bytes.length] = to
        return bytes
      })
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), mutated), (spki) => {
        const result = kindOrCode(spki)
        expect(typeof result === 'object' || result === 'crypto.key').toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('signatureLength', () => {
  it.each<[KeyKind, string, number | undefined]>([
    [{ type: 'ec', curve: 'P-256' }, 'ECDSA', 64],
    [{ type: 'ec', curve: 'P-384' }, 'ECDSA', 96],
    [{ type: 'ec', curve: 'P-521' }, 'ECDSA', 132],
    [{ type: 'ec', curve: 'P-256' }, 'RSA-PSS', undefined],
    [{ type: 'ed25519' }, 'Ed25519', 64],
    [{ type: 'ed25519' }, 'ECDSA', undefined],
    [{ type: 'rsa', modulusBits: 2048 }, 'RSA-PSS', 256],
    [{ type: 'rsa', modulusBits: 2049 }, 'RSASSA-PKCS1-v1_5', 257],
    [{ type: 'rsa', modulusBits: 2048 }, 'ECDSA', undefined],
  ])('%j with %s: %s', (kind, scheme, length) => {
    expect(signatureLength(kind, scheme)).toBe(length)
  })
})
