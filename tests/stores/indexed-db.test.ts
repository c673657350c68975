import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { storeSuite } from '@tiemchung/clinic/store/suite'
import { build } from 'esbuild'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Kit } from './page.fixture.js'

const executablePath = '/usr/bin/chromium'
const isThere = existsSync(executablePath)

async function serve(script: Uint8Array): Promise<Server> {
  const server = createServer(({ url }, response) => {
    if (url === '/page.js')
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
    else {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><script src="/page.js"></script>')
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

async function bundled(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.fixture.ts', import.meta.url))],
    ...{ bundle: true, write: false, format: 'iife', platform: 'browser', logLevel: 'silent' },
    conditions: ['@tiemchung/source'],
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

describe.runIf(isThere)(`indexedDbStore in Chromium (${executablePath})`, () => {
  let server: Server
  let browser: Browser
  let context: BrowserContext
  let origin = ''
  beforeAll(async () => {
    server = await serve(await bundled())
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await chromium.launch({ executablePath, headless: true })
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })
  // Each test has a profile of its own.
  beforeEach(async () => {
    context = await browser.newContext()
  })
  afterEach(() => context.close())

  const tab = async (): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(origin)
    return page
  }
  /** Calls something of the kit in a page. */
  const call = <Name extends keyof Kit>(page: Page, name: Name, ...args: Parameters<Kit[Name]>) =>
    page.evaluate(
      ([verb, values]) => {
        const { kit } = globalThis as unknown as {
          kit: Record<string, (...all: unknown[]) => unknown>
        }
        return kit[verb]?.(...values)
      },
      [name, args] as [string, unknown[]],
    ) as Promise<Awaited<ReturnType<Kit[Name]>>>

  test.each(storeSuite.map(({ name }) => [name]))('%s', async (name) => {
    expect(await call(await tab(), 'run', name)).toBe(name)
  })

  test('two tabs that count at once lose nothing', async () => {
    const [one, other] = [await tab(), await tab()]
    expect(await call(one, 'open', 'shared')).toBe('done')
    expect(await call(other, 'open', 'shared')).toBe('done')
    await Promise.all([call(one, 'count', 50), call(other, 'count', 50)])
    expect(await call(one, 'counted')).toBe(100)
  })

  test.each([
    ['is closed', (page: Page) => page.close()],
    [
      'crashes',
      (page: Page) =>
        page.goto('chrome://crash').then(
          () => undefined,
          () => undefined,
        ),
    ],
    ['goes elsewhere', (page: Page) => page.goto('about:blank').then(() => undefined)],
  ])('what a tab holds is free when it %s', async (_, end) => {
    const [one, other] = [await tab(), await tab()]
    await call(one, 'open', 'shared')
    await call(other, 'open', 'shared')
    expect(await call(one, 'write', 'kept', 10)).toBe('done')
    expect(await call(one, 'hold')).toBe(true)
    expect(await call(other, 'hold')).toBe(false)
    await end(one)
    await expect.poll(() => call(other, 'hold'), { timeout: 30_000 }).toBe(true)
    expect(await call(other, 'ids')).toEqual(['kept'])
  })

  test('a database of a newer version is refused, and untouched', async () => {
    const page = await tab()
    expect(await call(page, 'openBare', 'day', 7)).toEqual(['other'])
    expect(await call(page, 'open', 'day')).toBe('clinic.store.newer')
    expect(await call(page, 'openBare', 'day', 7)).toEqual(['other'])
  })

  test('a tab gives way to a newer version of the program, and says so', async () => {
    const [old, fresh] = [await tab(), await tab()]
    await call(old, 'open', 'day')
    expect(await call(old, 'write', 'a', 1)).toBe('done')
    expect(await call(fresh, 'openBare', 'day', 7)).toEqual(['document'])
    expect(await call(old, 'write', 'b', 1)).toBe('clinic.store.closed')
  })

  test('where the browser has no room a write is refused, what was kept stays, and the next works', async () => {
    const page = await tab()
    await call(page, 'open', 'day')
    expect(await call(page, 'write', 'kept', 10)).toBe('done')
    await call(page, 'fail', 'QuotaExceededError')
    expect(await call(page, 'write', 'big', 10)).toBe('clinic.store.full')
    await call(page, 'fail', 'UnknownError')
    expect(await call(page, 'write', 'big', 10)).toBe('clinic.store.disk')
    await call(page, 'fail', undefined)
    expect(await call(page, 'ids')).toEqual(['kept'])
    expect(await call(page, 'write', 'next', 10)).toBe('done')
    expect(await call(page, 'ids')).toEqual(['kept', 'next'])
  })

  test.each([
    ['no JSON', '{'],
    ['no text', 5],
  ])(
    'a document that is %s is refused; where somebody is told, the rest goes on',
    async (_, value) => {
      const page = await tab()
      await call(page, 'open', 'day')
      for (const id of ['a', 'b', 'c']) await call(page, 'write', id, 1)
      await call(page, 'spoil', 'day', 'b', value)
      await expect(call(page, 'ids')).rejects.toThrow(/A document of the store cannot be read/)
      expect(await call(page, 'openTold', 'day')).toBe('done')
      expect(await call(page, 'ids')).toEqual(['a', 'c'])
      expect(await call(page, 'unreadable')).toBe(1)
      expect(await call(page, 'told')).toEqual([['clinic.store.document', ['child']]])
      expect(await call(page, 'get', 'b')).toBe('clinic.store.document')
      expect(await call(page, 'writeNew', 'b')).toBe('clinic.store.document')
      expect(await call(page, 'writeNew', 'd')).toBe('done')
      expect(await call(page, 'ids')).toEqual(['a', 'c', 'd'])
    },
  )

  test('a page without Web Locks is told so', async () => {
    expect(await call(await tab(), 'withoutLocks')).toBe('clinic.store.unavailable')
  })
})

if (!isThere) {
  // skipped: there is no Chromium on this machine
  test.skip(`indexedDbStore is not run: there is no ${executablePath}`, () => undefined)
}
