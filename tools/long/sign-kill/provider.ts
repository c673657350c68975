/** A signer behind HTTP that counts what its key does: a call that comes again under its id is answered with what it has. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fromBase64, toBase64, toHex } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { Signer } from '@tiemchung/signing'
import type { Random } from '../random.js'

/** A provider that listens. */
export interface Provider {
  readonly address: string
  /** Uses of the key, by the hash of what was signed. */
  readonly uses: ReadonlyMap<string, number>
  /** Calls, those of them that came again, and answers that were lost. */
  readonly seen: { calls: number; again: number; lost: number }
  close(): Promise<void>
}

interface Call {
  readonly request: string
  readonly data: readonly string[]
}

async function bodyOf(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Call
}

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** Opens a provider on a free port; it delays some answers and loses some after signing. */
export async function openProvider(signer: Signer, random: Random): Promise<Provider> {
  const uses = new Map<string, number>()
  const seen = { calls: 0, again: 0, lost: 0 }
  const answers = new Map<string, Promise<readonly string[]>>()
  const signAll = async (data: readonly string[]) => {
    const signatures: string[] = []
    for (const text of data) {
      const name = toHex(await systemCrypto.digest('SHA-256', fromBase64(text)))
      uses.set(name, (uses.get(name) ?? 0) + 1)
      signatures.push(toBase64(await signer.sign(fromBase64(text))))
    }
    return signatures
  }
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const call = await bodyOf(request)
    seen.calls += 1
    const known = answers.get(call.request)
    if (known !== undefined) seen.again += 1
    const answer = known ?? signAll(call.data)
    answers.set(call.request, answer)
    const signatures = await answer
    if (random.chance(0.3)) await pause(random.below(10))
    if (random.chance(0.1)) {
      seen.lost += 1
      request.socket.destroy()
      return
    }
    response.end(JSON.stringify({ signatures }))
  }
  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    uses,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
