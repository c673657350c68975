import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { canonicalBytes, fromBase64Url, fromUtf8, toBase64Url, utf8 } from '@tiemchung/core'
import { webCryptoProvider } from '@tiemchung/core/crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ecSigner, rsaSigner, type TestSigner } from '../test-kit.js'
import { type OpenDocumentOptions, openDocument } from './open-document.js'
import { parsePin, pinOf } from './pin.js'
import { signDocument } from './sign-document.js'

const type = 'tiemchung.trust-list+jws'
const document = canonicalBytes({ format: 'trust-list/1', items: ['Mẫu'] })

interface Flattened {
  readonly protected: string
  readonly payload: string
  readonly signature: string
}

let publisher: TestSigner
let stranger: TestSigner
let file: Uint8Array

beforeAll(async () => {
  publisher = ecSigner()
  stranger = ecSigner()
  file = await signDocument(document, { type, signer: publisher, publicKey: publisher.spki })
})

const partsOf = (bytes: Uint8Array) => JSON.parse(fromUtf8(bytes)) as Flattened

/** A file signed over whatever header and payload it is given. */
async function forged(
  header: object | string,
  { signer = publisher, payload = document }: { signer?: TestSigner; payload?: Uint8Array } = {},
): Promise<Uint8Array> {
  const text = typeof header === 'string' ? header : JSON.stringify(header)
  const [head, body] = [toBase64Url(utf8(text)), toBase64Url(payload)]
  const signature = toBase64Url(await signer.sign(utf8(`${head}.${body}`)))
  return utf8(JSON.stringify({ payload: body, protected: head, signature }))
}

const soundHeader = async () => ({ alg: 'ES256', kid: await pinOf(publisher.spki), typ: type })

async function outcome(bytes: Uint8Array, options: Partial<OpenDocumentOptions> = {}) {
  const reading = await openDocument(bytes, { type, pins: [publisher.spki], ...options })
  return reading.status === 'passed' ? 'passed' : `${reading.status} ${reading.reason}`
}

describe('signDocument', () => {
  it('signs the exact bytes, so that any JWS library can check it', () => {
    const parts = partsOf(file)
    expect(Object.keys(parts).sort()).toEqual(['payload', 'protected', 'signature'])
    expect(fromBase64Url(parts.payload)).toEqual(document)
    const key = createPublicKey({ key: Buffer.from(publisher.spki), format: 'der', type: 'spki' })
    const input = Buffer.from(`${parts.protected}.${parts.payload}`)
    const signature = Buffer.from(parts.signature, 'base64url')
    expect(verify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
  })

  it('names algorithm, key and type in the header, and nothing else', async () => {
    const header: unknown = JSON.parse(fromUtf8(fromBase64Url(partsOf(file).protected)))
    expect(header).toEqual(await soundHeader())
  })

  it('signs with RSA by PS256', async () => {
    const signer = rsaSigner()
    const signed = await signDocument(document, { type, signer, publicKey: signer.spki })
    expect(await outcome(signed, { pins: [signer.spki] })).toBe('passed')
  })

  it.each<[string, string, () => Promise<unknown>]>([
    [
      'a type that is no type',
      'certificate-signed.type',
      () =>
        signDocument(document, {
          type: 'tiemchung.Trust list+jws',
          signer: publisher,
          publicKey: publisher.spki,
        }),
    ],
    ...(['[1]', '{"a":1,"a":2}', '{', '"{}"', '\ufeff{}'] as const).map(
      (text): [string, string, () => Promise<unknown>] => [
        `the document ${text}`,
        'certificate-signed.document',
        () => signDocument(utf8(text), { type, signer: publisher, publicKey: publisher.spki }),
      ],
    ),
    [
      'a key on another curve',
      'certificate-signed.key',
      () => {
        const signer = ecSigner('P-384')
        return signDocument(document, { type, signer, publicKey: signer.spki })
      },
    ],
    [
      'a short RSA key',
      'certificate-signed.key',
      () => {
        const signer = rsaSigner(1024)
        return signDocument(document, { type, signer, publicKey: signer.spki })
      },
    ],
    [
      'an Ed25519 key',
      'certificate-signed.key',
      () => {
        const pair = generateKeyPairSync('ed25519').publicKey
        const publicKey = new Uint8Array(pair.export({ type: 'spki', format: 'der' }))
        return signDocument(document, { type, signer: publisher, publicKey })
      },
    ],
    [
      'a signer of another algorithm',
      'certificate-signed.algorithm',
      () =>
        signDocument(document, {
          type,
          signer: { ...publisher, algorithm: 'PS256' },
          publicKey: publisher.spki,
        }),
    ],
    [
      'a signer of another key',
      'certificate-signed.signature',
      () => signDocument(document, { type, signer: stranger, publicKey: publisher.spki }),
    ],
  ])('refuses %s', async (_, code, sign) => {
    await expect(sign()).rejects.toThrow(expect.objectContaining({ code }))
  })
})

describe('openDocument', () => {
  it('gives document, bytes, digest and key when a pinned key signed it', async () => {
    const reading = await openDocument(file, { type, pins: [stranger.spki, publisher.spki] })
    expect(reading).toEqual({
      status: 'passed',
      document: { format: 'trust-list/1', items: ['Mẫu'] },
      bytes: document,
      digest: await pinOf(document),
      signedBy: await pinOf(publisher.spki),
    })
  })

  it('opens the same with WebCrypto', async () => {
    const crypto = webCryptoProvider(globalThis.crypto.subtle)
    expect(await outcome(file, { crypto })).toBe('passed')
  })

  it('takes a pin in text for a key that comes beside it, and no other key', async () => {
    const pin = await pinOf(publisher.spki)
    expect(await outcome(file, { pins: [pin], keys: [stranger.spki, publisher.spki] })).toBe(
      'passed',
    )
    expect(await outcome(file, { pins: [pin], keys: [stranger.spki] })).toBe('unknown key-missing')
    expect(await outcome(file, { pins: [pin] })).toBe('unknown key-missing')
    const other = await pinOf(stranger.spki)
    expect(await outcome(file, { pins: [other], keys: [publisher.spki] })).toBe(
      'failed key-not-pinned',
    )
  })

  it('decides nothing without a pin', async () => {
    expect(await outcome(file, { pins: [] })).toBe('unknown no-pins')
    expect(await outcome(file, { pins: [], keys: [publisher.spki] })).toBe('unknown no-pins')
  })

  it('shows nothing of a document whose signature does not hold', async () => {
    const { payload, ...rest } = partsOf(file)
    const changed = toBase64Url(canonicalBytes({ format: 'trust-list/1', items: ['khác'] }))
    const bytes = utf8(JSON.stringify({ ...rest, payload: changed }))
    const reading = await openDocument(bytes, { type, pins: [publisher.spki] })
    expect(payload).not.toBe(changed)
    expect(reading).toEqual({ status: 'failed', reason: 'signature-does-not-hold' })
  })

  it('does not take one list for another', async () => {
    expect(await outcome(file, { type: 'tiemchung.revocation-list+jws' })).toBe(
      'failed type-differs',
    )
  })

  it.each<[string, (sound: object) => object | string, string]>([
    ['another type', (sound) => ({ ...sound, typ: 'jwt' }), 'type-differs'],
    ['no type', ({ typ: _, ...rest }: { typ?: string }) => rest, 'type-differs'],
    ['a critical header', (sound) => ({ ...sound, crit: ['b64'], b64: false }), 'critical-header'],
    ['an empty critical header', (sound) => ({ ...sound, crit: [] }), 'critical-header'],
    ['an unencoded payload', (sound) => ({ ...sound, b64: false }), 'unknown-header'],
    ['a key of its own', (sound) => ({ ...sound, jwk: {} }), 'unknown-header'],
    ['a certificate', (sound) => ({ ...sound, x5c: [] }), 'unknown-header'],
    ['no algorithm', (sound) => ({ ...sound, alg: 'none' }), 'algorithm-not-allowed'],
    ['a MAC', (sound) => ({ ...sound, alg: 'HS256' }), 'algorithm-not-allowed'],
    ['an algorithm of other keys', (sound) => ({ ...sound, alg: 'PS256' }), 'algorithm-not-of-key'],
    ['no key', ({ kid: _, ...rest }: { kid?: string }) => rest, 'key-id-missing'],
    ['a key that is no pin', (sound) => ({ ...sound, kid: 'vn-1' }), 'key-id-missing'],
    ['a list', () => [], 'not-signed'],
    ['no JSON', () => 'ES256', 'not-signed'],
  ])('refuses a header with %s', async (_, change, reason) => {
    expect(await outcome(await forged(change(await soundHeader())))).toBe(`failed ${reason}`)
  })

  it('refuses a header in which a name stands twice, in whatever spelling', async () => {
    const text = JSON.stringify(await soundHeader())
    for (const again of ['"alg":"ES256"', '"\\u0061lg":"none"']) {
      const header = text.replace('{', `{${again},`)
      expect(await outcome(await forged(header))).toBe('failed duplicate-member')
    }
  })

  it('refuses what a stranger signed, also in the name of the pinned key', async () => {
    const header = { ...(await soundHeader()), kid: await pinOf(stranger.spki) }
    expect(await outcome(await forged(header, { signer: stranger }))).toBe('failed key-not-pinned')
    expect(await outcome(await forged(await soundHeader(), { signer: stranger }))).toBe(
      'failed signature-does-not-hold',
    )
  })

  it.each<[string, string, string]>([
    ['no JSON', '{', 'not-a-document'],
    ['a list', '[]', 'not-a-document'],
    ['nothing', '', 'not-a-document'],
    ['a name twice', '{"a":1,"b":{"c":1,"c":1}}', 'duplicate-member'],
    ['a name twice below a list', '{"a":[[{"c":":","c":1}]]}', 'duplicate-member'],
  ])('refuses a signed document that is %s', async (_, text, reason) => {
    const bytes = await forged(await soundHeader(), { payload: utf8(text) })
    expect(await outcome(bytes)).toBe(`failed ${reason}`)
  })

  it.each<[string, string]>([
    ['colons and quotes inside texts', '{"a":"\\":{\\\\","b\\"::":[":",{"":"\\\\"}]}'],
    ['blanks', '{ "a" : 1 ,\n "b":\t{} }'],
    ['the name __proto__', '{"__proto__":{"a":1}}'],
    ['a deep nest', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ])('reads a signed document with %s', async (_, text) => {
    const bytes = await forged(await soundHeader(), { payload: utf8(text) })
    expect(await outcome(bytes)).toBe('passed')
  })

  it.each<[string, (parts: Flattened) => unknown, string]>([
    ['an unprotected header', (parts) => ({ ...parts, header: {} }), 'not-signed'],
    ['signatures in plural', (parts) => ({ ...parts, signatures: [] }), 'not-signed'],
    ['no signature', ({ signature: _, ...rest }) => rest, 'not-signed'],
    ['an empty signature', (parts) => ({ ...parts, signature: '' }), 'signature-does-not-hold'],
    ['padding', (parts) => ({ ...parts, signature: `${parts.signature}==` }), 'not-signed'],
    ['a header that is no base64url', (parts) => ({ ...parts, protected: '+' }), 'not-signed'],
    ['the compact form', (p) => `${p.protected}.${p.payload}.${p.signature}`, 'not-signed'],
    ['null', () => null, 'not-signed'],
  ])('refuses %s', async (_, change, reason) => {
    const bytes = utf8(JSON.stringify(change(partsOf(file))))
    expect(await outcome(bytes)).toBe(`failed ${reason}`)
  })

  it('refuses a payload that is no base64url although it is signed', async () => {
    const head = partsOf(file).protected
    const signature = toBase64Url(await publisher.sign(utf8(`${head}.e30=`)))
    const bytes = utf8(JSON.stringify({ payload: 'e30=', protected: head, signature }))
    expect(await outcome(bytes)).toBe('failed not-signed')
  })

  it('refuses a member of the file that stands twice', async () => {
    const text = fromUtf8(file).replace('{', '{"payload":"e30",')
    expect(await outcome(utf8(text))).toBe('failed duplicate-member')
  })

  it('refuses a file above the cap before it is read', async () => {
    expect(await outcome(file, { maxBytes: file.length })).toBe('passed')
    expect(await outcome(file, { maxBytes: file.length - 1 })).toBe('failed too-large')
    expect(await outcome(file, { maxBytes: Number.NaN })).toBe('failed too-large')
  })

  it('does not use a pinned key of another kind', async () => {
    const wrong = ecSigner('P-384')
    const header = { ...(await soundHeader()), kid: await pinOf(wrong.spki) }
    const bytes = await forged(header, { signer: wrong })
    expect(await outcome(bytes, { pins: [wrong.spki] })).toBe('failed key-not-allowed')
    const noKey = Uint8Array.of(0x30, 0)
    const named = await forged({ ...header, kid: await pinOf(noKey) })
    expect(await outcome(named, { pins: [noKey] })).toBe('failed key-not-allowed')
    const offCurve = publisher.spki.slice()
    offCurve[offCurve.length - 1] = Number(offCurve.at(-1)) ^ 1
    const off = await forged({ ...header, kid: await pinOf(offCurve) })
    expect(await outcome(off, { pins: [offCurve] })).toBe('failed key-not-allowed')
  })

  it('never believes a file with one bit flipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(7), async (at, bit) => {
        const bytes = file.slice()
        bytes[at] = Number(bytes[at]) ^ (1 << bit)
        expect(await outcome(bytes)).not.toBe('passed')
      }),
      { numRuns: 500 },
    )
  })

  it('says no to random bytes, and throws nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await outcome(bytes)).toMatch(/^failed /)
      }),
    )
  })
})

describe('parsePin', () => {
  const digits = 'ab'.repeat(32)
  const colons = Array.from({ length: 32 }, () => 'AB').join(':')
  it.each([
    `sha256:${digits}`,
    digits,
    digits.toUpperCase(),
    colons,
    `sha256 Fingerprint=${colons}\n`,
    ` SHA256:${digits} `,
  ])('reads %s', (text) => {
    expect(parsePin(text)).toBe(`sha256:${digits}`)
  })

  it.each([
    '',
    'sha256:',
    digits.slice(2),
    `${digits}ab`,
    `sha1:${digits}`,
    `${colons}:`,
    digits.replace('a', 'g'),
    digits.replace('ab', 'a:b'),
  ])('refuses %s', (text) => {
    expect(() => parsePin(text)).toThrow(
      expect.objectContaining({ code: 'certificate-signed.pin' }),
    )
  })

  it('is asked for every pin in text', async () => {
    await expect(
      outcome(file, { pins: [await pinOf(publisher.spki), 'sha256:1'] }),
    ).rejects.toThrow(expect.objectContaining({ code: 'certificate-signed.pin' }))
  })
})
