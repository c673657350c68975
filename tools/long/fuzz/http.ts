import { fixedClock, HttpError, InputError } from '@tiemchung/core'
import { createHttp, type Http, type Schema } from '@tiemchung/http'
import { marks } from '../corpus.js'
import { attempt, endOf, mustKeepSilent } from '../judge.js'
import { must, type Outcome, value } from '../long-run.js'
import { mutateJson } from '../mutate-json.js'
import { mutateText } from '../mutate-text.js'
import type { Random } from '../random.js'
import { family, type Kind, type Kinds } from './family.js'

/** What a call may end in: the network, the time, the status, the shape of the answer. */
const kindsOfFailure: ReadonlySet<string> = new Set([
  'http.network',
  'http.timeout',
  'http.deadline',
  'http.status',
  'http.redirect',
  'http.schema',
])

const problem = {
  type: 'https://example.vn/errors#platform.body',
  title: 'Nguyễn Thị Mẫu Thử',
  status: 422,
  detail: '001314000017',
  code: 'platform.body',
  issues: [
    {
      code: 'schema.required',
      path: ['person', 'fullName'],
      severity: 'error',
      message: { vi: 'Mẫu Thử', en: 'Mẫu Thử' },
    },
  ],
}
const page = { items: [{ id: '001314000017' }, { id: 'b' }], next: 'c1' }

const statuses = [
  200, 200, 200, 201, 204, 301, 304, 400, 401, 404, 409, 422, 429, 500, 502, 503, 599,
]
const types = [
  'application/json',
  'application/problem+json',
  'text/html',
  'application/json; charset=x',
]
const waits = ['0', '1', '120', '-1', '1e3', '99999999999', 'Thu, 14 Apr 2022 02:00:30 GMT', 'soon']

function bodyOf(random: Random): string {
  const seed = random.chance(0.5) ? problem : page
  const kind = random.below(10)
  if (kind === 0) return ''
  if (kind === 1) return mutateText(random, ['<html>Mẫu Thử</html>', JSON.stringify(seed)])
  if (kind < 5) return mutateText(random, [JSON.stringify(seed)])
  if (kind < 7) return JSON.stringify(seed)
  return JSON.stringify(mutateJson(random, seed)) ?? ''
}

function headersOf(random: Random): Headers {
  const headers = new Headers({ 'content-type': random.pick(types) })
  const wait = random.chance(0.5) ? random.pick(waits) : mutateText(random, waits)
  // Only what can stand in a header at all; a server can send nothing else.
  if (random.chance(0.4) && /^[\t\x20-\x7e\x80-\xff]*$/.test(wait)) headers.set('retry-after', wait)
  if (random.chance(0.2)) headers.set('x-request-id', random.pick(['r-1', 'a b', 'x'.repeat(300)]))
  if (random.chance(0.1)) headers.set('location', 'https://elsewhere.example/001314000017')
  return headers
}

/** A body that breaks off, or one that is there. */
function answerOf(random: Random): Response {
  const status = random.pick(statuses)
  const headers = headersOf(random)
  if (status === 204 || status === 304) return new Response(null, { status, headers })
  const text = bodyOf(random)
  if (!random.chance(0.06)) return new Response(text, { status, headers })
  const bytes = new TextEncoder().encode(text)
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (bytes.length > 0) controller.enqueue(bytes)
      controller.error(new TypeError('terminated Mẫu Thử'))
    },
  })
  return new Response(stream, { status, headers })
}

function network(random: Random): () => Promise<Response> {
  return () => {
    if (random.chance(0.9)) return Promise.resolve(answerOf(random))
    const says = random.pick(['fetch failed', 'Mẫu Thử', 'aborted'])
    return Promise.reject(random.pick([new TypeError(says), new Error(says), new RangeError(says)]))
  }
}

/** Time passes by waiting alone, so that no case takes any. */
function clientOf(random: Random, calls: { count: number }): Http {
  const clock = fixedClock(new Date('2022-04-14T02:00:00Z'))
  const answer = network(random)
  return createHttp({
    baseUrl: 'https://platform.example.vn/v1',
    fetch: () => {
      calls.count += 1
      return answer()
    },
    clock,
    random,
    sleep: (milliseconds) => {
      clock.advance(milliseconds)
      return Promise.resolve()
    },
    alarm: (_, ring) => {
      if (random.chance(0.03)) queueMicrotask(ring)
      return () => undefined
    },
    retry: { attempts: 3 },
  })
}

const withId: Schema<{ readonly id: string }> = {
  safeParse: (given) => {
    const { id } = (given ?? {}) as { id?: unknown }
    return typeof id === 'string'
      ? { success: true, data: { id } }
      : { success: false, error: { issues: [{ path: ['id'], message: '001314000017' }] } }
  },
}

async function checked(call: () => Promise<unknown>): Promise<Outcome> {
  const tried = await attempt(call)
  if ('error' in tried) {
    const { error } = tried
    must(error instanceof HttpError, `a call ended in a ${error.name}`)
    must(kindsOfFailure.has(error.code), `a call ended in ${error.code}`)
    mustKeepSilent(error, marks)
  }
  return endOf(tried)
}

const oneCall: Kind = async (random) => {
  const calls = { count: 0 }
  const http = clientOf(random, calls)
  const body = random.chance(0.5) ? { body: { name: 'Mẫu Thử' } } : {}
  const outcome = await checked(() =>
    random.pick([
      () => http.get('/records/1'),
      () => http.get('/records/1', { schema: withId }),
      () => http.get('/evidence', { as: 'bytes' as const }),
      () => http.put('/records/1', { ...body, schema: withId }),
      () => http.post('/records', body),
      () => http.post('/records', { ...body, idempotencyKey: false as const }),
      () => http.request('DELETE', '/records/1'),
    ])(),
  )
  must(calls.count >= 1 && calls.count <= 3, `${calls.count} attempts where three are allowed`)
  return outcome
}

const list: Kind = async (random) => {
  const calls = { count: 0 }
  const http = clientOf(random, calls)
  const options = random.chance(0.5) ? { schema: withId } : {}
  const outcome = await checked(async () => {
    const items = await http
      .pages('/records', options as { schema: typeof withId })
      .toArray({ limit: 7 })
    must(items.length <= 7, 'more than the limit')
  })
  must(calls.count <= 40, 'a list without end')
  return outcome
}

/** What the caller gives is judged before anything is sent. */
const misuse: Kind = async (random) => {
  const calls = { count: 0 }
  const http = clientOf(random, calls)
  const path = mutateText(random, ['/records/1', '/a%20b', '/'])
  const headers = { 'x-a': mutateText(random, ['a', 'b c']) }
  const tried = await attempt(() =>
    http.put(path, { headers, body: 'a', idempotencyKey: mutateText(random, ['k-1']) }),
  )
  if ('answer' in tried) return value
  if (tried.error instanceof InputError) must(calls.count === 0, 'refused after it was sent')
  else must(kindsOfFailure.has(tried.error.code), `a call ended in ${tried.error.code}`)
  return endOf(tried)
}

const kinds: Kinds = [
  [60, oneCall],
  [25, list],
  [15, misuse],
]

/** Answers of a server that may say anything, over a network that may break. */
export const http = family(
  'http',
  'answers, problems, pages and waits of any server: failures of four kinds, and typed',
  () => kinds,
)
