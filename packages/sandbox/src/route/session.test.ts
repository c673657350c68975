import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { ask, codeFor, logIn, morning, startSandbox } from '../test-platform.fixture.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
}, 60_000)
afterAll(() => sandbox.close())

const challenge = async (password?: string) => {
  const account = sandbox.accounts.find((one) => one.name === 'staff.01234')
  return ask(sandbox, 'POST', '/v1/sessions', {
    body: { account: 'staff.01234', password: password ?? account?.password },
  })
}

describe('sessions', () => {
  test('a wrong password and an unknown account are refused alike', async () => {
    const wrong = await challenge('not the password')
    const unknown = await ask(sandbox, 'POST', '/v1/sessions', {
      body: { account: 'nobody', password: 'not the password' },
    })
    expect([wrong.status, wrong.body['code']]).toEqual([401, 'platform.log-in'])
    expect([unknown.status, unknown.body['code']]).toEqual([401, 'platform.log-in'])
  })

  test('a wrong code is refused, and after five tries the right one too', async () => {
    const first = await challenge()
    const path = `/v1/sessions/${String(first.body['challengeId'])}/answer`
    const code = await codeFor(sandbox, { account: 'staff.01234' })
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await ask(sandbox, 'POST', path, { body: { code: wrong } })).status).toBe(401)
    }
    expect((await ask(sandbox, 'POST', path, { body: { code } })).status).toBe(401)
  })

  test('a code opens one session', async () => {
    const first = await challenge()
    const path = `/v1/sessions/${String(first.body['challengeId'])}/answer`
    const code = await codeFor(sandbox, { account: 'staff.01234' })
    expect((await ask(sandbox, 'POST', path, { body: { code } })).status).toBe(200)
    expect((await ask(sandbox, 'POST', path, { body: { code } })).status).toBe(401)
  })

  test('ten wrong passwords for a name end its trying for a quarter of an hour, a name of nobody too', async () => {
    const other = await startSandbox()
    const right = other.accounts.find((one) => one.name === 'head.01234')?.password
    const logInAs = (account: string, password = 'not the password') =>
      ask(other, 'POST', '/v1/sessions', { body: { account, password } })
    for (const account of ['head.01234', 'nobody']) {
      const many = await Promise.all(Array.from({ length: 20 }, () => logInAs(account)))
      expect(many.filter(({ status }) => status === 401)).toHaveLength(10)
      const refused = many.find(({ status }) => status === 429)
      expect(refused?.body['code']).toBe('platform.too-many-passwords')
      expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(14 * 60)
    }
    expect((await logInAs('head.01234', right)).status).toBe(429)
    expect((await logInAs('staff.01234')).status).toBe(401)
    other.setClock(new Date(morning.getTime() + 16 * 60_000))
    expect((await logInAs('head.01234')).status).toBe(401)
    expect((await logInAs('head.01234', right)).status).toBe(202)
    await other.close()
  }, 60_000)

  test('a token ends after an hour, and a refresh token gives a new one, once', async () => {
    const first = await challenge()
    const code = await codeFor(sandbox, { account: 'staff.01234' })
    const path = `/v1/sessions/${String(first.body['challengeId'])}/answer`
    const session = (await ask(sandbox, 'POST', path, { body: { code } })).body
    const list = '/v1/records?facility=01234&date=2022-05-20'
    const token = String(session['accessToken'])
    expect((await ask(sandbox, 'GET', list, { token })).status).toBe(200)
    sandbox.setClock(new Date(morning.getTime() + 2 * 3_600_000))
    const late = await ask(sandbox, 'GET', list, { token })
    expect([late.status, late.body['code']]).toEqual([401, 'platform.signed-out'])
    const body = { refreshToken: session['refreshToken'] }
    const fresh = await ask(sandbox, 'POST', '/v1/sessions/refresh', { body })
    expect(
      (await ask(sandbox, 'GET', list, { token: String(fresh.body['accessToken']) })).status,
    ).toBe(200)
    expect((await ask(sandbox, 'POST', '/v1/sessions/refresh', { body })).status).toBe(401)
    sandbox.setClock(morning)
  })
})

describe('roles', () => {
  test.each([
    ['GET', '/v1/records?facility=01234&date=2022-05-20', 'district.01001'],
    ['GET', '/v1/courses', 'head.01234'],
    ['GET', '/v1/roll-ups/01001/2022-05-20', 'staff.01234'],
    ['GET', '/v1/feedback?unit=01234', 'police.00001'],
    ['GET', '/v1/feedback?unit=01234', 'staff.01236'],
    ['GET', '/v1/records?facility=01234&date=2022-05-20', 'staff.01236'],
  ])('%s %s is not for %s', async (method, path, name) => {
    const answer = await ask(sandbox, method, path, { token: await logIn(sandbox, name) })
    expect([answer.status, answer.body['code']]).toEqual([403, 'platform.forbidden'])
  })

  test('nobody is nobody', async () => {
    expect((await ask(sandbox, 'GET', '/v1/courses')).body['code']).toBe('platform.signed-out')
    const token = 'made-up'
    expect((await ask(sandbox, 'GET', '/v1/courses', { token })).status).toBe(401)
  })

  test('a body that does not fit names its fields, and none of its values', async () => {
    const token = await logIn(sandbox, 'staff.01234')
    const body = { id: 'canary-1', fullName: 'canary-name' }
    const answer = await ask(sandbox, 'POST', '/v1/identity/verifications', { token, body })
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.body)).toContain('birthDate')
    expect(JSON.stringify(answer.body)).not.toContain('canary')
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.headers.get('x-request-id')).toBe(answer.body['requestId'])
  })
})
