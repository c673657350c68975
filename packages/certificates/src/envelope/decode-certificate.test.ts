import { ParseError } from '@tiemchung/core'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { claimsWith, ecSigner, issuedAt, samplePayload, textAround, textOf } from '../test-kit.js'
import { encodeBase45 } from './base45.js'
import { encodeCbor } from './cbor.js'
import { CborFloat, CborTag, type CborValue } from '@tiemchung/core/cbor'
import { sigStructure } from './cose.js'
import { decodeCertificate } from './decode-certificate.js'
import { encodeCertificate, prepareCertificate } from './encode-certificate.js'
import { cborOf } from './json.js'
import { envelopeTolerances } from './tolerance.js'

const signer = ecSigner()
const good = textOf({ signer })
const codeOf = (code: string) => expect.objectContaining({ code }) as Error
const thrownBy = (run: () => unknown): string | undefined => {
  try {
    run()
  } catch (caught) {
    return (caught as ParseError).code
  }
  return undefined
}
const all = { tolerances: envelopeTolerances }

describe('decodeCertificate', () => {
  it('reads header, claims and bytes of a certificate without judging them', () => {
    const { header, unverified, bytes, tolerances } = decodeCertificate(good)
    expect(header).toEqual({
      algorithm: { value: -7, place: 'protected' },
      keyId: { value: signer.keyId, place: 'protected' },
      critical: false,
    })
    expect(unverified).toMatchObject({ issuer: 'VN', issuedAt, payload: samplePayload() })
    expect(bytes.signature).toHaveLength(64)
    expect(tolerances).toEqual([])
  })

  it('keeps the bytes as received, also where their encoding is odd (P5)', () => {
    const payloadBytes = Uint8Array.of(0xbf, ...encodeCbor(claimsWith(new Map())).slice(1), 0xff)
    const { bytes, tolerances } = decodeCertificate(textOf({ signer, payloadBytes }))
    expect(bytes.payload).toEqual(payloadBytes)
    expect(tolerances).toEqual(['indefinite-lengths'])
  })

  it.each<[string, object, string]>([
    ['a text too long', { textLength: Number.NaN }, `HC1:${'0'.repeat(8192)}`],
    ['a bomb', { inflatedBytes: Number.NaN }, textAround(new Uint8Array(5_000_000).fill(0x80))],
    ['depth', { cborDepth: undefined }, textAround(new Uint8Array(60_000).fill(0x81))],
  ])('has the usual limit where the one given is no number: %s', (_, limits, text) => {
    const usual = expect.objectContaining({
      code: thrownBy(() => decodeCertificate(text)),
    }) as Error
    expect(() => decodeCertificate(text, { limits })).toThrow(usual)
  })

  it('reads back what prepareCertificate and encodeCertificate wrote', () => {
    const content = {
      algorithm: -7,
      keyId: signer.keyId,
      issuer: 'VN',
      issuedAt,
      expiresAt: issuedAt + 60,
      payload: { ver: '1.3.0', extra: [1, 1.5, null, { __proto__: null, a: 'ố' }] },
    }
    const unsigned = prepareCertificate(content)
    const { text } = encodeCertificate(unsigned, signer.signNow(unsigned.toBeSigned))
    const { unverified, tolerances } = decodeCertificate(text, { tolerances: [] })
    expect(unverified).toEqual({
      issuer: 'VN',
      issuedAt,
      expiresAt: issuedAt + 60,
      payload: { ver: '1.3.0', extra: [1, 1.5, null, { a: 'ố' }] },
    })
    expect(tolerances).toEqual([])
  })

  it.each([23, 24, 255, 256, 65_535, 65_536])(
    'covers a payload of %i bytes by a Sig_structure of deterministic CBOR',
    (length) => {
      const payload = new Uint8Array(length).fill(1)
      const protectedHeader = new Map([[1, -7]])
      const protectedBytes = encodeCbor(protectedHeader)
      const expected = encodeCbor(['Signature1', protectedBytes, new Uint8Array(0), payload])
      expect(sigStructure({ protectedBytes, protectedHeader, payload })).toEqual(expected)
    },
  )

  it('an empty protected header counts as no bytes, however it was written (RFC 9052 section 4.4)', () => {
    const payload = new Uint8Array(3)
    const protectedHeader = new Map<number, CborValue>()
    const empty = sigStructure({ protectedBytes: new Uint8Array(0), protectedHeader, payload })
    const map = sigStructure({ protectedBytes: Uint8Array.of(0xa0), protectedHeader, payload })
    expect(map).toEqual(empty)
  })

  it('keeps a member called __proto__ a member', () => {
    const payload = new Map<string, CborValue>([['__proto__', new Map([['polluted', 'yes']])]])
    const { unverified } = decodeCertificate(textOf({ signer, payload }))
    expect(Object.keys(unverified.payload)).toEqual(['__proto__'])
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
    expect(Object.getPrototypeOf(unverified.payload)).toBe(Object.prototype)
  })

  it('keeps times as written, be they times or not (P11)', () => {
    const claims = claimsWith(new Map())
    claims
      .set(6, new CborFloat(Number.NaN))
      .set(4, new CborFloat(1.5))
      .set(5, 2n ** 63n)
    const { unverified } = decodeCertificate(textOf({ signer, claims }))
    expect(unverified).toMatchObject({ issuedAt: Number.NaN, expiresAt: 1.5, notBefore: 2 ** 63 })
  })
})

describe('decodeCertificate grants a liberty only when asked', () => {
  it.each<[string, string, string]>([
    ['line-end', 'envelope.line-end', `${good}\r\n`],
    ['uncompressed', 'envelope.inflate.absent', textOf({ signer, compress: (cose) => cose })],
    [
      'indefinite-lengths',
      'envelope.cbor.indefinite',
      textAround(Uint8Array.of(0xd2, 0x9f, ...encodeCbor(decodedItems(good)).slice(1), 0xff)),
    ],
    ['long-forms', 'envelope.cbor.long-form', textAround(longTag(good))],
    ['untagged', 'envelope.cose.untagged', textOf({ signer, wrap: (items) => items })],
    [
      'cwt-tag',
      'envelope.cose.cwt-tag',
      textOf({ signer, wrap: (items) => new CborTag(61, new CborTag(18, items)) }),
    ],
  ])('%s, else %s (P1, P3, P5, P6)', (tolerance, code, text) => {
    expect(decodeCertificate(text, all).tolerances).toEqual([tolerance])
    const others = envelopeTolerances.filter((one) => one !== tolerance)
    expect(() => decodeCertificate(text, { tolerances: others })).toThrow(codeOf(code))
  })

  it('and without being asked reads all but uncompressed content', () => {
    expect(decodeCertificate(`${good}\n`).tolerances).toEqual(['line-end'])
    expect(() => decodeCertificate(textOf({ signer, compress: (cose) => cose }))).toThrow(
      codeOf('envelope.inflate.absent'),
    )
  })
})

function decodedItems(text: string): readonly CborValue[] {
  const { bytes } = decodeCertificate(text)
  return [bytes.protectedHeader, new Map(), bytes.payload, bytes.signature]
}

function longTag(text: string): Uint8Array {
  return Uint8Array.of(0xd9, 0, 18, ...encodeCbor(decodedItems(text)))
}

const items = decodedItems(good)
const tagged = (value: CborValue) => textAround(encodeCbor(new CborTag(18, value)))

describe('decodeCertificate refuses', () => {
  it.each<[string, string, string]>([
    ['another context (P1)', `HC2:${good.slice(4)}`, 'prefix'],
    ['a context in lower case', `hc1:${good.slice(4)}`, 'prefix'],
    ['no context', good.slice(4), 'prefix'],
    ['a blank in front', ` ${good}`, 'prefix'],
    ['nothing', '', 'prefix'],
    ['nothing behind the context', 'HC1:', 'inflate.absent'],
    ['a line end inside (P1)', `${good.slice(0, 40)}\n${good.slice(40)}`, 'base45'],
    ['a tab behind', `${good}\t`, 'base45'],
    ['a text beyond 8,192 characters', `HC1:${'0'.repeat(8192)}`, 'length'],
    [
      'broken compression',
      textOf({ signer, compress: () => Uint8Array.of(0x78, 0xda, 1) }),
      'inflate.malformed',
    ],
    [
      'bytes behind the compressed content (P4)',
      textOf({ signer, compress: (cose) => Uint8Array.of(...deflateSync(cose), 0) }),
      'inflate.trailing',
    ],
    [
      'gzip in place of zlib',
      `HC1:${encodeBase45(Uint8Array.of(0x1f, 0x8b, 8))}`,
      'inflate.absent',
    ],
    [
      'five million empty lists in a short text (P4)',
      textAround(new Uint8Array(5_000_000).fill(0x80)),
      'inflate.too-large',
    ],
    [
      'sixty thousand empty lists',
      textAround(Uint8Array.of(0x99, 0xea, 0x60, ...new Uint8Array(60_000).fill(0x80))),
      'cbor.items',
    ],
    ['lists inside each other', textAround(new Uint8Array(60_000).fill(0x81)), 'cbor.depth'],
    [
      'bytes behind the COSE',
      textAround(Uint8Array.of(...encodeCbor(new CborTag(18, items)), 0)),
      'cbor.trailing',
    ],
    ['COSE_Sign (P6)', textAround(encodeCbor(new CborTag(98, items))), 'cose.sign'],
    [
      'COSE_Sign in a CWT',
      textAround(encodeCbor(new CborTag(61, new CborTag(98, items)))),
      'cose.sign',
    ],
    ['COSE_Mac0', textAround(encodeCbor(new CborTag(17, items))), 'cose.tag'],
    ['tag 61 alone', textAround(encodeCbor(new CborTag(61, items))), 'cose.tag'],
    ['tag 18 twice', tagged(new CborTag(18, items)), 'cose.malformed'],
    [
      'self-described CBOR',
      textAround(encodeCbor(new CborTag(55_799, new CborTag(18, items)))),
      'cose.tag',
    ],
    ['three items', tagged(items.slice(0, 3)), 'cose.malformed'],
    ['five items', tagged([...items, 0]), 'cose.malformed'],
    ['a map in place of the list', tagged(new Map()), 'cose.malformed'],
    ['a detached payload', tagged([items[0], new Map(), null, items[3]]), 'cose.detached'],
    [
      'a protected header that is a map',
      tagged([new Map(), new Map(), items[2], items[3]]),
      'cose.malformed',
    ],
    [
      'a protected header that holds a list',
      tagged([Uint8Array.of(0x80), new Map(), items[2], items[3]]),
      'cose.malformed',
    ],
    [
      'an unprotected header that is a list',
      tagged([items[0], [], items[2], items[3]]),
      'cose.malformed',
    ],
    ['a payload that is text', tagged([items[0], new Map(), 'a', items[3]]), 'cose.malformed'],
    ['a signature that is null', tagged([items[0], new Map(), items[2], null]), 'cose.malformed'],
    [
      'the algorithm twice',
      textOf({ signer, protectedBytes: Uint8Array.of(0xa2, 1, 0x26, 1, 0x26) }),
      'cbor.duplicate-key',
    ],
    [
      'an expiry twice',
      textOf({ signer, payloadBytes: Uint8Array.of(0xa2, 4, 1, 4, 2) }),
      'cbor.duplicate-key',
    ],
    [
      'claims that are a list',
      textOf({ signer, payloadBytes: Uint8Array.of(0x80) }),
      'cwt.malformed',
    ],
    ['no health certificate', textOf({ signer, claims: new Map([[1, 'VN']]) }), 'cwt.hcert'],
    ['a health certificate that is text', textOf({ signer, payload: 'DCC' }), 'cwt.hcert'],
    [
      'an issuer that is a number',
      textOf({ signer, claims: claimsWith(new Map()).set(1, 704) }),
      'cwt.malformed',
    ],
    [
      'a time that is text',
      textOf({ signer, claims: claimsWith(new Map()).set(4, '2023') }),
      'cwt.malformed',
    ],
    [
      'a time with a tag',
      textOf({ signer, claims: claimsWith(new Map()).set(4, new CborTag(1, 5)) }),
      'cwt.malformed',
    ],
  ])('%s', (_, text, code) => {
    expect(() => decodeCertificate(text)).toThrow(ParseError)
    expect(() => decodeCertificate(text)).toThrow(codeOf(`envelope.${code}`))
  })

  it('never says what the text holds', () => {
    const payload = cborOf({ nam: { fn: 'Nguyễn' } })
    const claims = claimsWith(payload).set(4, 'Nguyễn')
    expect(() => decodeCertificate(textOf({ signer, claims }))).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('Nguyễn') as string }),
    )
  })
})
