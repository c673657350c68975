import { fixedClock, hasCode, isUuid } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import type { Method, RequestOptions } from '../http.js'
import { plan, type Sender } from './plan.js'

const sender: Sender = {
  base: 'https://api.example.vn',
  userAgent: undefined,
  language: undefined,
  clock: fixedClock(new Date('2022-04-14T02:00:00Z')),
  random: { bytes: (length) => new Uint8Array(length).fill(7) },
}

describe('plan', () => {
  test.each<[Method, RequestOptions, boolean, 'none' | 'made' | 'given']>([
    ['GET', {}, true, 'none'],
    ['PUT', {}, true, 'made'],
    ['DELETE', {}, true, 'made'],
    ['POST', {}, true, 'made'],
    ['PATCH', {}, true, 'made'],
    ['POST', { idempotencyKey: false }, false, 'none'],
    ['PATCH', { idempotencyKey: false }, false, 'none'],
    ['PUT', { idempotencyKey: false }, false, 'none'],
    ['DELETE', { idempotencyKey: false }, false, 'none'],
    ['GET', { idempotencyKey: false }, true, 'none'],
    ['post' as Method, {}, true, 'made'],
    ['post' as Method, { idempotencyKey: false }, false, 'none'],
    ['POST', { idempotencyKey: 'order-1' }, true, 'given'],
    ['PUT', { idempotencyKey: 'order-1' }, true, 'given'],
  ])('%s with %j may be repeated: %s, key: %s', async (method, options, repeatable, key) => {
    const made = await plan(sender, method, '/x', options)
    const header = made.headers['idempotency-key']
    expect(made.repeatable).toBe(repeatable)
    expect(header === undefined ? 'none' : isUuid(header) ? 'made' : 'given').toBe(key)
  })

  test("the caller's headers win over accept and content type", async () => {
    const { headers } = await plan(
      { ...sender, userAgent: 'clinic/1', language: 'vi' },
      'POST',
      '/x',
      {
        body: 'a,b',
        idempotencyKey: 'mine',
        headers: { Accept: 'text/csv', 'Content-Type': 'text/csv' },
      },
    )
    expect(headers).toEqual({
      accept: 'text/csv',
      'accept-language': 'vi',
      'content-type': 'text/csv',
      'idempotency-key': 'mine',
      'user-agent': 'clinic/1',
    })
  })

  test.each([
    ['a line break', 'clinic/1\r\ncookie: a'],
    ['letters beyond Latin-1', 'Trạm y tế'],
  ])('refuses a user agent with %s', async (_, userAgent) => {
    const caught = await plan({ ...sender, userAgent }, 'GET', '/x', {}).catch((e: unknown) => e)
    expect(hasCode(caught, 'http.header')).toBe(true)
  })

  test.each<[string, Method, RequestOptions, string]>([
    ['a header name with a blank', 'GET', { headers: { 'a b': '1' } }, 'http.header'],
    ['a header value with a line break', 'GET', { headers: { a: '1\r\nb: 2' } }, 'http.header'],
    ['a header value outside Latin-1', 'GET', { headers: { a: 'Hồ' } }, 'http.header'],
    [
      'a key among the headers, which would be another in each call',
      'POST',
      { headers: { 'Idempotency-Key': 'mine' } },
      'http.header',
    ],
    [
      'a body whose type has a line break',
      'POST',
      { body: { type: 'a\r\nb: 1', arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) } },
      'http.header',
    ],
    ['an empty key', 'POST', { idempotencyKey: '' }, 'http.idempotency-key'],
    ['a key with a blank', 'POST', { idempotencyKey: 'a b' }, 'http.idempotency-key'],
    ['a key that is too long', 'POST', { idempotencyKey: 'a'.repeat(256) }, 'http.idempotency-key'],
    ['a body on GET', 'GET', { body: {} }, 'http.body'],
    ['a path that leaves the base', 'GET', {}, 'http.path'],
  ])('refuses %s', async (what, method, options, code) => {
    const path = code === 'http.path' ? '/../x' : '/x'
    const caught = await plan(sender, method, path, options).catch((error: unknown) => error)
    expect(hasCode(caught, code), what).toBe(true)
  })
})
