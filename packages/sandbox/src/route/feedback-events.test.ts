import type { FeedbackItem } from '@tiemchung/schemas'
import { feedbackNotificationSchema } from '@tiemchung/schemas/wire'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { watchItems } from '../feedback/watch.js'
import type { Sandbox } from '../sandbox.js'
import {
  ask,
  feedbackRequest,
  logIn,
  morning,
  receivedFeedback,
  startSandbox,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
let head: string
beforeAll(async () => {
  sandbox = await startSandbox()
  head = await logIn(sandbox, 'head.01234')
}, 60_000)
afterAll(() => sandbox.close())

const path = '/v1/feedback/events'
const item = async (change: object = {}) =>
  (await receivedFeedback(sandbox, feedbackRequest(change))) as unknown as FeedbackItem
const act = (id: string, verb: string, body: object) =>
  ask(sandbox, 'POST', `/v1/feedback/${id}/${verb}`, { token: head, body })

interface Told {
  readonly id: number
  readonly data: ReturnType<typeof feedbackNotificationSchema.parse>
}

function eventIn(text: string): readonly Told[] {
  const [, id] = /^id: (\d+)$/m.exec(text) ?? []
  const [, data = ''] = /^data: (.*)$/m.exec(text) ?? []
  if (id === undefined) return []
  return [{ id: Number(id), data: feedbackNotificationSchema.parse(JSON.parse(data)) }]
}

/** A watcher: what it is told, one event after the other. */
async function watch(token: string, behind?: number) {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(behind === undefined ? {} : { 'last-event-id': String(behind) }),
  }
  const response = await sandbox.fetch(new Request(`http://sandbox${path}`, { headers }))
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  const told: Told[] = []
  return {
    response,
    /** The next events; undefined when the stream has ended. */
    take: async (count: number): Promise<readonly Told[] | undefined> => {
      while (told.length < count) {
        const { done, value } = await reader.read()
        if (done) return undefined
        text += decoder.decode(value, { stream: true })
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        told.push(...blocks.flatMap(eventIn))
      }
      return told.splice(0, count)
    },
    end: () => reader.cancel(),
  }
}

const short = (told: readonly Told[] | undefined) =>
  told?.map(({ data }) => `${data.data.action} ${data.data.state} ${data.data.revision}`)

describe('a watcher', () => {
  test('is told what happens to the items of its desk, and nothing of a person', async () => {
    const before = await item()
    const watcher = await watch(head)
    expect(watcher.response.headers.get('content-type')).toBe('text/event-stream')
    await act(before.id, 'take', { revision: 1 })
    await item({ facility: '01236' })
    const { id } = await item()
    const told = await watcher.take(2)
    await watcher.end()
    expect(short(told)).toEqual(['take in-review 2', 'confirm received 1'])
    expect(told?.map(({ data }) => data.data.id)).toEqual([before.id, id])
    expect(JSON.stringify(told)).not.toMatch(/Mẫu|0912345678|head\.01234/)
  })

  test('that was cut off goes on where it was: nothing twice, nothing missed', async () => {
    const first = await watch(head)
    const { id } = await item()
    const [seen] = (await first.take(1)) ?? []
    await first.end()
    await act(id, 'take', { revision: 1 })
    await act(id, 'decision', { revision: 2, decision: { outcome: 'later' } })
    const second = await watch(head, seen?.id)
    const told = (await second.take(2)) ?? []
    await second.end()
    expect(short(told)).toEqual(['take in-review 2', 'postpone later 3'])
    const numbers = [seen, ...told].map((event) => event?.id ?? 0)
    expect([...numbers].sort((one, other) => one - other)).toEqual(numbers)
  })

  test('is told that an item went to another desk, and no more of it then', async () => {
    const to = { level: 'district', unit: '01001' }
    const { id } = await item()
    const [mine, theirs] = [await watch(head), await watch(await logIn(sandbox, 'district.01001'))]
    await act(id, 'pass-on', { revision: 1, to })
    const token = await logIn(sandbox, 'district.01001')
    const body = { revision: 2 }
    await ask(sandbox, 'POST', `/v1/feedback/${id}/take`, { token, body })
    await item()
    expect(short(await mine.take(2))).toEqual(['pass-on received 2', 'confirm received 1'])
    expect(short(await theirs.take(2))).toEqual(['pass-on received 2', 'take in-review 3'])
    await Promise.all([mine.end(), theirs.end()])
  })

  test('of many changes at once is told each of them once', async () => {
    const watcher = await watch(head)
    const items: FeedbackItem[] = []
    for (let made = 0; made < 8; made += 1) items.push(await item())
    await watcher.take(8)
    await Promise.all(items.map(({ id }) => act(id, 'take', { revision: 1 })))
    const told = (await watcher.take(8)) ?? []
    await watcher.end()
    expect(new Set(told.map(({ data }) => data.data.id)).size).toBe(8)
  })

  test('is told no more when its session has ended', async () => {
    const watcher = await watch(head)
    sandbox.setClock(new Date(morning.getTime() + 61 * 60_000))
    expect(await watcher.take(1)).toBeUndefined()
    sandbox.setClock(morning)
  })

  test.each([
    [{}, 401],
    [{ authorization: 'Bearer none' }, 401],
  ])('without a session (%j) is refused', async (headers, status) => {
    expect((await ask(sandbox, 'GET', path, { headers })).status).toBe(status)
  })

  test('that handles no feedback, or names no number, is refused', async () => {
    const citizen = await logIn(sandbox, 'citizen')
    expect((await ask(sandbox, 'GET', path, { token: citizen })).status).toBe(403)
    const headers = { 'last-event-id': 'x' }
    expect((await ask(sandbox, 'GET', path, { token: head, headers })).status).toBe(422)
  })
})

describe('a quiet stream', () => {
  test('says every 15 seconds that it is there, and looks no more once its reader is gone', async () => {
    let looks = 0
    let waited = 0
    const stream = watchItems({
      database: {
        query: () => {
          looks += 1
          return Promise.resolve([])
        },
      },
      world: {
        sleep: (milliseconds) => {
          waited += milliseconds
          return Promise.resolve()
        },
      },
      desk: { level: 'facility', unit: '01234' },
      behind: 0,
      isOpen: () => Promise.resolve(true),
    })
    const reader = stream.getReader()
    const read = async () => new TextDecoder().decode((await reader.read()).value)
    expect(await read()).toBe('retry: 2000\n\n')
    expect(await read()).toBe(': waiting\n\n')
    expect(waited).toBeGreaterThanOrEqual(15_000)
    await reader.cancel()
    await new Promise((resolve) => setTimeout(resolve, 20))
    const before = looks
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(looks).toBe(before)
  })
})
