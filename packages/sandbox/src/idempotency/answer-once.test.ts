/** `Idempotency-Key`: one effect and one answer, however often and however close together a request comes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { type Answer, ask, feedbackRequest, newId, startSandbox } from '../test-platform.fixture.js'

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
