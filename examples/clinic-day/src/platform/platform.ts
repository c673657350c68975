/** The sandbox in a process of its own, and how accounts talk to it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { formatInstant } from '@tiemchung/core'
import { createHttp, type Http } from '@tiemchung/http'
import { type DemoAccount, logIn, newestCode } from './log-in.js'

/** A running sandbox. */
export interface Platform {
  readonly address: string
  /** A client that logs in as an account, with its one-time code, whenever it must. */
  as(account: string): Http
  /** A client without an account. */
  readonly open: Http
  credentials(account: string): DemoAccount
  moveClock(at: Date): Promise<void>
  codeFor(to: { phone: string } | { account: string }): Promise<string>
  stop(): Promise<void>
}

/** The sandbox's program: as it is published, or its source where the whole demo runs on the sources. */
function programOf(): readonly string[] {
  const require = createRequire(import.meta.url)
  const home = dirname(require.resolve('@tiemchung/sandbox/package.json'))
  const onSources = process.execArgv.includes('--conditions=@tiemchung/source')
  return onSources
    ? [...process.execArgv, join(home, 'src', 'main.ts')]
    : [join(home, 'bin', 'main.js')]
}

function start(
  folder: string,
  at: Date,
  databaseUrl: string | undefined,
): { process: ChildProcess; ready: Promise<string> } {
  // A folder that is named wins over a server, so one of the two is named.
  const place = databaseUrl === undefined ? ['--folder', folder] : []
  const options = ['--port', '0', ...place, '--at', formatInstant(at), '--json']
  const child = spawn(process.execPath, [...programOf(), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: databaseUrl ?? '' },
  })
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`the sandbox ended with ${String(code)}`)))
  })
  return { process: child, ready }
}

/** Starts a sandbox on a free port, with its data in a folder or in the database of an address. */
export async function startPlatform(
  folder: string,
  at: Date,
  databaseUrl?: string,
): Promise<Platform> {
  const { process: child, ready } = start(folder, at, databaseUrl)
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
