import { fixedClock, hasCode, HttpError, isUuid } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { createHttp } from './create-http.js'
import type { HttpOptions } from './http.js'

const clock = fixedClock(new Date('2022-04-14T02:00:00Z'))

/** A service that answers from a script, and remembers what it was asked. */
function scripted(...answers: (() => Response | Promise<Response>)[]) {
  const seen: Request[] = []
  const waits: number[] = []
  const options: HttpOptions = {
    baseUrl: 'https://platform.example.vn',
    clock,
    random: { bytes: (length) => new Uint8Array(length).fill(seen.length * 16 + 128) },
    sleep: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
    fetch: async (request: Request) => {
      seen.push(request)
      const answer = answers[seen.length - 1] ?? answers.at(-1)
      return (answer as () => Response)()
    },
  }
  return { seen, waits, options }
}

const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json', ...(init.headers ?? {}) },
  })

const failure = async (promise: Promise<unknown>): Promise<HttpError> => {
  const caught = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(caught).toBeInstanceOf(HttpError)
  return caught as HttpError
}

describe('createHttp', () => {
  test('a keyed write is sent again under the same key, with a new request id', async () => {
    const { seen, options } = scripted(
      () => json({}, { status: 503 }),
      () => json({ ok: true }),
    )
    expect(await createHttp(options).post('/v1/things', { body: { a: 1 } })).toEqual({ ok: true })
    const keys = seen.map((request) => request.headers.get('idempotency-key'))
    expect(keys[0]).toBe(keys[1])
    expect(isUuid(keys[0])).toBe(true)
    const ids = new Set(seen.map((request) => request.headers.get('x-request-id')))
    expect(ids.size).toBe(2)
  })

  test('a write without a key is sent once', async () => {
    const { seen, options } = scripted(() => json({}, { status: 503 }))
    const error = await failure(createHttp(options).post('/v1/things', { idempotencyKey: false }))
    expect(error).toMatchObject({ code: 'http.status', status: 503, retryable: false })
    expect(seen).toHaveLength(1)
  })

  test('Retry-After is waited for, and one beyond the cap ends the call', async () => {
    const slow = (seconds: string) => () =>
      json({}, { status: 503, headers: { 'retry-after': seconds } })
    const short = scripted(slow('2'), () => json(1))
    expect(await createHttp(short.options).get('/x')).toBe(1)
    // The jitter of the first wait: 0x90909090 / 2^32 of 301 ms.
    expect(short.waits).toEqual([2000 + 169])
    const long = scripted(slow('3600'))
    const error = await failure(createHttp(long.options).get('/x'))
    expect(error).toMatchObject({ status: 503, retryable: true })
    expect(long.seen).toHaveLength(1)
  })

  test('a problem becomes an error with its code, its issues and the server id of the request', async () => {
    const { options } = scripted(() =>
      json(
        {
          type: 'about:blank',
          code: 'platform.conflict',
          issues: [{ code: 'a.b', path: ['x', 1] }],
        },
        { status: 409, headers: { 'x-request-id': 'server-1' } },
      ),
    )
    const error = await failure(createHttp(options).put('/v1/records/1', { body: {} }))
    expect(error).toMatchObject({
      code: 'http.status',
      status: 409,
      problem: 'platform.conflict',
      requestId: 'server-1',
      retryable: false,
    })
    expect(error.issues[0]).toMatchObject({ code: 'a.b', path: ['x', 1] })
  })

  test.each([
    ['network', () => Promise.reject(new TypeError('fetch failed')), 'http.network'],
    ['shape', () => json({ id: 1 }), 'http.schema'],
    ['not JSON', () => new Response('<html>'), 'http.schema'],
    ['redirect', () => new Response(null, { status: 302 }), 'http.redirect'],
  ])('%s failure has a code of its own', async (_, answer, code) => {
    const { options } = scripted(answer)
    const refuses = {
      safeParse: () => ({ success: false as const, error: { issues: [{ path: ['id'] }] } }),
    }
    const error = await failure(
      createHttp({ ...options, retry: { attempts: 1 } }).get('/x', { schema: refuses }),
    )
    expect(error.code).toBe(code)
  })

  test('an attempt that hangs times out, and the whole call has a deadline', async () => {
    const hang = scripted(() => new Promise<Response>(() => undefined))
    const rings: [number, () => void][] = []
    const http = createHttp({
      ...hang.options,
      retry: { attempts: 1 },
      timeouts: { attemptMs: 5, totalMs: 9 },
      alarm: (milliseconds, ring) => {
        rings.push([milliseconds, ring])
        return () => undefined
      },
    })
    const ring = async (wanted: number, pending: Promise<unknown>) => {
      const ended = failure(pending)
      while (!rings.some(([milliseconds]) => milliseconds === 5)) await Promise.resolve()
      rings.find(([milliseconds]) => milliseconds === wanted)?.[1]()
      rings.length = 0
      return ended
    }
    expect((await ring(5, http.get('/x'))).code).toBe('http.timeout')
    expect((await ring(9, http.get('/x'))).code).toBe('http.deadline')
  })

  test('cancelling is told apart', async () => {
    const { options } = scripted(() => new Promise<Response>(() => undefined))
    const controller = new AbortController()
    const pending = createHttp(options).get('/x', { signal: controller.signal })
    controller.abort()
    expect((await failure(pending)).code).toBe('http.cancelled')
  })

  test('waiting requests share one token, and a refused one is replaced once', async () => {
    let asked = 0
    const { seen, options } = scripted(
      () => json({}, { status: 401 }),
      () => json(1),
    )
    const http = createHttp({
      ...options,
      tokens: () => {
        asked += 1
        return Promise.resolve({ value: `token-${asked}` })
      },
    })
    expect(await http.get('/x')).toBe(1)
    expect(seen.map((request) => request.headers.get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ])
    asked = 0
    const shared = scripted(() => json(1))
    const other = createHttp({
      ...shared.options,
      tokens: () => {
        asked += 1
        return Promise.resolve({ value: 'one' })
      },
    })
    await Promise.all([other.get('/a'), other.get('/b'), other.get('/c')])
    expect(asked).toBe(1)
  })

  test('pages are read one by one, as far as they are wanted', async () => {
    const { seen, options } = scripted(
      () => json({ items: [1, 2], next: 'c' }),
      () => json({ items: [3] }),
    )
    const http = createHttp(options)
    expect(await http.pages('/list').toArray({ limit: 100 })).toEqual([1, 2, 3])
    expect(seen[1]?.url).toBe('https://platform.example.vn/list?cursor=c')
    const again = scripted(() => json({ items: [1, 2], next: 'c' }))
    expect(await createHttp(again.options).pages('/list').toArray({ limit: 1 })).toEqual([1])
    expect(again.seen).toHaveLength(1)
  })

  test('a server that repeats its cursor is refused', async () => {
    const { options } = scripted(() => json({ items: [1], next: 'same' }))
    const error = await failure(createHttp(options).pages('/list').toArray({ limit: 100 }))
    expect(error.code).toBe('http.schema')
  })

  test('hooks see no query value, no token and no body', async () => {
    const heard: unknown[] = []
    const { options } = scripted(
      () => json({ secret: 'canary-body' }, { status: 503 }),
      () => json({}),
    )
    const hear = (event: unknown) => heard.push(event)
    await createHttp({
      ...options,
      tokens: () => Promise.resolve({ value: 'canary-token' }),
      hooks: { onRequest: hear, onResponse: hear, onRetry: hear, onError: hear },
    }).post('/x', { query: { phone: 'canary-phone' }, body: { name: 'canary-name' } })
    expect(heard.length).toBeGreaterThanOrEqual(5)
    expect(JSON.stringify(heard)).not.toContain('canary')
  })

  test.each([
    ['../secrets', 'http.path'],
    ['/a?b=c', 'http.path'],
    ['/a b', 'http.path'],
  ])('the path %s is refused before anything is sent', async (path, code) => {
    const { seen, options } = scripted(() => json(1))
    const caught = await createHttp(options)
      .get(path)
      .catch((error: unknown) => error)
    expect(hasCode(caught, code)).toBe(true)
    expect(seen).toHaveLength(0)
  })
})
