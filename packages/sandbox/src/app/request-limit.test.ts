/** A caller that asks too much is told when to go on; others are not kept waiting for it. */
import { fixedClock } from '@tiemchung/core'
import { afterEach, describe, expect, test } from 'vitest'
import type { Problem } from '../problem.js'
import type { Sandbox } from '../sandbox.js'
import { type Answer, ask, logIn, morning, startSandbox } from '../test-platform.fixture.js'
import { movableClock } from '../world.js'
import { requestLimit } from './request-limit.js'

let sandbox: Sandbox

/** A look at something, without a session from an address, or with one. */
const look = (address: string, token?: string): Promise<Answer> =>
  ask({ ...sandbox, fetch: (request) => sandbox.fetch(request, { address }) }, 'GET', '/v1/audit', {
    ...(token === undefined ? {} : { token }),
  })

async function statuses(times: number, act: () => Promise<Answer>) {
  const all: number[] = []
  for (let time = 0; time < times; time += 1) all.push((await act()).status)
  return all
}

describe('requests of one caller', () => {
  afterEach(() => sandbox.close())

  test('without a session are limited by address; wrong tokens are no way around', async () => {
    sandbox = await startSandbox({ requestsPerMinute: 3 })
    const mixed = [() => look('10.0.0.1'), () => look('10.0.0.1', 'a'), () => look('10.0.0.1', 'b')]
    for (const one of mixed) expect((await one()).status).toBe(401)
    const refused = await look('10.0.0.1', 'c')
    expect([refused.status, refused.body['code']]).toEqual([429, 'platform.too-many-requests'])
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThanOrEqual(1)
    expect(wait).toBeLessThanOrEqual(60)
    expect((await look('10.0.0.2')).status).toBe(401)
    sandbox.setClock(new Date(morning.getTime() + 61_000))
    expect((await look('10.0.0.1')).status).toBe(401)
  })

  test('with a session are limited by account, whatever address they come from', async () => {
    sandbox = await startSandbox({ requestsPerMinute: 4 })
    const ministry = await logIn(sandbox, 'ministry')
    sandbox.setClock(new Date(morning.getTime() + 61_000))
    let host = 0
    const anywhere = () => {
      host += 1
      return look(`10.0.1.${host}`, ministry)
    }
    expect(await statuses(5, anywhere)).toEqual([200, 200, 200, 200, 429])
    const other = await logIn(sandbox, 'province.01')
    expect((await look('10.0.1.1', other)).status).toBe(403)
  })

  test('are not met by a hundred requests where nothing else is said', async () => {
    sandbox = await startSandbox()
    const all = await statuses(100, () => look('10.0.0.1'))
    expect(new Set(all)).toEqual(new Set([401]))
  })
})

describe('requestLimit', () => {
  test('counts each caller apart, forgets with the minute, and says how long it lasts', () => {
    const clock = movableClock(fixedClock(new Date('2022-05-20T01:00:15Z')))
    const limit = requestLimit({ clock }, 60_000)
    for (let time = 0; time < 60_000; time += 1) limit.count('one')
    expect(() => limit.count('one')).toThrow('platform.too-many-requests')
    expect(() => limit.count('other')).not.toThrow()
    const refused = (() => {
      try {
        limit.count('one')
        return undefined
      } catch (caught) {
        return (caught as Problem).details.retryAfter
      }
    })()
    expect(refused).toBe(45)
    clock.set(new Date('2022-05-20T01:01:00Z'))
    expect(() => limit.count('one')).not.toThrow()
  })
})
