import {
  type Clock,
  errorCatalogue as coreCatalogue,
  fixedClock,
  HttpError,
  ParseError,
} from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { errorCatalogue } from './errors.js'
import { type Token, type TokenProvider, tokenSource, type TokenReason } from './tokens.js'
import { type Alarm, systemAlarm } from './world.js'

/** A source in the host's world, but for the clock. */
const sourceOf = (provider: TokenProvider, clock: Clock, alarm: Alarm = systemAlarm) =>
  tokenSource(provider, { clock, alarm, milliseconds: 15_000 })

const start = new Date('2022-04-14T02:00:00Z')

/** A source over a provider that numbers its tokens and lets them live for some seconds. */
function numbered(lifeSeconds?: number) {
  const clock = fixedClock(start)
  const reasons: TokenReason[] = []
  const source = sourceOf(({ reason }) => {
    reasons.push(reason)
    const expiresAt = new Date(clock.now().getTime() + (lifeSeconds ?? 0) * 1000)
    const value = `t${reasons.length}`
    return Promise.resolve(lifeSeconds === undefined ? { value } : { value, expiresAt })
  }, clock)
  return { clock, reasons, source }
}

const failureOf = async (promise: Promise<unknown>): Promise<HttpError> => {
  const caught: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(caught).toBeInstanceOf(HttpError)
  return caught as HttpError
}

describe('tokenSource', () => {
  test.each([
    ['an hour, a moment before its last minute', 3600, 3539.999, 't1'],
    ['an hour, in its last minute', 3600, 3540, 't2'],
    ['forty seconds, before its last quarter', 40, 29.999, 't1'],
    ['forty seconds, in its last quarter', 40, 30, 't2'],
    ['no time at all', 0, 0, 't2'],
  ])('a token that lives for %s', async (_, life, elapsed, value) => {
    const { clock, source } = numbered(life)
    await source.get()
    clock.advance(elapsed * 1000)
    expect(await source.get()).toBe(value)
  })

  test('a token without an end is kept until the server refuses it', async () => {
    const { clock, reasons, source } = numbered()
    expect(await source.get()).toBe('t1')
    clock.advance(10 ** 10)
    expect(await source.get()).toBe('t1')
    expect(await source.get('t1')).toBe('t2')
    expect(reasons).toEqual(['first', 'refused'])
  })

  test('a refusal of an older token does not cost the newer one', async () => {
    const { reasons, source } = numbered()
    await source.get()
    await source.get('t1')
    expect(await source.get('t1')).toBe('t2')
    expect(reasons).toHaveLength(2)
  })

  test('a hundred that wait share one flight, and one that failed is forgotten', async () => {
    let asked = 0
    const source = sourceOf(async () => {
      asked += 1
      await Promise.resolve()
      if (asked === 1) throw new Error('issuer is down')
      return { value: 'ok' }
    }, fixedClock(start))
    const first = await Promise.allSettled(Array.from({ length: 100 }, () => source.get()))
    expect(asked).toBe(1)
    expect(first.every((one) => one.status === 'rejected')).toBe(true)
    expect(await source.get()).toBe('ok')
  })

  test.each([
    ['no value at all', {} as Token],
    ['nothing', undefined as unknown as Token],
    ['an empty value', { value: '' }],
    ['a value with a blank', { value: 'a b' }],
    ['a value with a line break', { value: 'a\r\nx-admin: 1' }],
    ['an end that is no date', { value: 'a', expiresAt: new Date(Number.NaN) }],
  ])('refuses %s', async (_, token: Token) => {
    const source = sourceOf(() => Promise.resolve(token), fixedClock(start))
    expect(await failureOf(source.get())).toMatchObject({ code: 'http.token', retryable: false })
  })

  test.each([
    [
      'a provider that throws at once',
      () => {
        throw new Error('no account')
      },
      false,
    ],
    [
      'an issuer that is busy',
      () =>
        Promise.reject(
          new HttpError(errorCatalogue, 'http.status', { status: 503, retryable: true }),
        ),
      true,
    ],
    [
      'an error of another kind',
      () => Promise.reject(new ParseError(coreCatalogue, 'parse.uuid')),
      false,
    ],
  ])('%s is a token failure', async (_, provider, retryable) => {
    const error = await failureOf(sourceOf(provider, fixedClock(start)).get())
    expect(error).toMatchObject({ code: 'http.token', retryable })
    expect(error.cause).toBeInstanceOf(Error)
  })

  test('a provider that never answers is given up, so that the next call can ask again', async () => {
    let asked = 0
    const provider = () => {
      asked += 1
      return asked === 1 ? new Promise<never>(() => undefined) : Promise.resolve({ value: 'ok' })
    }
    const impatient: Alarm = (_, ring) => {
      if (asked === 0) queueMicrotask(ring)
      return () => undefined
    }
    const source = sourceOf(provider, fixedClock(start), impatient)
    const error = await failureOf(source.get())
    expect(error).toMatchObject({ code: 'http.token', retryable: true })
    expect(error.cause).toMatchObject({ code: 'http.timeout' })
    expect(await source.get()).toBe('ok')
  })

  test.each([
    ['is used while it lasts', 30_000, 't1'],
    ['is not used when it has ended', 60_000, 'http.token'],
  ])('a token that cannot be refreshed in its last minute %s', async (_, later, outcome) => {
    const clock = fixedClock(start)
    let asked = 0
    const source = sourceOf(() => {
      asked += 1
      const expiresAt = new Date(start.getTime() + 600_000)
      return asked === 1
        ? Promise.resolve({ value: 't1', expiresAt })
        : Promise.reject(new Error('issuer is down'))
    }, clock)
    await source.get()
    clock.advance(540_000 + later)
    const got = await source.get().catch((error: unknown) => (error as HttpError).code)
    expect(got).toBe(outcome)
    expect(asked).toBe(2)
  })

  test('a token that the server refused is not used again, however long it lasts', async () => {
    let asked = 0
    const source = sourceOf(() => {
      asked += 1
      return asked === 1 ? Promise.resolve({ value: 't1' }) : Promise.reject(new Error('down'))
    }, fixedClock(start))
    await source.get()
    expect((await failureOf(source.get('t1'))).code).toBe('http.token')
  })
})
