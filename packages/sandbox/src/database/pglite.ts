import { PGlite } from '@electric-sql/pglite'
import type { Database, Queryable } from './database.js'

/** PostgreSQL in this process: in a folder, or in memory. */
export async function openPglite(folder?: string): Promise<Database> {
  const pglite = await PGlite.create(folder === undefined ? 'memory://' : folder)
  const over = (inner: Pick<PGlite, 'query'>): Queryable => ({
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await inner.query<Row>(sql, [...values])).rows,
  })
  return {
    ...over(pglite),
    transaction: (run) => pglite.transaction((inner) => run(over(inner as never))),
    close: () => pglite.close(),
  }
}
