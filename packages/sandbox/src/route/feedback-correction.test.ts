/** From an approval to the new certificate: each step entered by the platform, as it happens. */
import { fixedClock, type Uuid } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { amendRecord, type DoseRecord, type FeedbackItem } from '@tiemchung/schemas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import {
  type Answer,
  ask,
  feedbackRequest,
  logIn,
  morning,
  newId,
  receivedFeedback,
  recordOf,
  signed,
  startSandbox,
  verifyChild,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
let head: string
let central: string
/** The records that stand, by dose. */
const standing = new Map<number, DoseRecord>()

async function send(record: DoseRecord): Promise<Answer> {
  const body = await signed(sandbox, record)
  return ask(sandbox, 'PUT', `/v1/records/${record.id}`, { token: head, body })
}

beforeAll(async () => {
  sandbox = await startSandbox()
  head = await logIn(sandbox, 'head.01234')
  central = await logIn(sandbox, 'central-signer')
  for (const number of [1, 2] as const) {
    const record = await recordOf((await verifyChild(sandbox, head)).id, { number })
    expect((await send(record)).status).toBe(201)
    standing.set(number, record)
  }
}, 60_000)
afterAll(() => sandbox.close())

const standingRecord = (number: number) => standing.get(number) as DoseRecord

/** Amends the record of a dose, matches it again, signs it again, hands it in. */
async function amend(number: number, feedbackId?: Uuid): Promise<DoseRecord> {
  const old = standingRecord(number)
  const sex = old.person.sex === 'female' ? 'male' : 'female'
  const details = { id: newId(), reason: 'feedback', by: 'staff-1', crypto: systemCrypto } as const
  const amended = await amendRecord(
    old,
    { person: { sex } },
    {
      ...details,
      clock: fixedClock(morning),
      ...(feedbackId === undefined ? {} : { feedbackId }),
    },
  )
  const verificationId = (await verifyChild(sandbox, head)).id as Uuid
  const identity = { status: 'matched', verificationId, at: old.enteredAt } as const
  const record: DoseRecord = { ...amended, identity }
  expect((await send(record)).status).toBe(201)
  standing.set(number, record)
  return record
}

const act = async (id: string, verb: string, body: object) =>
  (await ask(sandbox, 'POST', `/v1/feedback/${id}/${verb}`, { token: head, body })).body
const read = async (id: string) =>
  (await ask(sandbox, 'GET', `/v1/feedback/${id}/item`, { token: head }))
    .body as unknown as FeedbackItem

async function taken(change: object = {}): Promise<FeedbackItem> {
  const item = await receivedFeedback(sandbox, feedbackRequest(change))
  return (await act(String(item['id']), 'take', { revision: 1 })) as unknown as FeedbackItem
}
const approve = (id: string) =>
  act(id, 'decision', { revision: 2, decision: { outcome: 'approved' } })
async function approved(change: object = {}): Promise<FeedbackItem> {
  const { id } = await taken(change)
  return (await approve(id)) as unknown as FeedbackItem
}

const steps = ({ correction }: FeedbackItem) =>
  correction.map(({ step, outcome }) => `${step} ${outcome}`)

async function issue(number: number, replaces?: string): Promise<string> {
  const courses = await ask(sandbox, 'GET', '/v1/courses', { token: central })
  const items = courses.body['items'] as { request: { recordIds: string[] } }[]
  const wanted = standingRecord(number).id
  const request = items.find((one) => one.request.recordIds[0] === wanted)?.request
  const id = newId()
  const body = { request, algorithm: 'ES256', ...(replaces === undefined ? {} : { replaces }) }
  const answer = await ask(sandbox, 'PUT', `/v1/certificates/${id}`, { token: central, body })
  expect(answer.status).toBe(201)
  return id
}
const revoke = (id: string) =>
  ask(sandbox, 'POST', `/v1/certificates/${id}/revocation`, {
    token: central,
    body: { reason: 'amended' },
  })

const first = ['amended done', 'matched done', 'signed done'] as const

describe('an approved item', () => {
  let certificate: string

  test('is resolved once the new certificate is issued and the old one revoked with it', async () => {
    certificate = await issue(2)
    const item = await approved({ recordId: standingRecord(2).id })
    expect(item.correction).toEqual([])
    const amendment = await amend(2, item.id)
    const amended = await read(item.id)
    expect([amended.state, amended.amendmentId]).toEqual(['approved', amendment.id])
    expect(steps(amended)).toEqual(first)
    const old = certificate
    certificate = await issue(2, old)
    const done = await read(item.id)
    expect(steps(done)).toEqual([...first, 'reissued done', 'revoked done'])
    expect(done.correction.map(({ made }) => made)).toEqual([
      ...[amendment.id, undefined, undefined],
      ...[certificate, old],
    ])
    expect(done.state).toBe('resolved')
    expect(done.events.slice(3).map(({ action, step }) => [action, step])).toEqual([
      ...['amended', 'matched', 'signed', 'reissued', 'revoked'].map((step) => ['correct', step]),
      ['resolve', undefined],
    ])
    expect(done.revision).toBe(done.events.length)
    // Nothing but the reference, once for the approval and once for the certificate.
    const news = (await sandbox.messages({ phone: '0912345678' }))
      .filter(({ purpose, text }) => purpose === 'feedback-news' && text.includes(item.reference))
      .map(({ text }) => text)
    expect(news).toEqual([
      `Phản ánh ${item.reference}: chứng nhận đã sửa đã được cấp lại.`,
      `Phản ánh ${item.reference}: đã được duyệt, dữ liệu đang được sửa.`,
    ])
  })

  test('waits for the new certificate when the old one was revoked first', async () => {
    const item = await approved({ recordId: standingRecord(2).id })
    await amend(2, item.id)
    await revoke(certificate)
    const waiting = await read(item.id)
    expect([waiting.state, ...steps(waiting)]).toEqual(['approved', ...first, 'revoked done'])
    certificate = await issue(2)
    expect((await read(item.id)).state).toBe('resolved')
  })

  test('without a certificate is resolved by its amendment', async () => {
    const item = await approved({ recordId: standingRecord(1).id })
    await amend(1, item.id)
    const done = await read(item.id)
    expect(steps(done)).toEqual([...first, 'reissued not-needed', 'revoked not-needed'])
    expect(done.state).toBe('resolved')
  })

  test('whose amendment came before the approval is resolved by the approval', async () => {
    const item = await taken({ recordId: standingRecord(1).id })
    await amend(1, item.id)
    expect((await read(item.id)).correction).toEqual([])
    expect(await approve(item.id)).toMatchObject({ state: 'resolved' })
  })

  test('is not moved by an amendment of another record that names it', async () => {
    const item = await approved({ recordId: standingRecord(2).id })
    await amend(1, item.id)
    expect(await read(item.id)).toEqual(item)
    const elsewhere = await approved()
    const other = await receivedFeedback(sandbox, feedbackRequest({ facility: '01236' }))
    await amend(1, other['id'] as Uuid)
    expect(await read(elsewhere.id)).toEqual(elsewhere)
  })

  test('that is rejected is not moved by an amendment that names it', async () => {
    const { id } = await taken({ recordId: standingRecord(1).id })
    const decision = { outcome: 'rejected', reason: 'photo-unreadable' }
    const rejected = await act(id, 'decision', { revision: 2, decision })
    await amend(1, id)
    expect(await read(id)).toEqual(rejected)
  })
})

describe('a resolution by hand', () => {
  const resolve = (id: string, revision: number, amendmentId: string) =>
    act(id, 'resolution', { revision, amendmentId })

  test('is refused without an amendment of what is reported', async () => {
    const item = await approved({ recordId: standingRecord(1).id })
    const wrong = [newId(), standingRecord(2).id, (await recordOf(newId(), { number: 1 })).id]
    for (const id of wrong) {
      const answer = await resolve(item.id, 3, id)
      expect(answer).toMatchObject({ status: 422, code: 'platform.feedback.amendment' })
    }
    expect(await read(item.id)).toEqual(item)
  })

  test('names an amendment that does not name the item, under the name of the officer', async () => {
    const item = await approved({ recordId: standingRecord(1).id })
    const amendment = await amend(1)
    const done = (await resolve(item.id, 3, amendment.id)) as unknown as FeedbackItem
    expect([done.state, done.amendmentId]).toEqual(['resolved', amendment.id])
    expect(done.events[3]).toMatchObject({ step: 'amended', officer: 'head.01234' })
    expect(await resolve(item.id, done.revision, amendment.id)).toMatchObject({ status: 409 })
  })

  test('does not close what still waits for its certificate', async () => {
    const item = await approved({ recordId: standingRecord(2).id })
    const amendment = await amend(2)
    const answer = await resolve(item.id, 3, amendment.id)
    expect(answer).toMatchObject({ state: 'approved', amendmentId: amendment.id, revision: 6 })
    const again = await resolve(item.id, 6, amendment.id)
    expect(again).toEqual(answer)
    expect(await resolve(item.id, 6, standingRecord(1).id)).toMatchObject({ status: 409 })
  })
})
