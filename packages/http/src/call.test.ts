import { type Clock, fixedClock, hasCode, HttpError, type Sleep } from '@tiemchung/core'
import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { createHttp } from './create-http.js'
import type { ErrorEvent, ResponseEvent, RetryEvent } from './hooks.js'
import type { HttpOptions, Method } from './http.js'

type Answer = () => Response | Promise<Response>

const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response('{}', { status: code, headers })
const ok: Answer = () => new Response('1')
const hang: Answer = () => new Promise<Response>(() => undefined)
const broken: Answer = () => Promise.reject(new TypeError('fetch failed'))

/** A client on a scripted server, with a clock that waiting moves. */
function client(answers: readonly Answer[], more: Partial<HttpOptions> = {}) {
  const clock = fixedClock(new Date('2022-04-14T02:00:00Z'))
  const seen: Request[] = []
  const waits: number[] = []
  const sleep: Sleep = (milliseconds) => {
    waits.push(milliseconds)
    clock.advance(milliseconds)
    return Promise.resolve()
  }
  const http = createHttp({
    baseUrl: 'https://api.example.vn',
    clock,
    sleep,
    random: { bytes: (length) => new Uint8Array(length).fill(255 - seen.length) },
    fetch: async (request: Request) => {
      seen.push(request)
      return (answers[seen.length - 1] ?? answers.at(-1) ?? ok)()
    },
    ...more,
  })
  return { http, seen, waits, clock }
}

const failureOf = async (work: Promise<unknown>): Promise<HttpError> => {
  const caught: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(caught).toBeInstanceOf(HttpError)
  return caught as HttpError
}

describe('which failures are tried again', () => {
  test.each<[Method, string, Answer, number]>([
    ['GET', 'a busy server', status(503), 3],
    ['PUT', 'a busy server', status(503), 3],
    ['DELETE', 'a busy server', status(503), 3],
    ['POST', 'a busy server', status(503), 3],
    ['PATCH', 'a busy server', status(503), 3],
    ['POST', 'a broken connection', broken, 3],
    ['POST', 'a wrong request', status(422), 1],
    ['GET', 'a thing that is not there', status(404), 1],
    ['PUT', 'a conflict', status(409), 1],
    ['POST', 'a first request still at work', status(409, { 'retry-after': '1' }), 3],
    ['GET', 'a redirect', status(307, { location: 'https://evil.example' }), 1],
    ['GET', 'a refusal without a token', status(401), 1],
  ])('%s, %s', async (method, _, answer, times) => {
    const { http, seen } = client([answer])
    await failureOf(http.request(method, '/x'))
    expect(seen).toHaveLength(times)
  })

  test('waits grow up to a limit that doubles', async () => {
    const { http, waits } = client([broken], { retry: { attempts: 5, baseMs: 100, capMs: 300 } })
    await failureOf(http.get('/x'))
    expect(waits.map((wait) => Math.ceil(wait / 100))).toEqual([1, 2, 3, 3])
  })

  test('a call may try less often than its client, and says what the server asked to wait', async () => {
    const { http, seen, waits } = client([status(503, { 'retry-after': '7' })])
    const failure = await failureOf(http.put('/x', { attempts: 1 }))
    expect([seen.length, waits.length]).toEqual([1, 0])
    expect(failure).toMatchObject({ retryable: true, retryAfterMs: 7000 })
    expect(failure.toJSON()).toMatchObject({ retryAfterMs: 7000 })
    await expect(http.put('/x', { attempts: 0 })).rejects.toMatchObject({ code: 'http.option' })
  })

  test('the body goes out whole each time', async () => {
    const bodies: string[] = []
    const { http } = client([], {
      fetch: async (request: Request) => {
        bodies.push(await request.text())
        return new Response('{}', { status: bodies.length < 3 ? 500 : 201 })
      },
    })
    await http.post('/x', { body: new Blob(['a picture']) })
    expect(bodies).toEqual(['a picture', 'a picture', 'a picture'])
  })

  test('the key of the caller is on every attempt', async () => {
    const { http, seen } = client([status(503), broken, ok])
    await http.post('/x', { idempotencyKey: 'outbox-row-7' })
    const keys = seen.map((request) => request.headers.get('idempotency-key'))
    expect(keys).toEqual(['outbox-row-7', 'outbox-row-7', 'outbox-row-7'])
  })
})

describe('what a server asks to wait', () => {
  const full = { bytes: (length: number) => new Uint8Array(length).fill(255) }
  test.each([
    ['is waited, and a random moment more, as all were asked the same', '20', full, [20_100]],
    ['may be nothing, which is no reason to come at once', '0', full, [100]],
    ['may be all that is allowed', '60', full, [60_100]],
    ['may be more than is allowed', '61', full, []],
    ['may be more than a number can hold', '9'.repeat(400), full, []],
    ['may be nonsense', 'soon', full, [100]],
  ])('%s', async (_, retryAfter, random, expected) => {
    const { http, waits } = client([status(503, { 'retry-after': retryAfter }), ok], {
      random,
      retry: { attempts: 2, baseMs: 100 },
      timeouts: { totalMs: 600_000 },
    })
    const outcome = await http.get('/x').catch((error: unknown) => error)
    expect(waits).toEqual(expected)
    if (expected.length === 0) expect(outcome).toMatchObject({ status: 503, retryable: true })
  })
})

describe('the length of an answer', () => {
  /** A body without end, in chunks of 1000 bytes, and how many were asked for. */
  const endless = (code: number) => {
    let chunks = 0
    const pull = (controller: ReadableStreamDefaultController) => {
      chunks += 1
      controller.enqueue(new Uint8Array(1000))
    }
    const answer = () => new Response(new ReadableStream({ pull }), { status: code })
    return { answer, chunks: () => chunks }
  }

  test('is limited, and no more than that is read', async () => {
    const { answer, chunks } = endless(200)
    const { http, seen } = client([answer], { maxBytes: 5_000 })
    const error = await failureOf(http.get('/x', { as: 'bytes' }))
    expect(error).toMatchObject({ code: 'http.size', status: 200, retryable: false })
    expect(chunks()).toBeLessThan(10)
    expect(seen).toHaveLength(1)
  })

  test('may be the limit', async () => {
    const { http } = client([() => new Response(new Uint8Array(5_000))], { maxBytes: 5_000 })
    expect(await http.get('/x', { as: 'bytes' })).toHaveLength(5_000)
  })

  test('does not hide what a failing server says by its status', async () => {
    const { answer, chunks } = endless(422)
    const { http } = client([answer])
    expect(await failureOf(http.get('/x'))).toMatchObject({ code: 'http.status', status: 422 })
    expect(chunks()).toBeLessThan(300)
  })
})

describe('the deadline over all attempts', () => {
  test('a wait that would outlast it is not begun, and the last failure is told', async () => {
    const { http, waits } = client([status(503, { 'retry-after': '20' })], {
      retry: { attempts: 9, baseMs: 1 },
      timeouts: { totalMs: 50_000 },
      random: { bytes: (length) => new Uint8Array(length) },
    })
    expect(await failureOf(http.get('/x'))).toMatchObject({ code: 'http.status', retryable: true })
    expect(waits).toEqual([20_000, 20_000])
  })

  test.each([
    ['while waiting', status(503), 'http.deadline', 503],
    ['during an attempt', hang, 'http.deadline', undefined],
  ])('ends the call %s', async (_, answer, code, before) => {
    const alarms = new Map<number, () => void>()
    const { http } = client([answer], {
      timeouts: { attemptMs: 7, totalMs: 9 },
      retry: { attempts: 2, baseMs: 1 },
      alarm: (milliseconds, ring) => {
        alarms.set(milliseconds, ring)
        if (before === undefined && milliseconds === 7) queueMicrotask(() => alarms.get(9)?.())
        return () => undefined
      },
      sleep: () => {
        alarms.get(9)?.()
        return new Promise(() => undefined)
      },
    })
    const error = await failureOf(http.post('/x'))
    expect(error).toMatchObject({ code, retryable: true })
    expect((error.cause as HttpError | undefined)?.status).toBe(before)
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('the time of one attempt', () => {
  /** A client whose first attempt takes too long. */
  const impatient = (answers: readonly Answer[], more: Partial<HttpOptions> = {}) => {
    let rung = false
    const alarm = (milliseconds: number, ring: () => void) => {
      if (milliseconds === 7 && !rung) setImmediate(ring)
      rung ||= milliseconds === 7
      return () => undefined
    }
    return client(answers, { timeouts: { attemptMs: 7 }, alarm, ...more })
  }

  test('an attempt that hangs is followed by another', async () => {
    const { http, seen } = impatient([hang, ok])
    expect(await http.get('/x')).toBe(1)
    expect(seen).toHaveLength(2)
  })

  test('a body that stops half-way counts too', async () => {
    const half = () =>
      new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }))
    const { http } = impatient([half], { retry: { attempts: 1 } })
    expect(await failureOf(http.get('/x'))).toMatchObject({ code: 'http.timeout', retryable: true })
  })

  test('a write without a key is not to be sent again', async () => {
    const { http, seen } = impatient([hang])
    const error = await failureOf(http.post('/x', { idempotencyKey: false }))
    expect(error).toMatchObject({ code: 'http.timeout', retryable: false })
    expect(seen).toHaveLength(1)
  })
})

describe('cancelling', () => {
  test('before the call sends nothing', async () => {
    const { http, seen } = client([hang])
    const error = await failureOf(http.get('/x', { signal: AbortSignal.abort() }))
    expect(error).toMatchObject({ code: 'http.cancelled', retryable: false })
    expect(seen).toHaveLength(0)
  })

  test('when a refused token has been replaced sends nothing more', async () => {
    const controller = new AbortController()
    let asked = 0
    const { http, seen } = client([status(401)], {
      tokens: () => {
        asked += 1
        if (asked === 2) queueMicrotask(() => controller.abort())
        return Promise.resolve({ value: `t${asked}` })
      },
    })
    const error = await failureOf(http.get('/x', { signal: controller.signal }))
    expect(error.code).toBe('http.cancelled')
    expect(seen).toHaveLength(1)
  })

  test('leaves no listener on a signal that outlives its calls', async () => {
    const { signal } = new AbortController()
    const { http } = client([status(503), ok, broken, ok, status(404)])
    await http.get('/x', { signal })
    await http.get('/x', { signal })
    await failureOf(http.get('/x', { signal }))
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  test('while waiting ends the call', async () => {
    const controller = new AbortController()
    const { http } = client([status(503)], {
      sleep: () => {
        controller.abort(new Error('left the page'))
        return new Promise(() => undefined)
      },
    })
    const error = await failureOf(http.get('/x', { signal: controller.signal }))
    expect(error.code).toBe('http.cancelled')
  })

  test('while a token is fetched ends the call and leaves the token to the others', async () => {
    let deliver = (_: { value: string }) => undefined as void
    const { http, seen } = client([ok], {
      tokens: () => new Promise((resolve) => (deliver = resolve)),
    })
    const controller = new AbortController()
    const left = failureOf(http.get('/a', { signal: controller.signal }))
    const stays = http.get('/b')
    await new Promise(setImmediate)
    controller.abort()
    expect((await left).code).toBe('http.cancelled')
    deliver({ value: 'late' })
    expect(await stays).toBe(1)
    expect(seen.map((request) => new URL(request.url).pathname)).toEqual(['/b'])
  })
})

describe('tokens', () => {
  test('a refused token is replaced once under the same key, and a second refusal is told', async () => {
    let count = 0
    const { http, seen } = client([status(401)], {
      tokens: () => Promise.resolve({ value: `t${(count += 1)}` }),
    })
    const error = await failureOf(http.post('/x', { idempotencyKey: 'k' }))
    expect(error).toMatchObject({ status: 401, retryable: false })
    expect(
      seen.map(({ headers }) => [headers.get('authorization'), headers.get('idempotency-key')]),
    ).toEqual([
      ['Bearer t1', 'k'],
      ['Bearer t2', 'k'],
    ])
  })

  test('a provider that has no other token than the refused one costs no second request', async () => {
    const { http, seen } = client([status(401)], { tokens: () => Promise.resolve({ value: 't' }) })
    expect(await failureOf(http.get('/x'))).toMatchObject({ code: 'http.status', status: 401 })
    expect(seen).toHaveLength(1)
  })

  const expired = () => new Response('{"code":"401"}')
  const saysTokenExpired = (answer: unknown) => (answer as { code?: string }).code === '401'

  test.each<[string, Answer[], string[], unknown]>([
    ['is replaced once', [expired, ok], ['Bearer t1', 'Bearer t2'], 1],
    ['twice is told', [expired], ['Bearer t1', 'Bearer t2'], 'http.token-expired'],
    ['stays away', [ok], ['Bearer t1'], 1],
    ['after a busy server is replaced', [status(503), expired, ok], ['t1', 't1', 't2'], 1],
  ])('a token that has expired by the body of a 200 %s', async (_, answers, sent, comes) => {
    let count = 0
    const { http, seen } = client(answers, {
      saysTokenExpired,
      tokens: () => Promise.resolve({ value: `t${(count += 1)}` }),
    })
    const end = await http
      .post('/x', { idempotencyKey: 'k' })
      .catch((caught: unknown) => (caught as HttpError).code)
    expect(end).toEqual(comes)
    expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual(
      sent.map((one) => (one.startsWith('Bearer') ? one : `Bearer ${one}`)),
    )
    expect(new Set(seen.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1)
  })

  test.each([
    ['without tokens it is an error and never an answer', expired, 'http.token-expired'],
    ['a body that is no JSON is looked at as nothing', () => new Response('{'), 'http.schema'],
  ])('%s', async (_, answer, code) => {
    const { http, seen } = client([answer], {
      saysTokenExpired: (one) => one !== undefined && saysTokenExpired(one),
    })
    expect((await failureOf(http.get('/x'))).code).toBe(code)
    expect(seen).toHaveLength(1)
  })

  test('no token, nothing sent', async () => {
    const { http, seen } = client([ok], { tokens: () => Promise.reject(new Error('no account')) })
    expect((await failureOf(http.get('/x'))).code).toBe('http.token')
    expect(seen).toHaveLength(0)
  })
})

describe('hooks', () => {
  test.each([
    [
      'a shape that was not agreed',
      { schema: { safeParse: () => ({ success: false as const, error: { issues: [] } }) } },
    ],
    [
      'a schema that throws, and whose words are not kept',
      {
        schema: {
          safeParse: () => {
            throw new Error('Nguyễn Thị Mẫu')
          },
        },
      },
    ],
  ])('hear of %s', async (_, expected) => {
    const heard: ErrorEvent[] = []
    const { http } = client([ok], { hooks: { onError: (event) => heard.push(event) } })
    const error = await failureOf(http.get('/x', expected))
    expect(error).toMatchObject({ code: 'http.schema', status: 200, retryable: false })
    expect(heard.map(({ attempt, error }) => [attempt, error.code])).toEqual([[1, 'http.schema']])
    expect(String(error.cause)).not.toContain('Mẫu')
  })

  test('measure no time that is less than none when the clock is set back', async () => {
    const heard: number[] = []
    const { http, clock } = client([], {
      fetch: () => {
        clock.advance(-3_600_000)
        return Promise.resolve(new Response('1'))
      },
      hooks: { onResponse: ({ durationMs }) => heard.push(durationMs) },
    })
    await http.get('/x')
    expect(heard).toEqual([0])
  })
  test('hear of each attempt, each wait and the end, by number', async () => {
    const heard: [string, number, unknown][] = []
    const { http } = client([status(503, { 'x-request-id': 'srv-9' }), broken], {
      retry: { attempts: 2, baseMs: 1 },
      hooks: {
        onRequest: ({ attempt }) => heard.push(['request', attempt, undefined]),
        onResponse: (event: ResponseEvent) =>
          heard.push(['response', event.attempt, event.serverRequestId]),
        onRetry: ({ attempt, error }: RetryEvent) => heard.push(['retry', attempt, error.code]),
        onError: ({ attempt, error }: ErrorEvent) => heard.push(['error', attempt, error.code]),
      },
    })
    await failureOf(http.get('/x'))
    expect(heard).toEqual([
      ['request', 1, undefined],
      ['response', 1, 'srv-9'],
      ['retry', 1, 'http.status'],
      ['request', 2, undefined],
      ['error', 2, 'http.network'],
    ])
  })
})

describe('an injected part that fails itself', () => {
  test('is told as it is', async () => {
    const dead: Clock = {
      now: () => {
        throw new RangeError('no clock')
      },
    }
    await expect(client([ok], { clock: dead }).http.get('/x')).rejects.toThrow('no clock')
    const { http } = client([status(503)], { sleep: () => Promise.reject(new RangeError('awake')) })
    await expect(http.get('/x')).rejects.toThrow('awake')
  })
})

describe('options', () => {
  test.each([
    ['no attempts', { retry: { attempts: 0 } }],
    ['half an attempt', { retry: { attempts: 1.5 } }],
    ['a time that is no number', { timeouts: { attemptMs: Number.NaN } }],
    ['more time than a timer can count', { timeouts: { totalMs: 2 ** 31 } }],
    ['a negative cap', { retry: { capMs: -1 } }],
    ['half a byte', { maxBytes: 0.5 }],
  ])('%s is refused', (_, options) => {
    let caught: unknown
    try {
      createHttp({ baseUrl: 'https://api.example.vn', ...options })
    } catch (error) {
      caught = error
    }
    expect(hasCode(caught, 'http.option')).toBe(true)
  })
})
