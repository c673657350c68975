import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import {
  type Answer,
  ask,
  codeFor,
  feedbackRequest,
  jpeg,
  logIn,
  newId,
  ownerOf,
  receivedFeedback,
  sendFeedback,
  startSandbox,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
let head: string
beforeAll(async () => {
  sandbox = await startSandbox()
  head = await logIn(sandbox, 'head.01234')
}, 60_000)
afterAll(() => sandbox.close())

const act = (id: unknown, verb: string, body: object, token = head) =>
  ask(sandbox, 'POST', `/v1/feedback/${String(id)}/${verb}`, { token, body })

describe('a report', () => {
  test('sent again is answered alike; another one under its id is a conflict', async () => {
    const request = feedbackRequest()
    const first = await sendFeedback(sandbox, request)
    expect((await sendFeedback(sandbox, request)).body).toEqual(first.body)
    const other = { ...request, type: 'wrong-name' }
    expect((await sendFeedback(sandbox, other)).body['code']).toBe('platform.conflict')
    const elsewhere = await ask(sandbox, 'PUT', `/v1/feedback/${newId()}`, { body: request })
    expect(elsewhere.body['code']).toBe('platform.id-mismatch')
  })

  test('is confirmed once, and never after five wrong codes', async () => {
    const request = feedbackRequest({ id: newId() })
    await sendFeedback(sandbox, request)
    const code = await codeFor(sandbox, { phone: request.reporter.phone })
    const path = `/v1/feedback/${request.id}/confirmation`
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 5; tries += 1) {
      const refused = await ask(sandbox, 'POST', path, { body: { code: wrong } })
      expect(refused.body).toMatchObject({ code: 'platform.code', status: 422 })
    }
    const late = await ask(sandbox, 'POST', path, { body: { code } })
    expect(late.body['code']).toBe('platform.code')
    const nobody = `/v1/feedback/${newId()}/confirmation`
    expect((await ask(sandbox, 'POST', nobody, { body: { code } })).status).toBe(422)
  })

  test('confirmed again with its code is shown, and its clock stays', async () => {
    const request = feedbackRequest()
    const item = await receivedFeedback(sandbox, request)
    const code = await codeFor(sandbox, { phone: request.reporter.phone })
    sandbox.setClock(new Date('2022-05-20T01:04:00Z'))
    const path = `/v1/feedback/${request.id}/confirmation`
    const again = await ask(sandbox, 'POST', path, { body: { code } })
    sandbox.setClock(new Date('2022-05-20T01:00:00Z'))
    expect(again.body).toEqual(item)
  })

  test('that is confirmed is not shown to somebody who has its id alone', async () => {
    const request = feedbackRequest()
    await receivedFeedback(sandbox, request)
    const code = await codeFor(sandbox, { phone: request.reporter.phone })
    const path = `/v1/feedback/${request.id}/confirmation`
    const wrong = { code: code === '000000' ? '000001' : '000000' }
    const answer = await ask(sandbox, 'POST', path, { body: wrong })
    expect([answer.status, answer.body['code']]).toEqual([422, 'platform.code'])
    expect(answer.body['reference']).toBeUndefined()
  })

  test.each([
    [{ facility: '01238' }, 'facility', '01238'],
    [{ facility: undefined, province: '01', district: '001' }, 'province', '01'],
    [{ facility: undefined, province: '01' }, 'province', '01'],
    [{ facility: undefined }, 'ministry', 'BYT'],
  ])('that carries %j goes to the %s', async (carried, level, unit) => {
    const item = await receivedFeedback(sandbox, feedbackRequest(carried))
    expect(item['handler']).toEqual({ level, unit })
  })
})

describe('an item', () => {
  test('is rejected, and then closed to everything', async () => {
    const item = await receivedFeedback(sandbox, feedbackRequest())
    const taken = await act(item['id'], 'take', { revision: 1 })
    const decision = { outcome: 'rejected', reason: 'photo-unreadable' }
    const decided = await act(item['id'], 'decision', { revision: 2, decision })
    expect([taken, decided].map(({ body }) => body['state'])).toEqual(['in-review', 'rejected'])
    const again = await act(item['id'], 'take', { revision: 3 })
    expect([again.status, again.body['code']]).toEqual([409, 'platform.conflict'])
  })

  test('may be postponed', async () => {
    const item = await receivedFeedback(sandbox, feedbackRequest())
    await act(item['id'], 'take', { revision: 1 })
    const decision = { outcome: 'later' }
    const later = await act(item['id'], 'decision', { revision: 2, decision })
    expect(later.body['state']).toBe('later')
  })

  test('is not for another unit, nor for another level whose unit has the same code', async () => {
    const item = await receivedFeedback(sandbox, feedbackRequest())
    for (const name of ['head.01236', 'district.01001', 'station.00001']) {
      const token = await logIn(sandbox, name)
      const answer = await act(item['id'], 'take', { revision: 1 }, token)
      expect([name, answer.status]).toEqual([name, 403])
      expect((await act(item['id'], 'take', { revision: 0 }, token)).status).toBe(403)
    }
    const commune = await receivedFeedback(sandbox, feedbackRequest({ facility: '00001' }))
    const station = await logIn(sandbox, 'station.00001')
    expect((await act(commune['id'], 'take', { revision: 1 }, station)).status).toBe(403)
    const list = await ask(sandbox, 'GET', '/v1/feedback?unit=00001', { token: station })
    expect(list.body['items']).toEqual([])
    expect((await act(newId(), 'take', { revision: 1 })).status).toBe(404)
  })

  test('is listed by state, a page at a time, unconfirmed ones never', async () => {
    await sendFeedback(sandbox, feedbackRequest())
    const read = (query: string) =>
      ask(sandbox, 'GET', `/v1/feedback?unit=01234${query}`, { token: head })
    const all = (await read('')).body['items'] as { id: string; state: string }[]
    expect(all.every(({ state }) => state !== 'awaiting-code')).toBe(true)
    const first = await read('&limit=1')
    const rest = await read(`&cursor=${String(first.body['next'])}`)
    const seen = [first, rest].flatMap(({ body }) => body['items'] as { id: string }[])
    expect(seen.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    expect(rest.body['next']).toBeUndefined()
    const rejected = (await read('&state=rejected')).body['items'] as { state: string }[]
    expect(new Set(rejected.map(({ state }) => state))).toEqual(new Set(['rejected']))
  })
})

describe('evidence', () => {
  /** Attaches as the reporter of an item, unless somebody else is meant. */
  const attach = (
    item: Answer['body'],
    evidenceId: string,
    bytes: Uint8Array,
    { token, ...change }: { token?: string } & Record<string, string> = {},
  ) => {
    const digest = createHash('sha256').update(bytes).digest('base64')
    const headers = {
      ...(token === undefined ? ownerOf(item) : {}),
      'content-type': 'image/jpeg',
      'content-digest': `sha-256=:${digest}:`,
      ...change,
    }
    const path = `/v1/feedback/${String(item['id'])}/evidence/${evidenceId}`
    const by = token === undefined ? {} : { token }
    return ask(sandbox, 'PUT', path, { raw: bytes.slice(), headers, ...by })
  }

  test('is kept once; other bytes under its id are a conflict', async () => {
    const item = await receivedFeedback(sandbox, feedbackRequest())
    const evidenceId = newId()
    const first = await attach(item, evidenceId, jpeg(1))
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ id: evidenceId, mediaType: 'image/jpeg', bytes: 13 })
    expect((await attach(item, evidenceId, jpeg(1))).body).toEqual(first.body)
    expect((await attach(item, evidenceId, jpeg(2))).body['code']).toBe('platform.conflict')
    const other = await receivedFeedback(sandbox, feedbackRequest())
    expect((await attach(other, evidenceId, jpeg(1))).body['code']).toBe('platform.conflict')
    expect((await attach({ ...item, id: newId() }, newId(), jpeg(1))).status).toBe(404)
  })

  test('is attached before the code came, by those alone who have reference and phone', async () => {
    const request = feedbackRequest()
    const { body: item } = await sendFeedback(sandbox, request)
    const stranger = ownerOf(item, '0987654321')
    const guess = { ...ownerOf(item), 'x-feedback-reference': 'AAAA-AAAA-AAAA' }
    const none = { 'x-feedback-reference': '', 'x-feedback-phone': '' }
    for (const change of [stranger, guess, none, { token: head }]) {
      expect((await attach(item, newId(), jpeg(1), change)).status).toBe(404)
    }
    expect((await attach(item, newId(), jpeg(1))).status).toBe(201)
  })

  test('is attached by an officer of the desk under their name, which its reporter is not shown', async () => {
    const item = await receivedFeedback(sandbox, feedbackRequest())
    const elsewhere = await logIn(sandbox, 'head.01236')
    expect((await attach(item, newId(), jpeg(1), { token: elsewhere })).status).toBe(404)
    expect((await attach(item, newId(), jpeg(1), { token: head })).status).toBe(201)
    const path = `/v1/feedback/${String(item['id'])}`
    const last = async (answer: Promise<Answer>) => {
      const events = (await answer).body['events'] as Record<string, unknown>[]
      return events.at(-1)
    }
    const seen = await last(ask(sandbox, 'GET', `${path}/item`, { token: head }))
    expect(seen).toMatchObject({ action: 'attach', officer: 'head.01234' })
    const followed = await last(ask(sandbox, 'GET', path, { headers: ownerOf(item) }))
    expect(followed).toEqual({ ...seen, officer: undefined })
  })

  test.each([
    ['a name that the bytes do not bear out', jpeg(1), { 'content-type': 'image/png' }],
    ['a digest of something else', jpeg(1), { 'content-digest': 'sha-256=:AAAA:' }],
    ['bytes that are no picture', new Uint8Array([1, 2, 3]), {}],
  ])('with %s is refused', async (_, bytes, change) => {
    const item = await receivedFeedback(sandbox, feedbackRequest())
    expect((await attach(item, newId(), bytes, change)).body['code']).toBe('platform.evidence')
  })

  test('is five pieces at most', async () => {
    const item = await receivedFeedback(sandbox, feedbackRequest())
    for (let piece = 0; piece < 5; piece += 1) {
      expect((await attach(item, newId(), jpeg(piece))).status).toBe(201)
    }
    expect((await attach(item, newId(), jpeg(6))).body['code']).toBe('platform.evidence')
  })
})
