/** Against a real socket: what a network does that no scripted fetch does. */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hasCode, HttpError } from '@tiemchung/core'
import { afterEach, describe, expect, test } from 'vitest'
import { createHttp } from './create-http.js'

const open: Server[] = []

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(close))
})

const failureOf = async (work: Promise<unknown>): Promise<HttpError> => {
  const caught: unknown = await work.catch((error: unknown) => error)
  expect(caught).toBeInstanceOf(HttpError)
  return caught as HttpError
}

describe('over a socket', () => {
  test('a body goes out and an answer comes in', async () => {
    const baseUrl = await serve((request, response) => {
      const type = request.headers['content-type']
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const heard = {
          type,
          size: Buffer.concat(chunks).length,
          agent: request.headers['user-agent'],
        }
        response.writeHead(201, { 'x-request-id': 'srv-1' }).end(JSON.stringify(heard))
      })
    })
    const http = createHttp({ baseUrl, userAgent: 'clinic/1' })
    const body = new Blob([new Uint8Array(300_000)], { type: 'image/png' })
    const { data, status, requestId } = await http.request('POST', '/attachments', { body })
    expect(data).toEqual({ type: 'image/png', size: 300_000, agent: 'clinic/1' })
    expect([status, requestId]).toEqual([201, 'srv-1'])
    expect(await http.get('/bytes', { as: 'bytes' })).toBeInstanceOf(Uint8Array)
  })

  test('an answer may be empty, and a refusal may be anything at all', async () => {
    const baseUrl = await serve((request, response) => {
      if (request.method === 'DELETE') response.writeHead(204).end()
      else response.writeHead(400).end(Buffer.from([0xff, 0xfe]))
    })
    const http = createHttp({ baseUrl })
    expect(await http.delete('/x')).toBeUndefined()
    expect(await failureOf(http.get('/x'))).toMatchObject({ code: 'http.status', issues: [] })
  })

  test('nobody listens', async () => {
    const baseUrl = await serve(() => undefined)
    await Promise.all(open.splice(0).map(close))
    const error = await failureOf(
      createHttp({ baseUrl, retry: { attempts: 2, baseMs: 1 } }).get('/'),
    )
    expect(error).toMatchObject({ code: 'http.network', retryable: true })
    expect(error.status).toBeUndefined()
  })

  test.each([
    ['before an answer', (response: ServerResponse) => response.destroy()],
    [
      'in the middle of one',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('{"half":', () => response.destroy())
      },
    ],
  ])('the connection breaks %s, and the same write follows', async (_, breakOff) => {
    const keys: (string | string[] | undefined)[] = []
    const baseUrl = await serve((request, response) => {
      keys.push(request.headers['idempotency-key'])
      if (keys.length === 1) breakOff(response)
      else response.end('"done"')
    })
    expect(await createHttp({ baseUrl, retry: { baseMs: 1 } }).post('/x', { body: {} })).toBe(
      'done',
    )
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
  })

  test('a server that never answers is left, and its socket let go', async () => {
    let gone: () => void
    const left = new Promise<void>((resolve) => (gone = resolve))
    const baseUrl = await serve((_, response) => response.on('close', () => gone()))
    const http = createHttp({ baseUrl, timeouts: { attemptMs: 30 }, retry: { attempts: 1 } })
    expect((await failureOf(http.get('/'))).code).toBe('http.timeout')
    await left
  })

  test('a server that keeps failing meets the deadline', async () => {
    const baseUrl = await serve(() => undefined)
    const http = createHttp({ baseUrl, timeouts: { attemptMs: 5_000, totalMs: 30 } })
    expect(hasCode(await failureOf(http.get('/')), 'http.deadline')).toBe(true)
  })

  test('a redirect is not followed, so no body and no token goes elsewhere', async () => {
    let elsewhere = 0
    const other = await serve((_, response) => {
      elsewhere += 1
      response.end()
    })
    const baseUrl = await serve((_, response) => {
      response.writeHead(307, { location: other }).end()
    })
    expect((await failureOf(createHttp({ baseUrl }).post('/x', { body: {} }))).code).toBe(
      'http.redirect',
    )
    expect(elsewhere).toBe(0)
  })
})

describe('without a socket', () => {
  test("a server's own fetch is called with the request alone, and may answer at once", async () => {
    const given: number[] = []
    function answer(...all: unknown[]) {
      given.push(all.length)
      return Response.json({ ok: true })
    }
    const http = createHttp({
      baseUrl: 'http://sandbox',
      fetch: answer as unknown as (request: unknown) => Promise<unknown>,
    })
    expect(await http.get('/health')).toEqual({ ok: true })
    expect(given).toEqual([1])
  })
})
