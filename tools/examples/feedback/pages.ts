/** The built pages on a port, with the platform's address in place of the one that they are published with. */
import { existsSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const published = 'http://127.0.0.1:8787'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

const known = [
  ...['/index.html', '/follow.html', '/desk.html', '/style.css'],
  ...['/dist/report.js', '/dist/follow.js', '/dist/desk.js'],
]

export interface Pages {
  readonly origin: string
  /** Says where the platform is. */
  point(address: string): void
  stop(): void
}

export async function servePages(folder: string): Promise<Pages> {
  let platform = published
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    if (!known.includes(path) || !existsSync(join(folder, path))) {
      response.writeHead(404).end()
      return
    }
    const text = readFileSync(join(folder, path), 'utf8')
    const body = path.endsWith('.html') ? text.replaceAll(published, platform) : text
    response.writeHead(200, { 'content-type': types[extname(path)] ?? '' }).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    point: (address) => {
      platform = address
    },
    stop: () => server.close(),
  }
}
