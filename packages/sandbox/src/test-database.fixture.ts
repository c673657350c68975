/** Where the sandboxes of tests keep their data: in memory, or on a server in a database of their own. */
import process from 'node:process'
import { systemClock, systemRandom, uuidv7 } from '@tiemchung/core'
import pg from 'pg'
import type { Database } from './database/database.js'
import { openInMemory } from './database/pglite.js'
import { openPostgres } from './database/postgres.js'
import type { SandboxDatabase } from './sandbox.js'

/** A database that nobody has used, and how to throw it away. */
export interface FreshDatabase {
  readonly where: SandboxDatabase
  /** Opens it for somebody who looks into it beside the sandbox that has it. */
  open(): Promise<Database>
  drop(): Promise<void>
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** A new database on a server. */
export async function freshOnServer(server: string): Promise<FreshDatabase & { url: string }> {
  const id = uuidv7({ clock: systemClock, random: systemRandom })
  const name = `sandbox_test_${id.replaceAll('-', '')}`
  await administer(server, `create database ${name} template template0`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    where: { url: url.href },
    url: url.href,
    open: () => Promise.resolve(openPostgres(url.href, () => Promise.resolve())),
    drop: () => administer(server, `drop database if exists ${name} with (force)`),
  }
}

/** By the project that runs the tests (vitest.config.ts): in memory, or on the server that it names. */
export function freshDatabase(): Promise<FreshDatabase> {
  const server = process.env['SANDBOX_TEST_SERVER']
  if (server !== undefined && server !== '') return freshOnServer(server)
  return Promise.resolve({ where: 'memory', open: openInMemory, drop: () => Promise.resolve() })
}
