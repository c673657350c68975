import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import {
  ask,
  child,
  logIn,
  newId,
  recordOf,
  signed,
  startSandbox,
  verifyChild,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
let token: string
beforeAll(async () => {
  sandbox = await startSandbox()
  token = await logIn(sandbox, 'staff.01234')
}, 60_000)
afterAll(() => sandbox.close())

const put = (one: { recordId: string }, key: string = newId(), path?: string) =>
  ask(sandbox, 'PUT', path ?? `/v1/records/${one.recordId}`, {
    token,
    body: one,
    headers: { 'idempotency-key': key },
  })

describe('the register', () => {
  test.each([
    ['match', {}],
    ['match', { fullName: 'NGUYỄN  THỊ MẪU' }],
    ['mismatch', { fullName: 'Nguyen Thi Mau' }],
    ['mismatch', { birthDate: '2014-09-03' }],
    ['mismatch', { sex: 'male' }],
    ['not-found', { number: '001314999999' }],
  ])('answers %s to %j', async (outcome, claim) => {
    expect((await verifyChild(sandbox, token, claim)).outcome).toBe(outcome)
  })

  test('answers a batch later, in the order of its questions', async () => {
    const request = {
      id: newId(),
      ...child,
      purpose: 'vaccination-record',
      officer: 'staff-1',
      consent: { form: 'paper', reference: 'P-1', at: '2022-05-20T01:00:00Z', by: 'mother' },
    }
    const body = { id: newId(), requests: [request] }
    const first = await ask(sandbox, 'POST', '/v1/identity/batches', { token, body })
    expect([first.status, first.body['state']]).toEqual([202, 'pending'])
    const path = `/v1/identity/batches/${body.id}`
    expect((await ask(sandbox, 'GET', path, { token })).body['state']).toBe('pending')
    const done = await ask(sandbox, 'GET', path, { token })
    expect(done.body['state']).toBe('done')
    expect(done.body['results']).toMatchObject([{ id: request.id, outcome: 'match' }])
  })
})

describe('records', () => {
  test('a record that rests on no match of the platform is refused', async () => {
    const one = await signed(sandbox, await recordOf(newId()))
    const answer = await put(one)
    expect([answer.status, answer.body['code']]).toEqual([422, 'platform.record.not-settled'])
  })

  test('a mismatch is no match, whatever the record says', async () => {
    const { id } = await verifyChild(sandbox, token, { sex: 'male' })
    const answer = await put(await signed(sandbox, await recordOf(id)))
    expect(answer.body['code']).toBe('platform.record.not-settled')
  })

  test('a signature that does not hold is refused, and says which check failed', async () => {
    const { id } = await verifyChild(sandbox, token)
    const one = await signed(sandbox, await recordOf(id))
    const answer = await put({ ...one, jws: `${one.jws.slice(0, -4)}AAAA` } as never)
    expect(answer.body['code']).toBe('platform.record.signature')
    expect(answer.body['detail']).toBe('jws.signature: does-not-hold')
  })

  test('a facility sends its own records only', async () => {
    const { id } = await verifyChild(sandbox, token)
    const one = await signed(sandbox, await recordOf(id, { facility: '01236' }), '01236')
    expect((await put(one)).body['code']).toBe('platform.forbidden')
  })

  test('an answer that was lost after the commit is given again, and nothing is doubled', async () => {
    const { id } = await verifyChild(sandbox, token)
    const one = await signed(sandbox, await recordOf(id))
    const key = newId()
    sandbox.faults.add({ match: { path: '/v1/records/' }, kind: 'drop-after-commit' })
    await expect(put(one, key)).rejects.toThrow('fetch failed')
    const again = await put(one, key)
    const otherKey = await put(one)
    expect(again.status).toBe(201)
    expect(otherKey.status).toBe(200)
    expect(otherKey.body).toEqual(again.body)
    const list = await ask(sandbox, 'GET', '/v1/records?facility=01234&date=2022-05-20', { token })
    expect(list.body['items']).toHaveLength(1)
  })

  test('a key that comes with another request is refused', async () => {
    const key = newId()
    const verify = (sex: string) => {
      const consent = { form: 'paper', reference: 'P-1', at: '2022-05-20T01:00:00Z', by: 'mother' }
      const body = {
        id: newId(),
        ...child,
        sex,
        purpose: 'vaccination-record',
        officer: 'o',
        consent,
      }
      const headers = { 'idempotency-key': key }
      return ask(sandbox, 'POST', '/v1/identity/verifications', { token, body, headers })
    }
    expect((await verify('female')).status).toBe(200)
    const reused = await verify('male')
    expect([reused.status, reused.body['code']]).toEqual([422, 'idempotency.key-reused'])
  })

  test('the same dose of the same child from another record is a duplicate', async () => {
    const { id } = await verifyChild(sandbox, token)
    const twin = { ...(await recordOf(id)), id: newId() }
    expect((await put(await signed(sandbox, twin))).body['code']).toBe('platform.record.duplicate')
  })

  test('an amendment replaces its record, once', async () => {
    const { id } = await verifyChild(sandbox, token)
    const first = await recordOf(id)
    const { hashRecord } = await import('@tiemchung/schemas')
    const { systemCrypto } = await import('@tiemchung/core/crypto')
    const amends = {
      recordId: first.id,
      firstRecordId: first.id,
      hash: await hashRecord(first, systemCrypto),
      reason: 'entry-error' as const,
    }
    const kept = await ask(sandbox, 'GET', '/v1/records?facility=01234&date=2022-05-20', { token })
    expect(kept.body['items']).toHaveLength(1)
    const stale = { ...first, id: newId(), amends: { ...amends, hash: '0'.repeat(64) } }
    expect((await put(await signed(sandbox, stale))).body['code']).toBe(
      'platform.record.amends-unknown',
    )
  })
})

describe('minutes', () => {
  test('are not for a facility that can sign', async () => {
    const { id } = await verifyChild(sandbox, token)
    const record = await recordOf(id)
    const minutes = {
      format: 'minutes/1',
      id: newId(),
      facility: '01234',
      date: '2022-05-20',
      ledBy: { role: 'facility-head', fullName: 'Trần Thị Mẫu' },
      parties: [{ role: 'police', fullName: 'Phạm Quang Mẫu' }],
      records: [{ recordId: record.id, hash: '0'.repeat(64) }],
      concludedAt: '2022-05-20T10:00:00.000Z',
    }
    const answer = await ask(sandbox, 'PUT', `/v1/minutes/${minutes.id}`, {
      token,
      body: { minutes, records: [JSON.stringify(record)] },
    })
    expect(answer.body['code']).toBe('platform.minutes.not-allowed')
  })
})
