/** A platform on a server, a client of it with tokens that expire, and the script of its faults. */
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import process from 'node:process'
import { createHttp, type Http } from '@tiemchung/http'
import { createSandbox, type FaultInput, type Sandbox } from '@tiemchung/sandbox'
import { manyCodes } from '../code-limits.js'
import { must } from '../long-run.js'
import type { Random } from '../random.js'
import { recordFacility } from '../record.js'
import { logIn, morning } from '../soak/clients.js'

/** A platform, and where its database is. */
export interface Platform {
  readonly sandbox: Sandbox
  readonly url: string
  close(): Promise<void>
}

/** What is used of the driver that the sandbox brings. */
interface SqlClient {
  connect(): Promise<void>
  query(sql: string): Promise<unknown>
  end(): Promise<void>
}

const { Client } = createRequire(
  new URL('../../../packages/sandbox/package.json', import.meta.url),
)('pg') as { readonly Client: new (how: { connectionString: string }) => SqlClient }

async function onServer(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}

/**
 * Opens a platform on a database of its own, on the server that DATABASE_URL names: a script of another process has to
 * look into it.
 */
export async function openPlatform(): Promise<Platform> {
  const server = process.env['DATABASE_URL'] ?? ''
  must(server !== '', 'DATABASE_URL names no PostgreSQL server')
  const name = `drain_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const database = { url: url.href }
  const sandbox = await createSandbox({ at: morning, database, codeLimits: manyCodes })
  return {
    sandbox,
    url: url.href,
    close: async () => {
      await sandbox.close()
      await onServer(server, `drop database ${name}`)
    },
  }
}

const problemSaysSignedOut = (answer: unknown) =>
  (answer as { readonly code?: string } | null)?.code === 'platform.signed-out'

/** A client in the name of the facility; two sessions take turns, so that a refused token has a fresh one to follow. */
export async function clientOf(sandbox: Sandbox): Promise<Http> {
  const fetch = (request: Request) => sandbox.fetch(request)
  const open = createHttp({ baseUrl: 'http://sandbox', fetch })
  const account = `staff.${recordFacility}`
  const values = [await logIn(sandbox, open, account), await logIn(sandbox, open, account)]
  let asked = 0
  return createHttp({
    baseUrl: 'http://sandbox',
    fetch,
    saysTokenExpired: problemSaysSignedOut,
    tokens: () => {
      asked += 1
      return Promise.resolve({ value: values[asked % values.length] ?? '' })
    },
  })
}

/** Refused for a while, with and without a wish; taken in and not heard of; slow; signed out by status and in the body. */
const kinds: readonly Partial<FaultInput>[] = [
  { kind: 'status', status: 429, retryAfterSeconds: 1 },
  { kind: 'status', status: 503 },
  { kind: 'cut-body' },
  { kind: 'drop-after-commit' },
  { kind: 'delay', ms: 100 },
  { kind: 'slow-body', ms: 100 },
  { kind: 'status', status: 401 },
  { kind: 'token-expired-in-body' },
]

/** Faults on about one request in `every`, for so many requests. */
export function scriptFaults(sandbox: Sandbox, requests: number, every: number, random: Random) {
  const match = { method: 'PUT', path: '/v1/records/' }
  for (let left = requests; left > 0; ) {
    const after = random.below(2 * every - 1)
    left -= after + 1
    sandbox.faults.add({ ...random.pick(kinds), match, times: 1, after } as FaultInput)
  }
}
