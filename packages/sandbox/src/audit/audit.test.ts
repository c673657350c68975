/** What is written is in the log, once; and the log is only added to. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addEntry, entriesOf } from './entries.js'
import { openInMemory } from '../database/pglite.js'
import { migrate } from '../database/migrations.js'
import type { Database } from '../database/database.js'
import type { Sandbox } from '../sandbox.js'
import {
  type Answer,
  ask,
  feedbackRequest,
  logIn,
  newId,
  receivedFeedback,
  startSandbox,
} from '../test-platform.fixture.js'

interface Entry {
  readonly operation: string
  readonly account?: string
  readonly thing?: string
  readonly status: number
  readonly requestId: string
}

let sandbox: Sandbox
let ministry: string
let staff: string
beforeAll(async () => {
  sandbox = await startSandbox()
  ministry = await logIn(sandbox, 'ministry')
  staff = await logIn(sandbox, 'staff.01234')
})
afterAll(() => sandbox.close())

const list = async (query: string): Promise<readonly Entry[]> => {
  const answer = await ask(sandbox, 'GET', `/v1/audit?${query}`, { token: ministry })
  return answer.body['items'] as readonly Entry[]
}

/** Every entry, page by page. */
async function all(query: string): Promise<readonly Entry[]> {
  const found: Entry[] = []
  let cursor: string | undefined = ''
  while (cursor !== undefined) {
    const at = cursor === '' ? '' : `&cursor=${cursor}`
    const path = `/v1/audit?limit=2&${query}${at}`
    const { body } = await ask(sandbox, 'GET', path, { token: ministry })
    const { items, next } = body as { items: readonly Entry[]; next?: string }
    found.push(...items)
    cursor = next
  }
  return found
}

const act = (id: string, verb: string, body: object, headers = {}): Promise<Answer> =>
  ask(sandbox, 'POST', `/v1/feedback/${id}/${verb}`, { token: staff, body, headers })

describe('the log', () => {
  test('has each write of an item once, who did it and what came of it', async () => {
    const request = feedbackRequest({ id: newId() })
    const item = await receivedFeedback(sandbox, request)
    const { id } = request
    const headers = { 'idempotency-key': newId() }
    const take = { revision: item['revision'] }
    const taken = await act(id, 'take', take, headers)
    // The stored answer, a conflict and a refusal write nothing.
    await act(id, 'take', take, headers)
    await act(id, 'take', take)
    await act(id, 'decision', { revision: 99 })
    const decision = { outcome: 'rejected', reason: 'photo-unreadable' }
    const decided = await act(id, 'decision', { revision: taken.body['revision'], decision })
    const entries = await all(`thing=${id}`)
    expect(entries.map(({ operation, account, status }) => [operation, account, status])).toEqual([
      ['submitFeedback', undefined, 202],
      ['confirmFeedback', undefined, 200],
      ['takeFeedback', 'staff.01234', 200],
      ['decideFeedback', 'staff.01234', 200],
    ])
    expect(entries[2]?.requestId).toBe(taken.headers.get('x-request-id'))
    expect(entries[3]?.requestId).toBe(decided.headers.get('x-request-id'))
    expect(await list(`thing=${id}&action=feedback.handle`)).toEqual(entries.slice(2))
  })

  test('has a refusal that leaves something: a try that counts', async () => {
    const id = newId()
    await ask(sandbox, 'POST', `/v1/feedback/${id}/confirmation`, { body: { code: '000000' } })
    expect(await list(`thing=${id}`)).toMatchObject([{ operation: 'confirmFeedback', status: 422 }])
  })

  test('counts as many as were written, when many are written at once', async () => {
    const requests = Array.from({ length: 20 }, () => feedbackRequest({ id: newId() }))
    await Promise.all(
      requests.map((body) => ask(sandbox, 'PUT', `/v1/feedback/${body.id}`, { body })),
    )
    const entries = await all('action=feedback.send')
    for (const { id } of requests) {
      expect(entries.filter(({ thing }) => thing === id)).toHaveLength(1)
    }
  })

  test('has nothing of a person', async () => {
    const request = feedbackRequest({ id: newId() })
    await receivedFeedback(sandbox, request)
    const text = JSON.stringify(await list('limit=500'))
    for (const word of [
      request.reporter.phone,
      request.reporter.fullName,
      request.person.birthDate,
    ]) {
      expect(text).not.toContain(word)
    }
  })

  test.each(['!', 'eA', 'LTE'])('is not read behind a cursor that is none: %s', async (cursor) => {
    const { status } = await ask(sandbox, 'GET', `/v1/audit?cursor=${cursor}`, { token: ministry })
    expect(status).toBe(400)
  })
})

describe('the database', () => {
  let database: Database
  beforeAll(async () => {
    database = await openInMemory()
    await migrate(database)
    const entry = { action: 'record.submit', operation: 'submitRecord', thing: newId() } as const
    const at = '2022-05-20T01:00:00Z'
    await addEntry(database, { ...entry, at, account: 'x', status: 201, requestId: newId() })
  })
  afterAll(() => database.close())

  test.each(["update audit set account = 'y'", 'delete from audit', 'truncate audit'])(
    'refuses: %s',
    async (sql) => {
      await expect(database.query(sql)).rejects.toThrow('only added to')
      expect(await entriesOf(database, { behind: 0, most: 10 })).toHaveLength(1)
    },
  )
})
