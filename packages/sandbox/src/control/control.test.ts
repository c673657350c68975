import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSandbox } from '../create-sandbox.js'
import type { Sandbox } from '../sandbox.js'
import { ask, child, logIn, startSandbox, verifyChild } from '../test-platform.fixture.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
}, 60_000)
afterAll(() => sandbox.close())

describe('the switches below /_sandbox', () => {
  test('script and clear faults', async () => {
    const body = { match: { path: '/v1/trust-list' }, kind: 'status' }
    expect((await ask(sandbox, 'POST', '/_sandbox/faults', { body })).status).toBe(201)
    expect((await ask(sandbox, 'GET', '/v1/trust-list')).status).toBe(503)
    expect((await ask(sandbox, 'DELETE', '/_sandbox/faults')).body).toEqual({ met: 1 })
    const nonsense = await ask(sandbox, 'POST', '/_sandbox/faults', { body: { kind: 'nonsense' } })
    const broken = await ask(sandbox, 'POST', '/_sandbox/faults', { raw: '{' })
    expect(broken.body['code']).toBe('platform.body')
    expect([nonsense.status, nonsense.body['code']]).toEqual([422, 'platform.body'])
  })

  test('move the clock, from which it runs on, and give it back', async () => {
    const issuedAt = async () =>
      Date.parse(String((await ask(sandbox, 'GET', '/v1/trust-list')).body['issuedAt']))
    const move = (at: string | null) => ask(sandbox, 'PUT', '/_sandbox/clock', { body: { at } })
    const noon = Date.parse('2022-06-01T12:00:00Z')
    await move('2022-06-01T19:00:00+07:00')
    const first = await issuedAt()
    const second = await issuedAt()
    expect(first).toBeGreaterThanOrEqual(noon)
    expect(first).toBeLessThan(noon + 60_000)
    expect(second).toBeGreaterThanOrEqual(first)
    await move(null)
    expect(await issuedAt()).toBeGreaterThan(Date.parse('2024-01-01T00:00:00Z'))
    await move('2022-05-20T01:00:00Z')
    expect((await move('yesterday')).body['code']).toBe('platform.body')
  })

  test('show messages to a phone, to an account, or all of them', async () => {
    await logIn(sandbox, 'staff.01234')
    await logIn(sandbox, 'head.01234')
    const read = async (query: string) =>
      (await ask(sandbox, 'GET', `/_sandbox/messages${query}`)).body['items'] as {
        account: string
        phone: string
        text: string
      }[]
    const [one] = await read('?account=staff.01234')
    expect(one?.text).toMatch(/: \d{6}$/)
    expect(await read(`?phone=${one?.phone}`)).toEqual([one])
    expect((await read('')).map(({ account }) => account)).toEqual(['head.01234', 'staff.01234'])
    expect(await read('?account=nobody')).toEqual([])
  })

  test('add people to the register', async () => {
    const people = [{ ...child, number: '096314900077', oldNumbers: ['380900077'] }]
    const added = await ask(sandbox, 'POST', '/_sandbox/people', { body: people })
    expect([added.status, added.body['people']]).toEqual([201, 1])
    const token = await logIn(sandbox, 'staff.01234')
    const asked = { number: '096314900077' }
    expect((await verifyChild(sandbox, token, asked)).outcome).toBe('match')
    const nobody = await ask(sandbox, 'POST', '/_sandbox/people', { body: [{ number: 1 }] })
    expect(nobody.status).toBe(422)
  })

  test('hand out test keys, each for its own facility', async () => {
    const { body } = await ask(sandbox, 'GET', '/_sandbox/keys')
    const keys = body['facilities'] as { facility: string; testKey: string; chain: string[] }[]
    expect(keys.map(({ facility }) => facility)).toEqual([
      '01234',
      '01236',
      '01237',
      '01238',
      '01239',
    ])
    expect(new Set(keys.map(({ testKey }) => testKey)).size).toBe(5)
    expect(keys.every(({ chain }) => chain.length === 2)).toBe(true)
  })
})

describe('keys', () => {
  test('are made anew at every first start', async () => {
    const other = await createSandbox()
    expect(other.authority.facilityAnchors).not.toEqual(sandbox.authority.facilityAnchors)
    expect(other.authority.countryAnchors).not.toEqual(sandbox.authority.countryAnchors)
    await other.close()
  }, 60_000)
})
