import type { Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { SandboxWorld } from '../world.js'
import type { Account } from './accounts.js'

/** What an account changes its password by. */
export interface PasswordChange {
  readonly current: string
  readonly next: string
}

/**
 * Gives an account another password. That it knows the current one has been seen to.
 *
 * @throws Problem `platform.password` when the next is the same or holds the account's name
 */
export async function changePassword(
  database: Queryable,
  world: SandboxWorld,
  { name }: Account,
  { current, next }: PasswordChange,
): Promise<void> {
  if (next === current) throw new Problem(422, 'platform.password', { detail: 'same' })
  if (next.toLowerCase().includes(name.toLowerCase())) {
    throw new Problem(422, 'platform.password', { detail: 'name' })
  }
  const salt = world.newSecret()
  await database.query(
    `update account set password_salt = $2, password_hash = $3, must_change_password = false
     where name = $1`,
    [name, salt, world.hashPassword(next, salt)],
  )
}

/** Ends the sessions of an account but for the one that asks. */
export async function endOtherSessions(
  database: Queryable,
  world: SandboxWorld,
  { name }: Account,
  accessToken: string,
): Promise<void> {
  await database.query('delete from session where account = $1 and access_hash <> $2', [
    name,
    world.hash(accessToken),
  ])
}
