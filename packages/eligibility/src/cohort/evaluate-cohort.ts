import type { CivilDate, Items } from '@tiemchung/core'
import type { Subject } from '../subject/subject.js'
import type { CohortAnswers, CohortColumns } from './columns.js'
import { columnsOf } from './columns-of.js'
import type { CohortPlan } from './compile.js'
import { evaluateColumns } from './evaluate-columns.js'

/** Some children of a cohort, and the answers about them. */
export interface CohortChunk {
  readonly columns: CohortColumns
  readonly answers: CohortAnswers
}

/** How a list is cut. */
export interface ChunkOptions {
  /** Children in a chunk. Default 65,536. */
  readonly size?: number
}

/**
 * People as columns, so many at a time and in their order; no more than one chunk is held.
 *
 * @throws ParseError `eligibility.subject` with the path of a date that is none
 */
export async function* chunksOf(
  plan: CohortPlan,
  subjects: Items<Subject>,
  { size = 65_536 }: ChunkOptions = {},
): AsyncGenerator<CohortColumns, void, undefined> {
  let chunk: Subject[] = []
  for await (const subject of subjects) {
    chunk.push(subject)
    if (chunk.length < size) continue
    yield columnsOf(plan, chunk)
    chunk = []
  }
  if (chunk.length > 0) yield columnsOf(plan, chunk)
}

/**
 * The answers about a cohort of any length, chunk by chunk as they are asked for.
 *
 * @throws InputError `eligibility.columns` when a chunk that cannot be used is reached
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { type CohortColumns, type CohortPlan, CohortTally, evaluateCohort } from '@tiemchung/eligibility/cohort'
 * async function blocked(plan: CohortPlan, chunks: AsyncIterable<CohortColumns>) {
 *   const tally = new CohortTally(plan, { from: parseCivilDate('2022-07-15'), days: 365 })
 *   for await (const { answers } of evaluateCohort(plan, chunks, parseCivilDate('2022-07-15'))) tally.add(answers)
 *   return tally.blockedBy()
 * }
 * ```
 */
export async function* evaluateCohort(
  plan: CohortPlan,
  chunks: Items<CohortColumns>,
  on: CivilDate,
): AsyncGenerator<CohortChunk, void, undefined> {
  for await (const columns of chunks) yield { columns, answers: evaluateColumns(plan, columns, on) }
}
