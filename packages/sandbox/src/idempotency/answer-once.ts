import type { JsonValue } from '@tiemchung/core'
import { type Database, one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'

/** An answer as it is kept and given again. */
export interface KeptAnswer {
  readonly status: number
  readonly body: JsonValue
}

/** What tells one operation from another. */
export interface Operation {
  /** Account, or the kind of caller without one. */
  readonly caller: string
  /** The `Idempotency-Key`; without one nothing is kept. */
  readonly key: string | undefined
  /** Hash over method, path and body. */
  readonly requestHash: string
}

/**
 * Does something once: the effect and its answer are written in one transaction, and the same operation
 * sent again gets the same answer without the effect.
 *
 * @throws Problem `idempotency.key-reused` when the key came with another request before
 */
export function answerOnce(
  database: Database,
  operation: Operation,
  effect: (inside: Queryable) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  return database.transaction(async (inside) => {
    const { caller, key, requestHash } = operation
    if (key === undefined) return effect(inside)
    const kept = await one<{ request_hash: string; status: number; body: JsonValue }>(
      inside,
      'select request_hash, status, body from answered where account = $1 and key = $2',
      [caller, key],
    )
    if (kept !== undefined) {
      if (kept.request_hash !== requestHash) throw new Problem(422, 'idempotency.key-reused')
      return { status: kept.status, body: kept.body }
    }
    const answer = await effect(inside)
    await inside.query(
      `insert into answered (account, key, request_hash, status, body)
       values ($1, $2, $3, $4, $5::jsonb)`,
      [caller, key, requestHash, answer.status, JSON.stringify(answer.body)],
    )
    return answer
  })
}
