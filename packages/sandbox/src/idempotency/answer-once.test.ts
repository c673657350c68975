/** `Idempotency-Key`: one effect and one answer, however often and however close together a request comes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../database/database.js'
import { migrate } from '../database/migrations.js'
import type { Sandbox } from '../sandbox.js'
import {
  type Answer,
  ask,
  codeFor,
  feedbackRequest,
  newId,
  startOpened,
  startSandbox,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

let phones = 0
/** A report of somebody who has not reported anything yet. */
const reportOf = () => {
  phones += 1
  const phone = `091200${String(phones).padStart(4, '0')}`
  return feedbackRequest({
    reporter: { fullName: 'Trần Thị Mẫu', phone, relationship: 'mother' },
  })
}

type Report = ReturnType<typeof reportOf>

const send = (report: Report, key?: string): Promise<Answer> =>
  ask(sandbox, 'PUT', `/v1/feedback/${report.id}`, {
    body: report,
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  })

const fifty = <Result>(each: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: 50 }, (_, index) => each(index)))

/** How often something was done: each time a code was sent. */
const codesSent = async ({ reporter: { phone } }: Report) =>
  (await sandbox.messages({ phone })).length

const distinct = (answers: readonly Answer[]) =>
  new Set(answers.map(({ status, body }) => JSON.stringify([status, body])))

describe('a key', () => {
  test('sent again with the same request gets the stored answer', async () => {
    const report = reportOf()
    const key = newId()
    const first = await send(report, key)
    const second = await send(report, key)
    expect([second.status, second.body]).toEqual([first.status, first.body])
    expect(await codesSent(report)).toBe(1)
  })

  test('sent again with another body is refused, and nothing is done', async () => {
    const report = reportOf()
    const key = newId()
    await send(report, key)
    const other = await send({ ...report, claimed: { sex: 'male' } }, key)
    expect([other.status, other.body['code']]).toEqual([422, 'idempotency.key-reused'])
    const elsewhere = reportOf()
    expect((await send(elsewhere, key)).body['code']).toBe('idempotency.key-reused')
    expect(await codesSent(elsewhere)).toBe(0)
  })

  test('of one caller is not that of another', async () => {
    const key = newId()
    const body = { revision: 1 }
    const path = `/v1/feedback/${newId()}/take`
    const headers = { 'idempotency-key': key }
    expect((await ask(sandbox, 'POST', path, { body, headers })).status).toBe(401)
    expect((await send(reportOf(), key)).status).toBe(202)
  })

  test('of a request that was refused can be used again', async () => {
    const key = newId()
    const report = reportOf()
    const path = `/v1/feedback/${newId()}`
    const headers = { 'idempotency-key': key }
    expect((await ask(sandbox, 'PUT', path, { body: report, headers })).status).toBe(422)
    expect((await send(report, key)).status).toBe(202)
  })
})

describe('fifty at once', () => {
  test('with one key and one body: one effect, fifty times the same answer', async () => {
    const report = reportOf()
    const key = newId()
    const answers = await fifty(() => send(report, key))
    expect([...distinct(answers)]).toHaveLength(1)
    expect(answers[0]?.status).toBe(202)
    expect(await codesSent(report)).toBe(1)
  })

  test('with one key and two bodies: one body wins, the other is refused', async () => {
    const report = reportOf()
    const other = { ...report, claimed: { sex: 'male' } }
    const key = newId()
    const answers = await fifty((index) => send(index % 2 === 0 ? report : other, key))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 202)).toHaveLength(25)
    expect(statuses.filter((status) => status === 422)).toHaveLength(25)
    expect(await codesSent(report)).toBe(1)
  })

  test.each([
    ['without a key', () => undefined],
    ['with fifty keys', newId],
  ])('%s and one body: one effect, fifty times the same answer', async (_, keyOf) => {
    const report = reportOf()
    const answers = await fifty(() => send(report, keyOf()))
    expect([...distinct(answers)]).toHaveLength(1)
    expect(await codesSent(report)).toBe(1)
  })
})

describe('an answer that holds a secret', () => {
  let database: Database
  beforeAll(async () => {
    await sandbox.close()
    ;({ sandbox, database } = await startOpened())
  })

  async function logged(key: string) {
    const account = sandbox.accounts.find(({ name }) => name === 'ministry')
    const { body } = await ask(sandbox, 'POST', '/v1/sessions', {
      body: { account: 'ministry', password: account?.password },
    })
    const path = `/v1/sessions/${String(body['challengeId'])}/answer`
    const code = await codeFor(sandbox, { account: 'ministry' })
    const headers = { 'idempotency-key': key }
    return () => ask(sandbox, 'POST', path, { body: { code }, headers })
  }

  const kept = async () =>
    JSON.stringify(await database.query('select * from answered order by account, key'))

  test('is given again under its key; neither it nor the key can be read in the database', async () => {
    const key = newId()
    const answer = await logged(key)
    const session = await answer()
    expect(session.status).toBe(200)
    expect([(await answer()).body, (await answer()).body]).toEqual([session.body, session.body])
    const refreshed = await ask(sandbox, 'POST', '/v1/sessions/refresh', {
      body: { refreshToken: session.body['refreshToken'] },
      headers: { 'idempotency-key': key.replace('7', '8') },
    })
    expect(refreshed.status).toBe(200)
    const text = await kept()
    expect(text).not.toContain(key)
    for (const { body } of [session, refreshed]) {
      for (const name of ['accessToken', 'refreshToken']) {
        expect(text).not.toContain(String(body[name]))
      }
    }
  })

  test('does not let its key be used for anything else', async () => {
    const key = newId()
    const answer = await logged(key)
    expect((await answer()).status).toBe(200)
    expect((await send(reportOf(), key)).body['code']).toBe('idempotency.key-reused')
    const other = await logged(key)
    expect((await other()).body['code']).toBe('idempotency.key-reused')
  })

  test('was kept readable before: what is left of that is deleted', async () => {
    await database.query(`insert into answered (account, key, request_hash, status, body)
      values ('', 'old', 'x', 200, '{"accessToken":"readable"}'), ('', 'fine', 'x', 200, '{"a":1}')`)
    const [row] = await database.query<{ step: number }>('select max(step) as step from migration')
    await database.query('delete from migration where step = $1', [row?.step])
    await migrate(database)
    const text = await kept()
    expect(text).not.toContain('readable')
    expect(text).toContain('fine')
  })
})
