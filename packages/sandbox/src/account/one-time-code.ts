/** One-time codes, for accounts and for citizens: six digits that go to a phone, once, and last five minutes. */
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import { sendMessage } from './accounts.js'

const life = 5 * 60_000
const hour = 3_600_000
const mostTries = 5

/** What a code is for: the thing that it confirms, and where it goes. */
interface CodePurpose {
  /** Id of what it confirms. */
  readonly id: string
  readonly phone: string
  readonly account?: string
  readonly purpose: 'log-in' | 'feedback'
  /** The words before the code. */
  readonly says: string
}

type Sender = Pick<Services, 'world' | 'codeLimits'>

/**
 * Seconds until a phone or an account may get a code again; undefined when it may now. What another request just sent
 * may bear a later time than ours, so the hour to come counts too: a clock set back by more forgets what it sent.
 */
async function waitFor(
  { world }: Sender,
  database: Queryable,
  column: 'phone' | 'account',
  [whom, most]: readonly [string | undefined, number],
): Promise<number | undefined> {
  if (whom === undefined) return undefined
  const now = world.clock.now().getTime()
  const [oldest] = await database.query<{ at: string | Date }>(
    `select at from sent_message where ${column} = $1 and purpose in ('log-in', 'feedback') and at > $2 and at < $3
     order by at desc offset $4 limit 1`,
    [whom, new Date(now - hour).toISOString(), new Date(now + hour).toISOString(), most - 1],
  )
  if (oldest === undefined) return undefined
  const wait = Math.ceil((new Date(oldest.at).getTime() + hour - now) / 1000)
  return Math.min(Math.max(1, wait), hour / 1000)
}

async function checkLimits(
  sender: Sender,
  database: Queryable,
  { phone, account }: CodePurpose,
): Promise<void> {
  const { perPhone, perAccount } = sender.codeLimits
  const waits = [
    await waitFor(sender, database, 'phone', [phone, perPhone]),
    await waitFor(sender, database, 'account', [account, perAccount]),
  ].filter((wait) => wait !== undefined)
  if (waits.length === 0) return
  throw new Problem(429, 'platform.too-many-codes', { retryAfter: Math.max(...waits) })
}

/**
 * Sends a code; one that was sent for the same thing before counts no more. Of the code its hash is kept.
 *
 * @throws Problem `platform.too-many-codes` with the wait, when the phone or account got as many as it may
 */
export async function sendCode(
  sender: Sender,
  database: Queryable,
  purpose: CodePurpose,
): Promise<void> {
  await checkLimits(sender, database, purpose)
  const { world } = sender
  const { id, says, ...to } = purpose
  const code = world.newCode()
  const expires = new Date(world.clock.now().getTime() + life)
  await database.query(
    `insert into one_time_code (id, code_hash, expires_at) values ($1, $2, $3)
     on conflict (id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at,
       tries = 0, used = false`,
    [id, world.hash(id + code), expires.toISOString()],
  )
  await sendMessage(database, world, { ...to, text: `${says}: ${code}` })
}

/** Whether a code for a thing can still be used. */
export async function isCodeOpen(
  { world }: Sender,
  database: Queryable,
  id: string,
): Promise<boolean> {
  const row = await one(
    database,
    'select id from one_time_code where id = $1 and expires_at >= $2 and tries < $3',
    [id, world.clock.now().toISOString(), mostTries],
  )
  return row !== undefined
}

/** Whether a code is right, in time and within its tries. A wrong try counts; without any code it is as much work. */
export async function tryCode(
  { world }: Pick<Services, 'world'>,
  database: Queryable,
  id: string,
  code: string,
): Promise<boolean> {
  const hash = world.hash(id + code)
  const row = await one<{ code_hash: string }>(
    database,
    `update one_time_code set tries = tries + case when code_hash = $4 then 0 else 1 end
     where id = $1 and not used and tries < $2 and expires_at >= $3 returning code_hash`,
    [id, mostTries, world.clock.now().toISOString(), hash],
  )
  const right = world.same(row?.code_hash ?? '0'.repeat(hash.length), hash)
  return right && row !== undefined
}

/** Ends a code that is good for one use. */
export async function useUp(database: Queryable, id: string): Promise<void> {
  await database.query('update one_time_code set used = true where id = $1', [id])
}
