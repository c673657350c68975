import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { startSandbox } from '../test-platform.fixture.js'

const page = 'http://127.0.0.1:8000'
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ origins: [page] })
}, 60_000)
afterAll(() => sandbox.close())

const send = (path: string, headers: Record<string, string>, method = 'GET') =>
  sandbox.fetch(new Request(`http://sandbox${path}`, { method, headers }))

const preflight = (origin: string) =>
  send(
    '/v1/feedback/1',
    {
      origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'content-type,idempotency-key',
    },
    'OPTIONS',
  )

const allowed = (answer: Response) => answer.headers.get('access-control-allow-origin')

describe('a page of an origin that is named', () => {
  test('may ask, with the headers of our clients', async () => {
    const answer = await preflight(page)
    expect([answer.status, allowed(answer)]).toEqual([204, page])
    expect(answer.headers.get('access-control-allow-methods')).toContain('PUT')
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type,idempotency-key')
  })

  test.each([
    ['an answer', '/v1/trust-list', 200],
    ['a refusal', '/v1/feedback?unit=01234', 401],
    ['what does not exist', '/v1/nothing', 404],
  ])('may read %s', async (_, path, status) => {
    const answer = await send(path, { origin: page })
    expect([answer.status, allowed(answer)]).toEqual([status, page])
    expect(answer.headers.get('vary')).toContain('Origin')
    expect(answer.headers.get('access-control-expose-headers')).toBe('Retry-After, X-Request-Id')
  })

  test('may read a scripted fault', async () => {
    sandbox.faults.add({ kind: 'status', status: 503, match: { path: '/v1/trust-list' } })
    const answer = await send('/v1/trust-list', { origin: page })
    sandbox.faults.clear()
    expect([answer.status, allowed(answer)]).toEqual([503, page])
  })
})

describe('anybody else', () => {
  test.each(['http://127.0.0.1:8001', 'https://127.0.0.1:8000', 'null'])(
    'is not let in: %s',
    async (origin) => {
      const [asked, answer] = [await preflight(origin), await send('/v1/trust-list', { origin })]
      expect([asked.status, allowed(asked)]).toEqual([404, null])
      expect([answer.status, allowed(answer)]).toEqual([200, null])
      expect(answer.headers.get('vary')).toContain('Origin')
    },
  )

  test('is not let in where no origin is named', async () => {
    const other = await startSandbox()
    const request = new Request('http://sandbox/v1/trust-list', { headers: { origin: page } })
    expect(allowed(await other.fetch(request))).toBeNull()
    await other.close()
  }, 60_000)
})
