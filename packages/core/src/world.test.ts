import { describe, expect, it, vi } from 'vitest'
import { fixedClock, systemClock, systemFetch, systemRandom, systemSleep } from './world.js'

describe('the host behind the defaults', () => {
  it('tells the time, and gives as many random bytes as asked', () => {
    expect(systemClock.now()).toBeInstanceOf(Date)
    expect(systemRandom.bytes(16)).toHaveLength(16)
    expect(systemRandom.bytes(16)).not.toEqual(systemRandom.bytes(16))
  })

  it('fetches a request', async () => {
    const response = (await systemFetch(new Request('data:text/plain,xin'))) as Response
    expect(await response.text()).toBe('xin')
  })
})

describe('systemSleep', () => {
  it('ends by itself, and lets go of the signal', async () => {
    const controller = new AbortController()
    await expect(systemSleep(1, controller.signal)).resolves.toBeUndefined()
    await expect(systemSleep(1)).resolves.toBeUndefined()
    controller.abort()
  })

  it('waits longer than a timer of the host can count', async () => {
    vi.useFakeTimers()
    const month = 31 * 86_400_000
    const controller = new AbortController()
    let awake = false
    const sleeping = systemSleep(month, controller.signal).then(() => (awake = true))
    await vi.advanceTimersByTimeAsync(month - 1)
    expect(awake).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await sleeping
    expect(awake).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })

  it("ends with the signal's reason when the signal fires", async () => {
    const controller = new AbortController()
    const sleeping = systemSleep(60_000, controller.signal)
    controller.abort(new Error('stop'))
    await expect(sleeping).rejects.toThrow('stop')
  })

  it('does not begin under a signal that has fired', async () => {
    const fired = AbortSignal.abort(new Error('stop'))
    await expect(systemSleep(60_000, fired)).rejects.toThrow('stop')
  })
})

describe('fixedClock', () => {
  it('stands still until it is moved', () => {
    const clock = fixedClock(new Date(1000))
    expect(clock.now().getTime()).toBe(1000)
    clock.advance(500)
    expect(clock.now().getTime()).toBe(1500)
    clock.set(new Date(0))
    expect(clock.now().getTime()).toBe(0)
  })

  it('gives dates that can be changed without changing it', () => {
    const clock = fixedClock(new Date(1000))
    clock.now().setTime(5)
    expect(clock.now().getTime()).toBe(1000)
  })
})
