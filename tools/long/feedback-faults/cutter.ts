/** A line to the platform that breaks, after so many bytes from the one side, again and again. */
import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A line that is open. */
export interface Line {
  readonly address: string
  /** How often it broke. */
  readonly cuts: () => number
  close(): Promise<void>
}

/** Opens a line that breaks each time that so many bytes more have gone up; after the last of them it holds. */
export async function breakingLine(target: string, after: readonly number[]): Promise<Line> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let cuts = 0
  let sent = 0
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const end of [near, far]) {
      sockets.add(end)
      end.on('error', () => undefined)
      end.on('close', () => {
        sockets.delete(end)
        near.destroy()
        far.destroy()
      })
    }
    far.pipe(near)
    near.on('data', (chunk: Buffer) => {
      const limit = after[cuts]
      if (limit === undefined || sent + chunk.length < limit) {
        sent += chunk.length
        far.write(chunk)
        return
      }
      // What goes up to the very byte still arrives.
      far.write(chunk.subarray(0, limit - sent), () => far.destroy())
      near.destroy()
      cuts += 1
      sent = 0
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
