import type { Uuid } from '@tiemchung/core'
import type { Role, Session } from '@tiemchung/schemas/wire'
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { SandboxWorld } from '../world.js'
import { type Account, checkPassword, sendMessage } from './accounts.js'

const codeLife = 5 * 60_000
/** Milliseconds for which a session is good. */
export const tokenLife = 60 * 60_000
const mostTries = 5

interface AccountRow {
  name: string
  role: Role
  unit: string | null
}

/** First half of logging in: the password is right, a code goes to the phone. */
export async function challenge(
  database: Queryable,
  world: SandboxWorld,
  given: { account: string; password: string },
): Promise<Uuid> {
  const account = await checkPassword(database, world, given.account, given.password)
  if (account === undefined) throw new Problem(401, 'platform.log-in')
  const id = world.newId()
  const code = world.newCode()
  const expires = new Date(world.clock.now().getTime() + codeLife)
  await database.query(
    'insert into challenge (id, account, code_hash, expires_at) values ($1, $2, $3, $4)',
    [id, account.name, world.hash(id + code), expires.toISOString()],
  )
  await sendMessage(database, world, {
    phone: account.phone,
    account: account.name,
    purpose: 'log-in',
    text: `Mã xác thực: ${code}`,
  })
  return id
}

async function open(
  database: Queryable,
  world: SandboxWorld,
  account: AccountRow,
): Promise<Session> {
  const [accessToken, refreshToken] = [world.newSecret(), world.newSecret()]
  const expiresAt = new Date(world.clock.now().getTime() + tokenLife).toISOString()
  await database.query(
    'insert into session (access_hash, refresh_hash, account, expires_at) values ($1, $2, $3, $4)',
    [world.hash(accessToken), world.hash(refreshToken), account.name, expiresAt],
  )
  return {
    accessToken,
    refreshToken,
    expiresAt,
    account: account.name,
    role: account.role,
    ...(account.unit === null ? {} : { unit: account.unit }),
  }
}

/** Second half: the code is right, once, in time. Undefined when it is not; the try is counted. */
export async function answer(
  database: Queryable,
  world: SandboxWorld,
  id: Uuid,
  code: string,
): Promise<Session | undefined> {
  const row = await one<AccountRow & { code_hash: string }>(
    database,
    `update challenge set tries = tries + 1
     from account
     where id = $1 and account.name = challenge.account and not used and tries < $2
       and expires_at >= $3
     returning code_hash, account.name, account.role, account.unit`,
    [id, mostTries, world.clock.now().toISOString()],
  )
  if (row === undefined || !world.same(row.code_hash, world.hash(id + code))) return undefined
  await database.query('update challenge set used = true where id = $1', [id])
  return open(database, world, row)
}

/** A new session for an old one, which ends. */
export async function refresh(
  database: Queryable,
  world: SandboxWorld,
  refreshToken: string,
): Promise<Session> {
  const row = await one<AccountRow>(
    database,
    `delete from session using account
     where refresh_hash = $1 and account.name = session.account
     returning account.name, account.role, account.unit`,
    [world.hash(refreshToken)],
  )
  if (row === undefined) throw new Problem(401, 'platform.signed-out')
  return open(database, world, row)
}

/** The account behind an access token that is still good. */
export async function accountOf(
  database: Queryable,
  world: SandboxWorld,
  accessToken: string | undefined,
): Promise<Account> {
  const row =
    accessToken === undefined
      ? undefined
      : await one<AccountRow>(
          database,
          `select account.name, account.role, account.unit from session
           join account on account.name = session.account
           where access_hash = $1 and expires_at > $2`,
          [world.hash(accessToken), world.clock.now().toISOString()],
        )
  if (row === undefined) throw new Problem(401, 'platform.signed-out')
  return { name: row.name, role: row.role, unit: row.unit ?? undefined }
}
