import { describe, expect, test } from 'vitest'
import { openScope, Stop } from './scope.js'

/** A scope with an alarm that rings by hand. */
function open(within?: AbortSignal) {
  let ring = () => undefined as void
  let silenced = false
  const scope = openScope({
    alarm: (_, ringing) => {
      ring = ringing
      return () => {
        silenced = true
      }
    },
    milliseconds: 5,
    code: 'http.timeout',
    within,
    reason: (outer) => new Stop('http.cancelled', outer.reason),
  })
  return { scope, ring: () => ring(), silenced: () => silenced }
}

const never = new Promise<never>(() => undefined)
const stopOf = async (work: Promise<unknown>): Promise<Stop> => {
  const caught: unknown = await work.catch((error: unknown) => error)
  expect(caught).toBeInstanceOf(Stop)
  return caught as Stop
}

describe('openScope', () => {
  test('lets work through while nothing stops it', async () => {
    const { scope } = open()
    expect(await scope.race(Promise.resolve(1))).toBe(1)
    await expect(scope.race(Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  })

  test('leaves work behind when the alarm rings, even work that heeds no signal', async () => {
    const { scope, ring } = open()
    const stopped = stopOf(scope.race(never))
    ring()
    expect((await stopped).code).toBe('http.timeout')
    expect((await stopOf(scope.race(never))).code).toBe('http.timeout')
  })

  test('ends with the signal around it, and keeps its reason', async () => {
    const controller = new AbortController()
    const { scope } = open(controller.signal)
    const stopped = stopOf(scope.race(never))
    controller.abort(new Error('left the page'))
    expect(await stopped).toMatchObject({
      code: 'http.cancelled',
      cause: new Error('left the page'),
    })
  })

  test('does not begin under a signal that has fired', async () => {
    const { scope } = open(AbortSignal.abort())
    expect((await stopOf(scope.race(Promise.resolve(1)))).code).toBe('http.cancelled')
  })

  test('the first reason to stop is the reason', async () => {
    const controller = new AbortController()
    const { scope, ring } = open(controller.signal)
    ring()
    controller.abort()
    expect((await stopOf(scope.race(never))).code).toBe('http.timeout')
  })

  test('lets go of alarm and signal when closed', () => {
    const controller = new AbortController()
    const { scope, silenced } = open(controller.signal)
    scope.close()
    controller.abort()
    expect(silenced()).toBe(true)
    expect(scope.signal.aborted).toBe(false)
  })
})
