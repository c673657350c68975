/** Rows of the platform's own database, in its folder or on its server, read by nobody's code but the database's. */
import { createHash } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { Where } from './server.js'

/** An item as it lies in the database, as far as it is looked at. */
export interface KeptItem {
  readonly id: string
  readonly reference: string
  readonly phone: string
  readonly state: string
  readonly revision: number
  readonly item: {
    readonly state: string
    readonly revision: number
    readonly receivedAt?: string
    readonly evidence: readonly {
      readonly id: string
      readonly sha256: string
      readonly bytes: number
    }[]
    readonly decision?: { readonly outcome: string }
    readonly events: readonly {
      readonly at: string
      readonly action: string
      readonly officer?: string
      readonly decision?: { readonly outcome: string }
    }[]
  }
}

/** What is looked at, table by table. */
export interface Rows {
  readonly items: readonly KeptItem[]
  readonly files: readonly { id: string; feedback: string; sha256: string; bytes: number }[]
  readonly messages: readonly {
    phone: string
    account: string | null
    purpose: string
    about: string | null
  }[]
  readonly audit: readonly {
    operation: string
    thing: string | null
    status: number
    account: string | null
  }[]
  readonly changes: readonly { id: string; revision: number }[]
  readonly unfinished: number
}

type Query = (sql: string) => Promise<readonly object[]>

async function opened(where: Where): Promise<{ query: Query; close: () => Promise<void> }> {
  if ('folder' in where) {
    const pglite = await PGlite.create(where.folder)
    return {
      query: async (sql) => (await pglite.query<object>(sql)).rows,
      close: () => pglite.close(),
    }
  }
  const client = new pg.Client({ connectionString: where.url })
  await client.connect()
  return {
    query: async (sql) => (await client.query<object>(sql)).rows,
    close: () => client.end(),
  }
}

/** Reads everything that is recounted. */
export async function readRows(where: Where): Promise<Rows> {
  const { query, close } = await opened(where)
  try {
    const files = (await query('select id, feedback, bytes from evidence')) as readonly {
      id: string
      feedback: string
      bytes: Uint8Array
    }[]
    return {
      items: (await query(
        'select id, reference, phone, state, revision, item from feedback',
      )) as Rows['items'],
      files: files.map(({ bytes, ...file }) => ({
        ...file,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
      })),
      messages: (await query(
        'select phone, account, purpose, about from sent_message',
      )) as Rows['messages'],
      audit: (await query('select operation, thing, status, account from audit')) as Rows['audit'],
      changes: (await query(
        `select body->'data'->>'id' as id, (body->'data'->>'revision')::int as revision
         from feedback_notification`,
      )) as Rows['changes'],
      unfinished: (await query('select id from upload union all select upload from upload_piece'))
        .length,
    }
  } finally {
    await close()
  }
}
