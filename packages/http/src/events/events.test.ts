import { fixedClock, InputError } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { createHttp } from '../create-http.js'
import type { RetryEvent } from '../hooks.js'
import type { HttpOptions, ServerEvent } from '../http.js'

/** What a connection does after its texts: ends, breaks, or says nothing any more. */
type Ending = 'end' | 'break' | 'silence'
type Script = (() => Response) | readonly [Ending, ...string[]]

const stream = (ending: Ending, texts: readonly string[], onCancel: () => void) => {
  const waiting = [...texts]
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const text = waiting.shift()
        if (text !== undefined) return controller.enqueue(new TextEncoder().encode(text))
        if (ending === 'end') return controller.close()
        if (ending === 'break') return controller.error(new TypeError('terminated'))
        return new Promise<void>(() => undefined)
      },
      cancel: onCancel,
    },
    { highWaterMark: 0 },
  )
}

/** A client of a server that goes by a script, a connection at a time; alarms longer than a minute do not ring. */
function client(scripts: readonly Script[], more: Partial<HttpOptions> = {}) {
  const seen: Request[] = []
  const waits: number[] = []
  let cancelled = 0
  const fetch = (request: Request) => {
    const script = scripts[seen.length] ?? (() => new Response(null, { status: 204 }))
    seen.push(request)
    if (typeof script === 'function') return Promise.resolve(script())
    const [ending, ...texts] = script
    const body = stream(ending, texts, () => {
      cancelled += 1
    })
    return Promise.resolve(
      new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }),
    )
  }
  const http = createHttp({
    baseUrl: 'https://api.example.vn',
    clock: fixedClock(new Date('2022-04-14T02:00:00Z')),
    random: { bytes: (length) => new Uint8Array(length).fill(255) },
    sleep: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
    alarm: (milliseconds, ring) => {
      const timer = milliseconds === 45_000 ? setTimeout(ring, 5) : undefined
      return () => clearTimeout(timer)
    },
    fetch,
    ...more,
  })
  return { http, seen, waits, cancels: () => cancelled }
}

async function all(events: AsyncIterable<ServerEvent>): Promise<readonly string[]> {
  const data: string[] = []
  for await (const event of events) data.push(event.data)
  return data
}

const resumed = (seen: readonly Request[]) => seen.map((one) => one.headers.get('last-event-id'))

describe('events', () => {
  test('nothing is sent before they are read; they come with id and type', async () => {
    const { http, seen } = client([
      ['end', ': hello\n\nid: 7\nevent: changed\ndata: one\n\n', 'data: two\ndata: lines\n\n'],
    ])
    const events = http.events('/changes', { query: { unit: '01' } })
    expect(seen).toEqual([])
    const list: ServerEvent[] = []
    for await (const event of events) list.push(event)
    expect(list).toEqual([
      { id: '7', type: 'changed', data: 'one' },
      { id: undefined, type: 'message', data: 'two\nlines' },
    ])
    expect(seen[0]?.url).toBe('https://api.example.vn/changes?unit=01')
    expect(seen[0]?.headers.get('accept')).toBe('text/event-stream')
  })

  test.each<[string, Ending, number]>([
    ['ends', 'end', 0],
    ['breaks', 'break', 0],
    ['falls silent', 'silence', 1],
  ])('a connection that %s is made again behind the last event', async (_, ending, cancels) => {
    const first = 'id: 1\ndata: a\n\nid: 2\ndata: b\n\nid: 3\ndata: cut'
    const {
      http,
      seen,
      waits,
      cancels: cancelled,
    } = client([
      [ending, first],
      ['end', 'id: 3\ndata: c\n\n'],
    ])
    expect(await all(http.events('/changes', { after: '0' }))).toEqual(['a', 'b', 'c'])
    expect(resumed(seen)).toEqual(['0', '2', '3'])
    expect(waits).toHaveLength(2)
    expect(cancelled()).toBe(cancels)
  })

  test('letters cut between two pieces come out whole', async () => {
    const bytes = new TextEncoder().encode('data: Phường Mẫu\n\n')
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    const { http } = client([
      () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
    ])
    expect(await all(http.events('/changes'))).toEqual(['Phường Mẫu'])
  })

  test('waits grow while nothing comes, and are short again after a heartbeat', async () => {
    const { http, waits } = client([['end'], ['end'], ['end'], ['end', ': still here\n\n']], {
      retry: { baseMs: 100, capMs: 1000 },
    })
    expect(await all(http.events('/changes'))).toEqual([])
    expect(waits).toEqual([100, 200, 400, 100])
  })

  test('a server says how long to wait: in the stream, or when it refuses', async () => {
    const { http, waits } = client(
      [
        ['end', 'retry: 5000\n\n'],
        () => new Response('{}', { status: 503, headers: { 'retry-after': '7' } }),
      ],
      { retry: { baseMs: 100 } },
    )
    await all(http.events('/changes'))
    expect(waits).toEqual([5100, 7200])
  })

  test.each([
    ['a refusal', () => new Response('{}', { status: 403 }), 'http.status'],
    ['a redirect', () => new Response(null, { status: 307 }), 'http.redirect'],
    ['an answer of another kind', () => Response.json({}), 'http.schema'],
    [
      'a wait longer than may be',
      () => new Response('{}', { status: 503, headers: { 'retry-after': '9999' } }),
      'http.status',
    ],
  ])('%s ends it with its error, told to the observer', async (_, script, code) => {
    const told: string[] = []
    const { http, seen } = client([script], {
      hooks: { onError: ({ error }) => told.push(error.code) },
    })
    await expect(all(http.events('/changes'))).rejects.toMatchObject({ code })
    expect(seen).toHaveLength(1)
    expect(told).toEqual([code])
  })

  test('an event longer than an answer may be ends it', async () => {
    const { http } = client([['silence', `data: ${'x'.repeat(2000)}`]], { maxBytes: 1000 })
    await expect(all(http.events('/changes'))).rejects.toMatchObject({ code: 'http.size' })
  })

  test('an id that no header can carry is not sent', async () => {
    const { http, seen } = client([['end', 'id: một\ndata: a\n\n']])
    await all(http.events('/changes', { after: '5' }))
    expect(resumed(seen)).toEqual(['5', null])
  })

  test('a refused token is replaced once; a second refusal ends it', async () => {
    const refused = () => new Response('{}', { status: 401 })
    let tokens = 0
    const { http, seen } = client([refused, ['end', 'data: a\n\n'], refused, refused], {
      tokens: () => Promise.resolve({ value: `t${(tokens += 1)}` }),
    })
    const data: string[] = []
    const read = async () => {
      for await (const event of http.events('/changes')) data.push(event.data)
    }
    await expect(read()).rejects.toMatchObject({ code: 'http.status', status: 401 })
    expect(data).toEqual(['a'])
    expect(seen.map((one) => one.headers.get('authorization'))).toEqual([
      'Bearer t1',
      'Bearer t2',
      'Bearer t2',
      'Bearer t3',
    ])
  })

  test('whoever stops reading ends the connection', async () => {
    const { http, seen, cancels } = client([['silence', 'data: a\n\ndata: b\n\n']])
    for await (const event of http.events('/changes')) {
      expect(event.data).toBe('a')
      break
    }
    expect(seen).toHaveLength(1)
    expect(cancels()).toBe(1)
    expect(seen[0]?.signal.aborted).toBe(true)
  })

  test('a signal ends it while it waits for an event', async () => {
    const { http, cancels } = client([['silence', 'data: a\n\n']])
    const stop = new AbortController()
    const read = async () => {
      const events = http.events('/changes', { signal: stop.signal, silenceMs: 60_000 })
      for await (const _ of events) setTimeout(() => stop.abort(), 1)
    }
    await expect(read()).rejects.toMatchObject({ code: 'http.cancelled', retryable: false })
    expect(cancels()).toBe(1)
  })

  test('a signal ends it while it waits for the next connection', async () => {
    const stop = new AbortController()
    const { http } = client([['end']], {
      sleep: (_, signal) => {
        stop.abort()
        return Promise.reject(signal?.reason)
      },
    })
    const read = all(http.events('/changes', { signal: stop.signal }))
    await expect(read).rejects.toMatchObject({ code: 'http.cancelled' })
  })

  test('observers are told why a connection is made again', async () => {
    const told: Pick<RetryEvent, 'attempt' | 'waitMs'>[] = []
    const broken = () => {
      throw new TypeError('fetch failed')
    }
    const { http } = client([broken, broken], {
      retry: { baseMs: 100 },
      hooks: { onRetry: ({ attempt, waitMs }) => told.push({ attempt, waitMs }) },
    })
    await all(http.events('/changes'))
    expect(told).toEqual([
      { attempt: 1, waitMs: 100 },
      { attempt: 2, waitMs: 200 },
    ])
  })

  test('a silence that is none is refused', () => {
    const { http } = client([])
    expect(() => http.events('/changes', { silenceMs: 0 })).toThrow(InputError)
  })
})

describe('onProblem', () => {
  test('is told the whole document of a refusal, which no error holds', async () => {
    const document = { code: 'platform.conflict', current: { note: 'Nguyễn Thị Mẫu' } }
    const { http } = client([() => Response.json(document, { status: 409 })])
    const told: unknown[] = []
    const sent = http.post('/x', { onProblem: (one) => told.push(one) })
    const caught: unknown = await sent.catch((error: unknown) => error)
    expect(told).toEqual([document])
    expect(JSON.stringify(caught)).not.toContain('Mẫu')
  })

  test('what it throws is dropped', async () => {
    const { http } = client([() => Response.json({}, { status: 422 })])
    const onProblem = () => {
      throw new Error('mine')
    }
    await expect(http.post('/x', { onProblem })).rejects.toMatchObject({ code: 'http.status' })
  })
})
