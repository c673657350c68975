/** The audit log: what was written, by which account, on which thing. No person is in it, and it is only added to. */
import type { Queryable } from '../database/database.js'
import type { Action } from '../authorisation/table.js'

/** One write that was done. */
export interface AuditEntry {
  readonly at: string
  readonly action: Action
  /** Operation of the API. */
  readonly operation: string
  /** The account; undefined: somebody without a session. */
  readonly account: string | undefined
  /** Ids in the path, in its order; undefined: the operation names nothing. */
  readonly thing: string | undefined
  readonly status: number
  readonly requestId: string
}

/** Adds an entry, in the transaction of what it tells of. */
export async function addEntry(database: Queryable, entry: AuditEntry): Promise<void> {
  await database.query(
    `insert into audit (at, action, operation, account, thing, status, request_id)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      entry.at,
      entry.action,
      entry.operation,
      entry.account ?? null,
      entry.thing ?? null,
      entry.status,
      entry.requestId,
    ],
  )
}

/** An entry as it is kept. */
export interface AuditRow {
  readonly number: string | number
  readonly at: string | Date
  readonly action: string
  readonly operation: string
  readonly account: string | null
  readonly thing: string | null
  readonly status: number
  readonly request_id: string
}

/** What is looked for. */
export interface AuditQuestion {
  readonly account?: string | undefined
  readonly thing?: string | undefined
  readonly action?: string | undefined
  /** Number behind which the entries begin. */
  readonly behind: number
  readonly most: number
}

/** Entries in the order in which they were written. */
export function entriesOf(
  database: Queryable,
  { account, thing, action, behind, most }: AuditQuestion,
): Promise<readonly AuditRow[]> {
  return database.query<AuditRow>(
    `select number, at, action, operation, account, thing, status, request_id from audit
     where number > $1 and ($2::text is null or account = $2)
       and ($3::text is null or thing = $3 or thing like $3 || '/%')
       and ($4::text is null or action = $4)
     order by number limit $5`,
    [behind, account ?? null, thing ?? null, action ?? null, most],
  )
}
