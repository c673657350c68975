/** What must not get in: each is a coded problem in both languages, and no table has a row more or fewer for it. */
import { createHash } from 'node:crypto'
import { utf8 } from '@tiemchung/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../database/database.js'
import type { Sandbox } from '../sandbox.js'
import {
  type Answer,
  ask,
  feedbackRequest,
  jpeg,
  logIn,
  newId,
  ownerOf,
  receivedFeedback,
  rowsIn,
  startOpened,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
let database: Database
let head: string
/** An item in review, and one of another citizen. */
let mine: Answer['body']
let other: Answer['body']

beforeAll(async () => {
  ;({ sandbox, database } = await startOpened())
  head = await logIn(sandbox, 'head.01234')
  const reporter = { fullName: 'Lê Thị Mẫu', phone: '0987654321', relationship: 'mother' }
  other = await receivedFeedback(sandbox, feedbackRequest({ reporter }))
  const { id, revision } = await receivedFeedback(sandbox, feedbackRequest())
  const path = `/v1/feedback/${String(id)}/take`
  mine = (await ask(sandbox, 'POST', path, { token: head, body: { revision } })).body
}, 120_000)
afterAll(() => sandbox.close())

const pathOf = (item: Answer['body'], verb: string) => `/v1/feedback/${String(item['id'])}/${verb}`

/** A file, attached as a photo by whoever has these headers. */
const attach = (bytes: Uint8Array, by: () => object = () => ownerOf(mine)) => {
  const digest = createHash('sha256').update(bytes).digest('base64')
  const headers = {
    ...by(),
    'content-type': 'image/jpeg',
    'content-digest': `sha-256=:${digest}:`,
  }
  const path = pathOf(mine, `evidence/${newId()}`)
  return ask(sandbox, 'PUT', path, { raw: bytes.slice(), headers })
}

const announce = (bytes: number) =>
  ask(sandbox, 'POST', pathOf(mine, `evidence/${newId()}/upload`), {
    body: { bytes, mediaType: 'image/jpeg', sha256: 'ab'.repeat(32) },
    headers: ownerOf(mine),
  })

const report = (change: object) => {
  const request = feedbackRequest(change)
  return ask(sandbox, 'PUT', `/v1/feedback/${request.id}`, { body: request })
}

const decide = (decision: object) =>
  ask(sandbox, 'POST', pathOf(mine, 'decision'), {
    token: head,
    body: { revision: mine['revision'], decision },
  })

/** One who has the telephone of an item and the reference of another one. */
const guesser = () => ({ ...ownerOf(mine), 'x-feedback-reference': String(other['reference']) })

const reporter = { fullName: 'Trần Thị Mẫu', relationship: 'mother' }
const megabyte = 'a'.repeat(1_000_000)

/** `ff d8`, a segment that holds where the photo was taken, and the picture behind it. */
const withExif = () => {
  const position = utf8('Exif\0\0GPS 21.03 105.85')
  const segment = [0xff, 0xd8, 0xff, 0xe1, 0, position.length + 2, ...position]
  return Uint8Array.of(...segment, ...jpeg(1).subarray(2))
}

type Refusal = readonly [status: number, code: string, issue?: string]
type Row = readonly [what: string, send: () => Promise<Answer>, ...refusal: Refusal]

const evidence = 'platform.evidence'
const field = 'platform.body.field'
const rows: readonly Row[] = [
  ['a photo of 40 MB', () => attach(jpeg(1, 40_000_000)), 413, 'platform.too-large'],
  [
    'a photo of 40 MB that is announced',
    () => announce(40_000_000),
    ...([422, evidence, 'feedback.evidence.too-large'] as const),
  ],
  ['a PDF that is called .jpg', () => attach(utf8('%PDF-1.7\n%%EOF\n')), 422, evidence],
  [
    'an SVG with a script',
    () => attach(utf8('<svg><script>alert(1)</script></svg>')),
    ...([422, evidence, 'feedback.evidence.type'] as const),
  ],
  [
    'a photo with its position',
    () => attach(withExif()),
    ...([422, evidence, 'feedback.evidence.metadata'] as const),
  ],
  [
    'a zip',
    () => attach(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)),
    ...([422, evidence, 'feedback.evidence.type'] as const),
  ],
  ['an empty file', () => attach(new Uint8Array()), 422, evidence, 'feedback.evidence.empty'],
  [
    'a photo that is cut short',
    () => attach(jpeg(1).subarray(0, 9)),
    ...([422, evidence, 'feedback.evidence.broken'] as const),
  ],
  ['a report with a text of 1 MB', () => report({ note: megabyte }), 413, 'platform.too-large'],
  [
    'a report with a text of 3,000 letters',
    () => report({ note: 'a'.repeat(3000) }),
    ...([422, 'platform.body', field] as const),
  ],
  [
    'a phone that is none',
    () => report({ reporter: { ...reporter, phone: '12345' } }),
    ...([422, 'platform.body', field] as const),
  ],
  [
    'a look with the reference of another citizen',
    () => ask(sandbox, 'GET', `/v1/feedback/${String(mine['id'])}`, { headers: guesser() }),
    ...([404, 'platform.not-found'] as const),
  ],
  [
    'a supplement with the reference of another citizen',
    () =>
      ask(sandbox, 'POST', pathOf(mine, 'supplements'), {
        body: { note: 'x' },
        headers: guesser(),
      }),
    ...([404, 'platform.not-found'] as const),
  ],
  [
    'a photo with the reference of another citizen',
    () => attach(jpeg(1), guesser),
    ...([404, 'platform.not-found'] as const),
  ],
  [
    'a decision without a reason',
    () => decide({ outcome: 'rejected' }),
    ...([422, 'platform.body', field] as const),
  ],
  [
    'a reason that is not in the list',
    () => decide({ outcome: 'rejected', reason: 'too-late' }),
    ...([422, 'platform.body', field] as const),
  ],
  [
    'a decision that is none',
    () => decide({ outcome: 'perhaps' }),
    ...([422, 'platform.body', field] as const),
  ],
  [
    'a decision with a text of 1 MB',
    () => decide({ outcome: 'later', note: megabyte }),
    ...([413, 'platform.too-large'] as const),
  ],
]

/** What a refusal says: its status, its code and its first issue; that it says so in both languages is seen to. */
function said({ status, body }: Answer): Refusal {
  const { vi, en } = body['sentences'] as { vi: string; en: string }
  expect(vi).not.toBe('')
  expect(en).not.toBe('')
  expect(vi).not.toBe(en)
  const issues = (body['issues'] ?? []) as { code: string }[]
  return issues[0] === undefined
    ? [status, String(body['code'])]
    : [status, String(body['code']), issues[0].code]
}

describe('what must not get in', () => {
  const cases = rows.map(([what, send, ...refusal]) => ({ what, send, refusal }))
  test.each(cases)('$what is refused, and no row is written', async ({ send, refusal }) => {
    const before = await rowsIn(database)
    expect(before['feedback']).toBe(2)
    expect(said(await send())).toEqual(refusal)
    expect(await rowsIn(database)).toEqual(before)
    const seen = await ask(sandbox, 'GET', pathOf(mine, 'item'), { token: head })
    expect(seen.body).toEqual(mine)
  })

  test('a report whose length is not said is read no further than it may be', async () => {
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
