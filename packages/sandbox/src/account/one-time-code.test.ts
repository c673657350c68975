import { afterEach, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import {
  type Answer,
  ask,
  codeFor,
  feedbackRequest,
  morning,
  newId,
  ownerOf,
  startSandbox,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
afterEach(() => sandbox.close())

const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)

const logInOnce = (name = 'staff.01234'): Promise<Answer> => {
  const password = sandbox.accounts.find((one) => one.name === name)?.password
  return ask(sandbox, 'POST', '/v1/sessions', { body: { account: name, password } })
}

const report = (phone: string): Promise<Answer> => {
  const request = feedbackRequest({
    id: newId(),
    reporter: { fullName: 'Trần Thị Mẫu', phone, relationship: 'mother' },
  })
  return ask(sandbox, 'PUT', `/v1/feedback/${request.id}`, { body: request })
}

const hundred = (act: () => Promise<Answer>) => Promise.all(Array.from({ length: 100 }, act))

const statuses = (answers: readonly Answer[], status: number) =>
  answers.filter((one) => one.status === status).length

describe('a code asked for a hundred times', () => {
  test.each([
    ['by an account', () => logInOnce(), { account: 'staff.01234' }],
    ['for a phone', () => report('0912000001'), { phone: '0912000001' }],
  ])('%s is sent five times an hour', async (_, act, to) => {
    sandbox = await startSandbox({ codeLimits: { perPhone: 5, perAccount: 5 } })
    const answers = await hundred(act)
    expect([statuses(answers, 202), statuses(answers, 429)]).toEqual([5, 95])
    expect(await sandbox.messages(to)).toHaveLength(5)
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.body['code']).toBe('platform.too-many-codes')
    const wait = Number(refused?.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(3500)
    expect(wait).toBeLessThanOrEqual(3600)
    sandbox.setClock(later(59))
    expect((await act()).status).toBe(429)
    sandbox.setClock(later(62))
    expect((await act()).status).toBe(202)
  })

  test('counts what another request sent a moment later than our own time', async () => {
    sandbox = await startSandbox({ codeLimits: { perPhone: 5, perAccount: 1 } })
    sandbox.setClock(later(1))
    expect((await logInOnce()).status).toBe(202)
    sandbox.setClock(morning)
    const refused = await logInOnce()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600'])
    sandbox.setClock(later(-120))
    expect((await logInOnce()).status).toBe(202)
  })

  test('leaves other accounts and phones alone', async () => {
    sandbox = await startSandbox({ codeLimits: { perPhone: 2, perAccount: 1 } })
    expect((await logInOnce()).status).toBe(202)
    expect((await logInOnce()).status).toBe(429)
    expect((await logInOnce('head.01234')).status).toBe(202)
    expect((await report('0912000001')).status).toBe(202)
    expect((await report('0912000001')).status).toBe(202)
    expect((await report('0912000001')).status).toBe(429)
    expect((await report('0912000002')).status).toBe(202)
  })
})

describe("a report's code", () => {
  test('lasts five minutes; the same report sent again gets another, and the same reference', async () => {
    sandbox = await startSandbox()
    const request = feedbackRequest({ id: newId() })
    const phone = request.reporter.phone
    const send = () => ask(sandbox, 'PUT', `/v1/feedback/${request.id}`, { body: request })
    const confirm = (code: string) =>
      ask(sandbox, 'POST', `/v1/feedback/${request.id}/confirmation`, { body: { code } })
    const first = await send()
    const old = await codeFor(sandbox, { phone })
    await send()
    expect(await sandbox.messages({ phone })).toHaveLength(1)
    sandbox.setClock(later(6))
    expect((await confirm(old)).body['code']).toBe('platform.code')
    expect((await send()).body).toEqual(first.body)
    expect(await sandbox.messages({ phone })).toHaveLength(2)
    expect((await confirm(await codeFor(sandbox, { phone }))).status).toBe(200)
    await send()
    expect(await sandbox.messages({ phone })).toHaveLength(2)
  })

  test('is sent again to its reporter when they ask, so many times an hour, and the last one counts', async () => {
    sandbox = await startSandbox({ codeLimits: { perPhone: 3 } })
    const request = feedbackRequest({ id: newId() })
    const { phone } = request.reporter
    const { body: item } = await ask(sandbox, 'PUT', `/v1/feedback/${request.id}`, {
      body: request,
    })
    const first = await codeFor(sandbox, { phone })
    const again = (headers: object = ownerOf(item)) =>
      ask(sandbox, 'POST', `/v1/feedback/${request.id}/code`, { headers })
    const confirm = (code: string) =>
      ask(sandbox, 'POST', `/v1/feedback/${request.id}/confirmation`, { body: { code } })
    expect((await again(ownerOf(item, '0987654321'))).status).toBe(404)
    const key = { ...ownerOf(item), 'idempotency-key': newId() }
    expect([(await again(key)).status, (await again(key)).status]).toEqual([202, 202])
    expect(await sandbox.messages({ phone })).toHaveLength(2)
    const second = await codeFor(sandbox, { phone })
    if (second !== first) expect((await confirm(first)).status).toBe(422)
    expect((await again()).body).toEqual(item)
    const refused = await again()
    expect([refused.status, refused.body['code']]).toEqual([429, 'platform.too-many-codes'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3500)
    expect((await confirm(await codeFor(sandbox, { phone }))).status).toBe(200)
    const late = await again()
    expect([late.status, late.body['code']]).toEqual([409, 'platform.conflict'])
    expect(late.body['current']).toMatchObject({ state: 'received' })
  })
})
