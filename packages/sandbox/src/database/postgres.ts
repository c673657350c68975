import pg from 'pg'
import { type Database, DatabaseError, type Queryable, sqlStateOf } from './database.js'

/** Runs of a transaction that keeps colliding with others, the first included. */
const mostRuns = 20
/** The number under which processes on one database wait for each other. */
const lockNumber = 1815
const limits = { max: 8, connectionTimeoutMillis: 10_000, query_timeout: 60_000 }

/**
 * SQLSTATE classes that speak of the server and not of the statement: connection, no such database, log-in,
 * resources, operator's intervention, system.
 */
const awayClasses: readonly string[] = ['08', '28', '3D', '53', '57', '58']

/** Serialization failure, deadlock, and a key that another transaction wrote a moment earlier. */
const collisions: readonly string[] = ['40001', '40P01', '23505']

/** What is not an error of a statement is an error of the way to the server. */
function away(caught: unknown): boolean {
  const state = sqlStateOf(caught)
  return state === undefined || awayClasses.includes(state.slice(0, 2))
}

async function reached<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (cause) {
    throw away(cause) ? new DatabaseError('sandbox.database.unreachable', { cause }) : cause
  }
}

function over(inner: Pick<pg.ClientBase, 'query'>): Queryable {
  return {
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await reached(inner.query<Row & pg.QueryResultRow>(sql, [...values]))).rows,
  }
}

/** Does something with a connection of its own, which is thrown away when it has broken. */
async function connected<Result>(
  pool: pg.Pool,
  work: (client: Queryable) => Promise<Result>,
): Promise<Result> {
  const client = await reached(pool.connect())
  let broken = false
  try {
    return await work(over(client))
  } catch (caught) {
    broken = caught instanceof DatabaseError
    throw caught
  } finally {
    client.release(broken)
  }
}

function attempt<Result>(
  pool: pg.Pool,
  run: (inside: Queryable) => Promise<Result>,
): Promise<Result> {
  return connected(pool, async (client) => {
    await client.query('begin isolation level serializable')
    try {
      const result = await run(client)
      await client.query('commit')
      return result
    } catch (caught) {
      if (!(caught instanceof DatabaseError)) await client.query('rollback')
      throw caught
    }
  })
}

/** Runs a transaction again while it collides with others. */
async function settled<Result>(
  pool: pg.Pool,
  sleep: (milliseconds: number) => Promise<void>,
  run: (inside: Queryable) => Promise<Result>,
): Promise<Result> {
  for (let runs = 1; ; runs += 1) {
    try {
      return await attempt(pool, run)
    } catch (caught) {
      const state = sqlStateOf(caught)
      if (state === undefined || !collisions.includes(state)) throw caught
      if (runs === mostRuns) {
        // A key that is still there after all runs is no collision: the statement itself is refused.
        if (state === '23505') throw caught
        throw new DatabaseError('sandbox.database.unreachable', { cause: caught })
      }
      await sleep(Math.min(2 ** runs, 64))
    }
  }
}

/** Runs works one after another, in the order in which they came. */
function turns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const own = last.then(work)
    last = own.catch(() => undefined)
    return own
  }
}

/**
 * A PostgreSQL server. Transactions are serializable; those of this process take turns, as they are short and would
 * mostly collide, and those that collide with another's are run again.
 *
 * @throws DatabaseError `sandbox.database.unreachable`, from every method, while the server is away
 */
export function openPostgres(
  url: string,
  sleep: (milliseconds: number) => Promise<void>,
): Database {
  const inTurn = turns()
  const pool = new pg.Pool({ connectionString: url, ...limits })
  // A connection that breaks tells its query; without a listener it would end the process as well.
  const ignore = () => undefined
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return {
    query: (sql, values) => connected(pool, (client) => client.query(sql, values)),
    transaction: (run) => inTurn(() => settled(pool, sleep, run)),
    alone: (run) =>
      connected(pool, async (client) => {
        await client.query('select pg_advisory_lock($1)', [lockNumber])
        try {
          return await run()
        } finally {
          await client.query('select pg_advisory_unlock($1)', [lockNumber])
        }
      }),
    close: () => pool.end(),
  }
}
