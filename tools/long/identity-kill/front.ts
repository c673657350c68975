/** The door of a sandbox: it passes everything on, and writes down what was asked under which key. */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { canonicalJson } from '@tiemchung/core'
import type { Sandbox } from '@tiemchung/sandbox'

/** What went through the door. */
export interface Seen {
  /** Hashes of the bodies that came under a key: one, or a key names two things. */
  readonly bodies: Map<string, Set<string>>
  /** Keys under which each question came: one, or it was asked twice. */
  readonly keys: Map<string, Set<string>>
  /** What was answered to each question: one, or the register was asked twice. */
  readonly answers: Map<string, Set<string>>
  requests: number
  posts: number
  tokens: number
}

/** An open door. */
export interface Front {
  readonly address: string
  readonly seen: Seen
  /** Called at each request, before it is passed on and after the sandbox is done with it. */
  onRequest?: (number: number, when: 'before' | 'after') => void
  close(): Promise<void>
}

const add = (map: Map<string, Set<string>>, key: string, one: string) => {
  map.set(key, (map.get(key) ?? new Set()).add(one))
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** A new session of the account, by password and one-time code. */
async function logIn(sandbox: Sandbox, name: string): Promise<string> {
  const account = sandbox.accounts.find((one) => one.name === name)
  const post = async (path: string, body: object) => {
    const init = { method: 'POST', body: JSON.stringify(body) }
    const answer = await sandbox.fetch(new Request(`http://sandbox${path}`, init))
    return (await answer.json()) as Readonly<Record<string, string>>
  }
  const first = await post('/v1/sessions', { account: name, password: account?.password })
  const [message] = await sandbox.messages({ account: name })
  const code = /\d{6}/.exec(message?.text ?? '')?.[0]
  const second = await post(`/v1/sessions/${first['challengeId'] ?? ''}/answer`, { code })
  return second['accessToken'] ?? ''
}

/** Writes down a batch that came in. */
function note(seen: Seen, key: string, body: Buffer): void {
  seen.posts += 1
  add(seen.bodies, key, createHash('sha256').update(body).digest('hex'))
  const { requests } = JSON.parse(body.toString('utf8')) as { requests: { id: string }[] }
  for (const { id } of requests) add(seen.keys, id, key)
}

/** Writes down answers that went out. */
function noteAnswers(seen: Seen, text: string): void {
  const { results = [] } = JSON.parse(text) as { results?: { id: string }[] }
  for (const result of results) add(seen.answers, result.id, canonicalJson(result))
}

async function passOn(sandbox: Sandbox, request: IncomingMessage, body: Buffer) {
  const { method = 'GET', url = '/' } = request
  const headers = new Headers()
  for (const name of ['authorization', 'idempotency-key', 'content-type']) {
    const given = request.headers[name]
    if (typeof given === 'string') headers.set(name, given)
  }
  const more = body.length === 0 ? {} : { body: new Uint8Array(body) }
  return sandbox.fetch(new Request(`http://sandbox${url}`, { method, headers, ...more }))
}

async function handle(
  sandbox: Sandbox,
  front: Front,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { seen } = front
  const body = await bodyOf(request)
  if (request.url === '/token') {
    seen.tokens += 1
    response.end(await logIn(sandbox, 'staff.01234'))
    return
  }
  seen.requests += 1
  const number = seen.requests
  front.onRequest?.(number, 'before')
  if (request.method === 'POST') note(seen, String(request.headers['idempotency-key']), body)
  const answer = await passOn(sandbox, request, body)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (answer.ok) noteAnswers(seen, Buffer.from(bytes).toString('utf8'))
  front.onRequest?.(number, 'after')
  const type = answer.headers.get('content-type') ?? 'application/json'
  response.writeHead(answer.status, { 'content-type': type })
  response.end(bytes)
}

/** Opens a door on a free port of this machine. */
export async function openFront(sandbox: Sandbox): Promise<Front> {
  const none = () => new Map<string, Set<string>>()
  const front: { -readonly [Key in keyof Front]: Front[Key] } = {
    address: '',
    seen: { bodies: none(), keys: none(), answers: none(), requests: 0, posts: 0, tokens: 0 },
    close: () => Promise.resolve(),
  }
  const server = createServer((request, response) => {
    // A dropped answer, and an asker that was killed in its request, are broken connections alike.
    handle(sandbox, front, request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  front.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  front.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return front
}
