import { fromBase64 } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { verifyInclusion } from '@tiemchung/signing'
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

/** RFC 9162 inclusion proofs, right and wrong. */
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
  },
}
