import { fixedClock, type HttpError, isUuid, systemRandom } from '@tiemchung/core'
import { createHttp } from '@tiemchung/http'
import type { VerificationRequest } from '@tiemchung/schemas/wire'
import { describe, expect, test } from 'vitest'
import { platformVerifier } from './platform-verifier.js'

interface Asked {
  readonly method: string
  readonly path: string
  readonly key: string | null
  /** The id of the batch that is asked or polled. */
  readonly batch: string
  readonly body: { readonly id: string; readonly requests: readonly { readonly id: string }[] }
}

/** A platform that answers by a function; the clock moves only when somebody waits. */
function platform(answer: (asked: Asked, count: number) => unknown) {
  const clock = fixedClock(new Date('2022-04-14T02:00:00Z'))
  const asked: Asked[] = []
  const sleep = (milliseconds: number) => Promise.resolve(clock.advance(milliseconds))
  const fetch = async (request: Request) => {
    const text = await request.text()
    const path = new URL(request.url).pathname
    const body = (text === '' ? {} : JSON.parse(text)) as Asked['body']
    const key = request.headers.get('idempotency-key')
    const batch = request.method === 'GET' ? (path.split('/').at(-1) ?? '') : body.id
    const one: Asked = { method: request.method, path, key, batch, body }
    asked.push(one)
    const said = answer(one, asked.length)
    return said instanceof Response
      ? said
      : new Response(JSON.stringify(said), { headers: { 'content-type': 'application/json' } })
  }
  const http = createHttp({ baseUrl: 'https://platform.example.vn', fetch, clock, sleep })
  return { asked, clock, verifier: platformVerifier({ http, clock, random: systemRandom, sleep }) }
}

const idAt = (index: number) => `0180235c-1e80-7000-8000-${String(index).padStart(12, '0')}`
const requestAt = (index: number) =>
  ({
    id: idAt(index),
    number: '001316000017',
    fullName: 'Lê Thị Thử',
    birthDate: '2016-05-01',
    sex: 'female',
    purpose: 'vaccination-record',
    officer: 'staff-1',
    consent: { form: 'paper', reference: 'P-1', at: '2022-04-14T01:00:00Z', by: 'mother' },
  }) as unknown as VerificationRequest
const resultFor = (id: string, outcome = 'match') => ({
  id,
  outcome,
  mismatched: [],
  at: '2022-04-14T02:00:00Z',
  source: 'test',
})
const questions = (count: number) => Array.from({ length: count }, (_, index) => requestAt(index))
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was thrown',
    (error: HttpError) => error.code,
  )
const answersOf = ({ body }: Asked) => body.requests.map(({ id }) => resultFor(id))

describe('verify', () => {
  test.each(['match', 'mismatch', 'not-found', 'unverifiable'])('answers %s', async (outcome) => {
    const { asked, verifier } = platform(({ body }) => resultFor(body.id, outcome))
    expect(await verifier.verify(requestAt(1))).toMatchObject({ id: idAt(1), outcome })
    expect(asked).toMatchObject([
      { method: 'POST', path: '/v1/identity/verifications', key: idAt(1) },
    ])
  })

  test('asks again under the same key after a failure that may pass', async () => {
    const { asked, verifier } = platform(({ body }, count) =>
      count === 1 ? new Response(null, { status: 503 }) : resultFor(body.id),
    )
    await verifier.verify(requestAt(1))
    expect(asked.map((one) => one.key)).toEqual([idAt(1), idAt(1)])
  })

  test('an answer to another question is refused', async () => {
    const { verifier } = platform(() => resultFor(idAt(2)))
    expect(await codeOf(verifier.verify(requestAt(1)))).toBe('identity.verification.foreign-answer')
  })

  test.each([
    ['an outcome of no known word', { ...resultFor(idAt(1)), outcome: 'ok' }],
    ['no outcome', { id: idAt(1) }],
    ['a bare true', true],
  ])('%s is never a match', async (_, body) => {
    const { verifier } = platform(() => body)
    expect(await codeOf(verifier.verify(requestAt(1)))).toBe('http.schema')
  })
})

describe('verifyMany', () => {
  test('polls a pending batch until it is done, and answers in the order of the questions', async () => {
    const { asked, clock, verifier } = platform((one, count) => {
      if (count < 3) return { id: one.batch, state: 'pending', results: [] }
      const results = questions(3).map(({ id }) => resultFor(id))
      return { id: one.batch, state: 'done', results: results.reverse() }
    })
    const answers = await verifier.verifyMany(questions(3), { pollMs: 250 })
    expect(answers.map((one) => one.id)).toEqual([idAt(0), idAt(1), idAt(2)])
    expect(asked.map((one) => `${one.method} ${one.path}`)).toEqual([
      'POST /v1/identity/batches',
      `GET /v1/identity/batches/${asked[0]?.key ?? ''}`,
      `GET /v1/identity/batches/${asked[0]?.key ?? ''}`,
    ])
    expect(clock.now()).toEqual(new Date('2022-04-14T02:00:00.500Z'))
  })

  test('cuts the questions into batches under keys of their own and tells how far it is', async () => {
    const { asked, verifier } = platform((one) => ({
      id: one.body.id,
      state: 'done',
      results: answersOf(one),
    }))
    const progress: string[] = []
    const onProgress = (done: number, total: number) => progress.push(`${done}/${total}`)
    expect(await verifier.verifyMany(questions(5), { batchSize: 2, onProgress })).toHaveLength(5)
    expect(asked.map((one) => one.body.requests.length)).toEqual([2, 2, 1])
    expect(new Set(asked.map((one) => one.key)).size).toBe(3)
    for (const one of asked) {
      expect(isUuid(one.key)).toBe(true)
      expect(one.key).toBe(one.body.id)
    }
    expect(progress).toEqual(['2/5', '4/5', '5/5'])
  })

  test('never puts more than 1000 questions in a batch', async () => {
    const { asked, verifier } = platform((one) => ({
      id: one.body.id,
      state: 'done',
      results: answersOf(one),
    }))
    await verifier.verifyMany(questions(1001), { batchSize: 5000 })
    expect(asked.map((one) => one.body.requests.length)).toEqual([1000, 1])
  })

  test('asks nothing when there is nothing to ask', async () => {
    const { asked, verifier } = platform(() => undefined)
    expect(await verifier.verifyMany([])).toEqual([])
    expect(asked).toEqual([])
  })

  test.each([0, -1, 1.5, Number.NaN])(
    'a batch of %d is refused before anything is sent',
    async (batchSize) => {
      const { asked, verifier } = platform(() => undefined)
      const code = await codeOf(verifier.verifyMany(questions(2), { batchSize }))
      expect(code).toBe('identity.verification.batch-size')
      expect(asked).toEqual([])
    },
  )

  test.each([
    ['one answer is missing', (ids: string[]) => ids.slice(1)],
    ['one answer too many came', (ids: string[]) => [...ids, idAt(77)]],
    ['one answer is for somebody else', (ids: string[]) => [...ids.slice(1), idAt(77)]],
    ['one answer came twice', (ids: string[]) => [ids[0] ?? '', ...ids]],
  ])('when %s, no answer is taken', async (_, change) => {
    const { verifier } = platform(({ body }) => ({
      id: body.id,
      state: 'done',
      results: change(body.requests.map(({ id }) => id)).map((id) => resultFor(id)),
    }))
    const code = await codeOf(verifier.verifyMany(questions(3)))
    expect(code).toBe('identity.verification.foreign-answer')
  })

  test('patience ends, and the error says that asking again may help', async () => {
    const { asked, verifier } = platform(({ batch }) => ({
      id: batch,
      state: 'pending',
      results: [],
    }))
    const given = verifier.verifyMany(questions(1), { pollMs: 1000, patienceMs: 3000 })
    await expect(given).rejects.toMatchObject({
      code: 'identity.verification.unsettled',
      retryable: true,
    })
    expect(asked).toHaveLength(4)
  })

  test('a signal stops the polling', async () => {
    const stop = new AbortController()
    const { verifier } = platform(({ batch }, count) => {
      if (count === 2) stop.abort(new Error('stopped'))
      return { id: batch, state: 'pending', results: [] }
    })
    await expect(verifier.verifyMany(questions(1), { signal: stop.signal })).rejects.toBeDefined()
  })
})
