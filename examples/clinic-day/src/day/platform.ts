/** The sandbox in a process of its own, and how accounts talk to it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { formatInstant } from '@tiemchung/core'
import { createHttp, type Http, type TokenProvider } from '@tiemchung/http'
import { challengeSchema, sessionSchema } from '@tiemchung/schemas/wire'

/** An account of the sandbox. */
export interface DemoAccount {
  readonly name: string
  readonly password: string
}

/** A running sandbox. */
export interface Platform {
  readonly address: string
  readonly folder: string
  /** A client that logs in as an account, with its one-time code, whenever it must. */
  as(account: string): Http
  /** A client without an account. */
  readonly open: Http
  credentials(account: string): DemoAccount
  moveClock(at: Date): Promise<void>
  codeFor(to: { phone: string } | { account: string }): Promise<string>
  stop(): Promise<void>
}

/** The newest one-time code among the messages to somebody. */
async function newestCode(open: Http, query: Record<string, string>): Promise<string> {
  const { items } = (await open.get('/_sandbox/messages', { query })) as {
    items: { text: string }[]
  }
  return /\d{6}/.exec(items[0]?.text ?? '')?.[0] ?? ''
}

/** Logs in with password and one-time code. */
export function logIn(open: Http, { name, password }: DemoAccount): TokenProvider {
  return async () => {
    const body = { account: name, password }
    const { challengeId } = await open.post('/v1/sessions', { body, schema: challengeSchema })
    const code = await newestCode(open, { account: name })
    const session = await open.post(`/v1/sessions/${challengeId}/answer`, {
      body: { code },
      schema: sessionSchema,
    })
    return { value: session.accessToken }
  }
}

function start(folder: string, at: Date): { process: ChildProcess; ready: Promise<string> } {
  const require = createRequire(import.meta.url)
  const main = join(dirname(require.resolve('@tiemchung/sandbox/package.json')), 'bin', 'main.js')
  const child = spawn(
    process.execPath,
    [main, '--port', '0', '--folder', folder, '--at', formatInstant(at), '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`the sandbox ended with ${String(code)}`)))
  })
  return { process: child, ready }
}

/** Starts a sandbox on a free port, with its data in a folder. */
export async function startPlatform(folder: string, at: Date): Promise<Platform> {
  const { process: child, ready } = start(folder, at)
  const { address, accounts } = JSON.parse(await ready) as {
    address: string
    accounts: DemoAccount[]
  }
  const open = createHttp({ baseUrl: address })
  const credentials = (name: string): DemoAccount => {
    const found = accounts.find((account) => account.name === name)
    if (found === undefined) throw new Error(`the sandbox has no account ${name}`)
    return found
  }
  return {
    address,
    folder,
    open,
    credentials,
    as: (name) => createHttp({ baseUrl: address, tokens: logIn(open, credentials(name)) }),
    moveClock: async (to) => {
      await open.put('/_sandbox/clock', { body: { at: formatInstant(to) } })
    },
    codeFor: (to) => newestCode(open, { ...to }),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit')
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
