/** What two who do the same at the same time get; on a server, transactions do run side by side. */
import { hashRecord, type DoseRecord } from '@tiemchung/schemas'
import { systemCrypto } from '@tiemchung/core/crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import {
  type Answer,
  ask,
  child,
  codeFor,
  feedbackRequest,
  logIn,
  newId,
  receivedFeedback,
  recordOf,
  signed,
  startSandbox,
  verifyChild,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
let staff: string
let verification: string
beforeAll(async () => {
  sandbox = await startSandbox()
  staff = await logIn(sandbox, 'staff.01234')
  verification = (await verifyChild(sandbox, staff)).id
}, 60_000)
afterAll(() => sandbox.close())

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort()

const put = async (record: DoseRecord) => {
  const one = await signed(sandbox, record)
  return ask(sandbox, 'PUT', `/v1/records/${one.recordId}`, { token: staff, body: one })
}

const amend = async (record: DoseRecord, lot: string): Promise<DoseRecord> => ({
  ...record,
  id: newId(),
  dose: { ...record.dose, lot },
  amends: {
    recordId: record.id,
    firstRecordId: record.id,
    hash: await hashRecord(record, systemCrypto),
    reason: 'entry-error',
  },
})

describe('at the same time', () => {
  test('one request sent ten times under one key has one effect and one answer', async () => {
    const record = await signed(sandbox, await recordOf(verification))
    const headers = { 'idempotency-key': newId() }
    const path = `/v1/records/${record.recordId}`
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        ask(sandbox, 'PUT', path, { token: staff, body: record, headers }),
      ),
    )
    expect(statuses(answers)).toEqual(Array.from({ length: 10 }, () => 201))
    expect(new Set(answers.map(({ body }) => body['serverId'])).size).toBe(1)
  })

  test('one key with two requests serves one of them', async () => {
    const headers = { 'idempotency-key': newId() }
    const verify = (sex: string) => {
      const consent = { form: 'paper', reference: 'P-1', at: '2022-05-20T01:00:00Z', by: 'mother' }
      const claim = { ...child, sex, purpose: 'vaccination-record', officer: 'o', consent }
      const body = { id: newId(), ...claim }
      return ask(sandbox, 'POST', '/v1/identity/verifications', { token: staff, body, headers })
    }
    const answers = await Promise.all([verify('female'), verify('male')])
    expect(statuses(answers)).toEqual([200, 422])
    expect(answers.find(({ status }) => status === 422)?.body['code']).toBe(
      'idempotency.key-reused',
    )
  })

  test('two bodies under one record id: one is taken, the other is told of it', async () => {
    const record = await recordOf(verification, { number: 2 })
    const other = { ...record, dose: { ...record.dose, lot: 'FT9999' } }
    const answers = await Promise.all([put(record), put(other)])
    expect(statuses(answers)).toEqual([201, 409])
    const [taken, refused] = [...answers].sort((one, two) => one.status - two.status)
    expect(refused?.body['code']).toBe('platform.conflict')
    expect(refused?.body['current']).toEqual(taken?.body)
  })

  test('two records of one dose of one child: one is taken', async () => {
    const third = async (): Promise<DoseRecord> => {
      const base = await recordOf(verification)
      return { ...base, id: newId(), dose: { ...base.dose, number: 3 } }
    }
    const answers = await Promise.all([put(await third()), put(await third()), put(await third())])
    expect(statuses(answers)).toEqual([201, 409, 409])
  })

  test('two amendments of one record: one replaces it', async () => {
    const record = await recordOf(verification)
    const answers = await Promise.all([
      put(await amend(record, 'FT0001')),
      put(await amend(record, 'FT0002')),
    ])
    expect(statuses(answers)).toEqual([201, 422])
    expect(answers.find(({ status }) => status === 422)?.body['code']).toBe(
      'platform.record.amends-unknown',
    )
  })

  test('two officers decide one item: one decides, the other sees what was decided', async () => {
    const item = await receivedFeedback(sandbox, feedbackRequest())
    const officers = [await logIn(sandbox, 'head.01234'), staff]
    const id = String(item['id'])
    const taken = await ask(sandbox, 'POST', `/v1/feedback/${id}/take`, {
      token: staff,
      body: { revision: item['revision'] },
    })
    const reasons = ['photo-unreadable', 'nothing-matches']
    const answers = await Promise.all(
      officers.map((token, index) =>
        ask(sandbox, 'POST', `/v1/feedback/${id}/decision`, {
          token,
          body: {
            revision: taken.body['revision'],
            decision: { outcome: 'rejected', reason: reasons[index] },
          },
        }),
      ),
    )
    expect(statuses(answers)).toEqual([200, 409])
    const [decided, late] = [...answers].sort((one, two) => one.status - two.status)
    expect(late?.body['current']).toEqual(decided?.body)
  })

  test('one code opens one session, however often it is sent at once', async () => {
    const account = sandbox.accounts.find((one) => one.name === 'ministry')
    const first = await ask(sandbox, 'POST', '/v1/sessions', {
      body: { account: 'ministry', password: account?.password },
    })
    const code = await codeFor(sandbox, { account: 'ministry' })
    const path = `/v1/sessions/${String(first.body['challengeId'])}/answer`
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => ask(sandbox, 'POST', path, { body: { code } })),
    )
    expect(statuses(answers)).toEqual([200, 401, 401, 401])
  })

  test('two certificates for one course: one is issued', async () => {
    const token = await logIn(sandbox, 'central-signer')
    const { body } = await ask(sandbox, 'GET', '/v1/courses', { token })
    const [course] = body['items'] as { request: { recordIds: string[] } }[]
    const issue = () =>
      ask(sandbox, 'PUT', `/v1/certificates/${newId()}`, {
        token,
        body: { request: course?.request, algorithm: 'ES256' },
      })
    expect(statuses(await Promise.all([issue(), issue()]))).toEqual([201, 409])
  })
})
