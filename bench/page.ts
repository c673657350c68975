/** `hc1-verify-page`: the same contest inside of a page of a headless Chromium. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { issueCertificate } from '@tiemchung/certificates/issue'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { chromiumAt, noChromium } from '../tools/examples/chromium.js'
import type { Score } from './contest.js'
import { at, keyId, payload, signerOfRun, spki } from './dose.js'
import type { BenchPage, PageCase } from './page-script.js'

async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page-script.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    conditions: ['@tiemchung/source'],
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

/** Over the loopback address, where a page has WebCrypto; isolated, so that its clock is fine. */
async function serve(code: string): Promise<Server> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/script.js'
    response.writeHead(200, {
      'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    })
    response.end(isScript ? code : '<!doctype html><script src="/script.js"></script>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

async function caseOfRun(): Promise<PageCase> {
  const signer = await signerOfRun()
  const { text } = await issueCertificate(payload, { signer, issuedAt: at, keyId })
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  return { text, keyId: hex(keyId), spki: hex(spki), at: at.toISOString() }
}

/** The scores of the page, or why there are none. */
export async function inPage(): Promise<readonly Score[] | string> {
  const executablePath = chromiumAt()
  if (executablePath === undefined) return noChromium
  const server = await serve(await script())
  const browser = await chromium.launch({ executablePath, headless: true })
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    const run = (given: PageCase) => (globalThis as unknown as BenchPage).verifyContest(given)
    return await page.evaluate(run, await caseOfRun())
  } finally {
    await browser.close()
    server.close()
  }
}
