/** Access tokens that end while something is under way. Keys and accounts are a test's own. */
import type { FetchLike } from '@tiemchung/core'
import { systemFetch } from '@tiemchung/core'
import type { Signer } from '@tiemchung/core/crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  endOf,
  type FlowName,
  freshData,
  openSigner,
  operationsOn,
  type Provider,
  startProvider,
} from './provider.fixture.js'

let provider: Provider
beforeAll(async () => {
  provider = await startProvider()
})
beforeEach(() => {
  provider.sandbox.providers.behave({})
})
afterAll(() => provider.close())

const given = () => provider.sandbox.providers.tokensGiven()
const many = (signer: Signer, data: readonly Uint8Array[]) =>
  signer.signMany?.(data) ?? Promise.resolve([])

const withTokens = [
  'csc-v1',
  'csc-v1 by client',
  'csc-v2',
  'csc-v2 by client',
  'csc-v2 by PIN',
  'mysign',
] as const satisfies readonly FlowName[]
const errors = ['status', 'body'] as const
const cases = withTokens.flatMap((flow) =>
  errors.map((tokenErrors) => [flow, tokenErrors] as const),
)

describe.each(cases)('%s, a token that is refused by %s', (flow, tokenErrors) => {
  test.each([1, 2, 3])('is renewed in the middle of a batch: good for %i calls', async (calls) => {
    const signer = await openSigner(provider, flow)
    provider.sandbox.providers.behave({ tokenCalls: calls, tokenErrors })
    for (let part = 0; part < 2; part += 1) {
      const data = freshData(2)
      expect(await many(signer, data)).toHaveLength(2)
      expect(await operationsOn(provider, data)).toEqual([1, 1])
    }
  })

  test('is renewed once and no more, and nothing is signed', async () => {
    const signer = await openSigner(provider, flow)
    provider.sandbox.providers.behave({ tokenCalls: 0, tokenErrors })
    const data = freshData(1)
    const before = given()
    expect(await endOf(provider, many(signer, data))).toBe('signing.credential')
    expect(given() - before).toBe(2)
    expect(await operationsOn(provider, data)).toEqual([0])
  })
})

describe('calls at the same time', () => {
  const calls = 8

  /** Holds every call that signs until all have come, and lets the time of their token run out. */
  function gate(): FetchLike {
    let waiting: (() => void)[] = []
    let come = 0
    return async (request) => {
      if ((request as Request).url.endsWith('/signatures/signHash') && come < calls) {
        come += 1
        const all = come === calls
        if (!all) await new Promise<void>((resolve) => waiting.push(resolve))
        if (all) {
          provider.sandbox.setClock(new Date(Date.now() + 100_000))
          for (const go of waiting) go()
          waiting = []
        }
      }
      return systemFetch(request)
    }
  }

  test.each(errors)('share a token, and renew it once when it is refused by %s', async (by) => {
    provider.sandbox.setClock(new Date())
    provider.sandbox.providers.behave({ tokenSeconds: 60, tokenErrors: by })
    const signer = await openSigner(provider, 'csc-v2 by client', { fetch: gate() })
    const before = given()
    const all = Array.from({ length: calls }, () => freshData(1))
    const made = await Promise.all(all.map((data) => many(signer, data)))
    expect(made.map(({ length }) => length)).toEqual(Array(calls).fill(1))
    expect(given() - before).toBe(2)
    for (const data of all) expect(await operationsOn(provider, data)).toEqual([1])
  })

  test('let go of the token when the last of them has ended', async () => {
    const signer = await openSigner(provider, 'csc-v2 by client')
    const before = given()
    await many(signer, freshData(1))
    await many(signer, freshData(1))
    expect(given() - before).toBe(2)
  })

  test('with a wrong secret, it is tried once for all of them', async () => {
    const signer = await openSigner(provider, 'csc-v2 by client')
    let asked = 0
    const { client } = provider.sandbox.providers
    const wrong = await openSigner(provider, 'csc-v2 by client', {
      secrets: {
        client: () => {
          asked += 1
          return asked === 1 ? client : { id: client.id, secret: 'sai' }
        },
        user: () => ({ id: provider.user.userId }),
        credentialToken: () => 'none',
      },
    })
    const ends = await Promise.all(
      Array.from({ length: calls }, () => endOf(provider, many(wrong, freshData(1)))),
    )
    expect(new Set(ends)).toEqual(new Set(['signing.credential']))
    expect(asked).toBe(2)
    expect(signer.limit).toBe(50)
  })
})
