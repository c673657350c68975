import type { JsonValue } from '@tiemchung/core'
import { type Database, one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'

/** An answer as it is kept and given again. */
export interface KeptAnswer {
  readonly status: number
  readonly body: JsonValue
}

/** How a body is kept that only whoever sends the same request under the same key may read again. */
export interface Seal {
  close(body: JsonValue): string
  open(sealed: string): JsonValue
}

/** What tells one operation from another. */
export interface Operation {
  /** Account, or the kind of caller without one. */
  readonly caller: string
  /** The `Idempotency-Key`; without one nothing is kept. */
  readonly key: string | undefined
  /** The hash of the key: what is kept of the key of an answer that holds secrets. */
  readonly keyHash: string
  /** Hash over method, path and body. */
  readonly requestHash: string
  /** For an answer that holds secrets. */
  readonly seal?: Seal
}

interface Row {
  readonly request_hash: string
  readonly status: number
  readonly body: JsonValue
}

/** An answer that was kept, for the operation that it was given to. */
function again({ requestHash, seal }: Operation, kept: Row): KeptAnswer {
  if (kept.request_hash !== requestHash) throw new Problem(422, 'idempotency.key-reused')
  const { status, body } = kept
  return { status, body: seal === undefined ? body : seal.open(body as string) }
}

/**
 * Does something once: the effect and its answer are written in one transaction, and the same operation
 * sent again gets the same answer without the effect. An answer that holds secrets is kept sealed, and of its key the
 * hash alone: who reads the database learns neither.
 *
 * @throws Problem `idempotency.key-reused` when the key came with another request before
 */
export function answerOnce(
  database: Database,
  operation: Operation,
  effect: (inside: Queryable) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  return database.transaction(async (inside) => {
    const { caller, key, keyHash, requestHash, seal } = operation
    if (key === undefined) return effect(inside)
    const kept = await one<Row>(
      inside,
      'select request_hash, status, body from answered where account = $1 and key in ($2, $3)',
      [caller, key, keyHash],
    )
    if (kept !== undefined) return again(operation, kept)
    const answer = await effect(inside)
    const body = seal === undefined ? answer.body : seal.close(answer.body)
    await inside.query(
      `insert into answered (account, key, request_hash, status, body)
       values ($1, $2, $3, $4, $5::jsonb)`,
      [
        caller,
        seal === undefined ? key : keyHash,
        requestHash,
        answer.status,
        JSON.stringify(body),
      ],
    )
    return answer
  })
}
