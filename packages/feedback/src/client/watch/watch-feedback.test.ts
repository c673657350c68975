import { createHttp } from '@tiemchung/http'
import { describe, expect, test } from 'vitest'
import { staffClient } from '../staff-client.js'
import type { WatchedChange, WatchOptions } from './watch-feedback.js'

const change = {
  type: 'feedback.changed',
  timestamp: '2022-05-20T01:00:00.000Z',
  data: {
    id: '0180235c-1e80-7000-8000-000000000001',
    action: 'take',
    state: 'in-review',
    revision: 2,
    handler: { level: 'facility', unit: '01234' },
  },
}
const event = (id: number, data: unknown) => `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`

/** Watches a platform whose connections bring these texts, and then says that there is no more. */
async function watched(texts: readonly string[], options: WatchOptions = {}) {
  const seen: Request[] = []
  const http = createHttp({
    baseUrl: 'https://platform.example.vn',
    sleep: () => Promise.resolve(),
    fetch: (request: Request) => {
      seen.push(request)
      const text = texts[seen.length - 1]
      if (text === undefined) return Promise.resolve(new Response(null, { status: 204 }))
      const headers = { 'content-type': 'text/event-stream' }
      return Promise.resolve(new Response(text, { headers }))
    },
  })
  const list: WatchedChange[] = []
  for await (const one of staffClient({ http }).watch(options)) list.push(one)
  return { seen, list }
}

describe('watch', () => {
  test('gives each change with what to resume behind, over broken lines', async () => {
    const { seen, list } = await watched(
      [event(8, change), `: still here\n\n${event(9, change)}`],
      {
        since: '7',
        silenceMs: 30_000,
        signal: new AbortController().signal,
      },
    )
    expect(list).toEqual([
      { id: '8', change },
      { id: '9', change },
    ])
    expect(seen.map((one) => one.headers.get('last-event-id'))).toEqual(['7', '8', '9'])
    expect(new URL(seen[0]?.url ?? '').pathname).toBe('/v1/feedback/events')
  })

  test('passes over messages of types that it does not know', async () => {
    const { list } = await watched([event(1, { type: 'later.kind' }) + event(2, null)])
    expect(list).toEqual([])
  })

  test.each([
    ['no JSON', 'data: {Lê Thị Thử\n\n', 'feedback.watch.message'],
    ['another shape', event(1, { ...change, data: {} }), 'schema.invalid'],
  ])('a message of %s ends it, and is not repeated', async (_, text, code) => {
    const caught: unknown = await watched([text]).catch((error: unknown) => error)
    expect(caught).toMatchObject({ code })
    expect(`${String(caught)}${JSON.stringify(caught)}`).not.toContain('Thử')
  })
})
