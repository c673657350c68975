import { describe, expect, test } from 'vitest'
import {
  bytes,
  forgeCrl,
  nameOf,
  oid,
  sequence,
  type TestKey,
  testRsaKey,
  tlv,
} from '../certificate/forge.fixture.js'
import {
  type AlgorithmPolicy,
  legacyAlgorithms,
  modernAlgorithms,
} from '../signature/algorithm-policy.js'
import { issuing, issuingKey, leaf, open, root, rootKey, verify } from './chain.fixture.js'
import { issuerCache } from './issuer-cache.js'
import type { PathQuery } from './verify-path.js'

const algorithm = (type: string, parameters = bytes()) => sequence(oid(type), parameters)
const sha1WithRsa = algorithm('1.2.840.113549.1.1.5', tlv(0x05))
const bySha1 = { innerAlgorithm: algorithm('1.2.840.10045.4.1'), hash: 'sha1' }

const rsa1024 = testRsaKey(1024)
const rsa1016 = testRsaKey(1016)

/** A leaf that an RSA key signed over SHA-1, as archives hold them. */
function archived(signer: TestKey): Partial<PathQuery> {
  return {
    leaf: leaf({ innerAlgorithm: sha1WithRsa, hash: 'sha1' }, signer),
    intermediates: [issuing({ key: signer })],
  }
}

describe('algorithms', () => {
  test.each<[string, Partial<PathQuery>, readonly string[]]>([
    [
      'a short key that signed over SHA-1',
      archived(rsa1024),
      [
        'path.algorithm algorithm-not-allowed certificate[0]',
        'path.algorithm key-too-short certificate[1]',
        'path.signature algorithm-not-allowed certificate[0]',
      ],
    ],
    [
      'a signature of ECDSA over SHA-1',
      { leaf: leaf(bySha1) },
      [
        'path.algorithm algorithm-not-allowed certificate[0]',
        'path.signature algorithm-not-allowed certificate[0]',
      ],
    ],
    [
      'a leaf with a short key',
      { leaf: leaf({ key: rsa1024 }) },
      ['path.algorithm key-too-short certificate[0]'],
    ],
  ])('%s: refused unless the caller asks for it', async (_, query, refusals) => {
    const refused = await verify(query)
    expect([refused.verdict, refused.algorithms, open(refused)]).toEqual([
      'invalid',
      'modern',
      refusals,
    ])
    const asked = await verify({ ...query, algorithms: legacyAlgorithms })
    expect([asked.verdict, asked.algorithms, open(asked)]).toEqual(['valid', 'legacy', []])
  })

  test('what is modern is legacy as well', async () => {
    expect((await verify({ algorithms: legacyAlgorithms })).verdict).toBe('valid')
  })

  test.each<[string, Partial<PathQuery>, string]>([
    ['RSA below 1024 bits', archived(rsa1016), 'path.algorithm key-too-short certificate[1]'],
    [
      'MD5',
      { leaf: leaf({ innerAlgorithm: algorithm('1.2.840.113549.1.1.4', tlv(0x05)) }) },
      'path.algorithm algorithm-not-allowed certificate[0]',
    ],
    [
      'SHA-1 with parameters where there are none',
      { leaf: leaf({ ...bySha1, innerAlgorithm: algorithm('1.2.840.10045.4.1', tlv(0x05)) }) },
      'path.algorithm algorithm-not-allowed certificate[0]',
    ],
  ])('%s is never taken', async (_, query, refusal) => {
    const lowest: AlgorithmPolicy = { ...legacyAlgorithms, id: 'lowest', leastRsaBits: 0 }
    for (const algorithms of [legacyAlgorithms, lowest]) {
      expect(open(await verify({ ...query, algorithms }))).toContain(refusal)
    }
  })

  test('a length that is no number refuses every RSA key', async () => {
    const algorithms = { ...modernAlgorithms, leastRsaBits: Number.NaN }
    const query = { leaf: leaf({ key: testRsaKey(2048) }), algorithms }
    expect(open(await verify(query))).toEqual(['path.algorithm key-too-short certificate[0]'])
  })

  test('a caller may be stricter, and the report names it', async () => {
    const strict: AlgorithmPolicy = { id: 'strict', hashes: ['SHA-512'], leastRsaBits: 4096 }
    const found = await verify({ algorithms: strict })
    expect([found.verdict, found.algorithms]).toEqual(['invalid', 'strict'])
    expect(open(found)).toContain('path.algorithm algorithm-not-allowed certificate[0]')
  })

  test('names them of a leaf that cannot be read', async () => {
    const found = await verify({ leaf: bytes(0x30), algorithms: legacyAlgorithms })
    expect([found.verdict, found.algorithms]).toEqual(['invalid', 'legacy'])
  })

  test('lists are judged by the same', async () => {
    const list = forgeCrl({ issuer: nameOf('TEST issuing'), ...bySha1 }, issuingKey)
    const rootList = forgeCrl({ issuer: nameOf('TEST root') }, rootKey)
    const query = { revocation: { crls: [list, rootList] } }
    expect(open(await verify(query))).toEqual([
      'path.revocation crl-algorithm-not-allowed certificate[0]',
    ])
    expect((await verify({ ...query, algorithms: legacyAlgorithms })).verdict).toBe('valid')
  })

  test('a cache that learned under one policy says nothing under another', async () => {
    const cache = issuerCache()
    const anchors = [{ certificate: root() }]
    const query = { anchors, intermediates: [issuing(bySha1)], cache }
    expect((await verify({ ...query, algorithms: legacyAlgorithms })).verdict).toBe('valid')
    const again = await verify(query)
    expect(open(again)).toEqual([
      'path.algorithm algorithm-not-allowed certificate[1]',
      'path.signature algorithm-not-allowed certificate[1]',
    ])
    expect((await verify({ ...query, algorithms: legacyAlgorithms })).work.signatures).toBe(1)
  })
})
