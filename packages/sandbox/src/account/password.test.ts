import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { type Answer, ask, codeFor, logIn, startSandbox } from '../test-platform.fixture.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ freshAccounts: true })
})
afterAll(() => sandbox.close())

const name = 'staff.01234'
const passwordOf = (account: string) =>
  sandbox.accounts.find((one) => one.name === account)?.password ?? ''

async function sessionWith(password: string): Promise<Answer> {
  const first = await ask(sandbox, 'POST', '/v1/sessions', { body: { account: name, password } })
  if (first.status !== 202) return first
  const code = await codeFor(sandbox, { account: name })
  const path = `/v1/sessions/${String(first.body['challengeId'])}/answer`
  return ask(sandbox, 'POST', path, { body: { code } })
}

const change = (token: string, body: object) =>
  ask(sandbox, 'PUT', '/v1/accounts/me/password', { token, body })

const list = '/v1/records?facility=01234&date=2022-05-20'

describe('a fresh account', () => {
  test('says so, and may do nothing but change its password', async () => {
    const session = await sessionWith(passwordOf(name))
    expect(session.body['mustChangePassword']).toBe(true)
    const token = String(session.body['accessToken'])
    for (const path of [list, '/v1/feedback?unit=01234', '/v1/courses']) {
      const answer = await ask(sandbox, 'GET', path, { token })
      expect([answer.status, answer.body['code']]).toEqual([403, 'platform.password-change'])
    }
    const body = { refreshToken: session.body['refreshToken'] }
    const again = await ask(sandbox, 'POST', '/v1/sessions/refresh', { body })
    expect(again.body['mustChangePassword']).toBe(true)
  })

  test.each([
    [
      'the current one wrong',
      () => ({ current: 'not-the-password', next: 'another-one-1815' }),
      'current',
    ],
    ['the old one', () => ({ current: passwordOf(name), next: passwordOf(name) }), 'same'],
    ['one with its name', () => ({ current: passwordOf(name), next: 'Staff.01234-pass' }), 'name'],
    ['a short one', () => ({ current: passwordOf(name), next: 'short-one' }), undefined],
  ])('may not change it with %s', async (_, body, detail) => {
    const token = await logIn(sandbox, name)
    const answer = await change(token, body())
    expect([answer.status, answer.body['detail']]).toEqual([422, detail])
    expect((await ask(sandbox, 'GET', list, { token })).status).toBe(403)
  })

  test('is like any other once it has; its other sessions are over, and the old password too', async () => {
    const [token, other] = [await logIn(sandbox, name), await logIn(sandbox, name)]
    const next = 'a-longer-one-1815'
    expect((await change(token, { current: passwordOf(name), next })).status).toBe(200)
    expect((await ask(sandbox, 'GET', list, { token })).status).toBe(200)
    expect((await ask(sandbox, 'GET', list, { token: other })).status).toBe(401)
    expect((await sessionWith(passwordOf(name))).status).toBe(401)
    const session = await sessionWith(next)
    expect([session.status, session.body['mustChangePassword']]).toEqual([200, undefined])
  })

  test('is fresh for itself alone', async () => {
    const token = await logIn(sandbox, 'head.01234')
    const answer = await ask(sandbox, 'GET', list, { token })
    expect(answer.body['code']).toBe('platform.password-change')
  })
})
