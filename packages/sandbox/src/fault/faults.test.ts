import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { ask, logIn, newId, startSandbox } from '../test-platform.fixture.js'
import { type FaultInput, faultScript } from './faults.js'

const match = { path: '/v1/' }

describe('faultScript', () => {
  test.each<[string, FaultInput, boolean]>([
    ['the start of a path', { match: { path: '/v1/re' }, kind: 'delay' }, true],
    ['another path', { match: { path: '/v1/x' }, kind: 'delay' }, false],
    ['its method', { match: { ...match, method: 'PUT' }, kind: 'delay' }, true],
    ['another method', { match: { ...match, method: 'GET' }, kind: 'delay' }, false],
  ])('meets %s', (_, fault, meets) => {
    const faults = faultScript()
    faults.add(fault)
    expect(faults.meet('PUT', '/v1/records') !== undefined).toBe(meets)
    expect(faults.met).toBe(meets ? 1 : 0)
  })

  test('lets the first requests pass, meets as many as it says, then stops', () => {
    const faults = faultScript()
    faults.add({ match, kind: 'status', after: 2, times: 2 })
    const met = Array.from({ length: 6 }, () => faults.meet('GET', '/v1/records')?.status)
    expect(met).toEqual([undefined, undefined, 503, 503, undefined, undefined])
  })

  test('meets the first that fits, then the next; a cleared script meets nothing', () => {
    const faults = faultScript()
    faults.add({ match, kind: 'delay' })
    faults.add({ match, kind: 'slow-body' })
    expect(faults.meet('GET', '/v1/records')?.kind).toBe('delay')
    faults.clear()
    expect(faults.meet('GET', '/v1/records')).toBeUndefined()
  })

  test('has no fault that is none', () => {
    expect(() => faultScript().add({ match, kind: 'status', status: 200 })).toThrow()
  })
})

describe('a scripted fault', () => {
  let sandbox: Sandbox
  let token: string
  beforeAll(async () => {
    sandbox = await startSandbox()
    token = await logIn(sandbox, 'district.01001')
  }, 60_000)
  afterAll(() => sandbox.close())

  test.each([500, 503, 599])(
    'a status of %i is a problem, and nothing was done',
    async (status) => {
      const path = '/v1/day-plans/01234/2022-05-20'
      sandbox.faults.add({ match: { method: 'PUT', path }, kind: 'status', status })
      const fetched = await sandbox.fetch(
        new Request(`http://sandbox${path}`, { method: 'PUT', body: '{"vaccinating":true}' }),
      )
      expect(fetched.status).toBe(status)
      expect(fetched.headers.get('retry-after')).toBeNull()
      expect(await fetched.json()).toMatchObject({ code: 'platform.unavailable', status })
      const roll = await ask(sandbox, 'GET', '/v1/roll-ups/01001/2022-05-20', { token })
      expect(JSON.stringify(roll.body)).not.toContain('silent')
    },
  )

  test('an answer that breaks off in the middle was done all the same', async () => {
    const path = '/v1/day-plans/01234/2022-05-20'
    sandbox.faults.add({ match: { method: 'PUT', path }, kind: 'cut-body' })
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const init = { method: 'PUT', headers, body: '{"vaccinating":true}' }
    const fetched = await sandbox.fetch(new Request(`http://sandbox${path}`, init))
    expect(fetched.ok).toBe(true)
    await expect(fetched.text()).rejects.toThrow('terminated')
    const again = await ask(sandbox, 'PUT', path, { token, body: { vaccinating: true } })
    expect(again.status).toBe(fetched.status)
  })

  test('an answer that is lost after the commit is given again to the same key', async () => {
    const path = '/v1/day-plans/01236/2022-05-20'
    const headers = { 'idempotency-key': newId() }
    const plan = () => ask(sandbox, 'PUT', path, { token, headers, body: { vaccinating: true } })
    sandbox.faults.add({ match: { path }, kind: 'drop-after-commit' })
    await expect(plan()).rejects.toThrow('fetch failed')
    const roll = await ask(sandbox, 'GET', '/v1/roll-ups/01001/2022-05-20', { token })
    expect(JSON.stringify(roll.body)).toContain('silent')
    expect((await plan()).body).toEqual({ vaccinating: true })
  })

  test('a status after the commit is a problem, and what it speaks of was done', async () => {
    const path = '/v1/day-plans/01235/2022-05-20'
    const headers = { 'idempotency-key': newId(), authorization: `Bearer ${token}` }
    const plan = async () => {
      const init = { method: 'PUT', headers, body: '{"vaccinating":true}' }
      return (await sandbox.fetch(new Request(`http://sandbox${path}`, init))).status
    }
    sandbox.faults.add({ match: { path }, kind: 'status-after-commit' })
    expect(await plan()).toBe(503)
    const roll = await ask(sandbox, 'GET', '/v1/roll-ups/01001/2022-05-20', { token })
    const row = (roll.body['rows'] as { facility: string; state: string }[]).find(
      ({ facility }) => facility === '01235',
    )
    expect(row?.state).toBe('silent')
    expect(await plan()).toBe(200)
  })

  test('an expired token in the body of a 200 is no answer, and nothing was done', async () => {
    const path = '/v1/facilities'
    sandbox.faults.add({ match: { path }, kind: 'token-expired-in-body' })
    const said = await sandbox.fetch(new Request(`http://sandbox${path}`))
    expect(said.status).toBe(200)
    expect(await said.json()).toMatchObject({ code: 'platform.signed-out', status: 401 })
  })

  test('a slow body comes in pieces, and whole', async () => {
    const request = () => new Request('http://sandbox/v1/facilities')
    const whole = await (await sandbox.fetch(request())).text()
    sandbox.faults.add({ match: { path: '/v1/facilities' }, kind: 'slow-body', ms: 10 })
    const slow = await sandbox.fetch(request())
    const pieces: Uint8Array[] = []
    for await (const piece of slow.body ?? []) pieces.push(piece)
    expect(pieces.length).toBe(10)
    expect(Buffer.concat(pieces).toString()).toBe(whole)
  })

  test('never meets the sandbox’s own switches', async () => {
    sandbox.faults.add({ match: { path: '/' }, kind: 'status' })
    expect((await ask(sandbox, 'DELETE', '/_sandbox/faults')).status).toBe(200)
    expect((await ask(sandbox, 'GET', '/v1/facilities')).status).toBe(200)
  })
})
