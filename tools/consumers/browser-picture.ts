/** `consumers/browser-picture`: a page that reads pictures, in a headless Chromium. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'

type Served = Readonly<Record<string, { readonly type: string; readonly body: Uint8Array }>>

/** What the page says: 804 characters are version 22 at Q. */
const read = 'true 22 true'
const expected = {
  without: 'certificate-qr.decoder',
  png: read,
  transparent: read,
  jpeg: read,
  webp: 'certificate-qr.picture-format',
}

/** The page, its script, and the decoder that the certificates package was installed with. */
async function filesOf(cwd: string): Promise<Served> {
  const { outputFiles } = await build({
    absWorkingDir: cwd,
    entryPoints: [join(cwd, 'main.js')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  })
  const decoder = 'zxing_reader.wasm'
  const certificates = createRequire(join(cwd, 'main.js')).resolve('@tiemchung/certificates')
  const installed = createRequire(certificates).resolve(`zxing-wasm/reader/${decoder}`)
  return {
    '/': { type: 'text/html; charset=utf-8', body: readFileSync(join(cwd, 'index.html')) },
    '/main.js': {
      type: 'text/javascript',
      body: outputFiles[0]?.contents ?? new Uint8Array(0),
    },
    [`/${decoder}`]: { type: 'application/wasm', body: readFileSync(installed) },
  }
}

async function serve(files: Served): Promise<Server> {
  const server = createServer((request, response) => {
    const file = files[request.url ?? '']
    if (file === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': file.type }).end(file.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** What the page answers, and what it asked for. */
async function visit(origin: string, executable: string) {
  const browser = await chromium.launch({ executablePath: executable, headless: true })
  try {
    const page = await browser.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url().replace(origin, '')))
    await page.goto(origin)
    const answer = await page.evaluate(
      () => (globalThis as unknown as { answer: Promise<Record<string, string>> }).answer,
    )
    return { answer, requests: requests.filter((path) => path !== '/favicon.ico') }
  } finally {
    await browser.close()
  }
}

/** Bundles and serves the page, and looks at what it read and what it asked for. */
export async function tryPictures(cwd: string, executable: string): Promise<readonly string[]> {
  const server = await serve(await filesOf(cwd))
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { answer, requests } = await visit(origin, executable)
    const wanted = ['/', '/main.js', '/zxing_reader.wasm']
    return [
      ...(isDeepStrictEqual(answer, expected) ? [] : [`it read ${JSON.stringify(answer)}`]),
      ...(isDeepStrictEqual(requests, wanted) ? [] : [`it asked for ${requests.join(' ')}`]),
    ]
  } finally {
    server.close()
  }
}
