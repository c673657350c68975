/** Merkle trees as RFC 9162 section 2.1 hashes them: 0x00 before leaves, 0x01 before nodes. */
import { concatBytes, equalBytes } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'

const leafMark = Uint8Array.of(0)
const nodeMark = Uint8Array.of(1)

/** The hash of a leaf. */
export async function leafHash(data: Uint8Array, crypto: CryptoProvider): Promise<Uint8Array> {
  return crypto.digest('SHA-256', concatBytes(leafMark, data))
}

/** The hash of a node. */
export async function nodeHash(
  left: Uint8Array,
  right: Uint8Array,
  crypto: CryptoProvider,
): Promise<Uint8Array> {
  return crypto.digest('SHA-256', concatBytes(nodeMark, left, right))
}

/** The largest power of two below a count of two or more. */
const split = (count: number): number => 2 ** (31 - Math.clz32(count - 1))

/** The root over leaf hashes; the hash of nothing for none (RFC 9162 section 2.1.1). */
export async function merkleRoot(
  leaves: readonly Uint8Array[],
  crypto: CryptoProvider,
): Promise<Uint8Array> {
  const [only] = leaves
  if (only === undefined) return crypto.digest('SHA-256', new Uint8Array())
  if (leaves.length === 1) return only
  const middle = split(leaves.length)
  return nodeHash(
    await merkleRoot(leaves.slice(0, middle), crypto),
    await merkleRoot(leaves.slice(middle), crypto),
    crypto,
  )
}

/** Root and inclusion proofs of all leaves at once (RFC 9162 section 2.1.3.1), nearest hash first. */
export async function merkleProofs(
  leaves: readonly Uint8Array[],
  crypto: CryptoProvider,
): Promise<{ readonly root: Uint8Array; readonly proofs: readonly (readonly Uint8Array[])[] }> {
  if (leaves.length <= 1) {
    return { root: await merkleRoot(leaves, crypto), proofs: leaves.map(() => []) }
  }
  const middle = split(leaves.length)
  const left = await merkleProofs(leaves.slice(0, middle), crypto)
  const right = await merkleProofs(leaves.slice(middle), crypto)
  return {
    root: await nodeHash(left.root, right.root, crypto),
    proofs: [
      ...left.proofs.map((proof) => [...proof, right.root]),
      ...right.proofs.map((proof) => [...proof, left.root]),
    ],
  }
}

/** Whether a leaf is at an index of the tree with this root (RFC 9162 section 2.1.3.2). */
export async function verifyInclusion(
  input: {
    readonly leaf: Uint8Array
    readonly index: number
    readonly size: number
    readonly proof: readonly Uint8Array[]
    readonly root: Uint8Array
  },
  crypto: CryptoProvider,
): Promise<boolean> {
  const { index, size, proof, root } = input
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return false
  if (index < 0 || index >= size || proof.length > 53) return false
  if (input.leaf.length !== 32 || root.length !== 32) return false
  let node = index
  let last = size - 1
  let hash = input.leaf
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== 32) return false
    if (node % 2 === 1 || node === last) {
      hash = await nodeHash(sibling, hash, crypto)
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2)
        last = Math.floor(last / 2)
      }
    } else {
      hash = await nodeHash(hash, sibling, crypto)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && equalBytes(hash, root)
}
