/** `tiemchung-sandbox`: the sandbox on a port of this machine. */
import { isSdkError } from '@tiemchung/core'
import { createSandbox } from '../create-sandbox.js'
import { DatabaseError } from '../database/database.js'
import type { Sandbox } from '../sandbox.js'
import { type Listening, listen } from './listen.js'
import { type CommandOptions, readOptions, UsageError } from './options.js'

const help = `tiemchung-sandbox: the tiemchung platform on this machine, to develop against

  --port N        port on 127.0.0.1 (default 8787; 0 for any)
  --folder DIR    keep everything in a folder
  --at INSTANT    begin at this time, such as 2022-05-20T08:00:00+07:00
  --origin URL    let pages of this origin, such as http://127.0.0.1:8000, read answers; may be repeated
  --fresh-accounts  accounts have to change their passwords at the first log-in
  --json          print address and accounts as one line of JSON

Without a folder everything is on the PostgreSQL server that DATABASE_URL names, or else in memory.
One-time codes are messages: GET /_sandbox/messages?account=NAME
`

/** What the command meets outside: environment, output, and the wish that it end. */
export interface CommandHost {
  readonly environment: Readonly<Record<string, string | undefined>>
  out(text: string): void
  err(text: string): void
  /** Resolves when somebody wants the command to end. */
  untilStopped(): Promise<void>
  sleep(milliseconds: number): Promise<void>
}

/** Exit codes, after sysexits.h. */
const exits = { done: 0, usage: 64, unavailable: 69, other: 70 } as const

/** How long answers under way may take once the command is to end. */
const patience = 5000

function announcement(sandbox: Sandbox, address: string, asJson: boolean): string {
  if (asJson) return `${JSON.stringify({ address, accounts: sandbox.accounts })}\n`
  const accounts = sandbox.accounts.map(({ name, role, unit, password }) => {
    const where = unit === undefined ? role : `${role} ${unit}`
    return `  ${name.padEnd(18)} ${password}  ${where}\n`
  })
  return [
    `The sandbox listens on ${address}\n\n`,
    ...accounts,
    '\nOne-time codes: GET /_sandbox/messages?account=NAME\n',
  ].join('')
}

async function finish(listening: Listening, host: CommandHost): Promise<void> {
  const closed = listening.close()
  await Promise.race([closed, host.sleep(patience)])
  listening.cut()
  await closed
}

/** Sends what webhook endpoints are to be told, each second. A database that is away now is there again later. */
async function deliverWhile(
  running: () => boolean,
  sandbox: Sandbox,
  host: CommandHost,
): Promise<void> {
  while (running()) {
    await sandbox.deliverWebhooks().catch(() => undefined)
    await host.sleep(1000)
  }
}

async function serveUntilStopped(options: CommandOptions, host: CommandHost): Promise<void> {
  const { at, port, json, ...given } = options
  const sandbox = await createSandbox({ ...given, ...(at === undefined ? {} : { at }) })
  try {
    const listening = await listen(sandbox, port)
    host.out(announcement(sandbox, listening.address, json))
    let running = true
    deliverWhile(() => running, sandbox, host).catch(() => undefined)
    await host.untilStopped()
    running = false
    await finish(listening, host)
  } finally {
    await sandbox.close()
  }
}

function exitFor(caught: unknown, host: CommandHost): number {
  if (caught instanceof UsageError) {
    host.err(`${caught.message}; see --help\n`)
    return exits.usage
  }
  if (isSdkError(caught)) host.err(`${caught.code}: ${caught.message} ${caught.todo.en}\n`)
  else host.err(`${String((caught as { code?: unknown }).code ?? caught)}\n`)
  const unavailable =
    caught instanceof DatabaseError || (caught as { code?: unknown }).code === 'EADDRINUSE'
  return unavailable ? exits.unavailable : exits.other
}

/** Runs the command until somebody stops it, and gives its exit code. */
export async function runCommand(args: readonly string[], host: CommandHost): Promise<number> {
  try {
    const options = readOptions(args, host.environment)
    if (options === 'help') host.out(help)
    else await serveUntilStopped(options, host)
    return exits.done
  } catch (caught) {
    return exitFor(caught, host)
  }
}
