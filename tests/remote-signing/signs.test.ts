import { utf8 } from '@tiemchung/core'
import type { SigningEvent } from '@tiemchung/core/crypto'
import { listRemoteKeys } from '@tiemchung/signer-remote'
import { documentSigning, verifyPath } from '@tiemchung/x509'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  digestOf,
  endOf,
  flowNames,
  flows,
  freshData,
  holds,
  hurriedClock,
  openSigner,
  operationsOn,
  type Provider,
  secretsOf,
  startProvider,
} from './provider.fixture.js'

let provider: Provider
beforeAll(async () => {
  provider = await startProvider()
})
beforeEach(() => {
  provider.sandbox.providers.behave({})
  provider.sandbox.faults.clear()
})
afterAll(() => provider.close())

describe.each(flowNames)('%s', (flow) => {
  test.each(['es256', 'rs256'] as const)(
    'signs with a key for %s: in order, each once, under a chain that holds',
    async (kind) => {
      const signer = await openSigner(provider, flow, { kind })
      const data = freshData(3)
      const signatures = (await signer.signMany?.(data)) ?? []
      for (const [index, one] of data.entries()) {
        expect(await holds(signer, one, signatures[index])).toBe(true)
      }
      expect(await operationsOn(provider, data)).toEqual([1, 1, 1])
      const [leaf = new Uint8Array(), ...intermediates] = signer.chain
      const anchors = provider.sandbox.authority.facilityAnchors.map((certificate) => ({
        certificate,
      }))
      const query = { leaf, intermediates, anchors, at: new Date(), purpose: documentSigning }
      expect((await verifyPath(query)).verdict).toBe('valid')
    },
  )

  test.each(['es256', 'rs256'] as const)(
    'signs digests alone (%s), and one piece',
    async (kind) => {
      const signer = await openSigner(provider, flow, { kind })
      const data = freshData(2)
      const signatures = (await signer.signHashes?.(await Promise.all(data.map(digestOf)))) ?? []
      expect(await holds(signer, data[0], signatures[0])).toBe(true)
      expect(await holds(signer, data[1], signatures[1])).toBe(true)
      const [one] = freshData(1)
      expect(await holds(signer, one, await signer.sign(one ?? utf8('')))).toBe(true)
    },
  )

  test('takes no more than its limit, and asks nobody for nothing', async () => {
    const signer = await openSigner(provider, flow)
    const before = provider.sandbox.providers.operations().total
    expect(signer.limit).toBe(50)
    const many = signer.signMany?.(freshData(51)) ?? Promise.resolve()
    expect(await endOf(provider, many)).toBe('signing.limit')
    const short = signer.signHashes?.([new Uint8Array(31)]) ?? Promise.resolve()
    expect(await endOf(provider, short)).toBe('signing.remote.digest')
    expect(await signer.signMany?.([])).toEqual([])
    expect(provider.sandbox.providers.operations().total).toBe(before)
  })

  test('signs fifty at once', async () => {
    const signer = await openSigner(provider, flow)
    const data = freshData(50)
    expect(await signer.signMany?.(data)).toHaveLength(50)
    expect(new Set(await operationsOn(provider, data))).toEqual(new Set([1]))
  })

  test('a provider that takes fewer than the profile says', async () => {
    provider.sandbox.providers.behave({ hashLimit: 2 })
    const signer = await openSigner(provider, flow)
    expect(signer.limit).toBe(flow.startsWith('smartca') ? 50 : 2)
    const asked = signer.signMany?.(freshData(3)) ?? Promise.resolve()
    expect(await endOf(provider, asked)).toBe('signing.limit')
  })

  test.each([
    ['raw signatures', { encoding: 'raw' }, 'done'],
    ['a signature over something else', { signs: 'wrong-hash' }, 'signing.answer'],
    ['one signature too few', { count: 'one-less' }, 'signing.answer'],
    ['one signature too many', { count: 'one-more' }, 'signing.answer'],
    ['a package that is used up', { quota: 1 }, 'signing.quota'],
  ] as const)('%s', async (_, script, end) => {
    provider.sandbox.providers.behave(script)
    const signer = await openSigner(provider, flow)
    const asked = signer.signMany?.(freshData(2)) ?? Promise.resolve()
    expect(await endOf(provider, asked)).toBe(end)
  })

  test('an answer in another order is put right where it has names, else refused', async () => {
    provider.sandbox.providers.behave({ order: 'reversed' })
    const signer = await openSigner(provider, flow)
    const data = freshData(3)
    const end = await endOf(provider, signer.signMany?.(data) ?? Promise.resolve())
    expect(end).toBe(flow.startsWith('smartca') ? 'done' : 'signing.answer')
  })

  test('somebody with a wrong account is told so, whatever status the provider gives', async () => {
    const secrets = {
      ...secretsOf(provider),
      client: () => ({ id: 'x', secret: 'y' }),
      user: () => ({ id: 'x', password: 'y' }),
      accessToken: () => 'z',
    }
    expect(await endOf(provider, openSigner(provider, flow, { secrets }))).toBe(
      'signing.credential',
    )
  })

  test('a call that its caller gives up ends, and signs nothing', async () => {
    const signer = await openSigner(provider, flow)
    const data = freshData(1)
    const signal = AbortSignal.abort()
    const asked = signer.signMany?.(data, { signal }) ?? Promise.resolve()
    expect(await endOf(provider, asked)).toBe('signing.stopped')
    expect(await operationsOn(provider, data)).toEqual([0])
  })

  test('several keys that fit: one must be named, and can be', async () => {
    const { profile, host } = flows[flow]
    const options = { baseUrl: `${provider.address}${host}`, secrets: secretsOf(provider) }
    const keys = await listRemoteKeys(profile, options)
    expect(keys.map(({ algorithms }) => algorithms[0]).sort()).toEqual(['ES256', 'RS256'])
    const several = openSigner(provider, flow, { algorithm: undefined as never })
    expect(await endOf(provider, several)).toBe('signing.remote.key')
    const key = keys.find(({ algorithms }) => algorithms.includes('RS256'))?.id ?? ''
    const signer = await openSigner(provider, flow, { algorithm: undefined as never, key })
    expect(signer.algorithm).toBe('RS256')
    const none = openSigner(provider, flow, { key: 'nothing' })
    expect(await endOf(provider, none)).toBe('signing.no-certificate')
    const later = { now: () => new Date('2090-01-01') }
    const expired = openSigner(provider, flow, { clock: later })
    expect(await endOf(provider, expired)).toBe('signing.no-certificate')
  })
})

describe('somebody on a phone', () => {
  const onPhone = ['mysign', 'smartca', 'csc-v2 deferred'] as const
  test.each(onPhone)(
    '%s: who waits is told until when, and that it was confirmed',
    async (flow) => {
      provider.sandbox.providers.behave({ afterPolls: 2 })
      const signer = await openSigner(provider, flow)
      const events: SigningEvent[] = []
      const request = `told-${flow}`
      await signer.signMany?.(freshData(1), {
        request,
        onEvent: (event) => {
          events.push(event)
          throw new Error('a broken display')
        },
      })
      expect(events.map(({ kind }) => kind)).toEqual(['waiting', 'confirmed'])
      expect(events[0]).toMatchObject({ request, until: expect.any(Date) as Date })
    },
  )

  test.each([
    ['mysign', 'refuses', 'signing.rejected'],
    ['csc-v2 deferred', 'refuses', 'signing.rejected'],
    ['csc-v2 deferred', 'key-fails', 'signing.credential'],
    ['smartca', 'refuses', 'signing.rejected'],
    ['smartca', 'key-fails', 'signing.credential'],
    ['smartca', 'sign-fails', 'signing.unavailable'],
  ] as const)('%s: who %s', async (flow, person, end) => {
    provider.sandbox.providers.behave({ person })
    const signer = await openSigner(provider, flow)
    const data = freshData(2)
    const asked = signer.signMany?.(data) ?? Promise.resolve()
    expect(await endOf(provider, asked)).toBe(end)
    expect(await operationsOn(provider, data)).toEqual([0, 0])
  })

  test.each(onPhone)('%s: who does nothing', async (flow) => {
    provider.sandbox.providers.behave({ person: 'waits', confirmSeconds: 1 })
    const signer = await openSigner(provider, flow)
    const asked = signer.signMany?.(freshData(1)) ?? Promise.resolve()
    expect(await endOf(provider, asked)).toBe('signing.expired')
  })

  test('a provider that never says so: the time of the profile is over', async () => {
    provider.sandbox.providers.behave({ person: 'waits', confirmSeconds: 3600 })
    const signer = await openSigner(provider, 'smartca', { clock: hurriedClock() })
    const asked = signer.signMany?.(freshData(1)) ?? Promise.resolve()
    expect(await endOf(provider, asked)).toBe('signing.expired')
  })
})

describe('PIN and one-time code', () => {
  const byPin = ['csc-v1', 'csc-v2 by PIN'] as const
  test.each(byPin)('%s: are asked for when they are needed, once a call', async (flow) => {
    let asked = 0
    const secrets = secretsOf(provider)
    const counting = {
      ...secrets,
      pin: () => {
        asked += 1
        return provider.user.pin
      },
    }
    const signer = await openSigner(provider, flow, { secrets: counting })
    expect(asked).toBe(0)
    await signer.signMany?.(freshData(2))
    expect(asked).toBe(1)
  })

  test.each(byPin)('%s: wrong, withheld, or failing with the PIN in the message', async (flow) => {
    const failing = () => {
      throw new Error(provider.user.pin)
    }
    for (const pin of [() => '0000', undefined, failing]) {
      const { pin: _, ...others } = secretsOf(provider)
      const secrets = pin === undefined ? others : { ...others, pin }
      const signer = await openSigner(provider, flow, { secrets })
      const data = freshData(1)
      const asked = signer.signMany?.(data) ?? Promise.resolve()
      expect(await endOf(provider, asked)).toBe('signing.credential')
      expect(await operationsOn(provider, data)).toEqual([0])
    }
  })
})

test('hooks, events and errors of a day of signing tell no secret', async () => {
  const told: string[] = []
  const hear = (event: unknown) => told.push(JSON.stringify(event))
  const hooks = { onRequest: hear, onResponse: hear, onRetry: hear, onError: hear }
  for (const flow of flowNames) {
    const signer = await openSigner(provider, flow, { http: { hooks } })
    await signer.signMany?.(freshData(2), { onEvent: hear })
    told.push(JSON.stringify(signer))
  }
  const text = told.join('\n')
  expect(told.length).toBeGreaterThan(40)
  expect(provider.secrets.size).toBeGreaterThan(10)
  expect([...provider.secrets].filter((secret) => secret !== '' && text.includes(secret))).toEqual(
    [],
  )
})
