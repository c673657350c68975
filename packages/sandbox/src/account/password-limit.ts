/** How often a wrong password may be tried for a name, whether anybody has it or not. */
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import { checkPassword } from './accounts.js'

type Checker = Pick<Services, 'world' | 'passwordLimit'>

interface Row {
  readonly since: string | Date
  readonly tries: number
}

/** Milliseconds until tries that were counted are forgotten; none are left where the clock was moved away from them. */
function leftOf({ world, passwordLimit }: Checker, row: Row | undefined): number {
  if (row === undefined) return 0
  const span = passwordLimit.minutes * 60_000
  const left = new Date(row.since).getTime() + span - world.clock.now().getTime()
  return left > 2 * span ? 0 : Math.max(0, left)
}

/**
 * The account with this name and password, or undefined; a wrong password counts, and a right one forgets those
 * before it. The caller has to let the count be kept: it must not throw.
 *
 * Names are kept as hashes, as people type other things in their place.
 *
 * @throws Problem `platform.too-many-passwords` with the wait, for a right password as for a wrong one, and for a name
 *   that nobody has
 */
export async function tryPassword(
  services: Checker,
  database: Queryable,
  name: string,
  password: string,
): Promise<{ name: string; phone: string } | undefined> {
  const { world, passwordLimit } = services
  const hash = world.hash(name)
  const row = await one<Row>(
    database,
    'select since, tries from wrong_password where name_hash = $1',
    [hash],
  )
  const left = leftOf(services, row)
  const before = left > 0 ? (row?.tries ?? 0) : 0
  if (before >= passwordLimit.tries) {
    throw new Problem(429, 'platform.too-many-passwords', { retryAfter: Math.ceil(left / 1000) })
  }
  const account = await checkPassword(database, world, name, password)
  if (account !== undefined) {
    await database.query('delete from wrong_password where name_hash = $1', [hash])
    return account
  }
  const since = before === 0 || row === undefined ? world.clock.now() : new Date(row.since)
  await database.query(
    `insert into wrong_password (name_hash, since, tries) values ($1, $2, $3)
     on conflict (name_hash) do update set since = excluded.since, tries = excluded.tries`,
    [hash, since.toISOString(), before + 1],
  )
  return undefined
}
