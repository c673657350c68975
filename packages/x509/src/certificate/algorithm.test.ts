import { describe, expect, test } from 'vitest'
import { inside, onlyElement } from '../der/cursor.js'
import { readAlgorithmIdentifier, schemeOfAlgorithm } from './algorithm.js'
import { integer, oid, sequence, tlv } from './forge.fixture.js'

const nothing = tlv(0x05)
const sha256 = '2.16.840.1.101.3.4.2.1'
const sha384 = '2.16.840.1.101.3.4.2.2'
const pss = (hash: string, maskHash: string, salt: number, parameters = nothing) =>
  sequence(
    oid('1.2.840.113549.1.1.10'),
    sequence(
      tlv(0xa0, sequence(oid(hash), parameters)),
      tlv(0xa1, sequence(oid('1.2.840.113549.1.1.8'), sequence(oid(maskHash), nothing))),
      tlv(0xa2, integer(salt)),
    ),
  )
const scheme = (der: Uint8Array) =>
  schemeOfAlgorithm(readAlgorithmIdentifier(onlyElement(der, 0x30, 999)))

describe('schemeOfAlgorithm', () => {
  test.each([
    ['ECDSA', sequence(oid('1.2.840.10045.4.3.3')), { name: 'ECDSA', hash: 'SHA-384' }],
    [
      'RSA with NULL',
      sequence(oid('1.2.840.113549.1.1.11'), nothing),
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    ],
    [
      'RSA without NULL',
      sequence(oid('1.2.840.113549.1.1.13')),
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
    ],
    ['PSS', pss(sha256, sha256, 32), { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 }],
    ['Ed25519', sequence(oid('1.3.101.112')), { name: 'Ed25519' }],
    ['ECDSA with parameters', sequence(oid('1.2.840.10045.4.3.2'), nothing), undefined],
    ['Ed25519 with parameters', sequence(oid('1.3.101.112'), nothing), undefined],
    ['RSA with other parameters', sequence(oid('1.2.840.113549.1.1.11'), integer(1)), undefined],
    [
      'RSA with SHA-1',
      sequence(oid('1.2.840.113549.1.1.5'), nothing),
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' },
    ],
    ['RSA with MD5', sequence(oid('1.2.840.113549.1.1.4'), nothing), undefined],
    ['ECDSA with SHA-1', sequence(oid('1.2.840.10045.4.1')), { name: 'ECDSA', hash: 'SHA-1' }],
    ['ECDSA with SHA-1 and parameters', sequence(oid('1.2.840.10045.4.1'), nothing), undefined],
    [
      'PSS by its defaults, which are SHA-1',
      sequence(oid('1.2.840.113549.1.1.10'), sequence()),
      undefined,
    ],
    ['PSS without parameters', sequence(oid('1.2.840.113549.1.1.10')), undefined],
    ['PSS with two hashes', pss(sha256, sha384, 32), undefined],
    ['PSS with a hash that has parameters', pss(sha256, sha256, 32, integer(1)), undefined],
    ['PSS with a short salt', pss(sha256, sha256, 20), undefined],
    ['PSS with a hash that is not allowed', pss('1.3.14.3.2.26', '1.3.14.3.2.26', 20), undefined],
  ])('%s', (_, der, expected) => {
    expect(scheme(der)).toEqual(expected)
  })
})

test('an algorithm with two parameters is refused', () => {
  const der = sequence(oid('1.2.3'), nothing, nothing)
  const cursor = inside(onlyElement(sequence(der), 0x30, 99))
  expect(() => readAlgorithmIdentifier(cursor.any())).toThrow()
})
