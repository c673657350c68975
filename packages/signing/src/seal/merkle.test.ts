import { concatBytes, toHex, utf8 } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../test-chain.fixture.js'
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  merkleRoot,
  merkleTree,
  verifyConsistency,
  verifyInclusion,
} from './merkle.js'

const sha256 = (...parts: Uint8Array[]) => systemCrypto.digest('SHA-256', concatBytes(...parts))
const leavesOf = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) => leafHash(utf8(`record ${index}`), systemCrypto)),
  )

/** MTH of RFC 9162 section 2.1.1, word for word. */
async function definition(leaves: readonly Uint8Array[]): Promise<Uint8Array> {
  const [only] = leaves
  if (only === undefined) return sha256()
  if (leaves.length === 1) return only
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)]
  return sha256(Uint8Array.of(1), await definition(left), await definition(right))
}

const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 17, 33]

describe('merkleTree', () => {
  test.each([0, ...sizes])('of %i leaves has the root that the RFC defines', async (count) => {
    const leaves = await leavesOf(count)
    const tree = await merkleTree(leaves, systemCrypto)
    expect(await merkleRoot(tree, systemCrypto)).toEqual(await definition(leaves))
  })

  test('a leaf is hashed with its mark, so that no node passes for one', async () => {
    expect(await leafHash(utf8('x'), systemCrypto)).toEqual(
      await sha256(Uint8Array.of(0), utf8('x')),
    )
  })
})

describe('inclusionProof', () => {
  test.each(sizes)('every leaf of %i proves itself at its place and nowhere else', async (size) => {
    const leaves = await leavesOf(size)
    const tree = await merkleTree(leaves, systemCrypto)
    const root = await merkleRoot(tree, systemCrypto)
    for (const [index, leaf] of leaves.entries()) {
      const proof = inclusionProof(tree, index)
      for (let place = 0; place < size; place += 1) {
        const given = { leaf, index: place, size, proof, root }
        expect(await verifyInclusion(given, systemCrypto)).toBe(place === index)
      }
    }
  })

  test('is not given for a leaf that is not there', async () => {
    const tree = await merkleTree(await leavesOf(3), systemCrypto)
    for (const index of [-1, 3, 0.5, Number.NaN]) {
      expect(await codeOf(Promise.resolve().then(() => inclusionProof(tree, index)))).toBe(
        'signing.merkle.size',
      )
    }
  })
})

describe('verifyInclusion', () => {
  test('a wrong root, size, place, leaf or hash proves nothing', async () => {
    const leaves = await leavesOf(6)
    const tree = await merkleTree(leaves, systemCrypto)
    const root = await merkleRoot(tree, systemCrypto)
    const proof = inclusionProof(tree, 2)
    const base = { leaf: leaves[2] ?? root, index: 2, size: 6, proof, root }
    const verify = (change: object) => verifyInclusion({ ...base, ...change }, systemCrypto)
    expect(await verify({})).toBe(true)
    for (const change of [
      { root: new Uint8Array(32) },
      { root: root.slice(1) },
      { size: 2 },
      { size: 9 },
      { size: Number.POSITIVE_INFINITY },
      { index: -1 },
      { index: 2.5 },
      { index: 6 },
      { leaf: leaves[3] },
      { proof: proof.slice(1) },
      { proof: [...proof, root] },
      { proof: [...proof].reverse() },
      { proof: [...proof.slice(0, 2), concatBytes(proof[2] ?? root, Uint8Array.of(0))] },
      { leaf: new Uint8Array(0), root: new Uint8Array(0) },
    ]) {
      expect(await verify(change)).toBe(false)
    }
  })
})

describe('consistencyProof', () => {
  test.each(sizes)('every beginning of %i leaves is proven, and no other', async (size2) => {
    const leaves = await leavesOf(size2)
    const tree = await merkleTree(leaves, systemCrypto)
    const root2 = await merkleRoot(tree, systemCrypto)
    for (let size1 = 1; size1 <= size2; size1 += 1) {
      const root1 = await definition(leaves.slice(0, size1))
      const proof = consistencyProof(tree, size1)
      const given = { size1, root1, size2, root2, proof }
      expect(await verifyConsistency(given, systemCrypto)).toBe(true)
      const wrong = { ...given, root1: await sha256(root1) }
      expect(await verifyConsistency(wrong, systemCrypto)).toBe(false)
      const other = { ...given, root2: await sha256(root2) }
      expect(await verifyConsistency(other, systemCrypto)).toBe(false)
    }
  })

  test('has the hashes of the example of RFC 9162 section 2.1.5', async () => {
    const tree = await merkleTree(await leavesOf(7), systemCrypto)
    const hash = (level: number, index: number) => toHex(tree.rows[level]?.[index] ?? utf8(''))
    const shown = (size: number) => consistencyProof(tree, size).map(toHex)
    // c, d, g, l; then l alone; then i, j, k.
    expect(shown(3)).toEqual([hash(0, 2), hash(0, 3), hash(1, 0), hash(2, 1)])
    expect(shown(4)).toEqual([hash(2, 1)])
    expect(shown(6)).toEqual([hash(1, 2), hash(0, 6), hash(2, 0)])
  })

  test('is not given for no tree or a larger one', async () => {
    const tree = await merkleTree(await leavesOf(3), systemCrypto)
    for (const size of [0, 4, 1.5]) {
      expect(await codeOf(Promise.resolve().then(() => consistencyProof(tree, size)))).toBe(
        'signing.merkle.size',
      )
    }
  })
})
