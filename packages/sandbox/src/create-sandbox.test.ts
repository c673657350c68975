import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSandbox } from './create-sandbox.js'
import type { Sandbox } from './sandbox.js'
import {
  ask,
  codeFor,
  logIn,
  morning,
  newId,
  recordOf,
  signed,
  startSandbox,
  verifyChild,
} from './test-platform.fixture.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
}, 60_000)
afterAll(() => sandbox.close())

describe('faults', () => {
  test('a status comes instead of the answer, as often as it was scripted', async () => {
    const match = { path: '/v1/trust-list' }
    sandbox.faults.add({ match, kind: 'status', status: 503, times: 2, retryAfterSeconds: 1 })
    const first = await ask(sandbox, 'GET', '/v1/trust-list')
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '1'])
    expect((await ask(sandbox, 'GET', '/v1/trust-list')).status).toBe(503)
    expect((await ask(sandbox, 'GET', '/v1/trust-list')).status).toBe(200)
  })

  test('a slow body and a delay change nothing but time', async () => {
    const match = { method: 'GET', path: '/v1/trust-list' }
    sandbox.faults.add({ match, kind: 'slow-body', ms: 10 })
    expect((await ask(sandbox, 'GET', '/v1/trust-list')).body['format']).toBe('trust-list/1')
    sandbox.faults.add({ match, kind: 'delay', ms: 5 })
    expect((await ask(sandbox, 'GET', '/v1/trust-list')).status).toBe(200)
    sandbox.faults.clear()
  })
})

describe('certificates', () => {
  test('a complete course gets one, a re-issue revokes the old one, an incomplete course gets none', async () => {
    const staff = await logIn(sandbox, 'staff.01234')
    const central = await logIn(sandbox, 'central-signer')
    const { id } = await verifyChild(sandbox, staff)
    const record = await recordOf(id, { number: 2 })
    const one = await signed(sandbox, record)
    const path = `/v1/records/${one.recordId}`
    expect((await ask(sandbox, 'PUT', path, { token: staff, body: one })).status).toBe(201)
    const courses = (await ask(sandbox, 'GET', '/v1/courses', { token: central })).body[
      'items'
    ] as {
      request: object
    }[]
    expect(courses).toHaveLength(1)
    const [course] = courses
    const issue = (certificate: string, more: object = {}) =>
      ask(sandbox, 'PUT', `/v1/certificates/${certificate}`, {
        token: central,
        body: { request: course?.request, algorithm: 'ES256', ...more },
      })
    const old = newId()
    expect((await issue(old)).status).toBe(201)
    expect((await issue(old)).status).toBe(200)
    expect((await issue(newId(), { replaces: old })).status).toBe(201)
    const revoked = await ask(sandbox, 'GET', `/v1/certificates/${old}`, { token: central })
    expect(revoked.body['revoked']).toBe(true)
    const list = await ask(sandbox, 'GET', '/v1/revocation-list')
    expect(list.body['groups']).toHaveLength(1)
    const incomplete = { ...course?.request, recordIds: [newId()] }
    const refused = await issue(newId(), { request: incomplete })
    expect(refused.body['code']).toBe('platform.course-incomplete')
  })
})

describe('feedback', () => {
  const phone = '0912345678'
  const request = (id: string) => ({
    format: 'feedback/1',
    id,
    type: 'wrong-sex',
    reporter: { fullName: 'Trần Thị Mẫu', phone, relationship: 'mother' },
    person: { fullName: 'Nguyễn Thị Mẫu', birthDate: '2014-09-02' },
    facility: '01234',
    claimed: { sex: 'female' },
  })

  test('is confirmed by its code, taken, decided once, and a second officer gets a conflict', async () => {
    const id = newId()
    const sent = await ask(sandbox, 'PUT', `/v1/feedback/${id}`, { body: request(id) })
    expect(sent.status).toBe(202)
    const confirmation = `/v1/feedback/${id}/confirmation`
    const code = await codeFor(sandbox, { phone })
    const wrong = code === '000000' ? '000001' : '000000'
    expect((await ask(sandbox, 'POST', confirmation, { body: { code: wrong } })).status).toBe(422)
    const item = (await ask(sandbox, 'POST', confirmation, { body: { code } })).body
    expect(item).toMatchObject({ state: 'received', handler: { level: 'facility', unit: '01234' } })
    expect(Date.parse(String(item['dueAt'])) - Date.parse(String(item['receivedAt']))).toBe(
      172_800_000,
    )
    const token = await logIn(sandbox, 'head.01234')
    const act = (verb: string, body: object) =>
      ask(sandbox, 'POST', `/v1/feedback/${id}/${verb}`, { token, body })
    const taken = await act('take', { revision: item['revision'] })
    expect(taken.body['state']).toBe('in-review')
    const decision = { outcome: 'rejected', reason: 'photo-unreadable' }
    const late = await act('decision', { revision: item['revision'], decision })
    expect(late.status).toBe(409)
    expect(late.body['current']).toMatchObject({ state: 'in-review' })
    const decided = await act('decision', { revision: taken.body['revision'], decision })
    expect(decided.body['state']).toBe('rejected')
    const follow = {
      'x-feedback-reference': String(sent.body['reference']),
      'x-feedback-phone': phone,
    }
    const followed = await ask(sandbox, 'GET', `/v1/feedback/${id}`, { headers: follow })
    expect(followed.body['decision']).toEqual(decision)
    expect(JSON.stringify(followed.body['events'])).not.toContain('head.01234')
    expect((await ask(sandbox, 'GET', `/v1/feedback/${id}`)).status).toBe(404)
  })
})

describe('days', () => {
  test('a planned facility that says nothing is silent; reports decide the rest', async () => {
    const district = await logIn(sandbox, 'district.01001')
    for (const [code, vaccinating] of [
      ['01234', true],
      ['01237', true],
      ['01238', false],
    ] as const) {
      await ask(sandbox, 'PUT', `/v1/day-plans/${code}/2022-05-20`, {
        token: district,
        body: { vaccinating },
      })
    }
    const report = {
      format: 'day-report/1',
      facility: '01234',
      date: '2022-05-20',
      madeAt: morning.toISOString(),
      ...{ given: 1, entered: 1, complete: 1, settled: 1, signed: 1, acknowledged: 1 },
      open: {},
      finished: true,
    }
    const token = await logIn(sandbox, 'staff.01234')
    await ask(sandbox, 'PUT', '/v1/day-reports/01234/2022-05-20', { token, body: report })
    const { body } = await ask(sandbox, 'GET', '/v1/roll-ups/01001/2022-05-20', { token: district })
    const states = Object.fromEntries(
      (body['rows'] as { facility: string; state: string }[]).map((row) => [
        row.facility,
        row.state,
      ]),
    )
    expect(states).toMatchObject({
      '01234': 'finished',
      '01237': 'silent',
      '01238': 'not-vaccinating',
    })
  })
})

describe('createSandbox', () => {
  test('finds keys and records again in its folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'))
    const first = await createSandbox({ database: { folder }, at: morning })
    const before = first.authority.facilityAnchors
    await first.close()
    const second = await createSandbox({ database: { folder }, at: morning })
    expect(second.authority.facilityAnchors).toEqual(before)
    await second.close()
    await rm(folder, { recursive: true, force: true })
  }, 60_000)
})
