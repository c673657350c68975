import { PGlite } from '@electric-sql/pglite'
import type { Database, Queryable } from './database.js'
import { lockFolder } from './folder-lock.js'

function over(inner: Pick<PGlite, 'query'>): Queryable {
  return {
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await inner.query<Row>(sql, [...values])).rows,
  }
}

function databaseOver(pglite: PGlite, unlock: () => Promise<void>): Database {
  return {
    ...over(pglite),
    transaction: (run) => pglite.transaction((inner) => run(over(inner as never))),
    // No other process has it: it is in memory, or its folder is locked.
    alone: (run) => run(),
    close: async () => {
      await pglite.close()
      await unlock()
    },
  }
}

/** PostgreSQL in this process, in memory. */
export async function openInMemory(): Promise<Database> {
  return databaseOver(await PGlite.create('memory://'), () => Promise.resolve())
}

/**
 * PostgreSQL in this process, in a folder.
 *
 * @throws DatabaseError `sandbox.database.in-use` when another sandbox has the folder
 */
export async function openInFolder(folder: string): Promise<Database> {
  const unlock = await lockFolder(folder)
  try {
    return databaseOver(await PGlite.create(folder), unlock)
  } catch (caught) {
    await unlock()
    throw caught
  }
}
