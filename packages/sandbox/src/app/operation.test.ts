/** What every operation does with what comes, whatever it is for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { ask, child, logIn, newId, startSandbox } from '../test-platform.fixture.js'

let sandbox: Sandbox
let token: string
beforeAll(async () => {
  sandbox = await startSandbox()
  token = await logIn(sandbox, 'staff.01234')
}, 60_000)
afterAll(() => sandbox.close())

const question = (change: object = {}) => ({
  id: newId(),
  ...child,
  purpose: 'vaccination-record',
  officer: 'staff-1',
  consent: { form: 'paper', reference: 'P-1', at: '2022-05-20T01:00:00Z', by: 'mother' },
  ...change,
})

describe('a body', () => {
  const path = '/v1/identity/verifications'
  test.each([
    ['that is no JSON', '{"id":', 400],
    ['that is empty', '', 400],
    ['that is no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400],
    ['of another shape', '[]', 422],
  ])('%s is refused', async (_, raw, status) => {
    const answer = await ask(sandbox, 'POST', path, { token, raw })
    expect([answer.status, answer.body['code']]).toEqual([status, 'platform.body'])
  })

  test.each(['\u0000', '\ud800'])(
    'with text that no database holds (%j) is refused',
    async (text) => {
      const note = { id: newId(), number: child.number, fullName: `A${text}`, officer: 'o' }
      const answer = await ask(sandbox, 'POST', path, { token, body: question({ officer: text }) })
      expect([answer.status, answer.body['code']]).toEqual([422, 'platform.body'])
      const police = await logIn(sandbox, 'police.00001')
      const correction = `/v1/register/corrections/${note.id}`
      expect((await ask(sandbox, 'PUT', correction, { token: police, body: note })).status).toBe(
        422,
      )
    },
  )

  test('and a query with text that no database holds are refused alike', async () => {
    const answer = await ask(sandbox, 'GET', '/v1/facilities?district=%00')
    expect([answer.status, answer.body['code']]).toEqual([422, 'platform.body'])
  })
})

describe('a list', () => {
  test('is read a page at a time; a cursor is one that it gave', async () => {
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await ask(sandbox, 'GET', `/v1/facilities?limit=4${cursor}`)
      seen.push(...(body['items'] as { code: string }[]).map(({ code }) => code))
      cursor = body['next'] === undefined ? '' : `&cursor=${body['next'] as string}`
    } while (cursor !== '')
    expect(seen).toEqual(['01234', '01235', '01236', '01237', '01238', '01239'])
    expect((await ask(sandbox, 'GET', '/v1/facilities?cursor=%25')).status).toBe(400)
    expect((await ask(sandbox, 'GET', '/v1/facilities?limit=0')).status).toBe(422)
  })

  test('of a district has its own facilities', async () => {
    const items = async (district: string) =>
      (await ask(sandbox, 'GET', `/v1/facilities?district=${district}`)).body['items']
    expect(await items('01001')).toHaveLength(6)
    expect(await items('02001')).toEqual([])
  })
})

describe('an answer', () => {
  test('to a path that is none is a problem too', async () => {
    const answer = await ask(sandbox, 'GET', '/v1/nothing')
    expect([answer.status, answer.body['code']]).toEqual([404, 'platform.not-found'])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  test('that was kept as a refusal is given again, under the id of the new request', async () => {
    const body = { code: '000000' }
    const headers = { 'idempotency-key': newId() }
    const path = `/v1/sessions/${newId()}/answer`
    const first = await ask(sandbox, 'POST', path, { body, headers })
    const again = await ask(sandbox, 'POST', path, { body, headers })
    expect([first.status, again.status]).toEqual([401, 401])
    expect(again.body['requestId']).toBe(again.headers.get('x-request-id'))
    expect(again.body['requestId']).not.toBe(first.body['requestId'])
  })

  test('under a known key to another body, path or method is a refusal, and nothing happens', async () => {
    const headers = { 'idempotency-key': newId() }
    const plan = (facility: string, vaccinating: boolean, district: string) =>
      ask(sandbox, 'PUT', `/v1/day-plans/${facility}/2022-05-20`, {
        token: district,
        headers,
        body: { vaccinating },
      })
    const district = await logIn(sandbox, 'district.01001')
    expect((await plan('01234', true, district)).status).toBe(200)
    expect((await plan('01234', false, district)).body['code']).toBe('idempotency.key-reused')
    expect((await plan('01236', true, district)).body['code']).toBe('idempotency.key-reused')
    const roll = await ask(sandbox, 'GET', '/v1/roll-ups/01001/2022-05-20', { token: district })
    const silent = (roll.body['rows'] as { facility: string; state: string }[]).filter(
      ({ state }) => state === 'silent',
    )
    expect(silent.map(({ facility }) => facility)).toEqual(['01234'])
    const province = await logIn(sandbox, 'province.01')
    expect((await plan('01236', true, province)).status).toBe(200)
  })
})

describe('a day report', () => {
  const report = (change: object = {}) => ({
    format: 'day-report/1',
    facility: '01234',
    date: '2022-05-21',
    madeAt: '2022-05-21T01:00:00.000Z',
    ...{ given: 2, entered: 1, complete: 1, settled: 1, signed: 1, acknowledged: 1 },
    open: { 'not-entered': 1 },
    finished: false,
    ...change,
  })
  const send = (body: object, facility = '01234') =>
    ask(sandbox, 'PUT', `/v1/day-reports/${facility}/2022-05-21`, { token, body })

  test('is of its own facility and day; the newest counts', async () => {
    expect((await send(report())).status).toBe(200)
    expect((await send(report({ given: 3 }))).body['given']).toBe(3)
    expect((await send(report({ date: '2022-05-22' }))).body['code']).toBe('platform.id-mismatch')
    expect((await send(report({ facility: '01236' }))).body['code']).toBe('platform.id-mismatch')
    expect((await send(report(), '01236')).body['code']).toBe('platform.forbidden')
    const ministry = await logIn(sandbox, 'ministry')
    const path = '/v1/roll-ups/01001/2022-05-21'
    const { body } = await ask(sandbox, 'GET', path, { token: ministry })
    expect((body['rows'] as object[])[0]).toMatchObject({ state: 'open', report: { given: 3 } })
  })
})
