import { parseArgs } from 'node:util'
import { parseInstant } from '@tiemchung/core'
import type { SandboxDatabase } from '../sandbox.js'

/** What the command line asks for. */
export interface CommandOptions {
  readonly port: number
  readonly database: SandboxDatabase
  readonly at: Date | undefined
  readonly json: boolean
  readonly origins: readonly string[]
  readonly freshAccounts: boolean
}

/** An argument that the command does not know or cannot read. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const known = {
  port: { type: 'string', default: '8787' },
  folder: { type: 'string' },
  at: { type: 'string' },
  json: { type: 'boolean', default: false },
  origin: { type: 'string', multiple: true, default: [] as string[] },
  'fresh-accounts': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new UsageError('--port is a number from 0 to 65535')
}

function instantOf(text: string): Date {
  try {
    return parseInstant(text)
  } catch {
    throw new UsageError('--at is an instant such as 2022-05-20T08:00:00+07:00')
  }
}

function originOf(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text) return text
  throw new UsageError('--origin is an origin such as http://127.0.0.1:8000')
}

/** What is asked for by name goes before what is in the environment. */
function databaseOf(url: string | undefined, folder: string | undefined): SandboxDatabase {
  if (folder !== undefined) return { folder }
  return url === undefined || url === '' ? 'memory' : { url }
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known }).values
  } catch (caught) {
    throw new UsageError((caught as Error).message)
  }
}

/**
 * The options in a command line and environment, or `help`.
 *
 * @throws UsageError
 */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandOptions | 'help' {
  const values = valuesOf(args)
  const { port, folder, at, json, help, origin } = values
  if (help) return 'help'
  return {
    port: portOf(port),
    database: databaseOf(environment['DATABASE_URL'], folder),
    at: at === undefined ? undefined : instantOf(at),
    json,
    origins: origin.map(originOf),
    freshAccounts: values['fresh-accounts'],
  }
}
