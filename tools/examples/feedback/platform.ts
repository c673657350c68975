/** The sandbox as a process of its own, as a vendor starts it, and people who use it without a page. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { createHttp, type Http } from '@tiemchung/http'
import { challengeSchema, passwordChangedSchema, sessionSchema } from '@tiemchung/schemas/wire'

/** When the runs take place, by the clock of the platform and of the pages. */
export const morning = new Date('2022-05-20T01:00:00Z')

/** The passwords that officers choose at their first log-in. */
export const ownPassword = 'mat khau rieng 2022'

/** A running platform. */
export interface Platform {
  readonly address: string
  /** Without a token. */
  readonly open: Http
  /** The password that an account was made with. */
  password(account: string): string
  /** The newest code that went to a phone or an account; waits for one that is not `not`. */
  code(to: { phone: string } | { account: string }, not?: string): Promise<string>
  /** A client of an officer who has logged in, and chosen a password at the first time. */
  officer(account: string): Promise<Http>
  /** Moves the platform's clock. */
  setClock(at: Date): Promise<void>
  stop(): Promise<void>
}

interface Announced {
  readonly address: string
  readonly accounts: readonly { readonly name: string; readonly password: string }[]
}

async function announced(child: ChildProcess): Promise<Announced> {
  if (child.stdout === null) throw new Error('the sandbox prints nothing')
  const lines = createInterface({ input: child.stdout })
  const ended = once(child, 'exit').then(([status]) => {
    throw new Error(`the sandbox ended with ${String(status)}`)
  })
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string]
  return JSON.parse(line) as Announced
}

async function newestCode(open: Http, to: Record<string, string>, not: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { items } = (await open.get('/_sandbox/messages', { query: to })) as {
      items: readonly { text: string }[]
    }
    const code = items.map(({ text }) => /\d{6}/.exec(text)?.[0]).find((one) => one !== undefined)
    if (code !== undefined && code !== not) return code
    await wait(50)
  }
  throw new Error('no code came')
}

async function sessionOf(open: Http, account: string, password: string) {
  const once = { idempotencyKey: false } as const
  const body = { account, password }
  const { challengeId } = await open.post('/v1/sessions', {
    ...once,
    body,
    schema: challengeSchema,
  })
  const code = await newestCode(open, { account }, '')
  const answer = { ...once, body: { code }, schema: sessionSchema }
  return open.post(`/v1/sessions/${challengeId}/answer`, answer)
}

async function logIn(open: Http, address: string, account: string, password: string) {
  const session = await sessionOf(open, account, password)
  const tokens = () => Promise.resolve({ value: session.accessToken })
  const http = createHttp({ baseUrl: address, tokens })
  if (session.mustChangePassword === true) {
    const body = { current: password, next: ownPassword }
    await http.put('/v1/accounts/me/password', { body, schema: passwordChangedSchema })
  }
  return http
}

/** Starts the sandbox's command for pages of an origin; its accounts have not been used before. */
export async function startPlatform(
  command: readonly string[],
  cwd: string,
  origin: string,
): Promise<Platform> {
  const { DATABASE_URL: _, ...env } = process.env
  const at = ['--at', morning.toISOString()]
  const args = [...command, '--port', '0', '--json', '--fresh-accounts', '--origin', origin, ...at]
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { address, accounts } = await announced(child)
  const open = createHttp({ baseUrl: address })
  const password = (account: string) =>
    accounts.find(({ name }) => name === account)?.password ?? ''
  return {
    address,
    open,
    password,
    code: (to, not = '') => newestCode(open, to, not),
    officer: (account) => logIn(open, address, account, password(account)),
    setClock: async (at) => {
      await open.put('/_sandbox/clock', { body: { at: at.toISOString() } })
    },
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}
