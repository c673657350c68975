import type { Uuid } from '@tiemchung/core'
import type { Role, Session } from '@tiemchung/schemas/wire'
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { SandboxWorld } from '../world.js'
import type { Services } from '../services.js'
import type { Account } from './accounts.js'
import { sendCode, tryCode, useUp } from './one-time-code.js'
import { tryPassword } from './password-limit.js'

/** Milliseconds for which a session is good. */
export const tokenLife = 60 * 60_000

interface AccountRow {
  name: string
  role: Role
  unit: string | null
  must_change_password: boolean
}

const columns = 'account.name, account.role, account.unit, account.must_change_password'

/** First half of logging in: the password is right, a code goes to the phone. Undefined when it is wrong; that counts. */
export async function challenge(
  database: Queryable,
  services: Pick<Services, 'world' | 'codeLimits' | 'passwordLimit'>,
  given: { account: string; password: string },
): Promise<Uuid | undefined> {
  const { world } = services
  const account = await tryPassword(services, database, given.account, given.password)
  if (account === undefined) return undefined
  const id = world.newId()
  await database.query('insert into challenge (id, account) values ($1, $2)', [id, account.name])
  const to = { phone: account.phone, account: account.name }
  await sendCode(services, database, { id, ...to, purpose: 'log-in', says: 'Mã xác thực' })
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
    ...(account.must_change_password ? { mustChangePassword: true } : {}),
  }
}

/** Second half: the code is right, once, in time. Undefined when it is not; the try is counted. */
export async function answer(
  database: Queryable,
  world: SandboxWorld,
  id: Uuid,
  code: string,
): Promise<Session | undefined> {
  if (!(await tryCode({ world }, database, id, code))) return undefined
  const row = await one<AccountRow>(
    database,
    `select ${columns} from challenge
     join account on account.name = challenge.account where id = $1`,
    [id],
  )
  if (row === undefined) return undefined
  await useUp(database, id)
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
     returning ${columns}`,
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
          `select ${columns} from session
           join account on account.name = session.account
           where access_hash = $1 and expires_at > $2`,
          [world.hash(accessToken), world.clock.now().toISOString()],
        )
  if (row === undefined) throw new Problem(401, 'platform.signed-out')
  const { name, role, unit, must_change_password: mustChangePassword } = row
  return { name, role, unit: unit ?? undefined, mustChangePassword }
}
