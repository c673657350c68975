import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import {
  ask,
  logIn,
  newId,
  recordOf,
  signed,
  startSandbox,
  verifyChild,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
let staff: string
let central: string
let request: Record<string, unknown> & { recordIds: string[] }

beforeAll(async () => {
  sandbox = await startSandbox()
  staff = await logIn(sandbox, 'staff.01234')
  central = await logIn(sandbox, 'central-signer')
  const { id } = await verifyChild(sandbox, staff)
  const record = await signed(sandbox, await recordOf(id, { number: 2 }))
  await ask(sandbox, 'PUT', `/v1/records/${record.recordId}`, { token: staff, body: record })
  const { body } = await ask(sandbox, 'GET', '/v1/courses', { token: central })
  request = (body['items'] as { request: typeof request }[])[0]?.request ?? { recordIds: [] }
}, 60_000)
afterAll(() => sandbox.close())

const issue = (id: string, change: object = {}) =>
  ask(sandbox, 'PUT', `/v1/certificates/${id}`, {
    token: central,
    body: { request, algorithm: 'ES256', ...change },
  })

describe('a certificate', () => {
  test('is signed by the ministry’s keys, with either algorithm, for its own course alone', async () => {
    const id = newId()
    const issued = await issue(id, { algorithm: 'PS256' })
    expect(String(issued.body['text'])).toMatch(/^HC1:/)
    expect((await issue(id)).body['code']).toBe('platform.conflict')
    expect((await issue(newId())).body['code']).toBe('platform.conflict')
    const revoked = await ask(sandbox, 'POST', `/v1/certificates/${id}/revocation`, {
      token: central,
      body: { reason: 'withdrawn' },
    })
    expect(revoked.body['revoked']).toBe(true)
    expect((await issue(newId())).status).toBe(201)
  })

  test.each([
    ['a record more than the course has', () => [...request.recordIds, newId()]],
    ['the same record twice', () => [...request.recordIds, ...request.recordIds]],
    ['a record that is not there', () => [newId()]],
  ])('is not issued for %s', async (_, recordIds) => {
    const answer = await issue(newId(), { request: { ...request, recordIds: recordIds() } })
    expect(answer.body['code']).toBe('platform.course-incomplete')
  })

  test('that replaces nothing that is there is not issued', async () => {
    const { body } = await ask(
      sandbox,
      'GET',
      `/v1/certificates?recordId=${request.recordIds[0]}`,
      {
        token: staff,
      },
    )
    const standing = (body['items'] as { id: string; revoked: boolean }[]).filter(
      ({ revoked }) => !revoked,
    )
    expect(standing).toHaveLength(1)
    const answer = await issue(newId(), { replaces: newId() })
    expect(answer.body['code']).toBe('platform.conflict')
    const path = `/v1/certificates/${standing[0]?.id}/revocation`
    await ask(sandbox, 'POST', path, { token: central, body: { reason: 'withdrawn' } })
    expect((await issue(newId(), { replaces: newId() })).body['code']).toBe('platform.not-found')
    expect(
      (await ask(sandbox, 'GET', '/v1/courses', { token: central })).body['items'],
    ).toHaveLength(1)
  })

  test('is shown to its own facility and to no other', async () => {
    const id = newId()
    await issue(id)
    const other = await logIn(sandbox, 'head.01236')
    const paths = [`/v1/certificates/${id}`, `/v1/certificates?recordId=${request.recordIds[0]}`]
    for (const path of paths) {
      expect((await ask(sandbox, 'GET', path, { token: staff })).status).toBe(200)
      expect((await ask(sandbox, 'GET', path, { token: other })).status).toBe(403)
    }
    expect(
      (await ask(sandbox, 'GET', `/v1/certificates/${newId()}`, { token: staff })).status,
    ).toBe(404)
  })
})
