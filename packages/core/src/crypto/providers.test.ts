/** The same keys, signatures and refusals through each provider: Node's and WebCrypto's must agree. */
import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { concatBytes, fromHex, toHex, utf8 } from '../bytes.js'
import { hasCode } from '../sdk-error.js'
import { besideOthers } from './beside-others.js'
import { systemCrypto } from './index.js'
import { platformCrypto as nodeCrypto } from './platform.node.js'
import { platformCrypto as hostWebCrypto } from './platform.web.js'
import {
  type CryptoProvider,
  type HashName,
  schemeOf,
  type SignatureAlgorithm,
  type SignatureScheme,
} from './types.js'
import { type SubtleLike, webCryptoProvider } from './webcrypto.js'

interface KeyPair {
  readonly privateKey: KeyObject
  readonly spki: Uint8Array
}

const pair = (keys: { publicKey: KeyObject; privateKey: KeyObject }): KeyPair => ({
  privateKey: keys.privateKey,
  spki: new Uint8Array(keys.publicKey.export({ type: 'spki', format: 'der' })),
})
const ec = (namedCurve: string) => pair(generateKeyPairSync('ec', { namedCurve }))
const keys = {
  'P-256': ec('P-256'),
  'P-384': ec('P-384'),
  'P-521': ec('P-521'),
  RSA: pair(generateKeyPairSync('rsa', { modulusLength: 2048 })),
  Ed25519: pair(generateKeyPairSync('ed25519')),
}
type KeyName = keyof typeof keys

const data = utf8('một mũi tiêm')

function signed(scheme: SignatureScheme, key: KeyObject): Uint8Array {
  if (scheme.name === 'Ed25519') return new Uint8Array(sign(null, data, key))
  const hash = scheme.hash.replace('-', '').toLowerCase()
  if (scheme.name === 'ECDSA') {
    return new Uint8Array(sign(hash, data, { key, dsaEncoding: 'ieee-p1363' }))
  }
  if (scheme.name === 'RSASSA-PKCS1-v1_5') return new Uint8Array(sign(hash, data, key))
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return new Uint8Array(sign(hash, data, { key, padding, saltLength: scheme.saltLength }))
}

const algorithms: readonly (readonly [SignatureAlgorithm, KeyName])[] = [
  ['ES256', 'P-256'],
  ['ES384', 'P-384'],
  ['ES512', 'P-521'],
  ['PS256', 'RSA'],
  ['PS384', 'RSA'],
  ['PS512', 'RSA'],
  ['RS256', 'RSA'],
  ['RS384', 'RSA'],
  ['RS512', 'RSA'],
  ['EdDSA', 'Ed25519'],
]

const providers: readonly (readonly [string, CryptoProvider])[] = [
  ['node:crypto', nodeCrypto],
  ['node:crypto beside others', besideOthers(nodeCrypto)],
  ['WebCrypto beside others', besideOthers(webCryptoProvider(globalThis.crypto.subtle))],
  ['WebCrypto', webCryptoProvider(globalThis.crypto.subtle)],
  ["the host's WebCrypto", hostWebCrypto],
]

afterEach(() => {
  vi.unstubAllGlobals()
})

const codeOf = async (run: () => unknown): Promise<string> => {
  try {
    await run()
  } catch (caught) {
    return hasCode(caught, 'crypto.key', 'crypto.unavailable') ? caught.code : String(caught)
  }
  return 'none'
}

describe.each(providers)('%s', (_, provider) => {
  // FIPS 180-4 examples: "abc".
  it.each<[HashName, string]>([
    ['SHA-1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['SHA-256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'SHA-384',
      'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
    ],
    [
      'SHA-512',
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    ],
  ])('hashes with %s', async (hash, hex) => {
    const digest = await provider.digest(hash, utf8('abc'))
    expect(digest.constructor).toBe(Uint8Array)
    expect(toHex(digest)).toBe(hex)
  })

  it.each(algorithms)('%s: takes the signature and nothing near it', async (algorithm, name) => {
    const scheme = schemeOf[algorithm]
    const key = await provider.importPublicKey(keys[name].spki)
    const signature = signed(scheme, keys[name].privateKey)
    const holds = async (bytes: Uint8Array, over = data) =>
      provider.verify(scheme, key, bytes, over)
    const flipped = signature.map((byte, index) => (index === 9 ? byte ^ 1 : byte))
    expect(await holds(signature)).toBe(true)
    expect(await holds(signature)).toBe(true)
    expect(await holds(flipped)).toBe(false)
    expect(await holds(signature, utf8('hai mũi tiêm'))).toBe(false)
    expect(await holds(signature.subarray(1))).toBe(false)
    expect(await holds(concatBytes(signature, Uint8Array.of(0)))).toBe(false)
    expect(await holds(new Uint8Array(signature.length))).toBe(false)
    expect(await holds(new Uint8Array())).toBe(false)
  })

  it.each(algorithms)('%s: refuses every key of another kind or curve', async (algorithm, name) => {
    const signature = signed(schemeOf[algorithm], keys[name].privateKey)
    for (const other of Object.keys(keys) as KeyName[]) {
      if (other === name) continue
      const key = await provider.importPublicKey(keys[other].spki)
      expect(await provider.verify(schemeOf[algorithm], key, signature, data), other).toBe(false)
    }
  })

  it('does not take a DER signature for a raw one', async () => {
    const key = await provider.importPublicKey(keys['P-256'].spki)
    const der = new Uint8Array(sign('sha256', data, keys['P-256'].privateKey))
    expect(await provider.verify(schemeOf.ES256, key, der, data)).toBe(false)
  })

  it('does not take one RSA scheme, hash or salt for another', async () => {
    const key = await provider.importPublicKey(keys.RSA.spki)
    const signature = signed(schemeOf.PS256, keys.RSA.privateKey)
    for (const scheme of [schemeOf.RS256, schemeOf.PS384, { ...schemeOf.PS256, saltLength: 31 }]) {
      expect(await provider.verify(scheme, key, signature, data)).toBe(false)
    }
  })

  it('refuses a point that is not on its curve, and what is no key', async () => {
    const off = keys['P-256'].spki.map((byte, index) => (index > 30 ? 1 : byte))
    expect(await codeOf(() => provider.importPublicKey(off))).toBe('crypto.key')
    expect(await codeOf(() => provider.importPublicKey(fromHex('3000')))).toBe('crypto.key')
  })

  it('does not believe a key that another provider imported', async () => {
    const handle = { type: 'foreign' }
    const key = { ...(await provider.importPublicKey(keys['P-256'].spki)), handle }
    const signature = signed(schemeOf.ES256, keys['P-256'].privateKey)
    expect(await provider.verify(schemeOf.ES256, key, signature, data)).toBe(false)
  })
})

describe('webCryptoProvider', () => {
  it('imports a key once for each scheme', async () => {
    const { subtle } = globalThis.crypto
    let imports = 0
    const provider = webCryptoProvider({
      digest: (algorithm, bytes) => subtle.digest(algorithm, bytes as BufferSource),
      importKey: (format, bytes, ...rest) => {
        imports += 1
        return subtle.importKey(format, bytes as BufferSource, ...rest)
      },
      verify: (algorithm, key, signature, bytes) =>
        subtle.verify(
          algorithm,
          key as CryptoKey,
          signature as BufferSource,
          bytes as BufferSource,
        ),
    })
    const key = await provider.importPublicKey(keys.RSA.spki)
    for (const algorithm of ['PS256', 'RS256', 'PS256', 'RS256'] as const) {
      const signature = signed(schemeOf[algorithm], keys.RSA.privateKey)
      expect(await provider.verify(schemeOf[algorithm], key, signature, data)).toBe(true)
    }
    expect(imports).toBe(2)
  })

  it('imports a key again when the host could not the first time', async () => {
    const { subtle } = globalThis.crypto
    let failing = true
    const provider = webCryptoProvider({
      ...(subtle as unknown as SubtleLike),
      importKey: async (format, bytes, ...rest) => {
        if (failing) throw new Error('busy')
        return await subtle.importKey(format, bytes as BufferSource, ...rest)
      },
      verify: (algorithm, key, signature, bytes) =>
        subtle.verify(
          algorithm,
          key as CryptoKey,
          signature as BufferSource,
          bytes as BufferSource,
        ),
    })
    const key = await provider.importPublicKey(keys.RSA.spki)
    const signature = signed(schemeOf.PS256, keys.RSA.privateKey)
    const holds = () => provider.verify(schemeOf.PS256, key, signature, data)
    const first = await holds()
    failing = false
    expect([first, await holds()]).toEqual([false, true])
  })

  it.each([
    ['no crypto', undefined],
    ['no subtle', {}],
  ])('on a host with %s says so, instead of calling signatures wrong', async (_, crypto) => {
    const rsa = await hostWebCrypto.importPublicKey(keys.RSA.spki)
    const signature = signed(schemeOf.RS256, keys.RSA.privateKey)
    vi.stubGlobal('crypto', crypto)
    const runs: (() => unknown)[] = [
      () => hostWebCrypto.digest('SHA-256', data),
      () => hostWebCrypto.importPublicKey(keys['P-256'].spki),
      () => hostWebCrypto.verify(schemeOf.RS256, rsa, signature, data),
    ]
    for (const run of runs) expect(await codeOf(run)).toBe('crypto.unavailable')
  })
})

describe('systemCrypto', () => {
  it('is synchronous in Node', () => {
    expect(systemCrypto.digest('SHA-256', data)).toBeInstanceOf(Uint8Array)
  })
})
