/** A platform for clinics that are killed: it counts what arrives under which key, and breaks now and then. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Random } from '../random.js'

/** What a platform remembers. */
export interface Platform {
  readonly address: string
  /** What was taken in: by its subject, the bodies by the keys that they came under, in order. */
  readonly taken: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Keys that came with two bodies. */
  readonly reused: number
  /** Requests so far. */
  readonly requests: number
  /** Called with the number of each request, before it is answered or after. */
  onRequest?: (number: number, when: 'before' | 'after') => void
  close(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/** How a request fares: most go well, some are not taken in, and some are without the clinic hearing of it. */
type Fate = 'fine' | 'busy' | 'dropped-before' | 'dropped-after' | 'slow'

const fateOf = (random: Random): Fate =>
  random.chance(0.8)
    ? 'fine'
    : random.pick(['busy', 'dropped-before', 'dropped-after', 'slow'] as const)

/** Starts a platform on a free port of this machine. */
export async function startPlatform(random: Random): Promise<Platform> {
  const taken = new Map<string, Map<string, string>>()
  const platform: { -readonly [Key in keyof Platform]: Platform[Key] } = {
    address: '',
    taken,
    reused: 0,
    requests: 0,
    close: () => Promise.resolve(),
  }
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const subject = (request.url ?? '').split('/').at(-1) ?? ''
    const key = String(request.headers['idempotency-key'])
    const body = await bodyOf(request)
    platform.requests += 1
    const number = platform.requests
    const fate = fateOf(random)
    platform.onRequest?.(number, 'before')
    if (fate === 'busy') return answer(response, 503, {})
    if (fate === 'dropped-before') return void request.socket.destroy()
    const bodies = taken.get(subject) ?? new Map<string, string>()
    if ((bodies.get(key) ?? body) !== body) platform.reused += 1
    taken.set(subject, bodies.set(key, body))
    platform.onRequest?.(number, 'after')
    if (fate === 'dropped-after') return void request.socket.destroy()
    if (fate === 'slow') await new Promise((resolve) => setTimeout(resolve, 8))
    answer(response, 201, { subject })
  }
  const server = createServer((request, response) => {
    // A clinic that was killed in the middle of its request leaves a broken socket, and that is all.
    handle(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  platform.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  platform.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return platform
}
