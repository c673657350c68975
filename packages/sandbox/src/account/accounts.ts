import type { Role } from '@tiemchung/schemas/wire'
import { one, type Queryable } from '../database/database.js'
import type { SandboxWorld } from '../world.js'

/** An account as it is shown once, when it is made. */
export interface SeededAccount {
  readonly name: string
  readonly password: string
  readonly role: Role
  readonly unit?: string
  readonly phone: string
}

/** An account behind a request. */
export interface Account {
  readonly name: string
  readonly role: Role
  readonly unit: string | undefined
  /** Whether it has the password that it was made with, and may do nothing but change it. */
  readonly mustChangePassword?: boolean
}

/** Makes an account with a password of its own; a fresh one has to change it at the first log-in. */
export async function makeAccount(
  database: Queryable,
  world: SandboxWorld,
  account: Omit<SeededAccount, 'password'>,
  fresh: boolean,
): Promise<SeededAccount> {
  const password = world.newSecret()
  const salt = world.newSecret()
  await database.query(
    `insert into account (name, role, unit, phone, password_salt, password_hash, must_change_password)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      account.name,
      account.role,
      account.unit ?? null,
      account.phone,
      salt,
      world.hashPassword(password, salt),
      fresh,
    ],
  )
  return { ...account, password }
}

/** The account with this name and password, or undefined; the answer takes as long either way. */
export async function checkPassword(
  database: Queryable,
  world: SandboxWorld,
  name: string,
  password: string,
): Promise<{ name: string; phone: string } | undefined> {
  const row = await one<{ phone: string; password_salt: string; password_hash: string }>(
    database,
    'select phone, password_salt, password_hash from account where name = $1',
    [name],
  )
  const hash = world.hashPassword(password, row?.password_salt ?? name)
  const right = world.same(hash, row?.password_hash ?? '0'.repeat(hash.length))
  return row !== undefined && right ? { name, phone: row.phone } : undefined
}

/**
 * Sends a text message, which is to say: writes it where tests and developers find it. What it is `about` is told once.
 */
export async function sendMessage(
  database: Queryable,
  world: SandboxWorld,
  message: { phone: string; account?: string; purpose: string; text: string; about?: string },
): Promise<void> {
  await database.query(
    'insert into sent_message (at, phone, account, purpose, text, about) values ($1, $2, $3, $4, $5, $6)',
    [
      world.clock.now().toISOString(),
      message.phone,
      message.account ?? null,
      message.purpose,
      message.text,
      message.about ?? null,
    ],
  )
}
