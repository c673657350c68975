/** What must not get in: each is a coded problem in both languages, and nothing of it is kept. */
import { createHash } from 'node:crypto'
import { utf8 } from '@tiemchung/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import {
  type Answer,
  ask,
  feedbackRequest,
  jpeg,
  logIn,
  newId,
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

const read = async (id: unknown) =>
  (await ask(sandbox, 'GET', `/v1/feedback/${String(id)}/item`, { token: head })).body

/** What a refusal says: its status, its code, and that it says it in both languages. */
function said({ status, body }: Answer) {
  const { vi, en } = body['sentences'] as { vi: string; en: string }
  expect(vi).not.toBe('')
  expect(en).not.toBe('')
  expect(vi).not.toBe(en)
  const issues = (body['issues'] ?? []) as { code: string }[]
  return [status, body['code'], issues[0]?.code]
}

/** `ff d8`, a segment that holds where the photo was taken, and the picture behind it. */
const withExif = () => {
  const position = utf8('Exif\0\0GPS 21.03 105.85')
  const segment = [0xff, 0xd8, 0xff, 0xe1, 0, position.length + 2, ...position]
  return Uint8Array.of(...segment, ...jpeg(1).subarray(2))
}

describe('evidence', () => {
  const type = 'feedback.evidence.type'
  test.each([
    ['a photo of 40 MB', () => jpeg(1, 40_000_000), 413, undefined],
    ['a PDF that is called .jpg', () => utf8('%PDF-1.7\n%%EOF\n'), 422, undefined],
    ['an SVG with a script', () => utf8('<svg><script>alert(1)</script></svg>'), 422, type],
    ['a photo with its position', withExif, 422, 'feedback.evidence.metadata'],
    ['a zip', () => Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 422, type],
    ['nothing', () => new Uint8Array(), 422, 'feedback.evidence.empty'],
    ['a photo that is cut short', () => jpeg(1).subarray(0, 9), 422, 'feedback.evidence.broken'],
  ])('%s is refused', async (_, make, status, issue) => {
    const bytes = make()
    const { id, revision } = await receivedFeedback(sandbox, feedbackRequest())
    const digest = createHash('sha256').update(bytes).digest('base64')
    const headers = { 'content-type': 'image/jpeg', 'content-digest': `sha-256=:${digest}:` }
    const path = `/v1/feedback/${String(id)}/evidence/${newId()}`
    const answer = await ask(sandbox, 'PUT', path, { raw: bytes.slice(), headers })
    const code = status === 413 ? 'platform.too-large' : 'platform.evidence'
    expect(said(answer)).toEqual([status, code, issue])
    expect(await read(id)).toMatchObject({ revision, evidence: [] })
  })
})

describe('a report', () => {
  const field = 'platform.body.field'
  const reporter = { fullName: 'Trần Thị Mẫu', relationship: 'mother' }
  test.each([
    ['with a text of 1 MB', { note: 'a'.repeat(1_000_000) }, 413, 'platform.too-large', undefined],
    ['with a text of 3,000 letters', { note: 'a'.repeat(3000) }, 422, 'platform.body', field],
    [
      'with a phone that is none',
      { reporter: { ...reporter, phone: '12345' } },
      ...([422, 'platform.body', field] as const),
    ],
  ])('%s is refused', async (_, change, status, code, issue) => {
    const request = feedbackRequest(change)
    const answer = await ask(sandbox, 'PUT', `/v1/feedback/${request.id}`, { body: request })
    expect(said(answer)).toEqual([status, code, issue])
    const sent = await ask(sandbox, 'PUT', `/v1/feedback/${request.id}`, {
      body: { ...feedbackRequest(), id: request.id },
    })
    expect(sent.status).toBe(202)
  })

  test('whose length is not said is read no further than it may be', async () => {
    const request = feedbackRequest({ note: 'a'.repeat(200_000) })
    let given = 0
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += 10_000
        controller.enqueue(utf8('a'.repeat(10_000)))
        if (given >= 10_000_000) controller.close()
      },
    })
    const response = await sandbox.fetch(
      new Request(`http://sandbox/v1/feedback/${request.id}`, {
        method: 'PUT',
        body: stream,
        duplex: 'half',
      } as RequestInit),
    )
    expect(response.status).toBe(413)
    expect(given).toBeLessThan(200_000)
  })
})

describe('a look at an item', () => {
  test.each([
    ['the reference of another citizen', (own: string, other: string) => ({ own, used: other })],
    ['a reference that is none', (own: string) => ({ own, used: 'x' })],
  ])('with %s is answered like one at nothing', async (_, pick) => {
    const mine = await receivedFeedback(sandbox, feedbackRequest())
    const other = await receivedFeedback(
      sandbox,
      feedbackRequest({
        reporter: { fullName: 'Lê Thị Mẫu', phone: '0987654321', relationship: 'mother' },
      }),
    )
    const { used } = pick(String(mine['reference']), String(other['reference']))
    const look = (id: unknown) =>
      ask(sandbox, 'GET', `/v1/feedback/${String(id)}`, {
        headers: { 'x-feedback-reference': used, 'x-feedback-phone': '0912345678' },
      })
    const [refused, nothing] = [await look(mine['id']), await look(newId())]
    expect(said(refused)).toEqual([404, 'platform.not-found', undefined])
    expect({ ...refused.body, requestId: 0 }).toEqual({ ...nothing.body, requestId: 0 })
  })
})

describe('a decision', () => {
  test.each([
    ['without a reason', { outcome: 'rejected' }],
    ['with a reason that is not in the list', { outcome: 'rejected', reason: 'too-late' }],
    ['that is none', { outcome: 'perhaps' }],
    ['with a text of 1 MB', { outcome: 'later', note: 'a'.repeat(1_000_000) }],
  ])('%s is refused', async (_, decision) => {
    const { id } = await receivedFeedback(sandbox, feedbackRequest())
    const act = (verb: string, body: object) =>
      ask(sandbox, 'POST', `/v1/feedback/${String(id)}/${verb}`, { token: head, body })
    await act('take', { revision: 1 })
    const [status, code] = said(await act('decision', { revision: 2, decision }))
    expect([
      [422, 'platform.body'],
      [413, 'platform.too-large'],
    ]).toContainEqual([status, code])
    expect(await read(id)).toMatchObject({ revision: 2, state: 'in-review' })
  })
})
