import { fromBase64 } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { verifyConsistency, verifyInclusion } from '@tiemchung/signing'
import { judge, readLines, type Suite } from '../suite.js'

interface Inclusion {
  readonly id: string
  readonly leafIdx: number
  readonly treeSize: number
  readonly root: string
  readonly leafHash: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}

interface Consistency {
  readonly id: string
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}

/** RFC 9162 inclusion and consistency proofs, right and wrong. */
export const merkle: Suite = {
  name: 'merkle',
  folder: 'merkle',
  async *run(folder) {
    for (const one of readLines<Inclusion>(folder, 'inclusion.jsonl')) {
      yield judge(
        one.id,
        !one.wantErr,
        () =>
          verifyInclusion(
            {
              leaf: fromBase64(one.leafHash),
              index: one.leafIdx,
              size: one.treeSize,
              proof: (one.proof ?? []).map(fromBase64),
              root: fromBase64(one.root),
            },
            systemCrypto,
          ),
        'inclusion',
      )
    }
    for (const one of readLines<Consistency>(folder, 'consistency.jsonl')) {
      yield judge(
        one.id,
        !one.wantErr,
        () =>
          verifyConsistency(
            {
              size1: one.size1,
              root1: fromBase64(one.root1),
              size2: one.size2,
              root2: fromBase64(one.root2),
              proof: (one.proof ?? []).map(fromBase64),
            },
            systemCrypto,
          ),
        'consistency',
      )
    }
  },
}
