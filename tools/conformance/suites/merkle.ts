import { fromBase64 } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { verifyConsistency, verifyInclusion } from '@tiemchung/signing'
import { judge, type Suite } from '../suite.js'

interface Inclusion {
  readonly leafIdx: number
  readonly treeSize: number
  readonly root: string
  readonly leafHash: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}

interface Consistency {
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}

function isIncluded(one: Inclusion): boolean | Promise<boolean> {
  return verifyInclusion(
    {
      leaf: fromBase64(one.leafHash),
      index: one.leafIdx,
      size: one.treeSize,
      proof: (one.proof ?? []).map(fromBase64),
      root: fromBase64(one.root),
    },
    systemCrypto,
  )
}

function isConsistent(one: Consistency): boolean | Promise<boolean> {
  return verifyConsistency(
    {
      size1: one.size1,
      root1: fromBase64(one.root1),
      size2: one.size2,
      root2: fromBase64(one.root2),
      proof: (one.proof ?? []).map(fromBase64),
    },
    systemCrypto,
  )
}

/** RFC 9162 inclusion and consistency proofs, right and wrong; which of the two, the row itself shows. */
export const merkle: Suite = {
  name: 'merkle',
  folder: 'merkle',
  files: /\.jsonl?$/,
  *judge({ id, value }) {
    const one = value as Inclusion | Consistency
    if ('leafHash' in one) yield judge(id, !one.wantErr, () => isIncluded(one), 'inclusion')
    else yield judge(id, !one.wantErr, () => isConsistent(one), 'consistency')
  },
}
