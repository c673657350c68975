import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { serve } from '@hono/node-server'
import type { Sandbox } from '../sandbox.js'

/** A sandbox on a port of this machine. */
export interface Listening {
  readonly address: string
  /** Takes nothing new, lets answers under way be finished, and resolves when the last connection is gone. */
  close(): Promise<void>
  /** Breaks the connections that are left. */
  cut(): void
}

/** A dropped answer becomes a connection that breaks. */
const handlerOf =
  (sandbox: Sandbox) =>
  (request: Request, env: unknown): Promise<Response> => {
    const { socket } = (env as { incoming: { socket: Socket } }).incoming
    const { remoteAddress: address } = socket
    return sandbox.fetch(request, address === undefined ? {} : { address }).catch(() => {
      socket.destroy()
      return new Response(null, { status: 502 })
    })
  }

/** Serves a sandbox on 127.0.0.1; rejects when the port cannot be had. */
export function listen(sandbox: Sandbox, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const options = { hostname: '127.0.0.1', port, fetch: handlerOf(sandbox) }
    const server = serve(options, (address) => {
      resolve({
        address: `http://127.0.0.1:${address.port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
        cut: () => server.closeAllConnections(),
      })
    }) as Server
    server.once('error', reject)
  })
}
