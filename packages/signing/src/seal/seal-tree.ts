/** The tree of a seal, its nodes written as proofs carry them. */
import { toHex, type Uuid } from '@tiemchung/core'
import { type CryptoProvider, isPending } from '@tiemchung/core/crypto'
import type { SealProof } from './day-seal.js'
import { leafHashOf, merkleTree, siblingsOf } from './merkle.js'

/** Rows of hashes in lower-case hex, leaves first, root last. */
export type SealTree = readonly (readonly string[])[]

/**
 * The tree over records' hashes. A leaf is over the hash that amendments and minutes name a record by, so
 * that it can be shown without the record.
 */
export async function sealTree(
  hashes: readonly Uint8Array[],
  crypto: CryptoProvider,
): Promise<SealTree> {
  const leaves: Uint8Array[] = []
  for (const hash of hashes) {
    const leaf = leafHashOf(hash, crypto)
    leaves.push(isPending(leaf) ? await leaf : leaf)
  }
  const { rows } = await merkleTree(leaves, crypto)
  return rows.map((row) => row.map(toHex))
}

/** The root of a tree that has leaves. */
export function rootOf(tree: SealTree): string {
  return tree.at(-1)?.[0] ?? ''
}

/** The proof of each record, in the order of the leaves. */
export function proofsOf(
  tree: SealTree,
  recordIds: readonly Uuid[],
  seal: string,
): readonly SealProof[] {
  return recordIds.map((recordId, index) => ({
    format: 'seal-proof/1',
    seal,
    recordId,
    index,
    hashes: siblingsOf(tree, index),
  }))
}
