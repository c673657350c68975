import { expect, test } from 'vitest'
import { onlyElement } from '../der/cursor.js'
import { readAlgorithmIdentifier } from './algorithm.js'
import { digestOf, digestOids, strongDigestOf } from './digest-algorithm.js'
import { bytes, integer, oid, sequence, tlv } from './forge.fixture.js'

const named = (hash: keyof typeof digestOids, parameters = bytes()) =>
  readAlgorithmIdentifier(onlyElement(sequence(oid(digestOids[hash]), parameters), 0x30, 99))

test.each([
  ['parameters absent', named('SHA-256'), 'SHA-256'],
  ['parameters of NULL', named('SHA-512', tlv(0x05)), 'SHA-512'],
  ['other parameters', named('SHA-256', integer(1)), undefined],
])('a digest with %s', (_, algorithm, hash) => {
  expect(digestOf(algorithm)).toBe(hash)
})

test('SHA-1 is a digest, and none that stands for what was hashed', () => {
  expect([digestOf(named('SHA-1')), strongDigestOf(named('SHA-1'))]).toEqual(['SHA-1', undefined])
})
