/** Starts a server of an example, and asks it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export interface Server {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** Everything that it printed until now. */
  printed(): string
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** Starts a script as a server on a free port (`PORT`) and waits until it answers. */
export async function startServer(folder: string, script: string): Promise<Server> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [script], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  const stop = async () => {
    child.kill()
    await ended
  }
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${script} ended:\n${printed}`)
    const answer = await fetch(origin).catch(() => undefined)
    if (answer !== undefined) return { origin, printed: () => printed, stop }
    await wait(100)
  }
  await stop()
  throw new Error(`${script} does not answer:\n${printed}`)
}

/** An answer, read to its end. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Its JSON; undefined when it is none. */
  readonly json: unknown
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Sends a body. */
export async function post(
  url: string,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
  language = 'en',
): Promise<Answer> {
  const headers = { 'content-type': type, 'accept-language': language }
  const { status, headers: answered, ...rest } = await send(url, headers, body)
  return { status, headers: answered, text: rest.text, json: jsonOf(rest.text) }
}

async function send(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<{ status: number; headers: Headers; text: string }> {
  const answer = await fetch(url, { method: 'POST', headers, body })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
