import { fixedClock } from '@tiemchung/core'
import { createHttp } from '@tiemchung/http'
import { type FeedbackItem, type FeedbackRequest, feedbackItemSchema } from '@tiemchung/schemas'
import { createHash } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { feedbackReport } from '../report/feedback-report.js'
import { feedbackPolicy9458 } from '../rules/policy/feedback-policy-9458.js'
import { citizenClient } from './citizen-client.js'
import { isFeedbackConflict } from './conflict/feedback-conflict.js'
import { staffClient } from './staff-client.js'

const id = '0180235c-1e80-7000-8000-000000000001' as FeedbackItem['id']
const evidenceId = '0180235c-1e80-7000-8000-000000000002' as FeedbackItem['id']
const reference = 'AB12-CD34-EF56'
const request = {
  format: 'feedback/1',
  id,
  type: 'wrong-name',
  reporter: { fullName: 'Lê Văn Mẫu', phone: '+84900000001', relationship: 'father' },
  person: { fullName: 'Lê Thị Thử', birthDate: '2016-05-01' },
  claimed: { fullName: 'Lê Thị Thử' },
} as unknown as FeedbackRequest
const by = { id, reference, phone: '+84900000001' }
const item = feedbackItemSchema.parse({
  id,
  reference,
  request,
  state: 'in-review',
  handler: { level: 'facility', unit: '22001' },
  evidence: [],
  supplements: [],
  events: [],
  correction: [],
  revision: 3,
})

/** A platform that answers everything with one body. */
function platform(body: unknown, init: ResponseInit = {}) {
  const asked: { line: string; headers: Headers; bytes: Uint8Array }[] = []
  const fetch = async (sent: Request) => {
    const { pathname, search } = new URL(sent.url)
    asked.push({
      line: `${sent.method} ${pathname}${search}`,
      headers: sent.headers,
      bytes: new Uint8Array(await sent.arrayBuffer()),
    })
    const headers = { 'content-type': 'application/json' }
    return new Response(JSON.stringify(body), { headers, ...init })
  }
  const http = createHttp({
    baseUrl: 'https://platform.example.vn',
    fetch,
    clock: fixedClock(new Date('2022-04-14T02:00:00Z')),
    sleep: () => Promise.resolve(),
  })
  const bodyOf = (index: number) =>
    JSON.parse(new TextDecoder().decode(asked[index]?.bytes)) as unknown
  return { asked, bodyOf, http }
}

describe('citizenClient', () => {
  test('submits under the id of the report, so that twice is once', async () => {
    const { asked, bodyOf, http } = platform({ id, reference })
    expect(await citizenClient({ http }).submit(request)).toEqual({ id, reference })
    expect(asked[0]?.line).toBe(`PUT /v1/feedback/${id}`)
    expect(asked[0]?.headers.get('idempotency-key')).toBe(id)
    expect(bodyOf(0)).toEqual(request)
  })

  test('a report that does not fit is refused before it is sent, as a rejected promise', async () => {
    const { asked, http } = platform({})
    const broken = { ...request, type: 'nonsense' } as unknown as FeedbackRequest
    const outcome = citizenClient({ http }).submit(broken)
    await expect(outcome).rejects.toMatchObject({ code: 'schema.invalid' })
    expect(asked).toEqual([])
  })

  test('attaches bytes with their kind and digest', async () => {
    const evidence = {
      id: evidenceId,
      mediaType: 'application/pdf',
      bytes: 5,
      sha256: 'a'.repeat(64),
    }
    const { asked, http } = platform(evidence)
    const bytes = new TextEncoder().encode('%PDF-')
    expect(await citizenClient({ http }).attach(by, evidenceId, bytes)).toEqual(evidence)
    const sent = asked[0]
    expect(sent?.line).toBe(`PUT /v1/feedback/${id}/evidence/${evidenceId}`)
    expect(sent?.bytes).toEqual(bytes)
    expect(sent?.headers.get('content-type')).toBe('application/pdf')
    expect(sent?.headers.get('x-feedback-reference')).toBe(reference)
    expect(sent?.headers.get('x-feedback-phone')).toBe(by.phone)
    expect(sent?.headers.get('idempotency-key')).toBe(evidenceId)
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    const expected = Buffer.from(digest).toString('base64')
    expect(sent?.headers.get('content-digest')).toBe(`sha-256=:${expected}:`)
  })

  test('a file that is no evidence is not sent', async () => {
    const { asked, http } = platform({})
    const attached = citizenClient({ http }).attach(by, evidenceId, new Uint8Array(3))
    await expect(attached).rejects.toMatchObject({
      code: 'feedback.evidence',
      issues: [{ code: 'feedback.evidence.type' }],
    })
    expect(asked).toEqual([])
  })

  test('confirms with the code in the body', async () => {
    const { asked, bodyOf, http } = platform(item)
    expect(await citizenClient({ http }).confirm(id, '123456')).toEqual(item)
    expect(asked[0]?.line).toBe(`POST /v1/feedback/${id}/confirmation`)
    expect(bodyOf(0)).toEqual({ code: '123456' })
  })

  test('follows with reference and phone in headers, never in the address', async () => {
    const { asked, http } = platform(item)
    await citizenClient({ http }).follow({ id, reference, phone: '+84900000001' })
    expect(asked[0]?.line).toBe(`GET /v1/feedback/${id}`)
    expect(asked[0]?.headers.get('x-feedback-reference')).toBe(reference)
    expect(asked[0]?.headers.get('x-feedback-phone')).toBe('+84900000001')
  })

  test('is found by reference and phone, where the id is not at hand', async () => {
    const { asked, http } = platform(item)
    expect(await citizenClient({ http }).find({ reference, phone: '+84900000001' })).toEqual(item)
    expect(asked[0]?.line).toBe('GET /v1/feedback/own')
    expect(asked[0]?.headers.get('x-feedback-reference')).toBe(reference)
    expect(asked[0]?.headers.get('x-feedback-phone')).toBe('+84900000001')
  })

  test('an answer of another shape is refused', async () => {
    const { http } = platform({ ...item, state: 'fine' })
    const followed = citizenClient({ http }).follow({ id, reference, phone: '+84900000001' })
    await expect(followed).rejects.toMatchObject({ code: 'http.schema' })
  })
})

describe('a reporter, afterwards', () => {
  test('supplements and withdraws by reference and phone', async () => {
    const { asked, bodyOf, http } = platform(item)
    await citizenClient({ http }).supplement(by, { note: 'Ảnh rõ hơn' })
    await citizenClient({ http }).withdraw(by)
    expect(asked.map(({ line }) => line)).toEqual([
      `POST /v1/feedback/${id}/supplements`,
      `POST /v1/feedback/${id}/withdrawal`,
    ])
    expect(bodyOf(0)).toEqual({ note: 'Ảnh rõ hơn' })
    for (const { headers } of asked) expect(headers.get('x-feedback-reference')).toBe(reference)
  })

  test('has another code sent, by reference and phone, each time under a key of its own', async () => {
    const { asked, http } = platform({ id, reference })
    const client = citizenClient({ http })
    await client.resendCode(by)
    await client.resendCode(by)
    const line = `POST /v1/feedback/${id}/code`
    expect(asked.map((one) => one.line)).toEqual([line, line])
    for (const { headers } of asked) expect(headers.get('x-feedback-phone')).toBe(by.phone)
    const keys = asked.map(({ headers }) => headers.get('idempotency-key'))
    expect(new Set(keys).size).toBe(2)
  })

  test('who has nothing left to confirm is shown the item in place of a code', async () => {
    const { http } = platform({ current: item }, { status: 409 })
    const resent = citizenClient({ http }).resendCode(by)
    await expect(resent).rejects.toMatchObject({ code: 'feedback.conflict', current: item })
  })

  test('a supplement of nothing is not sent', async () => {
    const { asked, http } = platform(item)
    const sent = citizenClient({ http }).supplement(by, {})
    await expect(sent).rejects.toMatchObject({ code: 'schema.invalid' })
    expect(asked).toEqual([])
  })

  test('what was decided meanwhile is a conflict', async () => {
    const { http } = platform({ current: item }, { status: 409 })
    const taken = citizenClient({ http }).withdraw(by)
    await expect(taken).rejects.toMatchObject({ code: 'feedback.conflict', current: item })
  })
})

describe('staffClient', () => {
  const verbs = [
    ['take', 'take', {}],
    ['decide', 'decision', { decision: { outcome: 'rejected', reason: 'photo-unreadable' } }],
    ['resolve', 'resolution', { amendmentId: evidenceId }],
  ] as const
  const act = (http: Parameters<typeof staffClient>[0]['http'], verb: string) => {
    const staff = staffClient({ http })
    if (verb === 'take') return staff.take(item)
    if (verb === 'resolve') return staff.resolve(item, evidenceId)
    return staff.decide(item, { outcome: 'rejected', reason: 'photo-unreadable' })
  }

  test.each(verbs)('%s names the revision that was looked at', async (verb, path, body) => {
    const { asked, bodyOf, http } = platform(item)
    expect(await act(http, verb)).toEqual(item)
    expect(asked[0]?.line).toBe(`POST /v1/feedback/${id}/${path}`)
    expect(bodyOf(0)).toEqual({ revision: 3, ...body })
  })

  test.each(verbs)('%s after somebody else acted is a conflict, sent once', async (verb) => {
    const { asked, http } = platform({}, { status: 409, headers: { 'x-request-id': 'r-1' } })
    await expect(act(http, verb)).rejects.toMatchObject({ code: 'feedback.conflict', status: 409 })
    expect(asked).toHaveLength(1)
  })

  test.each([
    ['the item as it stands', { current: { ...item, revision: 4 } }, { ...item, revision: 4 }],
    ['nothing', {}, undefined],
    ['something else', { current: { note: 'x' } }, undefined],
  ])('a conflict carries %s, and shows no person', async (_, body, current) => {
    const { http } = platform(body, { status: 409 })
    const caught: unknown = await act(http, 'decide').catch((error: unknown) => error)
    if (!isFeedbackConflict(caught)) throw new Error('no conflict')
    expect(caught.current).toEqual(current)
    const shown = [caught.message, caught.stack, JSON.stringify(caught), inspect(caught)].join()
    expect(shown).not.toMatch(/Lê|0900000001/)
  })

  test('passes on, and asks, by the revision that was looked at', async () => {
    const { asked, bodyOf, http } = platform(item)
    const to = { level: 'district', unit: '001' } as const
    await staffClient({ http }).passOn(item, to)
    await staffClient({ http }).ask(item, 'Gửi ảnh rõ hơn')
    expect(asked.map(({ line }) => line)).toEqual([
      `POST /v1/feedback/${id}/pass-on`,
      `POST /v1/feedback/${id}/question`,
    ])
    expect([bodyOf(0), bodyOf(1)]).toEqual([
      { revision: 3, to },
      { revision: 3, asks: 'Gửi ảnh rõ hơn' },
    ])
    await expect(staffClient({ http }).ask(item, '')).rejects.toMatchObject({
      code: 'schema.invalid',
    })
  })

  test('reads the report that the platform makes, with its instants', async () => {
    const at = new Date('2022-05-25T02:00:00Z')
    const facility = { level: 'facility', unit: '22001' } as const
    const units = [
      { ...facility, name: 'Trạm mẫu', parent: { level: 'ministry', unit: 'BYT' }, lastLogIn: at },
      { level: 'ministry', unit: 'BYT', name: 'Bộ Y tế' },
    ] as const
    const events = [{ at: '2022-05-20T02:00:00.000Z', action: 'confirm', state: 'received' }]
    const items = [{ handler: facility, events }] as unknown as FeedbackItem[]
    const made = await feedbackReport(items, { at, policy: feedbackPolicy9458, units })
    expect(made.total).toMatchObject({ overdue: 1 })
    const { asked, http } = platform(made)
    expect(await staffClient({ http }).report()).toEqual(made)
    expect(asked[0]?.line).toBe('GET /v1/feedback/report')
    const broken = [
      { ...made, format: 'feedback-report/2' },
      { ...made, at: 'soon' },
      { ...made, rows: {} },
      { ...made, total: { ...made.total, open: -1 } },
      { ...made, readings: { strict: {}, lenient: {} } },
      null,
    ]
    for (const body of broken) {
      const read = staffClient({ http: platform(body).http }).report()
      await expect(read).rejects.toMatchObject({ code: 'http.schema' })
    }
  })

  test('loads one item', async () => {
    const { asked, http } = platform(item)
    expect(await staffClient({ http }).load(id)).toEqual(item)
    expect(asked[0]?.line).toBe(`GET /v1/feedback/${id}/item`)
  })

  test('gives a file only as it was checked', async () => {
    const bytes = new TextEncoder().encode('{}')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const evidence = { id: evidenceId, mediaType: 'image/png', bytes: 2, sha256 } as const
    const { asked, http } = platform({})
    const staff = staffClient({ http })
    expect(await staff.evidence({ ...item, evidence: [evidence] }, evidenceId)).toEqual(bytes)
    expect(asked[0]?.line).toBe(`GET /v1/feedback/${id}/evidence/${evidenceId}`)
    const other = { ...evidence, sha256: 'a'.repeat(64) }
    for (const known of [[], [other]]) {
      const given = staff.evidence({ ...item, evidence: known }, evidenceId)
      await expect(given).rejects.toMatchObject({ code: 'feedback.evidence.digest' })
    }
  })

  test.each([400, 403, 404, 422])('status %i stays what it is', async (status) => {
    const { http } = platform({}, { status })
    await expect(act(http, 'take')).rejects.toMatchObject({ code: 'http.status', status })
  })

  test('the queue asks for a unit and a state, when it is read and not before', async () => {
    const { asked, http } = platform({ items: [item] })
    const queue = staffClient({ http }).queue({ unit: '22001', state: 'received' })
    expect(asked).toEqual([])
    expect(await queue.toArray({ limit: 10 })).toEqual([item])
    expect(asked[0]?.line).toBe('GET /v1/feedback?unit=22001&state=received')
    await staffClient({ http }).queue({ unit: '22001', limit: 20 }).toArray({ limit: 1 })
    expect(asked[1]?.line).toBe('GET /v1/feedback?unit=22001&limit=20')
  })
})
