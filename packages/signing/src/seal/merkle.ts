/** Merkle trees as RFC 9162 section 2.1 hashes them: 0x00 before leaves, 0x01 before nodes. */
import { equalBytes, InputError } from '@tiemchung/core'
import { type CryptoProvider, isPending, type MaybePromise } from '@tiemchung/core/crypto'
import { errorCatalogue } from '../errors.js'

const nodeMark = 1
const hashLength = 32

/** The hash of a leaf, at once where the host hashes at once: a day has thousands of them. */
export function leafHashOf(data: Uint8Array, crypto: CryptoProvider): MaybePromise<Uint8Array> {
  // The mark of a leaf is 0, which is there already.
  const marked = new Uint8Array(data.length + 1)
  marked.set(data, 1)
  return crypto.digest('SHA-256', marked)
}

/** The hash of a node, at once where the host hashes at once. */
export function nodeHashOf(
  left: Uint8Array,
  right: Uint8Array,
  crypto: CryptoProvider,
): MaybePromise<Uint8Array> {
  const marked = new Uint8Array(1 + left.length + right.length)
  marked[0] = nodeMark
  marked.set(left, 1)
  marked.set(right, 1 + left.length)
  return crypto.digest('SHA-256', marked)
}

/** The hash of a leaf's data (RFC 9162 section 2.1.1). */
export async function leafHash(data: Uint8Array, crypto: CryptoProvider): Promise<Uint8Array> {
  return leafHashOf(data, crypto)
}

/**
 * A tree as its rows of hashes, leaves first, root last. A node without a sibling is carried up as it
 * is, which gives the same root as splitting at the largest power of two.
 */
export interface MerkleTree {
  readonly rows: readonly (readonly Uint8Array[])[]
}

/** The tree over leaf hashes, each made by `leafHash`. */
export async function merkleTree(
  leaves: readonly Uint8Array[],
  crypto: CryptoProvider,
): Promise<MerkleTree> {
  const rows: (readonly Uint8Array[])[] = [leaves]
  let row = leaves
  while (row.length > 1) {
    const above: Uint8Array[] = []
    for (let index = 0; index < row.length; index += 2) {
      const left = row[index] ?? new Uint8Array()
      const right = row[index + 1]
      const node = right === undefined ? left : nodeHashOf(left, right, crypto)
      above.push(isPending(node) ? await node : node)
    }
    rows.push(above)
    row = above
  }
  return { rows }
}

/** The root of a tree; for no leaves the hash of nothing. */
export async function merkleRoot(tree: MerkleTree, crypto: CryptoProvider): Promise<Uint8Array> {
  return tree.rows.at(-1)?.[0] ?? crypto.digest('SHA-256', new Uint8Array())
}

/** The nodes beside a leaf's way up, nearest first. */
export function siblingsOf<Node>(rows: readonly (readonly Node[])[], index: number): Node[] {
  const proof: Node[] = []
  let node = index
  for (const row of rows) {
    const sibling = row[node % 2 === 0 ? node + 1 : node - 1]
    if (sibling !== undefined) proof.push(sibling)
    node = Math.floor(node / 2)
  }
  return proof
}

/**
 * The proof that a leaf is in the tree, nearest hash first (RFC 9162 section 2.1.3.1).
 *
 * @throws InputError `signing.merkle.size` when there is no such leaf
 */
export function inclusionProof({ rows }: MerkleTree, index: number): readonly Uint8Array[] {
  if (rows[0]?.[index] === undefined) throw new InputError(errorCatalogue, 'signing.merkle.size')
  return siblingsOf(rows, index)
}

/**
 * The proof that the tree's first `size` leaves are an earlier tree, as SUBPROOF of RFC 9162 section
 * 2.1.4.1 gives it. Empty when the earlier tree is the whole.
 *
 * @throws InputError `signing.merkle.size` when `size` is not between 1 and the number of leaves
 */
export function consistencyProof({ rows }: MerkleTree, size: number): readonly Uint8Array[] {
  const whole = rows[0]?.length ?? 0
  if (!Number.isInteger(size) || size < 1 || size > whole) {
    throw new InputError(errorCatalogue, 'signing.merkle.size')
  }
  const proof: Uint8Array[] = []
  const add = (level: number, index: number) => {
    const hash = rows[level]?.[index]
    if (hash !== undefined) proof.unshift(hash)
  }
  let level = rows.length - 1
  let index = 0
  // From the root down to the node whose last leaf is the earlier tree's last: the other halves are the proof.
  while (Math.min((index + 1) * 2 ** level, whole) !== size) {
    const middle = (index * 2 + 1) * 2 ** (level - 1)
    const left = size <= middle
    level -= 1
    if (rows[level]?.[index * 2 + 1] !== undefined) add(level, index * 2 + (left ? 1 : 0))
    index = index * 2 + (left ? 0 : 1)
  }
  if (index !== 0) add(level, index)
  return proof
}

/** A leaf and where it is said to be. */
export interface Inclusion {
  /** The leaf's hash. */
  readonly leaf: Uint8Array
  readonly index: number
  readonly size: number
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
const areHashes = (proof: readonly Uint8Array[]): boolean =>
  proof.every(({ length }) => length === hashLength)

/** Walks up a proof: whether each hash stands left of the path, and `undefined` where the tree ends. */
function climb(
  node: number,
  last: number,
  steps: number,
): readonly ('left' | 'right')[] | undefined {
  const sides: ('left' | 'right')[] = []
  let [at, end] = [node, last]
  const up = () => {
    at = Math.floor(at / 2)
    end = Math.floor(end / 2)
  }
  for (let step = 0; step < steps; step += 1) {
    if (end === 0) return undefined
    const left = at % 2 === 1 || at === end
    sides.push(left ? 'left' : 'right')
    while (left && at % 2 === 0 && at !== 0) up()
    up()
  }
  return end === 0 ? sides : undefined
}

/** Whether a leaf is at an index of the tree with this root (RFC 9162 section 2.1.3.2). */
export async function verifyInclusion(
  { leaf, index, size, proof, root }: Inclusion,
  crypto: CryptoProvider,
): Promise<boolean> {
  if (!isCount(index) || !isCount(size) || index >= size) return false
  if (!areHashes([leaf, ...proof])) return false
  const sides = climb(index, size - 1, proof.length)
  if (sides === undefined) return false
  let hash = leaf
  for (const [step, sibling] of proof.entries()) {
    hash =
      sides[step] === 'left'
        ? await nodeHashOf(sibling, hash, crypto)
        : await nodeHashOf(hash, sibling, crypto)
  }
  return equalBytes(hash, root)
}

/** Two states of a tree that only grows. */
export interface Consistency {
  readonly size1: number
  readonly root1: Uint8Array
  readonly size2: number
  readonly root2: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/**
 * Whether the tree of `size1` leaves is the beginning of the tree of `size2` (RFC 9162 section 2.1.4.2).
 * An empty tree is the beginning of every tree and proves nothing: false.
 */
export async function verifyConsistency(
  { size1, root1, size2, root2, proof }: Consistency,
  crypto: CryptoProvider,
): Promise<boolean> {
  if (!isCount(size1) || !isCount(size2) || size1 === 0 || size1 > size2) return false
  if (size1 === size2) return proof.length === 0 && equalBytes(root1, root2)
  if (proof.length === 0 || !areHashes(proof)) return false
  let [node, last] = [size1 - 1, size2 - 1]
  while (node % 2 === 1) {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  // A first tree that fills its node completely is itself where the proof starts.
  const [start = root1, ...rest] = node === 0 ? [root1, ...proof] : proof
  const sides = climb(node, last, rest.length)
  if (sides === undefined) return false
  let [earlier, later] = [start, start]
  for (const [step, sibling] of rest.entries()) {
    if (sides[step] === 'left') earlier = await nodeHashOf(sibling, earlier, crypto)
    later =
      sides[step] === 'left'
        ? await nodeHashOf(sibling, later, crypto)
        : await nodeHashOf(later, sibling, crypto)
  }
  return equalBytes(earlier, root1) && equalBytes(later, root2)
}
