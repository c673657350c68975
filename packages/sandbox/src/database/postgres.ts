import pg from 'pg'
import type { Database, Queryable } from './database.js'

/** A PostgreSQL server. Transactions are serializable and are run again when they collide. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  const over = (inner: Pick<pg.PoolClient, 'query'>): Queryable => ({
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await inner.query<Row & pg.QueryResultRow>(sql, [...values])).rows,
  })
  const attempt = async <Result>(run: (inside: Queryable) => Promise<Result>): Promise<Result> => {
    const client = await pool.connect()
    try {
      await client.query('begin isolation level serializable')
      const result = await run(over(client))
      await client.query('commit')
      return result
    } catch (caught) {
      await client.query('rollback')
      throw caught
    } finally {
      client.release()
    }
  }
  const collided = (caught: unknown) => {
    const { code } = caught as { code?: string }
    return code === '40001' || code === '40P01'
  }
  return {
    query: (sql, values) => over(pool as unknown as pg.PoolClient).query(sql, values),
    transaction: async (run) => {
      for (let left = 9; ; left -= 1) {
        try {
          return await attempt(run)
        } catch (caught) {
          if (left === 0 || !collided(caught)) throw caught
        }
      }
    },
    close: () => pool.end(),
  }
}
