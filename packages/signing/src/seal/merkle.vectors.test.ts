/** Proofs that others made, right and wrong: the transparency-dev set for RFC 6962 and RFC 9162. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromBase64 } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { describe, expect, test } from 'vitest'
import { verifyConsistency, verifyInclusion } from './merkle.js'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = process.env['TIEMCHUNG_VECTORS'] ?? join(here, '../../../../../shared/vectors')
const present = existsSync(join(folder, 'merkle'))
const title = present ? 'the vectors of others' : `skipped: no merkle vectors in ${folder}`

interface Row {
  readonly id: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}

interface Inclusion extends Row {
  readonly leafIdx: number
  readonly treeSize: number
  readonly root: string
  readonly leafHash: string
}

interface Consistency extends Row {
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
}

async function judged<Case extends Row>(
  file: string,
  verify: (row: Case, proof: readonly Uint8Array[]) => Promise<boolean>,
) {
  const lines = readFileSync(join(folder, 'merkle', file), 'utf8')
    .trim()
    .split('\n')
  const rows = lines.map((line) => JSON.parse(line) as Case)
  const wrong: string[] = []
  for (const row of rows) {
    const holds = await verify(row, (row.proof ?? []).map(fromBase64))
    if (holds === row.wantErr) wrong.push(row.id)
  }
  return { cases: rows.length, good: rows.filter(({ wantErr }) => !wantErr).length, wrong }
}

describe.skipIf(!present)(title, () => {
  test('inclusion proofs are all judged as they should be', async () => {
    const tally = await judged<Inclusion>('inclusion.jsonl', (row, proof) => {
      const [leaf, root] = [fromBase64(row.leafHash), fromBase64(row.root)]
      const given = { leaf, index: row.leafIdx, size: row.treeSize, proof, root }
      return verifyInclusion(given, systemCrypto)
    })
    expect(tally.wrong).toEqual([])
    expect(tally.good).toBeGreaterThan(0)
    expect(tally.cases).toBeGreaterThan(tally.good)
  })

  test('consistency proofs are all judged as they should be', async () => {
    const tally = await judged<Consistency>('consistency.jsonl', (row, proof) => {
      const [root1, root2] = [fromBase64(row.root1), fromBase64(row.root2)]
      const given = { size1: row.size1, root1, size2: row.size2, root2, proof }
      return verifyConsistency(given, systemCrypto)
    })
    expect(tally.wrong).toEqual([])
    expect(tally.good).toBeGreaterThan(0)
    expect(tally.cases).toBeGreaterThan(tally.good)
  })
})
