import { one, type Queryable } from './database.js'

/** What the sandbox keeps for its next start under a name: test keys, passwords of test accounts. */
export async function secretOf<Body extends object>(
  database: Queryable,
  name: string,
): Promise<Body | undefined> {
  const row = await one<{ body: Body }>(database, 'select body from secret where name = $1', [name])
  return row?.body
}

/** Keeps something under a name, in place of what was there. */
export async function keepSecret(database: Queryable, name: string, body: object): Promise<void> {
  await database.query(
    `insert into secret (name, body) values ($1, $2::jsonb)
     on conflict (name) do update set body = excluded.body`,
    [name, JSON.stringify(body)],
  )
}
