import { concatBytes, utf8 } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bytes,
  extension,
  integer,
  nameOf,
  oid,
  sequence,
  testKey,
  testRsaKey,
  tlv,
} from '../certificate/forge.fixture.js'
import { extensionOids } from '../certificate/oids.js'
import { leaf, leafKey } from '../path/chain.fixture.js'
import {
  algorithmOf,
  contentTypeAttribute,
  digest,
  digestAttribute,
  forgeToken,
  issuerAndSerial,
  type TokenFields,
} from '../timestamp/forge-token.fixture.js'
import { cmsOids } from './oids.js'
import { type DetachedQuery, verifyDetachedSignature } from './verify-detached.js'

const content = utf8('chứng thư số của một nước')
const own = leaf()
const rsaEncryption = sequence(oid('1.2.840.113549.1.1.1'), tlv(0x05))

const attributesOf = (over: Uint8Array) => [
  contentTypeAttribute(cmsOids.data),
  digestAttribute(digest('SHA-256', over)),
]

/** A detached signature by the test leaf, with parts of it replaced. */
const forge = (fields: Partial<TokenFields> = {}): Uint8Array =>
  forgeToken({
    dataVersion: integer(1),
    encapsulated: sequence(oid(cmsOids.data)),
    certificates: [own],
    signerId: issuerAndSerial(nameOf('TEST issuing'), integer(3)),
    attributes: attributesOf(content),
    key: leafKey,
    ...fields,
  })

const withoutAttributes = { signedAttributes: bytes(), over: content }

const verify = (signature: Uint8Array, query: Partial<DetachedQuery> = {}) =>
  verifyDetachedSignature({ signature, content, signers: [own], ...query })

async function outcome(signature: Uint8Array, query: Partial<DetachedQuery> = {}) {
  const { verdict, checks } = await verify(signature, query)
  const open = checks.find(({ status }) => status === 'failed' || status === 'unknown')
  return open === undefined ? verdict : `${open.id} ${open.status} ${open.reason}`
}

/** The same elements, with an indefinite length for each wrapping down to this depth. */
function loosened(der: Uint8Array, depth: number): Uint8Array {
  const first = Number(der[1])
  const body = first < 0x80 ? 2 : 2 + (first & 0x7f)
  const tag = Number(der[0])
  if (depth === 0 || (tag & 0x20) === 0) return der
  const parts: Uint8Array[] = []
  for (let at = body; at < der.length; ) {
    const short = Number(der[at + 1])
    const octets = short < 0x80 ? 0 : short & 0x7f
    const size =
      octets === 0
        ? short
        : [...der.subarray(at + 2, at + 2 + octets)].reduce((sum, one) => sum * 256 + one, 0)
    const end = at + 2 + octets + size
    parts.push(loosened(der.subarray(at, end), depth - 1))
    at = end
  }
  return concatBytes(bytes(tag, 0x80), ...parts, bytes(0, 0))
}

describe('verifyDetachedSignature', () => {
  it('holds for what the certificate signed, and says which it was', async () => {
    const report = await verify(forge(), { signers: [leaf({ key: testKey() }), own] })
    expect(report).toMatchObject({ verdict: 'valid', signer: own })
    expect(report.checks.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'cms.parse passed',
      'cms.signer passed',
      'cms.signed-attributes passed',
      'cms.signature passed',
    ])
  })

  it('leaves the bytes of a Buffer as they are', async () => {
    const given = Buffer.from(forge())
    const before = given.toString('hex')
    const verdicts = [(await verify(given)).verdict, (await verify(given)).verdict]
    expect([...verdicts, given.toString('hex') === before]).toEqual(['valid', 'valid', true])
  })

  const bySubjectKey = leaf({
    extensions: [extension(extensionOids.subjectKeyIdentifier, tlv(0x04, bytes(1, 2, 3)))],
  })
  const rsa = testRsaKey(2048)
  const ofRsa = leaf({ key: rsa })

  it.each<[string, Uint8Array, Partial<DetachedQuery>]>([
    ['without signed attributes', forge(withoutAttributes), {}],
    ['without certificates', forge({ certificates: [] }), {}],
    [
      'of a signer named by key',
      forge({
        dataVersion: integer(3),
        signerVersion: integer(3),
        signerId: tlv(0x80, bytes(1, 2, 3)),
      }),
      { signers: [bySubjectKey] },
    ],
    [
      'by plain RSA over the digest algorithm',
      forge({ key: rsa, signatureAlgorithm: rsaEncryption }),
      { signers: [ofRsa] },
    ],
    [
      'by plain RSA without attributes',
      forge({ ...withoutAttributes, key: rsa, signatureAlgorithm: rsaEncryption }),
      { signers: [ofRsa] },
    ],
    [
      'with other attributes',
      forge({
        attributes: [...attributesOf(content), sequence(oid('1.2.3'), tlv(0x31, integer(1)))],
      }),
      {},
    ],
  ])('holds %s', async (_, signature, query) => {
    expect(await outcome(signature, query)).toBe('valid')
  })

  it.each<[string, Uint8Array, Partial<DetachedQuery>, string]>([
    ['nothing', bytes(), {}, 'cms.parse failed x509.der.truncated'],
    ['another type', forge({ type: '1.2.3' }), {}, 'cms.parse failed x509.cms.type'],
    ['version 0', forge({ dataVersion: integer(0) }), {}, 'cms.parse failed x509.cms.version'],
    ['version 2', forge({ dataVersion: integer(2) }), {}, 'cms.parse failed x509.cms.version'],
    [
      'version 3 of a signer named by issuer',
      forge({ dataVersion: integer(3) }),
      {},
      'cms.parse failed x509.cms.version',
    ],
    [
      'version 1 of a signer named by key',
      forge({ signerVersion: integer(3), signerId: tlv(0x80, bytes(1, 2, 3)) }),
      { signers: [bySubjectKey] },
      'cms.parse failed x509.cms.version',
    ],
    [
      'version 1 of another type',
      forge({ encapsulated: sequence(oid(cmsOids.timestampInfo)) }),
      {},
      'cms.parse failed x509.cms.version',
    ],
    [
      'another type of content',
      forge({ dataVersion: integer(3), encapsulated: sequence(oid(cmsOids.timestampInfo)) }),
      {},
      'cms.parse failed content-type-mismatch',
    ],
    [
      'content inside',
      forge({ encapsulated: sequence(oid(cmsOids.data), tlv(0xa0, tlv(0x04, content))) }),
      {},
      'cms.parse failed x509.cms.content',
    ],
    ['no signature', forge({ signers: () => [] }), {}, 'cms.parse failed no-signature'],
    [
      'two signatures',
      forge({ signers: (one) => [one, one] }),
      {},
      'cms.parse failed several-signatures',
    ],
    ['more than 64 KiB', new Uint8Array(65_537), {}, 'cms.parse failed x509.der.size'],
    [
      'a certificate that nobody believes',
      forge(),
      { signers: [leaf({ serial: integer(4) })] },
      'cms.signer failed not-among-signers',
    ],
    ['no certificate that is believed', forge(), { signers: [] }, 'cms.signer unknown no-signers'],
    [
      'no certificate that can be read',
      forge(),
      { signers: [bytes(0x30, 0)] },
      'cms.signer unknown no-signers',
    ],
    [
      'another content',
      forge(),
      { content: utf8('khác') },
      'cms.signed-attributes failed digest-mismatch',
    ],
    [
      'another content, without attributes',
      forge(withoutAttributes),
      { content: utf8('khác') },
      'cms.signature failed signature-mismatch',
    ],
    [
      'no digest',
      forge({ attributes: attributesOf(content).slice(0, 1) }),
      {},
      'cms.signed-attributes failed no-message-digest',
    ],
    [
      'no content type',
      forge({ attributes: attributesOf(content).slice(1) }),
      {},
      'cms.signed-attributes failed content-type-mismatch',
    ],
    [
      'the content type of a timestamp',
      forge({ attributes: [contentTypeAttribute(), ...attributesOf(content).slice(1)] }),
      {},
      'cms.signed-attributes failed content-type-mismatch',
    ],
    [
      'SHA-1',
      forge({ digestAlgorithm: algorithmOf('SHA-1') }),
      {},
      'cms.signed-attributes failed algorithm-not-allowed',
    ],
    [
      'plain RSA over SHA-1',
      forge({
        ...withoutAttributes,
        key: rsa,
        digestAlgorithm: algorithmOf('SHA-1'),
        signatureAlgorithm: rsaEncryption,
      }),
      { signers: [ofRsa] },
      'cms.signature failed algorithm-not-allowed',
    ],
    ['another key', forge({ key: testKey() }), {}, 'cms.signature failed signature-mismatch'],
    [
      'the attributes of another signature',
      forge({ over: tlv(0x31, ...attributesOf(utf8('khác'))) }),
      {},
      'cms.signature failed signature-mismatch',
    ],
  ])('does not hold with %s', async (_, signature, query, expected) => {
    expect(await outcome(signature, query)).toBe(expected)
  })

  it('does not take what is signed without attributes for attributes, nor the other way round', async () => {
    const attributes = tlv(0x31, ...attributesOf(content))
    // The octets of the set of attributes, as content of their own.
    const taken = forge({ signedAttributes: bytes(), over: attributes })
    expect(await outcome(taken)).toBe('cms.signature failed signature-mismatch')
  })

  it('says what was not reached', async () => {
    const { checks } = await verify(forge(), { signers: [] })
    expect(checks.map(({ id, status, reason = '' }) => `${id} ${status} ${reason}`.trim())).toEqual(
      [
        'cms.parse passed',
        'cms.signer unknown no-signers',
        'cms.signed-attributes skipped not-reached',
        'cms.signature skipped not-reached',
      ],
    )
  })

  // At level 6 are the signed attributes: what is signed is their DER (RFC 5652 section 5.4).
  it.each([1, 2, 3, 4, 5, 6])('reads indefinite lengths down to level %i', async (depth) => {
    expect(await outcome(loosened(forge(), depth))).toBe('valid')
  })

  it.each<[string, Uint8Array, string]>([
    ['without an end', loosened(forge(), 3).subarray(0, -1), 'x509.der.tag'],
    ['with something behind it', concatBytes(loosened(forge(), 3), bytes(0)), 'x509.der.trailing'],
    ['inside definite ones', tlv(0x30, loosened(forge(), 1)), 'x509.der.tag'],
    ['of a primitive', bytes(0x04, 0x80, 0, 0), 'x509.der.length'],
    ['of a long tag', bytes(0x3f, 0x80, 0, 0), 'x509.der.length'],
    [
      'too deep',
      concatBytes(...Array.from({ length: 40 }, () => bytes(0x30, 0x80))),
      'x509.der.depth',
    ],
    ['of a certificate', concatBytes(bytes(0x30, 0x80), own, bytes(0, 0)), 'x509.der.tag'],
  ])('refuses indefinite lengths %s', async (_, signature, code) => {
    expect(await outcome(signature)).toBe(`cms.parse failed ${code}`)
  })

  it('never holds with one octet changed in what is signed or the signature', async () => {
    const sound = forge({ certificates: [] })
    const message = sound.length
    await fc.assert(
      fc.asyncProperty(
        fc.nat(message - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const signature = sound.slice()
          signature[at] = Number(signature[at]) ^ change
          const report = await verify(signature)
          // The digest algorithms' parameters and the like are not signed; who signed and what is the same.
          if (report.verdict === 'valid') expect(report.signer).toEqual(own)
        },
      ),
      { numRuns: 300 },
    )
    const changed = content.slice()
    changed[0] = Number(changed[0]) ^ 1
    expect(await outcome(sound, { content: changed })).not.toBe('valid')
  })

  it('gives a report for whatever octets come', async () => {
    const mutated = fc
      .tuple(fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 4 }), fc.nat(4))
      .map(([changes, depth]) => {
        const signature = loosened(forge(), depth).slice()
        for (const [at, to] of changes) signature[at % signature.length] = to
        return signature
      })
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array(), mutated), async (signature) => {
        expect(['valid', 'invalid']).toContain((await verify(signature)).verdict)
      }),
      { numRuns: 300 },
    )
  })
})
